// Goes through any part of a tree; every tag has a handler, is known to say nothing by itself, or is `unknown`.
import type { Node } from '@pgsql/types'
import type { Collector } from './collector.ts'
import type { Nodes, Tag } from './tree.ts'

/** What each node type adds to the facts. A handler walks its own children. */
export type Handlers = { readonly [K in Tag]?: (fields: Nodes[K], c: Collector) => void }

/** Say nothing by themselves; what is inside them is walked. */
export const PASSIVE: ReadonlySet<string> = new Set(
  `Integer Float Boolean String BitString List OidList IntList A_Const Alias TypeName ColumnRef ParamRef TypeCast CollateClause RoleSpec
  A_Star A_Indices A_Indirection A_ArrayExpr ResTarget MultiAssignRef SortBy WindowDef RangeSubselect RangeFunction RangeTableFunc
  RangeTableFuncCol ColumnDef IndexElem StatsElem DefElem XmlSerialize PartitionElem PartitionSpec PartitionBoundSpec
  PartitionRangeDatum PartitionCmd GroupingSet WithClause InferClause OnConflictClause CTESearchClause CTECycleClause CommonTableExpr
  MergeWhenClause ReturningOption ReturningClause TriggerTransition JsonOutput JsonArgument JsonFuncExpr JsonTablePathSpec JsonTable
  JsonTableColumn JsonKeyValue JsonParseExpr JsonScalarExpr JsonSerializeExpr JsonObjectConstructor JsonArrayConstructor
  JsonArrayQueryConstructor JsonAggConstructor JsonObjectAgg JsonArrayAgg JsonFormat JsonReturning JsonValueExpr JsonIsPredicate
  JsonBehavior JsonTablePath GroupingFunc MergeSupportFunc NamedArgExpr BoolExpr SubLink CaseExpr CaseWhen RowExpr CoalesceExpr
  MinMaxExpr SQLValueFunction XmlExpr NullTest BooleanTest SetToDefault CurrentOfExpr JoinExpr IntoClause AccessPriv ObjectWithArgs
  FunctionParameter VacuumRelation PublicationTable PublicationObjSpec AlterTableCmd ATAlterConstraint ReplicaIdentityStmt
  CreateOpClassItem RawStmt ReturnStmt PLAssignStmt`.split(/\s+/),
)

export function walk(value: unknown, c: Collector): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, c)
    return
  }
  if (value === null || typeof value !== 'object') return
  for (const [key, child] of Object.entries(value)) {
    if (child === null || typeof child !== 'object') continue
    const first = key.charCodeAt(0)
    if (first < 65 || first > 90) walk(child, c)
    else dispatch(key, child, c)
  }
}

/** Walks what is evaluated once for each row. */
export function walkMany(value: unknown, c: Collector): void {
  c.repeats.within(value, () => walk(value, c))
}

/** Statements that say by themselves what they evaluate many times; others make it so for the rows that come. */
const ONCE =
  /^(Select|Insert|Update|Delete|Merge|Call|Do|Explain|Prepare|Execute|DeclareCursor|Copy|CreateTableAs|CreateFunction|Transaction|VariableSet|Return|PLAssign)Stmt$/

/** A statement of a text or of a body. */
export function walkStatement(stmt: Node | undefined, c: Collector): void {
  const once = c.loops === 0 && Object.keys(stmt ?? {}).every((tag) => ONCE.test(tag))
  if (once) walk(stmt, c)
  else walkMany(stmt, c)
}

function dispatch(tag: string, fields: object, c: Collector): void {
  const handler = (c.handlers as Record<string, ((fields: object, c: Collector) => void) | undefined>)[tag]
  if (handler) handler(fields, c)
  else {
    if (!PASSIVE.has(tag)) c.unknown('construct', `${tag} is not known to this version`)
    walk(fields, c)
  }
}
