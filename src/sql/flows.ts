// Where a statement puts the values of columns: what masks by name would no longer find. In doubt, more sources.
import type { ColumnDef, InsertStmt, MergeStmt, Node, RangeVar, UpdateStmt } from '@pgsql/types'
import type { Output } from '../core/statement.ts'
import type { Collector } from './collector.ts'
import { carriedBy, itemsOf, query, starred, withNames } from './outputs.ts'
import { type Ctes, type Item, union } from './taint.ts'
import { as, relationName } from './tree.ts'
import { assign, carries, ownRows, place, put, record } from './written.ts'

/** `INSERT` of a query or of values, and what its ON CONFLICT writes. */
export function insertFlows(node: InsertStmt, c: Collector): void {
  const source = as(node.selectStmt, 'SelectStmt')
  const ctes = visible(c)
  const constant =
    source?.valuesLists && !carries(carriedBy(source.valuesLists, ctes, [], c.start), c, source)
  const outputs =
    constant || !node.selectStmt ? [] : (query(node.selectStmt, ctes, [], c.start) ?? [ANYTHING])
  const into = { relation: node.relation, columns: targets(node.cols), positional: true }
  put(outputs, { ...into, ownRows: ownRows(source, node.relation, ctes) }, c)
  const excluded: Item = {
    name: 'excluded',
    outputs: outputs.length > 0 ? [{ ...union(outputs), star: true }] : [],
  }
  const scope = [...own(node.relation, c), excluded]
  for (const item of node.onConflictClause?.targetList ?? []) assign(item, node.relation, ctes, scope, c)
}

export function updateFlows(node: UpdateStmt, c: Collector): void {
  const ctes = visible(c)
  const scope = [...own(node.relation, c), ...joined(node.fromClause, ctes, c)]
  for (const item of node.targetList ?? []) assign(item, node.relation, ctes, scope, c)
}

export function mergeFlows(node: MergeStmt, c: Collector): void {
  const ctes = visible(c)
  const scope = [
    ...own(node.relation, c),
    ...joined(node.sourceRelation ? [node.sourceRelation] : [], ctes, c),
  ]
  for (const item of node.mergeWhenClauses ?? []) {
    const clause = as(item, 'MergeWhenClause')
    if (clause?.commandType === 'CMD_UPDATE')
      for (const target of clause.targetList ?? []) assign(target, node.relation, ctes, scope, c)
    if (clause?.commandType !== 'CMD_INSERT') continue
    const outputs = (clause.values ?? []).flatMap(
      (value) => starred(value, ctes, scope, scope, c.start) ?? [carriedBy(value, ctes, scope, c.start)],
    )
    put(outputs, { relation: node.relation, columns: targets(clause.targetList), positional: true }, c)
  }
}

/** CREATE TABLE AS, SELECT INTO and views. A view is read through, so only what nobody can see through counts. */
export function createFlows(
  source: Node | undefined,
  relation: RangeVar | undefined,
  columns: readonly string[],
  c: Collector,
  view = false,
): void {
  const outputs = query(source, visible(c), [], c.start) ?? [ANYTHING]
  put(outputs, { relation, columns, positional: false, ...(view && { view }) }, c)
}

/** An expression that is stored in a column of the same table: USING, GENERATED. */
export function columnFlow(
  value: Node | undefined,
  relation: RangeVar | undefined,
  column: string | undefined,
  c: Collector,
): void {
  if (!value) return
  const output = carriedBy(value, new Map(), own(relation, c), c.start)
  record(output, { ...place(relation), ...(column !== undefined && { column }) }, c, value)
}

/** DEFAULT and GENERATED of a column. */
export function storedFlows(
  definition: ColumnDef | undefined,
  relation: RangeVar | undefined,
  c: Collector,
): void {
  for (const item of definition?.constraints ?? []) {
    const constraint = as(item, 'Constraint')
    if (/^CONSTR_(DEFAULT|GENERATED)$/.test(constraint?.contype ?? ''))
      columnFlow(constraint?.raw_expr, relation, definition?.colname, c)
  }
}

/** The same columns under another name of their table. */
export function renamedFlow(from: string, to: string, c: Collector): void {
  c.flow({ relation: to, sources: [`${from}.*`], named: true })
}

/** A query or table whose rows leave by another way than the result. */
export function leavingFlow(source: { query?: Node; relation?: RangeVar }, out: string, c: Collector): void {
  const outputs = source.query ? (query(source.query, visible(c), [], c.start) ?? [ANYTHING]) : []
  if (source.relation) c.flow({ sources: [`${relationName(source.relation)}.*`], place: out })
  for (const output of outputs) record(output, { place: out }, c, source.query)
}

/** The built-in trigger function that copies words of columns into another. */
export function triggerFlow(
  names: readonly string[],
  args: readonly string[],
  relation: RangeVar | undefined,
  c: Collector,
): void {
  if (!/^tsvector_update_trigger(_column)?$/.test(names.at(-1) ?? '')) return
  const [column = '', , ...read] = args
  c.flow({ ...place(relation), column, sources: read.map((name) => `${relationName(relation)}.${name}`) })
}

/** RULE actions see the row as `new` and `old`. */
export function withRow(relation: RangeVar | undefined, work: () => void, c: Collector): void {
  const before = c.flows.length
  work()
  const name = relationName(relation)
  for (let at = before; at < c.flows.length; at++) {
    const flow = c.flows[at]!
    c.flows[at] = {
      ...flow,
      sources: flow.sources.map((source) => source.replace(/^(?:new|old)\./, `${name}.`)),
    }
  }
}

const ANYTHING: Output = { columns: ['*'], sources: ['*'], opaque: false, star: true }

/** Common table expressions as the statement sees them. */
function visible(c: Collector): Ctes {
  let known: Ctes = new Map()
  for (const clause of c.withs) known = withNames(clause, known, [], c.start)
  return known
}

const own = (relation: RangeVar | undefined, c: Collector): readonly Item[] =>
  relation ? itemsOf({ RangeVar: relation }, new Map(), [], c.start) : []

function joined(clause: readonly Node[] | undefined, ctes: Ctes, c: Collector): readonly Item[] {
  return (clause ?? []).flatMap((node) => itemsOf(node, ctes, [], c.start))
}

const targets = (list: readonly Node[] | undefined): string[] =>
  (list ?? []).map((item) => as(item, 'ResTarget')?.name ?? '')
