// Which locks others wait for.
import type { Effect } from '../../../core/statement.ts'

const BLOCKING = new Set(['SHARE', 'SHARE ROW EXCLUSIVE', 'EXCLUSIVE', 'ACCESS EXCLUSIVE'])

/** Writers wait for it, at least; one that is not known counts. */
export const blocks = (lock: string | undefined): boolean => lock === undefined || BLOCKING.has(lock)

/** A constraint that comes with an index of its own. */
export const buildsIndex = ({ object, detail = '' }: Effect): boolean =>
  object === 'constraint' && /^(UNIQUE|PRIMARY KEY|EXCLUDE)$/.test(detail)
