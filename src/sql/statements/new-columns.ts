// Columns that the text has just added: filling them overwrites nothing.
import type { AlterTableCmd, AlterTableStmt, Node, RangeVar, UpdateStmt } from '@pgsql/types'
import type { Collector } from '../collector.ts'
import { as, relationName } from '../tree.ts'

const key = (relation: RangeVar | undefined, column: string | undefined): string =>
  `${relationName(relation)} ${column ?? ''}`

/** Notes a column that was certainly not there before: without IF NOT EXISTS it would be an error. */
export function noteColumn(command: AlterTableCmd, node: AlterTableStmt, c: Collector): void {
  const column = as(command.def, 'ColumnDef')?.colname
  if (command.subtype === 'AT_AddColumn' && c.topLevel && !command.missing_ok && node.relation)
    c.known.columns.add(key(node.relation, column))
  // The rows of another table answer to this name, with what they have in a column of that name.
  if (/^AT_(AddInherit|AttachPartition|AddOf)$/.test(command.subtype ?? '')) c.known.columns.clear()
}

/** True when every column that it assigns is new. */
export function fillsNew({ relation, targetList = [] }: UpdateStmt, c: Collector): boolean {
  if (!c.topLevel || targetList.length === 0) return false
  return targetList.every((item) => {
    const target = as(item, 'ResTarget')
    return target?.name !== undefined && c.known.columns.has(key(relation, target.name))
  })
}

/** Statements after which a name of a table or column surely means what it meant before. */
export function keepsNames(statement: Node | undefined): boolean {
  const setting = as(statement, 'VariableSetStmt')
  if (setting) return /^(lock|statement|idle_in_transaction_session)_timeout$/.test(setting.name ?? '')
  const transaction = as(statement, 'TransactionStmt')
  if (transaction) return /^TRANS_STMT_(BEGIN|START|COMMIT)$/.test(transaction.kind ?? '')
  return ['AlterTableStmt', 'UpdateStmt', 'IndexStmt', 'CommentStmt'].some(
    (kind) => statement !== undefined && kind in statement,
  )
}
