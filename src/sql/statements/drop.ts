// DROP in all its forms; those of roles are in roles.ts.
import type { DropStmt, Node } from '@pgsql/types'
import type { Effect } from '../../core/statement.ts'
import type { Collector } from '../collector.ts'
import { EXCLUSIVE, lockOf } from '../locks.ts'
import { as, dotted, parts } from '../tree.ts'
import { type Handlers, walk } from '../walk.ts'

export const DROPS: Handlers = {
  DropStmt: drop,
  DropdbStmt(node, c) {
    c.add({ action: 'drop', object: 'database', name: dotted([node.dbname ?? '']), rows: 'all' })
  },
  DropTableSpaceStmt(node, c) {
    c.add({ action: 'drop', object: 'tablespace', name: dotted([node.tablespacename ?? '']) })
  },
  DropSubscriptionStmt(node, c) {
    c.add({
      action: 'drop',
      object: 'subscription',
      name: dotted([node.subname ?? '']),
      ...cascade(node.behavior),
    })
  },
  DropUserMappingStmt(node, c) {
    c.add({ action: 'drop', object: 'user-mapping', name: dotted([node.servername ?? '']) })
  },
}

/** `OBJECT_FOREIGN_TABLE` → `foreign-table`. */
export function objectKind(type: string | undefined): string {
  const kind = (type ?? 'OBJECT_UNKNOWN').slice('OBJECT_'.length).toLowerCase().replaceAll('_', '-')
  return KINDS[kind] ?? kind
}

const KINDS: Readonly<Record<string, string>> = {
  matview: 'materialized-view',
  fdw: 'foreign-data-wrapper',
  'foreign-server': 'server',
  tabconstraint: 'constraint',
  domconstraint: 'constraint',
  largeobject: 'large-object',
  procedure: 'function',
  routine: 'function',
  tsconfiguration: 'text-search',
  tsdictionary: 'text-search',
  tsparser: 'text-search',
  tstemplate: 'text-search',
}

/** Kinds that hold rows. */
const STORES = new Set(['table', 'foreign-table', 'schema', 'database'])
/** Kinds that take functions with them. */
const OWNERS = new Set(['schema', 'extension', 'language', 'type'])
const ON_RELATION = new Set(['policy', 'trigger', 'rule'])
const RELATIONS = new Set(['table', 'foreign-table', 'view', 'materialized-view', 'sequence', 'index'])

export const cascade = (behavior: string | undefined): Partial<Effect> =>
  behavior === 'DROP_CASCADE' ? { cascade: true } : {}

function drop(node: DropStmt, c: Collector): void {
  const object = objectKind(node.removeType)
  c.schemaChanged = true
  for (const item of node.objects ?? []) {
    const names = parts(item)
    const own = ON_RELATION.has(object)
    const name = dotted(own ? names.slice(0, -1) : names)
    const fresh = object === 'table' && c.isFresh({ action: 'drop', object, name, ...cascade(node.behavior) })
    const temporary = fresh || (RELATIONS.has(object) && c.isTemporaryName(names))
    if (RELATIONS.has(object) || own) c.mentionName(name)
    c.add({
      action: 'drop',
      object: isSystem(names) ? 'catalog' : object,
      ...(name && { name }),
      ...(own && { column: dotted(names.slice(-1)) }),
      ...(STORES.has(object) && { rows: 'all' }),
      ...cascade(node.behavior),
      ...(temporary && { temporary }),
      ...((RELATIONS.has(object) || own) && { lock: node.concurrent ? lockOf('concurrently') : EXCLUSIVE }),
      ...(object === 'statistic-ext' && { lock: lockOf('statistics') }),
    })
    if (object === 'function' || object === 'aggregate') c.forgetFunctions(names.at(-1))
    else if (OWNERS.has(object)) c.forgetFunctions()
    walk(arguments_(item), c)
  }
}

/** Types in an argument list may be anything; they are walked for completeness. */
const arguments_ = (item: Node): unknown => as(item, 'ObjectWithArgs')?.objargs

const isSystem = (names: readonly string[]): boolean =>
  names.length > 1 && /^(pg_catalog|information_schema)$/.test(names[0] ?? '')
