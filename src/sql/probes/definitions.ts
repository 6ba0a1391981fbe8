// Definitions over columns: constraints, indexes, types and policies are checked against the rows that are there.
import type {
  AlterTableStmt,
  Constraint,
  CreateFunctionStmt,
  CreateStmt,
  CreateTrigStmt,
  Node,
  RangeVar,
} from '@pgsql/types'
import type { Item } from '../taint.ts'
import { as, dotted, parts, relationName } from '../tree.ts'
import { expression } from './expression.ts'
import type { Around, Notes } from './notes.ts'
import { query } from './query.ts'
import { ownItems } from './rows.ts'

type Definition = (node: never, around: Around, notes: Notes) => void

/** What is not here is an expression over the relations that it names. */
const DEFINITIONS: Readonly<Record<string, Definition>> = {
  CreateStmt: table,
  AlterTableStmt: altered,
  CreateTrigStmt: trigger,
  CreateFunctionStmt: routine,
  ClusterStmt: (node: { relation?: RangeVar }, _, notes) => notes.source(rowsOf(node.relation)),
  RuleStmt: rule,
  AlterDomainStmt: (node: { def?: Node }, around, notes) => {
    // Which columns have the domain, the text does not tell.
    if (node.def && as(node.def, 'Constraint')) notes.source('*')
    expression(node.def, around, notes)
  },
}

export function defining(statement: Node, around: Around, notes: Notes): void {
  for (const [tag, fields] of Object.entries(statement)) {
    const definition = Object.hasOwn(DEFINITIONS, tag) ? DEFINITIONS[tag] : undefined
    if (definition) definition(fields as never, around, notes)
    else over(fields, relationsIn(fields), around, notes)
  }
}

const rowsOf = (relation: RangeVar | undefined): string => (relation ? `${relationName(relation)}.*` : '*')

/** An expression over the rows of these relations, and names of their columns. */
function over(value: unknown, relations: readonly RangeVar[], around: Around, notes: Notes): void {
  const items = relations.flatMap((relation) => ownItems(relation, notes))
  const rows = ['new', 'old'].map((name): Item => ({ ...(items[0] ?? { name }), name }))
  expression(value, { ctes: around.ctes, scope: [...items, ...rows, ...around.scope] }, notes)
  const named = new Set<string>()
  keys(value, named)
  for (const name of named)
    for (const relation of relations) notes.source(`${relationName(relation)}.${dotted([name])}`)
}

/** Columns that indexes, statistics, partitions and constraints name outside of expressions. */
function keys(value: unknown, found: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) keys(item, found)
  else if (value !== null && typeof value === 'object') {
    const node = value as Node
    const element = as(node, 'IndexElem') ?? as(node, 'StatsElem') ?? as(node, 'PartitionElem')
    if (element?.name !== undefined) found.add(element.name)
    const constraint = as(node, 'Constraint')
    if (constraint)
      for (const name of parts([
        ...(constraint.keys ?? []),
        ...(constraint.fk_attrs ?? []),
        ...(constraint.pk_attrs ?? []),
      ]))
        found.add(name)
    for (const child of Object.values(node)) keys(child, found)
  }
}

function relationsIn(value: unknown): readonly RangeVar[] {
  if (Array.isArray(value)) return value.flatMap(relationsIn)
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, child]) => {
    if (key === 'RangeVar') return [child as RangeVar]
    const bare = key === 'relation' && 'relname' in (child as object)
    return bare ? [child as RangeVar] : relationsIn(child)
  })
}

/** Nothing is in a new table yet; a new partition is given rows that are there. */
function table(node: CreateStmt, around: Around, notes: Notes): void {
  if (!node.partbound) return
  const parents = (node.inhRelations ?? []).flatMap((item) => as(item, 'RangeVar') ?? [])
  const relations = [...parents, ...(node.relation ? [node.relation] : [])]
  over([node.tableElts, node.constraints], relations, around, notes)
}

function altered(node: AlterTableStmt, around: Around, notes: Notes): void {
  const { relation } = node
  const own = relation ? [relation] : []
  for (const item of node.cmds ?? []) {
    const command = as(item, 'AlterTableCmd')
    if (!command) continue
    over(command.def, own, around, notes)
    const column = command.name === undefined ? '*' : dotted([command.name])
    if (CHECKED.has(command.subtype ?? '')) notes.source(`${relationName(relation)}.${column}`)
    // The column's own constraints do not name it.
    const added = as(command.def, 'ColumnDef')
    if (added?.constraints && command.subtype === 'AT_AddColumn' && added.colname)
      over(added.constraints, own, around, notes)
    if (command.subtype === 'AT_AttachPartition')
      for (const each of [relation, as(command.def, 'PartitionCmd')?.name]) notes.source(rowsOf(each))
    const constraint = as(command.def, 'Constraint')
    if (constraint) byIndex(constraint, relation, notes)
  }
}

/** All values of the column are looked at. */
const CHECKED = new Set(['AT_AlterColumnType', 'AT_SetExpression'])

/** UNIQUE USING INDEX does not say of which columns. */
function byIndex(
  { indexname, contype, keys: named }: Constraint,
  relation: RangeVar | undefined,
  notes: Notes,
): void {
  if (indexname !== undefined && !named && /UNIQUE|PRIMARY/.test(contype ?? ''))
    notes.source(rowsOf(relation))
}

/** A trigger sees the rows, whatever its function is. */
function trigger(node: CreateTrigStmt, around: Around, notes: Notes): void {
  if (!node.isconstraint || node.funcname) notes.source(rowsOf(node.relation))
  over(node.whenClause, node.relation ? [node.relation] : [], around, notes)
}

function rule(
  node: { relation?: RangeVar; whereClause?: Node; actions?: Node[] },
  around: Around,
  notes: Notes,
): void {
  const items = ownItems(node.relation, notes)
  const rows = ['new', 'old'].map((name): Item => ({ ...(items[0] ?? { name }), name }))
  const inside = { ctes: around.ctes, scope: [...items, ...rows] }
  expression(node.whereClause, inside, notes)
  // `ON SELECT` is how views were made once: its columns are those of the view.
  for (const action of node.actions ?? [])
    for (const each of as(action, 'List')?.items ?? [action]) query(each, inside, false, notes)
}

/** Of the server itself, and no row. */
const SCALAR =
  /^(?:text|uuid|jsonb?|jsonpath|xml|bytea|name|oid|date|money|"char"|inet|cidr|macaddr8?|tsvector|tsquery|point|box|circle|line|lseg|path|polygon|pg_lsn|pg_snapshot|xid8?|reg\w+|trigger|event_trigger|void|internal|cstring|citext|hstore|ltree|vector|(?:int[48]|num|ts|tstz|date)(?:multi)?range|timestamp|timestamptz|timetz|int[248]|float[48]|bool|numeric|varchar|bpchar|time|interval|bit|varbit)$/
const ANY = /^(?:any\w*|record)$/

/** Whoever calls it may give it a row, and `row.name` calls it without a word of that. */
function routine(node: CreateFunctionStmt, around: Around, notes: Notes): void {
  for (const item of node.parameters ?? []) {
    const parameter = as(item, 'FunctionParameter')
    if (!parameter || /OUT$|TABLE$/.test(parameter.mode ?? '')) continue
    const names = parts(parameter.argType?.names).filter((name) => name !== 'pg_catalog')
    const last = names.at(-1) ?? ''
    if (ANY.test(last)) notes.source('*')
    else if (names.length > 1 || !SCALAR.test(last)) notes.source(`${dotted(names)}.*`)
  }
  const { body } = notes
  notes.body = true
  for (const part of statementsIn(node.sql_body)) query(part, around, false, notes)
  notes.body = body
}

/** BEGIN ATOMIC holds lists of lists of statements; RETURN an expression. */
function statementsIn(value: Node | undefined): readonly Node[] {
  if (value === undefined) return []
  const list = as(value, 'List')
  if (list) return (list.items ?? []).flatMap(statementsIn)
  const returned = as(value, 'ReturnStmt')?.returnval
  return [returned ?? value]
}
