// INSERT, UPDATE, DELETE, MERGE, TRUNCATE.
import type { InsertStmt, MergeStmt, MergeWhenClause, Node, RangeVar } from '@pgsql/types'
import type { Effect } from '../../core/statement.ts'
import type { Collector } from '../collector.ts'
import { compared, joins } from '../compares.ts'
import { fold } from '../constants.ts'
import { insertFlows, mergeFlows, updateFlows } from '../flows.ts'
import { EXCLUSIVE } from '../locks.ts'
import { addsNoRows, isGiven } from '../predicates/computed.ts'
import { isCatalog } from '../predicates/names.ts'
import { holdsParameter } from '../predicates/picking.ts'
import { type Rows, rowsOf, rowsOfAll } from '../predicates/rows.ts'
import { targetOf } from '../predicates/target.ts'
import { givesMany, withCtes } from '../queries.ts'
import { as, relationName } from '../tree.ts'
import { type Handlers, walk, walkMany } from '../walk.ts'
import { isBlanket } from './blanket.ts'
import { limited } from './limits.ts'
import { fillsNew } from './new-columns.ts'

export const ROWS: Handlers = {
  InsertStmt: insert,
  DeleteStmt(node, c) {
    withCtes(node.withClause, c, () => {
      const others = node.usingClause ?? []
      const found = rows(node.whereClause, node.relation, others, c)
      change('delete', node.relation, found, c, limited(found, node.whereClause, [node]))
      compared(picked(node.relation, others), [node.whereClause, ...others.flatMap(joins)], c, () =>
        changing({ found, others, where: node.whereClause, returning: node.returningClause }, c),
      )
    })
  },
  UpdateStmt(node, c) {
    withCtes(node.withClause, c, () => {
      const others = node.fromClause ?? []
      updateFlows(node, c)
      const found = rows(node.whereClause, node.relation, others, c)
      const blanket = isBlanket(node, c.held !== undefined || !c.topLevel) && { blanket: true }
      change(
        'update',
        node.relation,
        found,
        c,
        fillsNew(node, c)
          ? { detail: 'new columns' }
          : { ...blanket, ...limited(found, node.whereClause, [node]) },
      )
      compared(picked(node.relation, others), [node.whereClause, ...others.flatMap(joins)], c, () =>
        changing(
          { found, others, where: node.whereClause, set: node.targetList, returning: node.returningClause },
          c,
        ),
      )
    })
  },
  MergeStmt: merge,
  TruncateStmt(node, c) {
    for (const item of node.relations ?? [])
      c.on('truncate', 'table', as(item, 'RangeVar'), {
        rows: 'all',
        lock: EXCLUSIVE,
        ...(node.behavior === 'DROP_CASCADE' && { cascade: true }),
      })
  },
}

interface Changing {
  readonly found: Rows
  readonly others: readonly Node[]
  readonly where: Node | undefined
  /** Evaluated for each row that is changed. */
  readonly set?: readonly Node[] | undefined
  readonly returning: unknown
}

/** Which rows it is, is asked of any number of them. */
function changing({ found, others, where, set, returning }: Changing, c: Collector): void {
  const each = found === 'some' || found === 'none' ? walk : walkMany
  each(set, c)
  walkMany([others, where], c)
  each(returning, c)
}

export { isCatalog }

function change(
  action: 'insert' | 'update' | 'delete',
  relation: RangeVar | undefined,
  found: Rows | undefined,
  c: Collector,
  told: Partial<Effect> = {},
): void {
  const more: Partial<Effect> = { ...(found !== undefined && { rows: found }), ...told }
  const object = isCatalog(relation) ? 'catalog' : 'table'
  if (relation && isCatalog(relation) === false && !c.isOwn(relation))
    c.add({ action, object, name: c.mention(relation), ...more })
  else c.on(action, object, relation, more)
}

function rows(
  where: Node | undefined,
  relation: RangeVar | undefined,
  others: readonly Node[],
  c: Collector,
): Rows {
  return relation ? rowsOf(where, targetOf(relation, others, c, [where])) : 'unknown'
}

function insert(node: InsertStmt, c: Collector): void {
  withCtes(node.withClause, c, () => {
    insertFlows(node, c)
    change('insert', node.relation, undefined, c)
    const conflict = node.onConflictClause
    if (conflict?.action === 'ONCONFLICT_UPDATE')
      c.within('on-conflict', () =>
        change('update', node.relation, c.loops > 0 ? 'unknown' : conflicting(node.selectStmt, c), c),
      )
    const conflicts = [conflict?.whereClause, conflict?.infer?.whereClause]
    if (conflict) compared(picked(node.relation, []), conflicts, c, () => {})
    walk([node.selectStmt, conflict?.infer], c)
    const rest = [node.cols, conflict?.targetList, conflict?.whereClause, node.returningClause]
    const many = c.repeats.on || givesMany(node.selectStmt, c)
    if (many) c.repeats.relation(relationName(node.relation))
    if (many) walkMany(rest, c)
    else walk(rest, c)
  })
}

/** The rows that ON CONFLICT changes: as many as come in, and only those that the client wrote down or sends are a few. */
function conflicting(source: Node | undefined, { place }: Collector): Rows {
  const select = as(source, 'SelectStmt')
  if (!select) return 'some'
  // A single row of VALUES may hold functions that return sets.
  if (select.valuesLists) return addsNoRows(select.valuesLists) ? 'some' : 'unknown'
  if (select.larg || select.groupClause) return 'unknown'
  // An array of a body may come from a query.
  if (place.body && holdsParameter(select)) return 'unknown'
  const given = (select.fromClause ?? []).every((item) => {
    const { functions = [], ordinality } = as(item, 'RangeFunction') ?? {}
    return !ordinality && functions.length === 1 && functions.every(givesWritten)
  })
  return given && addsNoRows([select.targetList, select.sortClause]) ? 'some' : 'unknown'
}

/** A function of FROM, with its column definitions. */
const givesWritten = (node: Node): boolean => {
  const call = as(as(node, 'List')?.items?.[0], 'FuncCall')
  return call !== undefined && isGiven(call)
}

function merge(node: MergeStmt, c: Collector): void {
  withCtes(node.withClause, c, () => {
    mergeFlows(node, c)
    // Also where no clause changes anything: a view may call functions.
    c.on('read', 'table', node.relation)
    const clauses = (node.mergeWhenClauses ?? []).map((item) => as(item, 'MergeWhenClause')?.condition)
    const sources = node.sourceRelation ? [node.sourceRelation] : []
    c.repeats.relation(relationName(node.relation))
    compared(picked(node.relation, sources), [node.joinCondition, ...clauses], c, () => branches(node, c))
  })
}

const MATCHED: Partial<Record<string, 'update' | 'delete'>> = { CMD_UPDATE: 'update', CMD_DELETE: 'delete' }

function branches(node: MergeStmt, c: Collector): void {
  for (const item of node.mergeWhenClauses ?? []) {
    const clause = as(item, 'MergeWhenClause')
    if (!clause) continue
    if (clause.commandType === 'CMD_INSERT') change('insert', node.relation, undefined, c)
    const action = MATCHED[clause.commandType ?? '']
    if (action) {
      const found = merged(node, clause, c)
      const most = limited(found, clause.condition, [node.withClause, node.sourceRelation, clause.condition])
      change(action, node.relation, found, c, most)
    }
    walkMany([clause.condition, clause.targetList, clause.values], c)
  }
  walkMany([node.sourceRelation, node.joinCondition, node.returningClause], c)
}

const picked = (relation: RangeVar | undefined, others: readonly Node[]): readonly Node[] =>
  relation ? [{ RangeVar: relation }, ...others] : others

/** Matched rows are those of the join; `NOT MATCHED BY SOURCE` are all the others. */
function merged(node: MergeStmt, clause: MergeWhenClause, c: Collector): Rows {
  const { relation, joinCondition } = node
  if (!relation || fold(clause.condition) === false) return relation ? 'none' : 'unknown'
  const others = node.sourceRelation ? [node.sourceRelation] : []
  const condition = clause.condition
  if (clause.matchKind === 'MERGE_WHEN_NOT_MATCHED_BY_SOURCE')
    return rowsOf(condition, targetOf(relation, [], c, [condition]))
  const target = targetOf(relation, others, c, [joinCondition, condition])
  return rowsOfAll([joinCondition, condition], target)
}
