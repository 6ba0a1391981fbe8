// Which columns a text compares: whoever may ask which rows have which value learns the value, without reading it.
import type { A_Expr, FuncCall, Node, SelectStmt } from '@pgsql/types'
import type { Collector } from './collector.ts'
import { isOpaque } from './functions.ts'
import { carriedBy, fromItems, withNames } from './outputs.ts'
import type { Ctes, Item } from './taint.ts'
import { as, parts } from './tree.ts'

/** A clause that decides which rows come back or in which order. */
type Clause = readonly Node[] | Node | undefined

/** Runs `work` with the query's relations in scope for the queries inside, and notes what its conditions compare. */
export function comparing(select: SelectStmt, c: Collector, work: () => void): void {
  const from = select.fromClause ?? []
  const orders = (select.sortClause ?? []).map((item) => as(item, 'SortBy')?.node)
  const clauses: Clause[] = [
    select.whereClause,
    select.havingClause,
    ...from.flatMap(joins),
    ...orders.map((order) => place(order, select)),
    ...tests(select.targetList),
  ]
  compared(from, clauses, c, work)
}

/** The same for the rows that UPDATE, DELETE or MERGE picks. */
export function compared(
  from: readonly Node[],
  clauses: readonly Clause[],
  c: Collector,
  work: () => void,
): void {
  const read = clauses.flatMap((clause) => terms(clause))
  const before = c.surroundings
  const nested = from.length > 0 && before.length < MAX_NESTED
  if (read.length > 0 || nested) {
    const ctes = visible(c)
    const scope = [...fromItems(from, ctes, before, c.compared), ...before]
    for (const term of read) note(term, ctes, scope, c)
    if (nested) c.surroundings = scope
  }
  work()
  c.surroundings = before
}

/** Items around a query that its conditions may name. */
const MAX_NESTED = 64

function note(term: Node, ctes: Ctes, scope: readonly Item[], c: Collector): void {
  const operation = as(term, 'A_Expr')
  const sides = [operation?.lexpr, operation?.rexpr]
  if (operation && isEquality(operation) && sides.every((side) => as(side, 'ColumnRef'))) {
    // Rows that belong together, by columns of one name: no value is a guess.
    const [left, right] = sides.map((side) => columns(carriedBy(side, ctes, scope, c.compared).sources))
    if (left !== '' && left === right) return
  }
  const { sources } = carriedBy(term, ctes, scope, c.compared)
  // `*` beside others only says that names were changed on the way.
  for (const source of sources) if (source !== '*' || sources.length === 1) c.compares.add(source)
}

const isEquality = ({ kind, name }: A_Expr): boolean => kind === 'AEXPR_OP' && parts(name).join('.') === '='
const columns = (sources: readonly string[]): string =>
  [...new Set(sources.map((source) => source.slice(source.lastIndexOf('.') + 1)))].join()

/** The single conditions of a clause; those that tell nothing of a value are left out. */
function terms(clause: Clause): readonly Node[] {
  if (clause === undefined) return []
  if (Array.isArray(clause)) return clause.flatMap((item: Node) => terms(item))
  const node = clause as Node
  const joined = as(node, 'BoolExpr')
  if (joined) return terms(joined.args)
  const test = as(node, 'NullTest')
  if (test && as(test.arg, 'ColumnRef')) return []
  return [node]
}

/** ON of all joins. */
export function joins(item: Node): readonly Clause[] {
  const join = as(item, 'JoinExpr')
  return join ? [join.quals, ...[join.larg, join.rarg].flatMap((side) => (side ? joins(side) : []))] : []
}

/** ORDER BY 2 stands for the second column. */
function place(order: Node | undefined, { targetList = [] }: SelectStmt): Clause {
  const number = as(order, 'A_Const')?.ival?.ival
  return number === undefined ? order : as(targetList[number - 1], 'ResTarget')?.val
}

/** Conditions within what is counted: `count(*) FILTER (WHERE …)`, `count(CASE …)`. Other outputs are masked by what they read. */
function tests(value: unknown): readonly Node[] {
  const found: Node[] = []
  const visit = (child: unknown): void => {
    if (Array.isArray(child)) for (const item of child) visit(item)
    else if (child !== null && typeof child === 'object') {
      const call = (child as { FuncCall?: FuncCall }).FuncCall
      if (call?.agg_filter) found.push(call.agg_filter)
      if (call && isOpaque(parts(call.funcname)))
        found.push(...(call.args ?? []).filter((argument) => !as(argument, 'ColumnRef')))
      if (!('SubLink' in child)) for (const item of Object.values(child)) visit(item)
    }
  }
  visit(value)
  return found
}

function visible(c: Collector): Ctes {
  let known: Ctes = new Map()
  for (const clause of c.withs) known = withNames(clause, known, [], c.compared)
  return known
}
