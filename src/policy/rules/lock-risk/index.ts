import type { Rule } from '../rule.ts'
import { blockingIndex } from './blocking-index.ts'
import { blockingMaintenance } from './blocking-maintenance.ts'
import { dropIndex } from './drop-index.ts'
import { lockTable } from './lock-table.ts'
import { rewriteTable } from './rewrite-table.ts'
import { scanTable } from './scan-table.ts'
import { sleep } from './sleep.ts'

export const LOCK_RISK: readonly Rule[] = [
  rewriteTable,
  scanTable,
  lockTable,
  blockingIndex,
  dropIndex,
  blockingMaintenance,
  sleep,
]
