import type { Effect } from '../../../core/statement.ts'

const ROWLESS = new Set(['constraint', 'index', 'trigger', 'policy', 'rule', 'statistic-ext'])

/** What depends on it are constraints at most: no column, table or view goes with it. */
export const holdsNoRows = ({ object }: Effect): boolean => ROWLESS.has(object)
