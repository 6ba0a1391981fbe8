// EXISTS picks rows when it holds only for those that a condition inside of it picks.
import type { Node, SelectStmt } from '@pgsql/types'
import { alias, itemName, leaves, references } from '../columns.ts'
import { as, parts } from '../tree.ts'
import { namesWith } from './names.ts'
import { narrower, type Selectivity } from './scale.ts'
import { conditionsOf, type Target } from './target.ts'

/** `selectivity` tells what the inner condition picks. */
export function exists(
  query: SelectStmt,
  target: Target,
  selectivity: (node: Node, target: Target) => Selectivity,
): Selectivity {
  const name = alias(target.relation)
  const items = query.fromClause ?? []
  const named = references(query)
  const correlated = named.some((names) => names.length > 1 && names.at(-2) === name)
  if (!correlated) return query.whereClause && named.some((names) => names.length === 1) ? 'weak' : 'free'
  if (items.flatMap(leaves).some((item) => itemName(item) === name)) return 'free'
  if (alwaysGivesRow(query)) return 'free'
  if (query.whereClause === undefined) return 'weak'
  const inside: Target = {
    ...target,
    // Seen from inside, the inner tables are the other side of the join.
    others: items,
    conditions: conditionsOf(items, [query.whereClause]),
    names: namesWith(query.withClause, target.names, [...target.around, { RangeVar: target.relation }]),
    around: [...target.around, { RangeVar: target.relation }, ...target.others],
  }
  return narrower('weak', selectivity(query.whereClause, inside))
}

/** Without GROUP BY an aggregate gives a row of nothing at all, and so does HAVING. */
function alwaysGivesRow({
  targetList = [],
  groupClause,
  havingClause,
  sortClause,
  distinctClause,
}: SelectStmt): boolean {
  if (groupClause && !groupClause.some((node) => as(node, 'GroupingSet'))) return false
  if (groupClause || havingClause) return true
  return ![...targetList, ...(sortClause ?? []), ...(distinctClause ?? [])].every(isPlain)
}

/** No aggregate, not even as `t.count`, which is `count(t)`. */
function isPlain(node: Node): boolean {
  const inner = as(node, 'ResTarget')?.val ?? as(node, 'SortBy')?.node ?? as(node, 'TypeCast')?.arg
  if (inner) return isPlain(inner)
  const reference = as(node, 'ColumnRef')
  if (reference) return !AGGREGATES.has(parts(reference.fields).at(-1) ?? '')
  return (
    as(node, 'A_Const') !== undefined || as(node, 'ParamRef') !== undefined || Object.keys(node).length === 0
  )
}

/** Built-in ones that take a row. */
const AGGREGATES = new Set(
  'any_value array_agg count json_agg json_agg_strict jsonb_agg jsonb_agg_strict max min mode'.split(' '),
)
