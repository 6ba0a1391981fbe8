// The last step of a flow: which column of which relation a value is put into. In doubt, without a column.
import type { Node, RangeVar, SelectStmt } from '@pgsql/types'
import type { Flow, Output } from '../core/statement.ts'
import { HELD, varies } from './bodies/held.ts'
import type { Collector } from './collector.ts'
import { carriedBy } from './outputs.ts'
import type { Ctes, Item } from './taint.ts'
import { as, parts, relationName } from './tree.ts'

export type Place = Omit<Flow, 'sources'>

export function assign(
  item: Node,
  relation: RangeVar | undefined,
  ctes: Ctes,
  scope: readonly Item[],
  c: Collector,
): void {
  const target = as(item, 'ResTarget')
  const output = carriedBy(target?.val, ctes, scope, c.start)
  const column = target?.name === undefined ? {} : { column: target.name }
  const same = isPlain(target?.val) ? { same: true } : {}
  record(output, { ...place(relation), ...column, ...same }, c, target?.val)
}

interface Target {
  readonly relation: RangeVar | undefined
  /** As listed; empty for all of them. */
  readonly columns: readonly string[]
  /** Values are taken by position into columns that are there already. */
  readonly positional: boolean
  /** They are rows of the very relation, as they are. */
  readonly ownRows?: boolean
  readonly view?: boolean
}

export function put(outputs: readonly Output[], target: Target, c: Collector): void {
  const { relation, columns, positional, ownRows = false, view } = target
  const known = outputs.every(({ star }) => !star)
  const to = { ...place(relation), ...(view && { view }) }
  outputs.forEach((output, index) => {
    const listed = known ? columns[index] : undefined
    const label = positional || columns.length > 0 ? undefined : output.name
    const column = listed ?? (output.star ? undefined : label)
    // Somewhere under `*` a column may have been given another name.
    const keptNames = output.star && !output.sources.includes('*')
    const named = keptNames && columns.length === 0 && (!positional || ownRows)
    record(output, { ...to, ...(column && { column }), ...(named && { named }) }, c, true)
  })
}

/** `INSERT INTO t SELECT * FROM t`, or TABLE t: each column into itself. A join may give them in another order. */
export function ownRows(source: SelectStmt | undefined, relation: RangeVar | undefined, ctes: Ctes): boolean {
  if (!source?.targetList || source.larg || source.withClause || source.valuesLists) return false
  const [from, ...others] = source.fromClause ?? []
  const read = as(from, 'RangeVar')
  if (!read || others.length > 0 || read.alias?.colnames || !relation) return false
  if (!read.schemaname && ctes.has(read.relname ?? '')) return false
  const fields = as(as(source.targetList[0], 'ResTarget')?.val, 'ColumnRef')?.fields
  const star = source.targetList.length === 1 && fields?.length === 1 && as(fields[0], 'A_Star') !== undefined
  return star && relationName(read) === relationName(relation)
}

/** In a PL/pgSQL body whatever is not a constant may be a variable. */
export function record(output: Output, to: Place, c: Collector, value: unknown): void {
  if (!carries(output, c, value)) return
  const sources = new Set(to.view ? output.sources.filter((source) => source !== '*') : output.sources)
  if (output.foreign) sources.add('*')
  if (c.held && varies(value)) sources.add(HELD)
  c.flow({ ...to, sources: [...sources] })
}

export const carries = (output: Output, c: Collector, value: unknown): boolean =>
  output.sources.length > 0 || output.foreign === true || (c.held !== undefined && varies(value))

/** The column itself, perhaps in another case or trimmed. */
function isPlain(value: Node | undefined): boolean {
  const call = as(value, 'FuncCall')
  if (call) {
    const names = parts(call.funcname).filter((name) => name !== 'pg_catalog')
    return (
      names.length === 1 &&
      call.args?.length === 1 &&
      /^(lower|upper|btrim)$/.test(names[0] ?? '') &&
      isPlain(call.args[0])
    )
  }
  return as(value, 'ColumnRef') !== undefined
}

export function place(relation: RangeVar | undefined): Place {
  const name = relationName(relation)
  const temporary = relation?.relpersistence === 't' && !relation.schemaname
  return { relation: temporary ? `pg_temp.${name}` : name }
}
