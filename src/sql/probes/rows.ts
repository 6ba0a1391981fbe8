// INSERT, UPDATE, DELETE and MERGE: constants may be written to any column; whatever is read to write or to pick rows counts.
import type { InsertStmt, MergeStmt, Node, OnConflictClause, RangeVar, ReturningClause } from '@pgsql/types'
import { fromItems, itemsOf } from '../outputs.ts'
import { type Item, union } from '../taint.ts'
import { as, dotted, relationName } from '../tree.ts'
import { expression } from './expression.ts'
import type { Around, Notes } from './notes.ts'
import { shown } from './plain.ts'
import { column, columnsOf, from, withs } from './query.ts'

/** `passes`: RETURNING is shown, or found again by name. */
export function changing(node: Node, around: Around, passes: boolean, notes: Notes): void {
  const insert = as(node, 'InsertStmt')
  const update = as(node, 'UpdateStmt')
  const remove = as(node, 'DeleteStmt')
  const merge = as(node, 'MergeStmt')
  const written = insert ?? update ?? remove ?? merge
  const ctes = withs(written?.withClause, around, notes)
  const outside = { ctes, scope: around.scope }
  const own = ownItems(written?.relation, notes)
  const others =
    update?.fromClause ?? remove?.usingClause ?? (merge?.sourceRelation ? [merge.sourceRelation] : [])
  const items = [...own, ...fromItems(others, ctes, around.scope, notes.depth)]
  const inside = { ctes, scope: [...items, ...around.scope] }
  for (const item of others) from(item, inside, notes)
  if (insert) inserted(insert, own, outside, notes)
  if (merge) merged(merge, inside, notes)
  expression([update?.targetList, update?.whereClause, remove?.whereClause], inside, notes)
  if (notes.traced)
    for (const name of assigned(node)) notes.source(`${relationName(written?.relation)}.${name}`)
  returning(written?.returningClause, own, inside, passes, notes)
}

/** Columns of rows that are there already. */
function assigned(node: Node): readonly string[] {
  const lists = [
    as(node, 'UpdateStmt')?.targetList,
    as(node, 'InsertStmt')?.onConflictClause?.targetList,
    ...(as(node, 'MergeStmt')?.mergeWhenClauses ?? []).map((item) => as(item, 'MergeWhenClause')?.targetList),
  ]
  return lists.flatMap((list) => (list ?? []).map((item) => dotted([as(item, 'ResTarget')?.name ?? '*'])))
}

export const ownItems = (relation: RangeVar | undefined, notes: Notes): readonly Item[] =>
  relation ? itemsOf({ RangeVar: relation }, new Map(), [], notes.depth) : []

function inserted(node: InsertStmt, own: readonly Item[], outside: Around, notes: Notes): void {
  expression(node.cols, outside, notes)
  notes.query(node.selectStmt, outside, false, notes)
  const conflict = node.onConflictClause
  if (!conflict) return
  const written = columnsOf(node.selectStmt, outside, notes) ?? []
  const excluded: Item = {
    name: 'excluded',
    outputs: written.length > 0 ? [{ ...union(written), star: true }] : [],
  }
  const scope = [...own, excluded, ...outside.scope]
  arbiters(conflict, relationName(node.relation), notes)
  expression(
    [conflict.targetList, conflict.whereClause, conflict.infer?.whereClause, conflict.infer?.indexElems],
    { ctes: outside.ctes, scope },
    notes,
  )
}

/** ON CONFLICT (column) asks whether somebody has the value. */
function arbiters({ infer }: OnConflictClause, relation: string, notes: Notes): void {
  for (const item of infer?.indexElems ?? []) {
    const name = as(item, 'IndexElem')?.name
    if (name !== undefined) notes.source(`${relation}.${name}`)
  }
}

function merged(node: MergeStmt, inside: Around, notes: Notes): void {
  expression(node.joinCondition, inside, notes)
  for (const item of node.mergeWhenClauses ?? []) {
    const clause = as(item, 'MergeWhenClause')
    expression([clause?.condition, clause?.targetList, clause?.values], inside, notes)
  }
}

function returning(
  clause: ReturningClause | undefined,
  own: readonly Item[],
  { ctes, scope }: Around,
  passes: boolean,
  notes: Notes,
): void {
  const aliases = (clause?.options ?? []).flatMap((option) => as(option, 'ReturningOption')?.value ?? [])
  const rows = ['old', 'new', ...aliases].map((name): Item => ({ ...(own[0] ?? { name }), name }))
  const inside = { ctes, scope: [...scope.slice(0, own.length), ...rows, ...scope.slice(own.length)] }
  for (const target of clause?.exprs ?? [])
    if (passes) shown(as(target, 'ResTarget')?.val, inside, notes)
    else column(target, inside.scope, inside, notes)
}
