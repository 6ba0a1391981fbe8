// Columns that the text has just added: filling them overwrites nothing.
import type { AlterTableCmd, AlterTableStmt, Node, UpdateStmt } from '@pgsql/types'
import type { Collector } from '../collector.ts'
import { as, relationName } from '../tree.ts'

/** Notes a column that was certainly not there before: without IF NOT EXISTS it would be an error. */
export function noteColumn(command: AlterTableCmd, node: AlterTableStmt, c: Collector): void {
  const column = as(command.def, 'ColumnDef')?.colname ?? ''
  if (
    command.subtype === 'AT_AddColumn' &&
    c.topLevel &&
    !command.missing_ok &&
    !c.isTemporary(node.relation)
  )
    c.names.addColumn(relationName(node.relation), column)
  // The rows of another table answer to this name, with what they have in a column of that name.
  if (/^AT_(AddInherit|AttachPartition|AddOf)$/.test(command.subtype ?? '')) c.names.forgetColumns()
}

/** True when every column that it assigns is new. */
export function fillsNew({ relation, targetList = [] }: UpdateStmt, c: Collector): boolean {
  const columns = targetList.map((item) => as(item, 'ResTarget')?.name ?? '')
  return c.topLevel && c.names.hasColumns(relationName(relation), columns)
}

/** Statements after which a name of a table or column surely means what it meant before. */
export function keepsNames(statement: Node | undefined): boolean {
  const setting = as(statement, 'VariableSetStmt')
  if (setting) return /^(lock|statement|idle_in_transaction_session)_timeout$/.test(setting.name ?? '')
  const transaction = as(statement, 'TransactionStmt')
  if (transaction) return /^TRANS_STMT_(BEGIN|START)$/.test(transaction.kind ?? '')
  return ['AlterTableStmt', 'UpdateStmt', 'IndexStmt', 'CommentStmt'].some(
    (kind) => statement !== undefined && kind in statement,
  )
}

/** Statements that only define or describe: nothing runs that was defined before. */
export function isQuiet(statement: Node | undefined): boolean {
  const index = as(statement, 'IndexStmt')
  if (index)
    return !index.whereClause && (index.indexParams ?? []).every((item) => as(item, 'IndexElem')?.name)
  return QUIET.some((kind) => statement !== undefined && kind in statement)
}

const QUIET = [
  'CreateStmt',
  'CreateSeqStmt',
  'CreateFunctionStmt',
  'CreateTrigStmt',
  'CreateEnumStmt',
  'CompositeTypeStmt',
  'ViewStmt',
  'CommentStmt',
  'GrantStmt',
]
