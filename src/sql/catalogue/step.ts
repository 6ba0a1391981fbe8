// How one gets from a statement into stored code.
import type { Effect } from '../../core/statement.ts'
import type { Scope } from './names.ts'

export interface Step {
  /** Kinds of what is gone through: `['trigger', 'rule']`. */
  readonly via: readonly string[]
  /** Which ones: `trigger audit on public.orders, rule r on z.log`. */
  readonly through: string
  /** Where names without a schema are looked up. */
  readonly scope: Scope
  /** Columns that an UPDATE here may assign; undefined when that is not known. */
  readonly assigned: readonly string[] | undefined
  readonly many?: Many | undefined
}

/**
 * Evaluated for many rows: `changes` when a statement calls it so, and a key then picks any number of rows; `deletes` when
 * rows come to a table, and counters are ordinary.
 */
export type Many = 'deletes' | 'changes'

/** One step further. */
export function into(step: Step, kind: string, which: string, more: Partial<Step> = {}): Step {
  return {
    ...step,
    via: [...step.via, kind],
    through: step.through === '' ? which : `${step.through}, ${which}`,
    ...more,
  }
}

/** Rules read their details as they are. */
const SPEAKING = new Set(['set', 'alter', 'execute'])

/** The step where it is surely evaluated for many rows of a table. */
export const forRows = (step: Step): Step => (step.many === 'deletes' ? step : { ...step, many: 'deletes' })

/** The step where a statement evaluates it for many rows. */
export const forMany = (step: Step): Step => (step.many === 'changes' ? step : { ...step, many: 'changes' })

const KEPT = new Set(['some', 'one'])

/** What is picked by key for each of many rows. */
export function spread(effect: Effect, { many }: Step): Effect {
  const { action, rows = 'none', temporary } = effect
  const counts = action === 'delete' || (action === 'update' && many === 'changes')
  return many && counts && KEPT.has(rows) && !temporary ? { ...effect, rows: 'unknown' } : effect
}

/** The effect as one of stored code. `skipped`: steps of its `via` that the way there tells already. */
export function storedEffect(effect: Effect, step: Step, skipped: number): Effect {
  const { via = [], detail, ...rest } = effect
  const unreadable = rest.action === 'unknown' && (rest.object === 'syntax' || rest.object === 'text')
  return {
    ...rest,
    ...(unreadable && { object: 'code' }),
    ...detailed(effect, detail, step),
    stored: true,
    via: [...step.via, ...via.slice(skipped)],
  }
}

function detailed({ action }: Effect, detail: string | undefined, { through }: Step): Partial<Effect> {
  if (through === '' || SPEAKING.has(action)) return detail === undefined ? {} : { detail }
  if (detail === undefined) return { detail: through }
  return { detail: action === 'unknown' || action === 'call' ? `${detail}, in ${through}` : detail }
}
