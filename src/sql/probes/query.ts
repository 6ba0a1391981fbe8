// Queries: what they may show, and everything else that they do with columns.
import type { CommonTableExpr, JoinExpr, Node, SelectStmt, WithClause } from '@pgsql/types'
import type { Output } from '../../core/statement.ts'
import { fromItems, itemsOf, query as outputsOf, withNames } from '../outputs.ts'
import { columnOf, expanded, type Item, unknown } from '../taint.ts'
import { as, parts } from '../tree.ts'
import { expression } from './expression.ts'
import { isStar, namesOf } from './names.ts'
import type { Around, Notes } from './notes.ts'
import { shown } from './plain.ts'
import { showsTraces } from './traces.ts'

export function selected(select: SelectStmt, around: Around, passes: boolean, notes: Notes): void {
  const ctes = withs(select.withClause, around, notes)
  const outside = { ctes, scope: around.scope }
  const { larg, rarg, fromClause = [], targetList = [], valuesLists } = select
  if (larg && rarg) {
    for (const side of [larg, rarg]) selected(side, outside, false, notes)
    expression([select.sortClause, select.limitCount, select.limitOffset], outside, notes)
    return
  }
  const items = fromItems(fromClause, ctes, around.scope, notes.depth)
  const inside = { ctes, scope: [...items, ...around.scope] }
  for (const item of fromClause) from(item, inside, notes)
  expression(valuesLists, inside, notes)
  for (const target of targetList)
    if (passes) shown(as(target, 'ResTarget')?.val, inside, notes)
    else column(target, items, inside, notes)
  const { distinctClause = [], groupClause = [], sortClause = [] } = select
  // DISTINCT without ON is a list of one empty node.
  const distinct = distinctClause.filter((item) => Object.keys(item).length > 0)
  if (distinct.length < distinctClause.length)
    for (const target of targetList) column(target, items, inside, notes)
  const places = [...distinct, ...groupClause, ...sortClause.map((sort) => as(sort, 'SortBy')?.node)]
  const named = places.length > 0 ? namesOf(targetList) : undefined
  for (const place of named ? places : []) {
    for (const target of named?.meant(place) ?? []) column(target, items, inside, notes)
    expression(place, inside, notes)
  }
  expression(
    [select.whereClause, select.havingClause, select.windowClause, select.limitCount, select.limitOffset],
    inside,
    notes,
  )
}

/** Names of WITH; without RECURSIVE a query sees only those before it. */
export function withs(clause: WithClause | undefined, { ctes, scope }: Around, notes: Notes): Around['ctes'] {
  if (!clause) return ctes
  const all = withNames(clause, ctes, scope, notes.depth)
  let known = ctes
  for (const node of clause.ctes ?? []) {
    const cte = as(node, 'CommonTableExpr')
    if (!cte) continue
    notes.query(cte.ctequery, { ctes: clause.recursive ? all : known, scope }, true, notes)
    known = clause.recursive ? all : withNames({ ctes: [node] }, known, scope, notes.depth)
    if (cte.search_clause || cte.cycle_clause) searched(cte, { ctes: known, scope }, notes)
  }
  return known
}

/** SEARCH and CYCLE compare columns of the query that they follow. */
function searched(cte: CommonTableExpr, { ctes }: Around, notes: Notes): void {
  for (const output of ctes.get(cte.ctename ?? '') ?? [unknown()]) notes.add(output)
}

/** `around` may hold items that come later in FROM: their names are taken as seen. */
export function from(node: Node, around: Around, notes: Notes): void {
  const join = as(node, 'JoinExpr')
  const derived = as(node, 'RangeSubselect')
  const sample = as(node, 'RangeTableSample')
  const functions = as(node, 'RangeFunction')
  const relation = as(node, 'RangeVar')
  if (join) joined(join, around, notes)
  else if (derived) notes.query(derived.subquery, around, true, notes)
  else if (sample) {
    if (sample.relation) from(sample.relation, around, notes)
    expression([sample.args, sample.repeatable], around, notes)
  } else if (functions)
    // The call itself shows its rows; later references find them.
    for (const item of functions.functions ?? [])
      for (const call of as(item, 'List')?.items ?? [item]) called(call, around, notes)
  else if (relation) {
    if (showsTraces(relation)) notes.source('*')
  } else expression(node, around, notes)
}

function called(node: Node, around: Around, notes: Notes): void {
  const call = as(node, 'FuncCall')
  if (call) notes.reads(parts(call.funcname))
  expression(call ? call.args : node, around, notes)
}

function joined(join: JoinExpr, around: Around, notes: Notes): void {
  const { larg, rarg, quals, usingClause, isNatural } = join
  for (const side of [larg, rarg]) if (side) from(side, around, notes)
  const sides = [larg, rarg].map((side) =>
    side ? itemsOf(side, around.ctes, around.scope, notes.depth) : [],
  )
  // An alias of the join hides their names from all but its own condition.
  const scope = join.alias ? [...sides.flat(), ...around.scope] : around.scope
  expression(quals, { ctes: around.ctes, scope }, notes)
  if (!usingClause && !isNatural) return
  const names = usingClause ? parts(usingClause) : common(sides)
  for (const items of sides)
    for (const name of names ?? [])
      for (const item of items) for (const output of columnOf(item, name)) notes.add(output)
  if (names === undefined) for (const output of expanded([], sides.flat())) notes.add(output)
}

/** Names that both sides may have, as far as they are listed; undefined when neither side is. */
function common(sides: readonly (readonly Item[])[]): readonly string[] | undefined {
  const [left, right] = sides.map(listed)
  return left && right ? left.filter((name) => right.includes(name)) : (left ?? right)
}

function listed(items: readonly Item[]): readonly string[] | undefined {
  const outputs = items.flatMap((item): readonly (Output | undefined)[] => item.outputs ?? [undefined])
  const names = outputs.map((output) => (output?.star ? undefined : output?.name))
  return names.every((name) => name !== undefined) ? names : undefined
}

/** An output column that is more than shown: all that it is made of. */
export function column(target: Node, items: readonly Item[], around: Around, notes: Notes): void {
  const value = as(target, 'ResTarget')?.val
  const fields = as(value, 'ColumnRef')?.fields
  if (isStar(value)) for (const output of expanded(parts(fields), items)) notes.add(output)
  else expression(value ?? target, around, notes)
}

/** The outputs of a query as others see them. */
export const columnsOf = (node: Node | undefined, { ctes, scope }: Around, notes: Notes) =>
  outputsOf(node, ctes, scope, notes.depth)
