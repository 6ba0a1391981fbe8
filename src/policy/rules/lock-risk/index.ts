import type { Rule } from '../rule.ts'
import { backfill } from './backfill.ts'
import { blockingIndex } from './blocking-index.ts'
import { blockingMaintenance } from './blocking-maintenance.ts'
import { dropIndex } from './drop-index.ts'
import { lockTable } from './lock-table.ts'
import { primaryKeyIndex } from './primary-key-index.ts'
import { rewriteTable } from './rewrite-table.ts'
import { scanTable } from './scan-table.ts'
import { sleep } from './sleep.ts'
import { uniqueConstraint } from './unique-constraint.ts'

export const LOCK_RISK: readonly Rule[] = [
  rewriteTable,
  backfill,
  scanTable,
  uniqueConstraint,
  primaryKeyIndex,
  lockTable,
  blockingIndex,
  dropIndex,
  blockingMaintenance,
  sleep,
]
