// Queries that give the same rows whatever row of the statement is looked at: every name in them is their own, and
// nothing in them has another value the next time.
import type { ColumnRef, FuncCall, Node, RangeVar, SelectStmt } from '@pgsql/types'
import { itemName, leaves } from '../columns.ts'
import { isVolatile } from '../functions.ts'
import { as, parts, relationName } from '../tree.ts'
import { type Names, namesWith } from './names.ts'

interface Level {
  readonly names: Names
  /** Names of FROM items that columns may be qualified with. */
  readonly aliases: ReadonlySet<string>
  /** An unqualified name is surely a column of an item inside. */
  readonly bound: boolean
  readonly depth: number
}

/** `around` are the FROM items of the queries around it. */
export function isClosed(query: SelectStmt, around: readonly Node[], names: Names): boolean {
  return closedQuery(query, around, { names, aliases: new Set(), bound: around.length === 0, depth: 0 })
}

function closedQuery(query: SelectStmt, around: readonly Node[], level: Level): boolean {
  if (level.depth > 8) return false
  const { withClause, fromClause = [], larg, rarg, ...rest } = query
  const names = namesWith(withClause, level.names, around)
  const items = fromClause.flatMap(leaves)
  const inner: Level = {
    names,
    aliases: new Set([...level.aliases, ...items.map(itemName)]),
    bound: level.bound || binds(items, around, names),
    depth: level.depth + 1,
  }
  const below = { ...level, names, depth: level.depth + 1 }
  return (
    [larg, rarg].every((side) => side === undefined || closedQuery(side, around, below)) &&
    (withClause?.ctes ?? []).every((node) => {
      const body = as(as(node, 'CommonTableExpr')?.ctequery, 'SelectStmt')
      return body !== undefined && closedQuery(body, around, below)
    }) &&
    items.every((item) => closedItem(item, around, below)) &&
    // Conditions of joins stand between the items.
    closedValue([rest, fromClause.map(joinsOnly)], around, inner)
  )
}

const joinsOnly = (item: Node): unknown => {
  const join = as(item, 'JoinExpr')
  return join && [join.quals, ...[join.larg, join.rarg].map((side) => side && joinsOnly(side))]
}

/** Items do not see each other: what is LATERAL has other rows for each row of another. */
function closedItem(item: Node, around: readonly Node[], level: Level): boolean {
  if (as(item, 'RangeVar')) return true
  const query = as(as(item, 'RangeSubselect')?.subquery, 'SelectStmt')
  if (query) return closedQuery(query, around, level)
  const call = as(item, 'RangeFunction')
  return call !== undefined && closedValue(call.functions, around, level)
}

function closedValue(value: unknown, around: readonly Node[], level: Level): boolean {
  if (Array.isArray(value)) return value.every((item) => closedValue(item, around, level))
  if (value === null || typeof value !== 'object') return true
  const node = value as Node
  const reference = as(node, 'ColumnRef')
  if (reference) return isOwn(reference, level)
  const call = as(node, 'FuncCall')
  if (call && !isSteady(call)) return false
  const query = as(node, 'SelectStmt')
  if (query) return closedQuery(query, around, level)
  return Object.values(value).every((item) => closedValue(item, around, level))
}

function isOwn({ fields = [] }: ColumnRef, { aliases, bound }: Level): boolean {
  const names = parts(fields)
  if (fields.length === 1) return names.length === 0 || bound
  return fields.length === 2 && aliases.has(names[0] ?? '')
}

/** A built-in function that gives the same for the same. */
export const isSteady = ({ funcname }: FuncCall): boolean => {
  const names = parts(funcname)
  return (names.length === 1 || names[0] === 'pg_catalog') && !isVolatile(names)
}

/** True when every table around is one of the items by the same name, so that these have all columns an outer one has. */
export function binds(items: readonly Node[], around: readonly Node[], names: Names): boolean {
  const own = items.flatMap((item) => as(item, 'RangeVar') ?? [])
  return around.flatMap(leaves).every((outer) => {
    const relation = as(outer, 'RangeVar')
    return relation !== undefined && own.some((item) => isVery(item, relation, names))
  })
}

const isVery = (relation: RangeVar, outer: RangeVar, names: Names): boolean =>
  !relation.alias?.colnames &&
  relationName(relation) === relationName(outer) &&
  (Boolean(relation.schemaname) || !names.has(relation.relname ?? ''))
