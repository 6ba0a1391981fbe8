import { BULK } from './bulk.ts'
import { DAEMON } from './daemon.ts'
import { MIGRATION } from './migration.ts'
import { PARTS } from './parts.ts'
import { PGBENCH } from './pgbench.ts'
import { SSH } from './ssh.ts'
import type { Check, Contest } from './workload.ts'

export const CONTESTS: readonly Contest[] = [...BULK, MIGRATION, ...PGBENCH, ...SSH]
export const CHECKS: readonly Check[] = [...PARTS, ...DAEMON]

export { type Check, type Contest, ENTRANTS, type Figure } from './workload.ts'
