// Subqueries that give values: whose they are, and whether the query makes them up.
import type { CommonTableExpr, Node, RangeVar, SelectStmt } from '@pgsql/types'
import { alias, type Joined, leaves, references } from './columns.ts'
import { fold } from './constants.ts'
import { as, parts, relationName } from './tree.ts'

/** The target of a statement, and the common table expressions that are visible there. */
export interface Scoped extends Joined {
  readonly scope: ReadonlyMap<string, CommonTableExpr>
}

/** The most rows that LIMIT may let through and still pick a few. */
const BATCH = 10_000

export function withNames(query: SelectStmt, scope: Scoped['scope']): Scoped['scope'] {
  const ctes = (query.withClause?.ctes ?? []).flatMap((node) => as(node, 'CommonTableExpr') ?? [])
  return ctes.length === 0
    ? scope
    : new Map([...scope, ...ctes.map((cte) => [cte.ctename ?? '', cte] as const)])
}

/**
 * True when the query's values may be the very columns that are tested: an unqualified name that the inner tables lack
 * means the outer one, so `id IN (SELECT id FROM t)` may be `id = id`. Conditions make no values.
 */
export function mayBeOuter(
  query: SelectStmt,
  tested: ReadonlySet<string>,
  target: Scoped,
  depth: number,
): boolean {
  if (depth > 8) return true
  const below = (nested: SelectStmt | undefined) =>
    nested !== undefined && mayBeOuter(nested, tested, target, depth + 1)
  const named = (value: unknown) =>
    references(value).some((names) => names.length === 1 && tested.has(names[0] ?? ''))
  const items = (query.fromClause ?? []).flatMap(leaves)
  const ctes = (query.withClause?.ctes ?? []).map((node) =>
    as(as(node, 'CommonTableExpr')?.ctequery, 'SelectStmt'),
  )
  const own = items.some((item) => isVery(as(item, 'RangeVar'), query, target))
  return (
    below(query.larg) ||
    below(query.rarg) ||
    ctes.some(below) ||
    named(query.valuesLists) ||
    (!own && named(query.targetList)) ||
    items.some((item) => {
      const derived = as(item, 'RangeSubselect')
      return derived ? below(as(derived.subquery, 'SelectStmt')) : !as(item, 'RangeVar') && named(item)
    })
  )
}

/** The same table by the same name, so it has every column of the target. */
function isVery(relation: RangeVar | undefined, query: SelectStmt, target: Scoped): boolean {
  if (!relation || relation.alias?.colnames || relationName(relation) !== relationName(target.relation))
    return false
  return Boolean(relation.schemaname) || !withNames(query, target.scope).has(relation.relname ?? '')
}

const GENERATORS = /^(generate_\w+|row_number|rank|dense_rank|ntile)$/

/** True when the query makes values up, as many as it likes. */
export function generates({ targetList = [] }: Pick<SelectStmt, 'targetList'>): boolean {
  let found = false
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item)
    else if (value !== null && typeof value === 'object') {
      const call = as(value as Node, 'FuncCall')
      found ||=
        call !== undefined && (call.over !== undefined || GENERATORS.test(parts(call.funcname).at(-1) ?? ''))
      found ||= as(value as Node, 'SubLink') !== undefined
      if (!found) for (const item of Object.values(value)) visit(item)
    }
  }
  visit(targetList)
  return found
}

/** A LIMIT that lets a few rows through, whichever they are. */
export function isBatch({ limitCount, limitOption }: SelectStmt): boolean {
  const limit = fold(limitCount)
  return typeof limit === 'number' && limit <= BATCH && limitOption !== 'LIMIT_OPTION_WITH_TIES'
}

/** A reference qualified with the target's own name inside a subquery: it is correlated. */
export function mentionsOutside(query: Partial<SelectStmt>, target: Scoped): boolean {
  return references(query).some((names) => names.length > 1 && names.at(-2) === alias(target.relation))
}
