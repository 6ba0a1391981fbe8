// PREPARE, EXECUTE, DEALLOCATE. How few rows a prepared statement picks may rest on its parameters, and on what is there
// when it runs: so it is judged again where EXECUTE runs it.
import type { ExecuteStmt, Node, PrepareStmt } from '@pgsql/types'
import { substituteParameters } from '../bodies/parameters.ts'
import type { Collector } from '../collector.ts'
import { uncast } from '../columns.ts'
import { fold } from '../constants.ts'
import { isBoolean } from '../predicates/picking.ts'
import { ANY } from '../prepared.ts'
import { as, dotted, parts } from '../tree.ts'
import { type Handlers, walk, walkMany } from '../walk.ts'

export const PREPARED: Handlers = {
  PrepareStmt: prepare,
  ExecuteStmt: execute,
  DeallocateStmt(node, c) {
    const name = dotted([node.name ?? ''])
    c.add({ action: 'prepare', object: 'deallocate', name: node.name ? name : 'all' })
    if (node.name) c.known.prepared.delete(name)
    else c.known.prepared.clear()
  },
}

function prepare(node: PrepareStmt, c: Collector): void {
  const name = dotted([node.name ?? ''])
  c.add({ action: 'prepare', object: 'statement', name })
  if (c.topLevel) c.known.prepared.add(name)
  const query = substituteParameters(node.query, node.argtypes ?? [])
  if (query === undefined) return
  c.prepared.prepare(c.templated ? ANY : name, query)
  c.within('prepare', () => walk(query, c))
  if (c.prepared.isOpen(name)) run(query, true, c)
}

function execute(node: ExecuteStmt, c: Collector): void {
  const name = dotted([node.name ?? ''])
  const known = c.known.prepared.has(name)
  const which = c.templated ? ANY : name
  const again = c.prepared.again(which)
  const open = c.templated || !c.isDirect || again || !(node.params ?? []).every(isGiven)
  c.add({
    action: 'execute',
    object: 'prepared',
    name,
    ...(known && { detail: 'prepared by this text' }),
    ...(open && { rows: 'unknown' }),
  })
  walk(node.params, c)
  if (open) c.prepared.opened(which)
  const queries = [...new Set([which, ANY])].map((each) => c.prepared.queries(each))
  for (const query of queries.flatMap((found) => found ?? [])) run(query, open, c)
  if (queries.includes(undefined)) c.unknown('code', 'EXECUTE more often than is followed')
}

/** `open`: with values that nobody knows, or any number of times. */
function run(query: Node, open: boolean, c: Collector): void {
  if (open) c.repeats.also(query)
  c.within('prepare', () => {
    if (open) c.openly(() => walkMany(query, c))
    else walk(query, c)
  })
}

const TYPES =
  /^(int[248]|float[48]|numeric|text|varchar|bpchar|name|uuid|date|timestamp|timestamptz|time|timetz|interval|jsonb?|bytea|oid|inet)$/

/** Written down, or sent by the client: one value, and neither NULL nor a boolean, which many rows may have. */
function isGiven(value: Node): boolean {
  const cast = as(value, 'TypeCast')
  if (cast) {
    const names = parts(cast.typeName?.names)
    const own = names.length === 1 || names[0] === 'pg_catalog'
    return own && TYPES.test(names.at(-1) ?? '') && cast.arg !== undefined && isGiven(cast.arg)
  }
  if (as(value, 'ParamRef') || as(value, 'SQLValueFunction')) return true
  const items = as(value, 'A_ArrayExpr')
  if (items) return (items.elements ?? []).every(isGiven)
  const constant = fold(value) ?? (as(uncast(value), 'A_Const')?.isnull ? null : fold(uncast(value)))
  if (constant === undefined || constant === null || typeof constant === 'boolean') return false
  return !(typeof constant === 'string' && isBoolean(constant))
}
