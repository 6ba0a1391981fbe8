// How many rows a batch takes at most, where nothing but its LIMIT picks them: of a smaller table that is every row.
import type { Node } from '@pgsql/types'
import type { Effect } from '../../core/statement.ts'
import { fold } from '../constants.ts'
import type { Rows } from '../predicates/rows.ts'
import { as } from '../tree.ts'

/** Fewer are taken from a queue again and again. */
const FEW = 100

/** The largest LIMIT without a condition in `parts`, nothing when there is none, or `where` tests something else. */
export function limited(rows: Rows, where: Node | undefined, parts: readonly unknown[]): Partial<Effect> {
  if (rows !== 'some' || !conjuncts(where).every(joins)) return {}
  const limits = parts.flatMap(limitsIn).filter((limit) => limit > FEW)
  return limits.length === 0 ? {} : { most: Math.max(...limits) }
}

function conjuncts(where: Node | undefined): readonly Node[] {
  const bool = as(where, 'BoolExpr')
  if (bool?.boolop === 'AND_EXPR') return (bool.args ?? []).flatMap(conjuncts)
  return where ? [where] : []
}

/** A subquery, or two columns that are the same. */
function joins(node: Node): boolean {
  const { lexpr, rexpr } = as(node, 'A_Expr') ?? {}
  const wanted = [lexpr, rexpr].every((side) => side && 'ColumnRef' in side)
  const array = rexpr && JSON.stringify(rexpr).includes('"SubLink":')
  return as(node, 'SubLink') !== undefined || wanted || array === true
}

function limitsIn(value: unknown): readonly number[] {
  if (Array.isArray(value)) return value.flatMap(limitsIn)
  if (value === null || typeof value !== 'object') return []
  const below = Object.values(value).flatMap(limitsIn)
  const { limitCount, whereClause, fromClause } = value as {
    limitCount?: Node
    whereClause?: Node
    fromClause?: Node[]
  }
  const limit = whereClause === undefined && fromClause?.length === 1 ? fold(limitCount) : undefined
  return typeof limit === 'number' ? [limit, ...below] : below
}
