// Tables, views and what hangs on them, as a statement makes them.
import type { Node, RangeVar, TypeName } from '@pgsql/types'
import type { Expression, ForeignKey, Referential, Relation } from '../../../sql/catalogue/snapshot.ts'
import { as, dotted, type Nodes, parts } from '../../../sql/tree.ts'
import type { Draft } from './draft.ts'
import { columnOf, placed, relationParts, running } from './names.ts'

const isTemporary = (relation: RangeVar | undefined): boolean =>
  relation?.relpersistence === 't' || relation?.schemaname === 'pg_temp'

/** How many rows it gets, nobody knows; so says the server before it is analysed. */
function empty(relation: RangeVar | undefined, draft: Draft): Relation {
  const place = placed(relationParts(relation), draft.schema)
  const persistence = relation?.relpersistence === 'u' ? 'unlogged' : 'permanent'
  return { ...place, kind: 'table', persistence, rows: -1, bytes: 0, columns: [] }
}

export function madeTable(statement: Nodes['CreateStmt'], draft: Draft): void {
  const { relation, tableElts = [], inhRelations = [], partspec } = statement
  if (isTemporary(relation)) return
  const base = empty(relation, draft)
  draft.add('relations', { ...base, ...(partspec && { kind: 'partitioned' }) })
  const key = (partspec?.partParams ?? []).map((node) => as(node, 'PartitionElem')?.expr)
  evaluated('partition', key, [base.schema, base.name], draft)
  for (const parent of inhRelations) isPartOf(relationParts(as(parent, 'RangeVar')), base, draft)
  for (const element of tableElts) madeElement(element, [base.schema, base.name], draft)
}

function isPartOf(parent: readonly string[], { schema, name }: Relation, draft: Draft): void {
  draft.change(parent, (relation) => ({
    ...relation,
    children: [...(relation.children ?? []), dotted([schema, name])],
  }))
}

/** A column or a constraint of a table. */
function madeElement(element: Node, table: readonly string[], draft: Draft): void {
  const definition = as(element, 'ColumnDef')
  if (definition) {
    const column = columnOf(definition.colname ?? '', definition.typeName)
    draft.change(table, (relation) => ({ ...relation, columns: [...relation.columns, column] }))
    for (const constraint of definition.constraints ?? [])
      madeConstraint(as(constraint, 'Constraint'), table, draft)
  } else madeConstraint(as(element, 'Constraint'), table, draft)
}

function madeConstraint(
  constraint: Nodes['Constraint'] | undefined,
  table: readonly string[],
  draft: Draft,
): void {
  if (!constraint) return
  if (constraint.contype === 'CONSTR_FOREIGN') madeKey(constraint, table, draft)
  else evaluated('check', [constraint.raw_expr], table, draft)
}

const REFERENTIAL: Partial<Record<string, Referential>> = {
  c: 'cascade',
  n: 'set null',
  d: 'set default',
  r: 'restrict',
}

function madeKey(constraint: Nodes['Constraint'], table: readonly string[], draft: Draft): void {
  const { schema, name } = placed(table, draft.schema)
  const columns = parts(constraint.pk_attrs)
  const key: ForeignKey = {
    name: constraint.conname ?? 'without a name',
    relation: dotted([schema, name]),
    ...(columns.length > 0 && { columns }),
    onDelete: REFERENTIAL[constraint.fk_del_action ?? ''] ?? 'no action',
    onUpdate: REFERENTIAL[constraint.fk_upd_action ?? ''] ?? 'no action',
  }
  draft.change(relationParts(constraint.pktable), (relation) => ({
    ...relation,
    referencedBy: [...(relation.referencedBy ?? []), key],
  }))
}

const EVENTS: Readonly<Record<string, Expression['on']>> = {
  policy: ['select', 'insert', 'update', 'delete'],
  statistics: [],
}

/** Whatever writes a row evaluates it, unless it is of another kind. */
function evaluated(
  kind: string,
  nodes: readonly (Node | undefined)[],
  table: readonly string[],
  draft: Draft,
): void {
  const text = running(nodes)
  if (text === '') return
  const expression: Expression = { kind, on: EVENTS[kind] ?? ['insert', 'update'], text }
  draft.change(table, (relation) => ({
    ...relation,
    expressions: [...(relation.expressions ?? []), expression],
  }))
}

export function alteredTable({ relation, cmds = [] }: Nodes['AlterTableStmt'], draft: Draft): void {
  const table = relationParts(relation)
  for (const node of cmds) {
    const command = as(node, 'AlterTableCmd')
    const attached = as(command?.def, 'PartitionCmd')
    if (attached) isPartOf(table, empty(attached.name, draft), draft)
    else if (command?.subtype === 'AT_ColumnDefault') evaluated('default', [command.def], table, draft)
    else if (command?.subtype === 'AT_AlterColumnType')
      retyped(command.name ?? '', as(command.def, 'ColumnDef')?.typeName, table, draft)
    else if (command?.def) madeElement(command.def, table, draft)
  }
}

/** What it was before counts no more. */
function retyped(name: string, type: TypeName | undefined, table: readonly string[], draft: Draft): void {
  const column = columnOf(name, type)
  draft.change(table, (relation) => ({
    ...relation,
    columns: relation.columns.map((old) => (old.name === name ? column : old)),
  }))
}

/** Under its new name; the old one stays known too. */
export function renamed({ relation, newname = '', renameType }: Nodes['RenameStmt'], draft: Draft): void {
  if (renameType === 'OBJECT_TABLE' || renameType === 'OBJECT_VIEW' || renameType === 'OBJECT_MATVIEW')
    copied(relation, (old) => ({ ...old, name: newname }), draft)
}

export function moved({ relation, newschema = '' }: Nodes['AlterObjectSchemaStmt'], draft: Draft): void {
  if (relation) copied(relation, (old) => ({ ...old, schema: newschema }), draft)
}

function copied(relation: RangeVar | undefined, to: (old: Relation) => Relation, draft: Draft): void {
  const found: Relation[] = []
  draft.change(relationParts(relation), (old) => {
    found.push(to(old))
    return old
  })
  for (const copy of found) draft.add('relations', copy)
}

export function madeView({ view }: Nodes['ViewStmt'], draft: Draft, text: string): void {
  if (isTemporary(view)) return
  draft.add('relations', { ...empty(view, draft), kind: 'view', definition: query(text) })
}

export function madeAs({ into, objtype }: Nodes['CreateTableAsStmt'], draft: Draft, text: string): void {
  if (isTemporary(into?.rel)) return
  const base = empty(into?.rel, draft)
  const view =
    objtype === 'OBJECT_MATVIEW' ? ({ kind: 'materialized-view', definition: query(text) } as const) : {}
  draft.add('relations', { ...base, ...view })
}

/** What stands behind AS. A text that is cut at a wrong place does not parse, and nobody knows what it does. */
const query = (text: string): string =>
  /\bas\s+(\(*\s*(?:select|with|values|table)\b[\s\S]*)/i.exec(text)?.[1] ?? text

export function madeIndex(
  { relation, indexParams = [], whereClause }: Nodes['IndexStmt'],
  draft: Draft,
): void {
  const expressions = indexParams.map((node) => as(node, 'IndexElem')?.expr)
  evaluated('index', [...expressions, whereClause], relationParts(relation), draft)
}

export function madeStatistics({ relations = [], exprs = [] }: Nodes['CreateStatsStmt'], draft: Draft): void {
  const expressions = exprs.map((node) => as(node, 'StatsElem')?.expr)
  for (const relation of relations)
    evaluated('statistics', expressions, relationParts(as(relation, 'RangeVar')), draft)
}

export function madePolicy({ table, qual, with_check }: Nodes['CreatePolicyStmt'], draft: Draft): void {
  evaluated('policy', [qual, with_check], relationParts(table), draft)
}

export function madeComposite({ typevar, coldeflist = [] }: Nodes['CompositeTypeStmt'], draft: Draft): void {
  const columns = coldeflist.flatMap((node) => {
    const column = as(node, 'ColumnDef')
    return column ? [columnOf(column.colname ?? '', column.typeName)] : []
  })
  draft.add('relations', { ...empty(typevar, draft), kind: 'composite', columns })
}
