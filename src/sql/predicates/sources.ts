// How many values a FROM item or a subquery may give to pick rows by, whatever row they are asked for.
import type { Node, RangeVar, SelectStmt } from '@pgsql/types'
import { alias, itemName, leaves, sameTable } from '../columns.ts'
import { fold } from '../constants.ts'
import { as, parts, relationName } from '../tree.ts'
import { isClosed } from './closed.ts'
import { givesTruths, isComputed, isGiven } from './computed.ts'
import { isStored, type Named, namesWith, readsItself } from './names.ts'
import { type Asked, givesFew } from './outputs.ts'
import { holdsParameter, picks } from './picking.ts'
import { narrower, type Selectivity, wider } from './scale.ts'
import { conditionsOf, insideOf, type Target as Place } from './target.ts'

/** A target, with the way back to what its conditions pick. */
interface Target extends Place {
  readonly met: (target: Place) => Selectivity
}

/** The most rows that LIMIT may let through and still pick a few. */
const BATCH = 10_000

/** A LIMIT that lets a few rows through, whichever they are. */
function isBatch({ limitCount, limitOption }: SelectStmt): boolean {
  const limit = fold(limitCount)
  return typeof limit === 'number' && limit <= BATCH && limitOption !== 'LIMIT_OPTION_WITH_TIES'
}

/** The rows of the target that a join with a column of this FROM item picks. */
export function picked(item: Node, column: string, target: Target): Selectivity {
  const name = itemName(item)
  if (target.asked?.has(name)) return 'free'
  if (target.budget.left-- <= 0) return 'weak'
  const own: Node = { RangeVar: target.relation }
  const others = [own, ...target.others.flatMap(leaves).filter((leaf) => leaf !== item)]
  const asked = new Set([...(target.asked ?? []), alias(target.relation)])
  return rowsOfItem(
    item,
    column,
    { ...target, relation: as(item, 'RangeVar') ?? { relname: name }, others, asked },
    0,
  )
}

/** `target` looks at the item as the table whose rows are picked. */
function rowsOfItem(item: Node, column: string | undefined, target: Target, depth: number): Selectivity {
  const relation = as(item, 'RangeVar')
  const cte = relation && !relation.schemaname ? target.names.get(relation.relname ?? '') : undefined
  if (cte) return rowsOfCte(cte, relation, column, target, depth)
  if (relation) return rowsOfTable(relation, column, target)
  const derived = as(item, 'RangeSubselect')
  const query = as(derived?.subquery, 'SelectStmt')
  if (query) {
    const around = derived?.lateral ? insideOf(target) : target.around
    const given = (derived?.alias?.colnames ?? []).map((name) => parts(name)[0])
    const index = indexOf(column, given)
    const named = given.length === 0 ? column : undefined
    return querySource(query, { ...target, around }, { tested: NOTHING, index, column: named }, depth + 1)
  }
  const { functions = [], ordinality } = as(item, 'RangeFunction') ?? {}
  const { repeated, body } = target.context.place
  // In a body the array may come from a query.
  const open = repeated || ordinality || (body && holdsParameter(functions))
  return functions.length > 0 && !open && listsGiven(functions) ? 'selective' : 'weak'
}

const NOTHING: ReadonlySet<string> = new Set()

const listsGiven = (functions: readonly Node[]): boolean =>
  functions.every((node) => {
    const call = as(as(node, 'List')?.items?.[0], 'FuncCall')
    return call !== undefined && isGiven(call)
  })

function rowsOfTable(relation: RangeVar, column: string | undefined, target: Target): Selectivity {
  const { context, names } = target
  const base = sameTable(relation, target.changed) ? 'free' : 'weak'
  if (context.place.repeated || !isStored(relation, names, context.made)) return base
  const found = narrower(base, target.met(target))
  if (found === 'selective')
    context.rely({
      relation: relationName(relation),
      ...(column !== undefined && !relation.alias?.colnames && { column }),
    })
  return found
}

function rowsOfCte(
  { cte, visible, around }: Named,
  relation: RangeVar | undefined,
  column: string | undefined,
  target: Target,
  depth: number,
): Selectivity {
  const query = as(cte.ctequery, 'SelectStmt')
  if (!query || readsItself(cte)) return 'weak'
  const labels =
    [relation?.alias?.colnames, cte.aliascolnames].find((names) => names && names.length > 0) ?? []
  const index = indexOf(
    column,
    labels.map((name) => parts(name)[0]),
  )
  const named = labels.length === 0 ? column : undefined
  return querySource(
    query,
    { ...target, names: visible, around },
    { tested: NOTHING, index, column: named },
    depth + 1,
  )
}

/** Where a column stands; undefined when the text does not tell. */
function indexOf(column: string | undefined, names: readonly (string | undefined)[]): number | undefined {
  if (column === undefined) return undefined
  const index = names.indexOf(column)
  const numbered = /^column([1-9]\d*)$/.exec(column)
  return index >= 0 ? index : numbered && names.length === 0 ? Number(numbered[1]) - 1 : undefined
}

/** The values that a query may give. `target` is what stands around it; only its `around` may be named inside. */
export function querySource(query: SelectStmt, target: Target, asked: Asked, depth: number): Selectivity {
  if (depth > 8 || target.budget.left-- <= 0) return 'weak'
  const { context, around } = target
  const { repeated } = context.place
  if (isBatch(query) && !repeated && isClosed(query, around, target.names))
    return givesTruths(query, asked.column) ? 'weak' : 'selective'
  const names = namesWith(query.withClause, target.names, around)
  const inner = { ...target, names }
  if (query.larg && query.rarg)
    return wider(
      querySource(query.larg, inner, asked, depth + 1),
      querySource(query.rarg, inner, asked, depth + 1),
    )
  if (query.valuesLists) return listed(query, asked, target)
  const items = (query.fromClause ?? []).flatMap(leaves)
  if (items.length === 0) return written(query, target)
  if (query.groupClause?.some((node) => as(node, 'GroupingSet'))) return 'weak'
  const conditions = conditionsOf(query.fromClause ?? [], [query.whereClause])
  const found = items.map((item) => {
    const others = items.filter((other) => other !== item)
    const relation = as(item, 'RangeVar') ?? { relname: itemName(item) }
    const { asked: _asked, ...rest } = inner
    return rowsOfItem(item, undefined, { ...rest, relation, others, conditions }, depth + 1)
  })
  const rows = found.reduce(wider, 'never')
  if (rows !== 'never' && rows !== 'selective') return rows
  return givesFew(query, items, conditions, inner, asked) && !(repeated && holdsParameter(query.targetList))
    ? 'selective'
    : 'weak'
}

/** VALUES: as many rows as are written down, if nothing in them comes from outside. */
function listed(query: SelectStmt, { index }: Asked, { around, context, names }: Target): Selectivity {
  const rows = (query.valuesLists ?? []).map((row) => as(row, 'List')?.items ?? [])
  const tested = index === undefined ? rows.flat() : rows.map((row) => row[index])
  // It has no columns that a name could mean.
  const outside: readonly Node[] = around.length === 0 ? [{ RangeSubselect: {} }] : around
  const plain = isClosed(query, outside, names) && rows.flat().every(isComputed)
  return plain && picks(tested, context.place) ? 'selective' : 'weak'
}

/** A query without FROM: one row of constants. */
function written({ targetList = [] }: SelectStmt, { context }: Target): Selectivity {
  return picks(
    targetList.map((item) => as(item, 'ResTarget')?.val),
    context.place,
  )
    ? 'selective'
    : 'weak'
}

/** `column IN (query)`, `column = (query)`, `column = ANY (ARRAY(query))`. */
export function fromQuery(
  columns: readonly (Node | undefined)[],
  subselect: Node | undefined,
  target: Target,
): Selectivity {
  const query = as(subselect, 'SelectStmt')
  if (!query) return 'weak'
  const tested = new Set(columns.map((column) => parts(as(column, 'ColumnRef')?.fields).at(-1) ?? ''))
  const asked = { tested, ...(columns.length === 1 && { index: 0 }) }
  return querySource(query, { ...target, around: insideOf(target) }, asked, 0)
}
