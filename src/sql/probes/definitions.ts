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
  const named = relations.map(relationName)
  keys(value, named, notes)
}

/** Columns that indexes, statistics, partitions and constraints name outside of expressions. */
function keys(value: unknown, relations: readonly string[], notes: Notes): void {
  if (Array.isArray(value)) for (const item of value) keys(item, relations, notes)
  else if (value !== null && typeof value === 'object') {
    const node = value as Node
    const element = as(node, 'IndexElem') ?? as(node, 'StatsElem') ?? as(node, 'PartitionElem')
    const constraint = as(node, 'Constraint')
    const own = [element?.name ?? [], parts(constraint?.keys), parts(constraint?.fk_attrs)].flat()
    for (const relation of relations) for (const name of own) notes.source(`${relation}.${dotted([name])}`)
    if (constraint) referred(constraint, notes)
    for (const child of Object.values(node)) keys(child, relations, notes)
  }
}

/** A foreign key asks whether the other table has the value. */
function referred({ pktable, pk_attrs: columns }: Constraint, notes: Notes): void {
  for (const name of parts(columns)) notes.source(`${relationName(pktable)}.${dotted([name])}`)
}

function relationsIn(value: unknown): readonly RangeVar[] {
  if (Array.isArray(value)) return value.flatMap(relationsIn)
  if (value === null || typeof value !== 'object') return []
  if ('relname' in value) return [value as RangeVar]
  return Object.values(value).flatMap(relationsIn)
}

/** Nothing is in a new table yet, but other tables may be asked; a new partition is given rows that are there. */
function table(node: CreateStmt, around: Around, notes: Notes): void {
  if (!node.partbound) {
    keys([node.tableElts, node.constraints], [], notes)
    return
  }
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
    for (const each of as(action, 'List')?.items ?? [action]) notes.query(each, inside, false, notes)
}

/** A body that is a text comes by itself. */
function routine(node: CreateFunctionStmt, around: Around, notes: Notes): void {
  const { body } = notes
  expression(node.parameters, around, notes)
  notes.body = true
  for (const part of statementsIn(node.sql_body)) notes.query(part, around, false, notes)
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
