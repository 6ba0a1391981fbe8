// How many rows of its target a WHERE clause lets through, as far as the text can tell.
import type { A_Expr, BoolExpr, ColumnRef, Node, RangeVar, SelectStmt, SubLink } from '@pgsql/types'
import {
  alias,
  isSystem,
  isTargetColumn,
  isValue,
  itemName,
  leaves,
  mentions,
  references,
  sameTable,
  uncast,
} from './columns.ts'
import { fold, truthOf } from './constants.ts'
import { generates, isBatch, mayBeOuter, mentionsOutside, type Scoped, withNames } from './subqueries.ts'
import { alternatives, bothTruths, complementary } from './tautologies.ts'
import { as, parts, shape } from './tree.ts'

/**
 * What a condition says about the target's rows.
 * `always`, `never`: decided. `free`: no column of the target decides it, so it is all rows or none.
 * `weak`: depends on the target, but any share of the rows may pass. `selective`: picks rows by value.
 */
export type Selectivity = 'never' | 'selective' | 'weak' | 'free' | 'always'

export interface Target extends Scoped {
  /** All of these hold for a row that is picked: WHERE, and what inner joins are made on. */
  readonly conditions: readonly Node[]
  /** Names of the tables whose rows are being asked for already: a join back to them picks nothing. */
  readonly asked?: ReadonlySet<string>
  /** Subqueries that may still be looked into: a text can name them over and over. */
  readonly budget: { left: number }
  readonly place: Place
}

/** Where the statement stands. */
export interface Place {
  /** In a loop: parameters are another value each time, and batches add up. */
  readonly repeated?: boolean
  /** In PL/pgSQL, where an array may be filled by a query. */
  readonly body?: boolean
}

export function targetOf(
  relation: RangeVar,
  others: readonly Node[],
  scope: Target['scope'],
  place: Place = {},
  conditions: readonly (Node | undefined)[] = [],
): Target {
  return {
    relation,
    others,
    scope,
    budget: { left: 200 },
    place,
    conditions: conditionsOf(others, conditions),
  }
}

/** What must hold for the rows of these FROM items. An outer join keeps rows for which its condition does not. */
function conditionsOf(items: readonly Node[], also: readonly (Node | undefined)[]): readonly Node[] {
  const found = also.flatMap((node) => node ?? [])
  for (const item of items) {
    const join = as(item, 'JoinExpr')
    if (!join || (join.jointype ?? 'JOIN_INNER') !== 'JOIN_INNER') continue
    const sides = [join.larg, join.rarg].flatMap((side) => side ?? [])
    found.push(...conditionsOf(sides, [join.quals]))
  }
  return found
}

export type Rows = 'none' | 'some' | 'all' | 'unknown'

/** The `rows` fact of a DELETE or UPDATE. */
export function rowsOf(where: Node | undefined, target: Target): Rows {
  return rowsOfAll([where], target)
}

/** The same where several conditions hold. */
export function rowsOfAll(conditions: readonly (Node | undefined)[], target: Target): Rows {
  const found = conditions.map((node) => (node === undefined ? 'always' : selectivity(node, target)))
  return ROWS[found.reduce(narrower, 'always')]
}

const ROWS = { never: 'none', selective: 'some', weak: 'unknown', free: 'all', always: 'all' } as const

const ORDER: readonly Selectivity[] = ['never', 'selective', 'weak', 'free', 'always']
const narrower = (a: Selectivity, b: Selectivity) => (ORDER.indexOf(a) < ORDER.indexOf(b) ? a : b)
const wider = (a: Selectivity, b: Selectivity) => (ORDER.indexOf(a) < ORDER.indexOf(b) ? b : a)

function selectivity(node: Node, target: Target): Selectivity {
  const value = truthOf(node)
  if (value !== undefined) return value === true ? 'always' : 'never'
  const bool = as(node, 'BoolExpr')
  if (bool) return combine(bool, target)
  const operation = as(node, 'A_Expr')
  if (operation) return compare(operation, node, target)
  const link = as(node, 'SubLink')
  if (link) return nested(link, target)
  if (as(node, 'CurrentOfExpr')) return 'weak'
  const test = as(node, 'NullTest')
  if (test && isSystem(test.arg, target)) return test.nulltesttype === 'IS_NULL' ? 'never' : 'always'
  return mentions(node, target) ? 'weak' : 'free'
}

function combine({ boolop, args = [] }: BoolExpr, target: Target): Selectivity {
  const found = args.map((arg) => selectivity(arg, target))
  if (boolop === 'AND_EXPR') return found.reduce(narrower, 'always')
  if (boolop === 'OR_EXPR') {
    if (complementary(args)) return 'always'
    const either = bothTruths(alternatives(args).map((arg) => as(arg, 'A_Expr')?.rexpr))
    return found.reduce(wider, either ? 'weak' : 'never')
  }
  return NEGATED[found[0] ?? 'weak']
}

const NEGATED = { never: 'always', selective: 'weak', weak: 'weak', free: 'free', always: 'never' } as const

function compare(node: A_Expr, whole: Node, target: Target): Selectivity {
  const names = parts(node.name)
  const fallback = mentions(whole, target) ? 'weak' : 'free'
  if (names.length > 1 && names[0] !== 'pg_catalog') return fallback
  const name = names.at(-1)
  if (node.kind === 'AEXPR_LIKE' || node.kind === 'AEXPR_ILIKE') {
    const all = /^%+$/.test(String(fold(node.rexpr) ?? ''))
    return all && !name?.startsWith('!') && fallback === 'weak' ? 'always' : fallback
  }
  if (node.kind === 'AEXPR_NOT_DISTINCT' && shape(node.lexpr) === shape(node.rexpr)) return 'always'
  const reflexive = node.kind === 'AEXPR_OP' && (name === '=' || name === '>=' || name === '<=')
  if (reflexive && shape(node.lexpr) === shape(node.rexpr)) return 'always'
  if (name !== '=') return fallback
  if (node.kind === 'AEXPR_IN') return listed(node, target) ? 'selective' : fallback
  if (node.kind === 'AEXPR_OP_ANY') return anyOf(node, target) ?? fallback
  if (node.kind !== 'AEXPR_OP' && node.kind !== 'AEXPR_NOT_DISTINCT') return fallback
  return equality(node.lexpr, node.rexpr, target) ?? equality(node.rexpr, node.lexpr, target) ?? fallback
}

/** `column IN (constants)`. */
function listed(node: A_Expr, target: Target): boolean {
  const items = as(node.rexpr, 'List')?.items ?? []
  return isTargetColumn(node.lexpr, target) && picks(items, target)
}

/** Values that pick rows: a boolean picks about any share of them. */
function picks(values: readonly (Node | undefined)[], target: Target): boolean {
  return values.every((value) => isPicking(value, target)) && !bothTruths(values)
}

function isPicking(value: Node | undefined, { place }: Target): boolean {
  if (place.repeated && holdsParameter(value)) return false
  return isValue(value) && typeof fold(value) !== 'boolean'
}

const holdsParameter = (value: unknown): boolean => (JSON.stringify(value) ?? '').includes('"ParamRef":')

/** `column = ANY (array)`: a constant, a parameter, or the result of a query. */
function anyOf(node: A_Expr, target: Target): Selectivity | undefined {
  if (!isTargetColumn(node.lexpr, target)) return undefined
  const array = as(uncast(node.rexpr), 'SubLink')
  if (array?.subLinkType === 'ARRAY_SUBLINK') return fromQuery([node.lexpr], array.subselect, target)
  const items = as(uncast(node.rexpr), 'A_ArrayExpr')
  if (items) return picks(items.elements ?? [], target) ? 'selective' : undefined
  if (target.place.body && holdsParameter(node.rexpr)) return undefined
  return picks([uncast(node.rexpr)], target) ? 'selective' : undefined
}

function equality(
  column: Node | undefined,
  other: Node | undefined,
  target: Target,
): Selectivity | undefined {
  if (!isTargetColumn(column, target) || other === undefined) return undefined
  if (isPicking(other, target) || isPicking(uncast(other), target))
    return typeof fold(other) === 'boolean' ? 'weak' : 'selective'
  const reference = as(uncast(other), 'ColumnRef')
  if (reference) return joined(reference, target)
  const link = as(uncast(other), 'SubLink')
  return link?.subLinkType === 'EXPR_SUBLINK' ? fromQuery([column], link.subselect, target) : undefined
}

/** `target.column = other.column`. */
function joined(reference: ColumnRef, target: Target): Selectivity | undefined {
  const names = parts(reference.fields)
  const qualifier = names.length > 1 ? names.at(-2) : undefined
  if (qualifier === undefined || qualifier === alias(target.relation)) return undefined
  const item = target.others.flatMap(leaves).find((leaf) => itemName(leaf) === qualifier)
  return item === undefined ? undefined : picked(item, target)
}

/** The rows of the target that a join with this FROM item picks: as many as the item has that meet the conditions. */
function picked(item: Node, target: Target): Selectivity {
  const name = itemName(item)
  if (target.asked?.has(name)) return 'free'
  const found = sourceOf(item, target, 0)
  if (found === 'selective' || found === 'never' || target.budget.left-- <= 0) return found
  const own: Node = { RangeVar: target.relation }
  const others = [own, ...target.others.flatMap(leaves).filter((leaf) => leaf !== item)]
  const relation = as(item, 'RangeVar') ?? { relname: name }
  const asked = new Set([...(target.asked ?? []), alias(target.relation)])
  return narrower(found, met({ ...target, relation, others, asked }))
}

/** The rows that meet all of the conditions. */
const met = (target: Target): Selectivity =>
  target.conditions.map((condition) => selectivity(condition, target)).reduce(narrower, 'always')

/** The rows of the target that a join with this FROM item picks, whatever else is said of the item. */
function sourceOf(item: Node, target: Target, depth: number): Selectivity {
  const relation = as(item, 'RangeVar')
  if (relation) return relationSource(relation, target, depth)
  const query = as(as(item, 'RangeSubselect')?.subquery, 'SelectStmt')
  return query ? querySource(query, target, depth) : 'weak'
}

function relationSource(relation: RangeVar, target: Target, depth: number): Selectivity {
  const cte = relation.schemaname ? undefined : target.scope.get(relation.relname ?? '')
  const query = as(cte?.ctequery, 'SelectStmt')
  if (query && depth < 8) return querySource(query, target, depth + 1)
  if (cte) return 'weak'
  return sameTable(relation, target.relation) ? 'free' : 'weak'
}

/** The rows that a query may return, as values to pick the target's rows by. */
function querySource(query: SelectStmt, target: Target, depth: number): Selectivity {
  const found = valuesOf(query, target, depth)
  const made = generates(query) || (target.place.repeated && holdsParameter(query.targetList))
  return made ? wider(found, 'weak') : found
}

function valuesOf(query: SelectStmt, target: Target, depth: number): Selectivity {
  if (depth > 8 || target.budget.left-- <= 0) return 'weak'
  if (isBatch(query) && !target.place.repeated) return 'selective'
  if (query.larg && query.rarg)
    return wider(querySource(query.larg, target, depth + 1), querySource(query.rarg, target, depth + 1))
  if (query.valuesLists) {
    const values = query.valuesLists.flatMap((row) => as(row, 'List')?.items ?? [])
    const open = target.place.repeated && values.some(holdsParameter)
    return open || bothTruths(values) ? 'weak' : 'selective'
  }
  const items = (query.fromClause ?? []).flatMap(leaves)
  if (items.length === 0) return 'weak'
  const scope = withNames(query, target.scope)
  const conditions = conditionsOf(query.fromClause ?? [], [query.whereClause])
  const rows = (item: Node): Selectivity => {
    const found = sourceOf(item, { ...target, scope }, depth + 1)
    const relation = as(item, 'RangeVar') ?? { relname: itemName(item) }
    const others = items.filter((other) => other !== item)
    return narrower(found, met({ ...target, relation, others, scope, conditions, asked: new Set() }))
  }
  return items.map(rows).reduce(wider, 'never')
}

/** `column IN (query)` and `column = (query)`. */
function fromQuery(
  columns: readonly (Node | undefined)[],
  subselect: Node | undefined,
  target: Target,
): Selectivity {
  const query = as(subselect, 'SelectStmt')
  if (!query) return 'weak'
  const found = querySource(query, target, 0)
  if (found !== 'selective') return found
  const tested = new Set(columns.flatMap((column) => references(column).map((names) => names.at(-1) ?? '')))
  if (mayBeOuter(query, new Set([...tested, alias(target.relation)]), target, 0)) return 'weak'
  return mentionsOutside(query, target) ? 'weak' : 'selective'
}

function nested(link: SubLink, target: Target): Selectivity {
  if (
    link.subLinkType === 'ANY_SUBLINK' &&
    (link.operName === undefined || parts(link.operName).at(-1) === '=')
  ) {
    const row = as(link.testexpr, 'RowExpr')
    const columns = row ? (row.args ?? []) : [link.testexpr]
    if (columns.every((column) => isTargetColumn(column, target)))
      return fromQuery(columns, link.subselect, target)
  }
  const query = as(link.subselect, 'SelectStmt')
  if (link.subLinkType === 'EXISTS_SUBLINK' && query) return exists(query, target)
  return mentions({ SubLink: link }, target) ? 'weak' : 'free'
}

/** EXISTS picks rows when it is correlated with the target by an equality. */
function exists(query: SelectStmt, target: Target): Selectivity {
  const name = alias(target.relation)
  const correlated = references(query).some((names) => names.length > 1 && names.at(-2) === name)
  if (!correlated)
    return references(query).some((names) => names.length === 1) && query.whereClause ? 'weak' : 'free'
  const items = query.fromClause ?? []
  if (items.flatMap(leaves).some((item) => itemName(item) === name)) return 'free'
  if (query.whereClause === undefined) return 'weak'
  const { targetList: _list, whereClause: _where, ...sources } = query
  const tested = references(query).flatMap((names) => (names.at(-2) === name ? (names.at(-1) ?? []) : []))
  if (mentionsOutside(sources, target) || mayBeOuter(sources, new Set([...tested, name]), target, 0))
    return 'weak'
  // Seen from inside, the inner tables are the other side of the join.
  return narrower(
    'weak',
    selectivity(query.whereClause, {
      ...target,
      others: items,
      conditions: conditionsOf(items, [query.whereClause]),
      scope: withNames(query, target.scope),
    }),
  )
}
