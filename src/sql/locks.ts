// The lock that each statement takes on the relation it names, the same on 13 to 18; compared with real servers by a test.
// https://www.postgresql.org/docs/18/explicit-locking.html, AlterTableGetLockLevel in src/backend/commands/tablecmds.c
import type { AlterTableCmd } from '@pgsql/types'
import { as } from './tree.ts'

/** Weakest first, by the server's number. */
export const MODES = [
  '',
  'ACCESS SHARE',
  'ROW SHARE',
  'ROW EXCLUSIVE',
  'SHARE UPDATE EXCLUSIVE',
  'SHARE',
  'SHARE ROW EXCLUSIVE',
  'EXCLUSIVE',
  'ACCESS EXCLUSIVE',
] as const

export type Lock = Exclude<(typeof MODES)[number], ''>

/** ALTER TABLE and its kin; a subcommand that is not here takes ACCESS EXCLUSIVE. */
const ALTER: Readonly<Record<string, Lock>> = {
  AT_SetStatistics: 'SHARE UPDATE EXCLUSIVE',
  AT_SetOptions: 'SHARE UPDATE EXCLUSIVE',
  AT_ResetOptions: 'SHARE UPDATE EXCLUSIVE',
  AT_ClusterOn: 'SHARE UPDATE EXCLUSIVE',
  AT_DropCluster: 'SHARE UPDATE EXCLUSIVE',
  AT_ValidateConstraint: 'SHARE UPDATE EXCLUSIVE',
  AT_AttachPartition: 'SHARE UPDATE EXCLUSIVE',
  AT_DetachPartitionFinalize: 'SHARE UPDATE EXCLUSIVE',
  AT_EnableTrig: 'SHARE ROW EXCLUSIVE',
  AT_EnableTrigAll: 'SHARE ROW EXCLUSIVE',
  AT_EnableTrigUser: 'SHARE ROW EXCLUSIVE',
  AT_EnableAlwaysTrig: 'SHARE ROW EXCLUSIVE',
  AT_EnableReplicaTrig: 'SHARE ROW EXCLUSIVE',
  AT_DisableTrig: 'SHARE ROW EXCLUSIVE',
  AT_DisableTrigAll: 'SHARE ROW EXCLUSIVE',
  AT_DisableTrigUser: 'SHARE ROW EXCLUSIVE',
}

/** Other statements, by what they do to which kind of object. What is not here and needs a lock takes ACCESS EXCLUSIVE. */
const OTHERS = {
  analyze: 'SHARE UPDATE EXCLUSIVE',
  vacuum: 'SHARE UPDATE EXCLUSIVE',
  concurrently: 'SHARE UPDATE EXCLUSIVE',
  comment: 'SHARE UPDATE EXCLUSIVE',
  publish: 'SHARE UPDATE EXCLUSIVE',
  statistics: 'SHARE UPDATE EXCLUSIVE',
  inherited: 'SHARE UPDATE EXCLUSIVE',
  'rename index': 'SHARE UPDATE EXCLUSIVE',
  'create index': 'SHARE',
  'alter domain': 'SHARE',
  'create trigger': 'SHARE ROW EXCLUSIVE',
  'foreign key': 'SHARE ROW EXCLUSIVE',
  'alter sequence': 'SHARE ROW EXCLUSIVE',
  'refresh concurrently': 'EXCLUSIVE',
  'row lock': 'ROW SHARE',
} as const satisfies Readonly<Record<string, Lock>>

export const EXCLUSIVE: Lock = 'ACCESS EXCLUSIVE'

export const lockOf = (what: keyof typeof OTHERS): Lock => OTHERS[what]

/** Options of tables, indexes and columns that only guide later work; for all others the server waits until nobody reads. */
const CALM =
  /^(?:fillfactor|parallel_workers|toast_tuple_target|vacuum_\w+|log_autovacuum_\w+|autovacuum_\w+|deduplicate_items|n_distinct(?:_inherited)?)$/

/** The lock on the relation that is altered. */
export function alterLock({ subtype = 'AT_AddColumn', def }: AlterTableCmd): Lock {
  if (/^AT_(?:Set|Reset|Replace)RelOptions$/.test(subtype)) {
    const names = (as(def, 'List')?.items ?? []).map((item) => as(item, 'DefElem')?.defname ?? '')
    return names.every((name) => CALM.test(name)) ? 'SHARE UPDATE EXCLUSIVE' : EXCLUSIVE
  }
  if (subtype === 'AT_AddConstraint' && as(def, 'Constraint')?.contype === 'CONSTR_FOREIGN')
    return OTHERS['foreign key']
  if (subtype === 'AT_DetachPartition' && as(def, 'PartitionCmd')?.concurrent) return OTHERS.concurrently
  return ALTER[subtype] ?? EXCLUSIVE
}
