import type { Rule } from '../rule.ts'
import { attachTable } from './attach-table.ts'
import { cascade } from './cascade.ts'
import { catalogView } from './catalog-view.ts'
import { catalogWrite } from './catalog-write.ts'
import { deleteAll } from './delete-all.ts'
import { deleteRange } from './delete-range.ts'
import { detachPartition } from './detach-partition.ts'
import { dropCascade } from './drop-cascade.ts'
import { dropColumn } from './drop-column.ts'
import { dropDatabase } from './drop-database.ts'
import { dropExtension } from './drop-extension.ts'
import { dropOwned } from './drop-owned.ts'
import { dropSchema } from './drop-schema.ts'
import { dropSequence } from './drop-sequence.ts'
import { dropTable } from './drop-table.ts'
import { emptyView } from './empty-view.ts'
import { exceptedName } from './excepted-name.ts'
import { extensionMember } from './extension-member.ts'
import { lossyType } from './lossy-type.ts'
import { manyRows } from './many-rows.ts'
import { truncate } from './truncate.ts'
import { unloggedTable } from './unlogged-table.ts'
import { updateAll } from './update-all.ts'
import { updateBlanket } from './update-blanket.ts'
import { updateRange } from './update-range.ts'

export const DATA_LOSS: readonly Rule[] = [
  dropTable,
  dropSchema,
  dropDatabase,
  dropOwned,
  dropColumn,
  dropCascade,
  dropSequence,
  truncate,
  deleteAll,
  deleteRange,
  updateAll,
  updateRange,
  updateBlanket,
  lossyType,
  exceptedName,
  manyRows,
  cascade,
  detachPartition,
  attachTable,
  emptyView,
  catalogWrite,
  catalogView,
  extensionMember,
  dropExtension,
  unloggedTable,
]
