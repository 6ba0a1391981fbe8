// Operators and casts that a text makes and may use: innocent syntax then runs code, and `=` may hold for every row.
import type { Effect } from '../../core/statement.ts'

/** What is there after it was made, and runs nothing. */
const LATER = new Set(['function', 'view', 'rule', 'trigger', 'prepare', 'cursor'])
const RUNS = new Set(['read', 'insert', 'update', 'delete', 'copy-in', 'copy-out', 'call'])

/** True when the text also runs what may use them. */
export const usesHidden = (effects: readonly Effect[]): boolean =>
  effects.some(makesHidden) &&
  effects.some(({ action, via = [] }) => RUNS.has(action) && !via.some((step) => LATER.has(step)))

const makesHidden = ({ action, object }: Effect): boolean => action === 'create' && object === 'operator'
