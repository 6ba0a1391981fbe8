// The columns of RETURNING.
import type { Node, OnConflictClause, ReturningClause, WithClause } from '@pgsql/types'
import type { Output } from '../../core/statement.ts'
import { type Ctes, type Item, union } from '../taint.ts'
import { as, type relationName } from '../tree.ts'
import { withNames } from './ctes.ts'
import { type Depth, deeper } from './depth.ts'
import { carriedBy } from './expression.ts'
import { itemsOf } from './items.ts'
import { targets } from './selected.ts'

type Written = {
  readonly relation?: Parameters<typeof relationName>[0]
  readonly returningClause?: ReturningClause
  readonly withClause?: WithClause
}

/** RETURNING: the row's own columns, and whatever the statement wrote into them. */
export function returned(
  node: Written & object,
  ctes: Ctes,
  outer: readonly Item[],
  depth: Depth,
): readonly Output[] {
  const list = node.returningClause?.exprs
  if (!list) return []
  const known = withNames(node.withClause, ctes, outer, depth)
  const fields = node as {
    fromClause?: Node[]
    usingClause?: Node[]
    sourceRelation?: Node
    selectStmt?: Node
    targetList?: Node[]
    onConflictClause?: OnConflictClause
    mergeWhenClauses?: Node[]
  }
  const sources = [
    ...(fields.fromClause ?? []),
    ...(fields.usingClause ?? []),
    ...(fields.sourceRelation ? [fields.sourceRelation] : []),
  ]
  const target = itemsOf({ RangeVar: node.relation ?? {} }, new Map(), [], depth)
  const items = [...target, ...sources.flatMap((item) => itemsOf(item, known, outer, depth))]
  const aliases = [
    'old',
    'new',
    ...(node.returningClause?.options ?? []).flatMap((option) => as(option, 'ReturningOption')?.value ?? []),
  ]
  const rows = aliases.map((name) => ({ ...(target[0] ?? { name }), name }))
  const scope = [...items, ...rows, ...outer]
  const inserted = depth.work.query(fields.selectStmt, known, outer, deeper(depth)) ?? []
  const clauses = (fields.mergeWhenClauses ?? []).flatMap((item) => as(item, 'MergeWhenClause') ?? [])
  const excluded: Item = { name: 'excluded', outputs: [{ ...union(inserted), star: true }] }
  const set = [
    ...(fields.targetList ?? []),
    ...(fields.onConflictClause?.targetList ?? []),
    ...clauses.flatMap(({ targetList = [], values = [] }) => [...targetList, ...values]),
  ].map((item) => carriedBy(as(item, 'ResTarget')?.val ?? item, known, [...scope, excluded], depth))
  const written = [...inserted, ...set].filter((output) => output.columns.length > 0 || output.foreign)
  return targets(list, known, items, scope, depth).map((output) =>
    written.length === 0 || output.opaque
      ? output
      : { ...output, ...union([output, ...written]), ...(output.star && { star: true }) },
  )
}
