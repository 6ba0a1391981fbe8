// CREATE of what holds or shows data: tables, views, indexes, sequences, types, schemas.
import type { CreateStmt, CreateTableAsStmt, IndexStmt, Node, RangeVar, ViewStmt } from '@pgsql/types'
import type { Effect } from '../../core/statement.ts'
import type { Collector } from '../collector.ts'
import { createFlows, storedFlows } from '../flows.ts'
import { noteKey } from '../keys.ts'
import { EXCLUSIVE, lockOf } from '../locks.ts'
import { created, isTemporary } from '../queries.ts'
import { OWNED_BY } from '../reach.ts'
import { as, dotted, option, parts } from '../tree.ts'
import { type Handlers, walk } from '../walk.ts'
import { objectKind } from './drop.ts'
import { isCatalog } from './rows.ts'

/** Options of views that decide who sees which rows. */
const SECURITY = ['security_invoker', 'security_barrier']

export const CREATES: Handlers = {
  CreateStmt: (node, c) => createTable(node, 'table', c),
  CreateForeignTableStmt(node, c) {
    if (node.base) createTable(node.base, 'foreign-table', c)
  },
  CreateTableAsStmt: createAs,
  ViewStmt(node, c) {
    c.schemaChanged = true
    const given = SECURITY.filter((name) => option(node.options, name) !== undefined)
    const off = given.some((name) => /^(false|off|no|0)$/.test(option(node.options, name) ?? ''))
    const detail = ['or replaces it', ...given].join(' with ')
    c.on('create', 'view', node.view, { ...(node.replace && { lock: EXCLUSIVE, detail }) })
    if (node.replace && off) c.on('alter', 'security-option', node.view)
    if (showsServer(node)) c.on('create', 'catalog-view', node.view)
    createFlows(node.query, node.view, parts(node.aliases), c, true)
    c.within('view', () => walk(node.query, c))
  },
  RefreshMatViewStmt(node, c) {
    c.on('maintain', 'materialized-view', node.relation, {
      lock: node.concurrent ? lockOf('refresh concurrently') : EXCLUSIVE,
      ...(node.skipData && { rows: 'all', detail: 'WITH NO DATA' }),
    })
  },
  IndexStmt: createIndex,
  CreateSeqStmt(node, c) {
    c.on('create', 'sequence', node.sequence)
  },
  AlterSeqStmt(node, c) {
    const collides = ['restart', 'increment', 'minvalue', 'maxvalue', 'cycle', 'start'].some(
      (name) => option(node.options, name) !== undefined,
    )
    c.on('alter', 'sequence', node.sequence, {
      lock: lockOf('alter sequence'),
      ...(collides && { detail: 'its next values' }),
    })
    const owner = node.options?.flatMap((item) => {
      const { defname, arg } = as(item, 'DefElem') ?? {}
      return defname === 'owned_by' ? [parts(arg).slice(0, -1)] : []
    })[0]
    // NONE has no table.
    if (owner?.length) c.on('alter', 'sequence', node.sequence, { detail: `${OWNED_BY}${dotted(owner)}` })
  },
  CreateSchemaStmt(node, c) {
    c.schemaChanged = true
    c.add({
      action: 'create',
      object: 'schema',
      name: dotted([node.schemaname ?? node.authrole?.rolename ?? '']),
    })
    if (node.authrole) c.add({ action: 'grant', object: 'schema', detail: 'owned by another role' })
    walk(node.schemaElts, c)
    // What they name without a schema is in this one.
    if (node.schemaElts) c.names.forget()
  },
  CreateDomainStmt(node, c) {
    c.add(made('domain', node.domainname))
    walk(node.constraints, c)
  },
  CompositeTypeStmt(node, c) {
    c.on('create', 'type', node.typevar)
  },
  CreateEnumStmt: (node, c) => c.add(made('type', node.typeName)),
  CreateRangeStmt(node, c) {
    const runs = ['canonical', 'subtype_diff'].some((name) => option(node.params, name) !== undefined)
    c.add(made(runs ? 'operator' : 'type', node.typeName))
  },
  AlterEnumStmt(node, c) {
    c.schemaChanged = true
    c.add({
      action: node.oldVal === undefined ? 'alter' : 'rename',
      object: 'type',
      name: dotted(parts(node.typeName)),
      ...(node.oldVal !== undefined && { detail: 'a value of it' }),
    })
  },
  AlterTypeStmt: (node, c) =>
    c.add({ action: 'alter', object: 'operator', name: dotted(parts(node.typeName)) }),
  CreateStatsStmt(node, c) {
    c.add({ ...made('statistics', node.defnames), lock: lockOf('statistics') })
    walk([node.exprs, node.relations], c)
  },
  AlterStatsStmt: (node, c) =>
    c.add({ action: 'alter', object: 'statistics', name: dotted(parts(node.defnames)) }),
  CommentStmt(node, c) {
    const object = objectKind(node.objtype)
    c.add({
      action: 'comment',
      object,
      name: dotted(parts(node.object)),
      ...(ON_RELATIONS.has(object) && { lock: lockOf('comment') }),
    })
  },
  DefineStmt(node, c) {
    const object = objectKind(node.kind)
    const plain = object === 'collation' || (node.kind === 'OBJECT_TYPE' && !node.definition)
    const search = node.kind === 'OBJECT_TSDICTIONARY' || node.kind === 'OBJECT_TSCONFIGURATION'
    c.add(made(plain || search ? object : object === 'aggregate' ? 'aggregate' : 'operator', node.defnames))
  },
  AlterTSDictionaryStmt: (node, c) =>
    c.add({ action: 'alter', object: 'text-search', name: dotted(parts(node.dictname)) }),
  AlterTSConfigurationStmt: (node, c) =>
    c.add({ action: 'alter', object: 'text-search', name: dotted(parts(node.cfgname)) }),
  AlterCollationStmt: (node, c) =>
    c.add({ action: 'alter', object: 'collation', name: dotted(parts(node.collname)) }),
}

const ON_RELATIONS = new Set([
  'table',
  'column',
  'view',
  'materialized-view',
  'foreign-table',
  'index',
  'sequence',
])

function made(object: string, names: readonly Node[] | undefined): Effect {
  return { action: 'create', object: isSystem(parts(names)) ? 'catalog' : object, name: dotted(parts(names)) }
}

export const isSystem = (names: readonly string[]): boolean =>
  names.length > 1 && /^(pg_catalog|information_schema)$/.test(names[0] ?? '')

/** Who changes rows of this view changes settings, or the catalogue by a name that is gone with the connection. */
function showsServer({ query, view }: ViewStmt): boolean {
  const from = as(query, 'SelectStmt')?.fromClause ?? []
  const base = from.length === 1 ? as(from[0], 'RangeVar') : undefined
  return isCatalog(base) && (base?.relname === 'pg_settings' || view?.relpersistence === 't')
}

function createTable(node: CreateStmt, object: string, c: Collector): void {
  c.schemaChanged = true
  const system = isSystem([node.relation?.schemaname ?? '', ''])
  c.on('create', system ? 'catalog' : object, node.relation)
  // A foreign table passes changes on, whatever schema it is in.
  if (object === 'table')
    remember(node.relation, c, {
      ends: node.oncommit === 'ONCOMMIT_DROP',
      maybe: node.if_not_exists ?? false,
      alike:
        (node.tableElts ?? []).some((item) => as(item, 'TableLikeClause')) || node.ofTypename !== undefined,
      joined: (node.inhRelations ?? []).length > 0,
    })
  for (const item of node.tableElts ?? []) {
    const column = as(item, 'ColumnDef')
    storedFlows(column, node.relation, c)
    noteKey(as(item, 'Constraint'), node.relation, c, { made: true })
    for (const constraint of column?.constraints ?? [])
      noteKey(as(constraint, 'Constraint'), node.relation, c, { column: column?.colname, made: true })
  }
  walk([node.tableElts, node.constraints, node.partbound, node.partspec], c)
  for (const parent of node.inhRelations ?? [])
    c.on('alter', 'table', as(parent, 'RangeVar'), { lock: node.partbound ? EXCLUSIVE : lockOf('inherited') })
}

interface Made {
  /** It goes at the end of the transaction. */
  readonly ends: boolean
  /** IF NOT EXISTS may have made nothing: then an old table of that name is meant. */
  readonly maybe: boolean
  readonly alike?: boolean
  /** It goes with its parent, and shares its rows with it. */
  readonly joined?: boolean
}

function remember(relation: RangeVar | undefined, c: Collector, made: Made): void {
  if (!relation || !c.topLevel) return
  const { ends, maybe, alike = false, joined = false } = made
  if (isTemporary(relation)) {
    if (!joined) created(relation, c, ends)
  } else if (!maybe) c.names.addTable(c.mention(relation), { fresh: !joined, alike })
}

function createAs(node: CreateTableAsStmt, c: Collector): void {
  c.schemaChanged = true
  const relation = node.into?.rel
  c.on('create', node.objtype === 'OBJECT_MATVIEW' ? 'materialized-view' : 'table', relation)
  const shown = node.objtype === 'OBJECT_MATVIEW'
  createFlows(node.query, relation, parts(node.into?.colNames), c, shown)
  c.within('create-as', () => walk(node.query, c))
  if (node.objtype !== 'OBJECT_MATVIEW')
    remember(relation, c, {
      ends: node.into?.onCommit === 'ONCOMMIT_DROP',
      maybe: node.if_not_exists ?? false,
    })
}

function createIndex(node: IndexStmt, c: Collector): void {
  c.schemaChanged = true
  c.on('create', 'index', node.relation, {
    ...(node.idxname && { column: node.idxname }),
    lock: c.isNew(node.relation) ? 'none' : lockOf(node.concurrent ? 'concurrently' : 'create index'),
  })
  walk([node.indexParams, node.indexIncludingParams, node.whereClause], c)
}
