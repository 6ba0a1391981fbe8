// Rows that a transaction has deleted or updated so far, by the server's own tags. Its COMMIT is judged by them.
import type { Analysis, Effect, Statement } from '../core/statement.ts'

const CHANGES = new Set(['delete', 'update'])
const COUNTING = /^(?:DELETE|UPDATE|MERGE) \d+$/

/** The statement makes what was changed last. */
export const commits = ({ action, object, detail = '' }: Effect): boolean =>
  action === 'transaction' && (detail === 'commit' || (object === 'two-phase' && detail === 'prepare'))

interface Running {
  /** As they were judged. */
  effects: readonly Effect[]
  missing: number
  /** How often rows were fetched in parts: the tag that counts comes with the last, or never. */
  suspended: number
}

export class Fuse {
  #rows = 0
  /** Nothing but its end, or a way back to a savepoint, is possible in the transaction. */
  #failed = false
  /** With their effects as they were judged, while answers are missing. */
  readonly #running = new Map<Statement, Running>()

  /**
   * The effects with what its COMMIT would make last; the very array when it has none, or nothing was changed. Several
   * statements in one text are a transaction, or end one.
   */
  judged({ effects: own, count }: Analysis, effects: readonly Effect[]): readonly Effect[] {
    let here = sum(effects, () => true)
    for (const { effects: begun, suspended } of this.#running.values())
      here += suspended * sum(begun, () => true)
    if (this.#failed && count === 1) return effects
    if (!own.some(commits) && (count < 2 || here === 0)) return effects
    const estimate = this.#rows + here
    return estimate === 0 ? effects : [...effects, { action: 'transaction', object: 'commit', estimate }]
  }

  /** It is about to be sent and run; a prepared one perhaps not for the first time. */
  runs(statement: Statement, effects: readonly Effect[]): void {
    if (!effects.some(({ action }) => CHANGES.has(action))) return
    const results = Math.max(1, statement.analysis.count)
    const running = this.#running.get(statement)
    if (running) {
      running.missing += results
      running.effects = effects
    } else this.#running.set(statement, { effects, missing: results, suspended: 0 })
  }

  /** The server says that the transaction has failed. */
  failed(): void {
    this.#failed = true
  }

  /** One of its results is here. */
  ended(statement: Statement, tag: string, failed: boolean): void {
    if (!failed) this.#failed = false
    const running = this.#running.get(statement)
    if (!running) return
    running.missing--
    if (tag === 'PORTAL SUSPENDED') running.suspended++
    else {
      running.suspended = 0
      if (!failed) this.#rows += changed(tag, running.effects)
    }
    if (failed || (running.missing <= 0 && running.suspended === 0)) this.#running.delete(statement)
  }

  /** The server is in no transaction; answers how many rows the one before changed. */
  idle(): number {
    const rows = this.#rows
    this.#rows = 0
    this.#failed = false
    for (const [statement, { suspended, missing }] of this.#running)
      if (suspended > 0 && missing <= 0) this.#running.delete(statement)
    return rows
  }
}

/** What the tag counts, with the cascades in proportion; what it does not count, by estimate. */
function changed(tag: string, effects: readonly Effect[]): number {
  const own = effects.filter(({ action, stored, via }) => CHANGES.has(action) && !stored && !via?.length)
  if (own.length > 0 && own.every(({ temporary }) => temporary)) return 0
  if (!COUNTING.test(tag) && !upserts(tag, effects)) return sum(effects, () => true)
  const count = Number(tag.slice(tag.lastIndexOf(' ') + 1))
  const parents = Math.max(
    1,
    sum(effects, (effect) => !effect.stored),
  )
  const along = sum(effects, ({ object, stored }) => stored === true && object === 'cascade')
  const hidden = sum(
    effects,
    ({ object, stored, via }) => object !== 'cascade' && (stored === true || !!via?.length),
  )
  return count + Math.round((along / parents) * count) + hidden
}

const upserts = (tag: string, effects: readonly Effect[]): boolean =>
  /^INSERT \d+ \d+$/.test(tag) &&
  effects.some(({ action, via }) => action === 'update' && via?.at(-1) === 'on-conflict')

const sum = (effects: readonly Effect[], wanted: (effect: Effect) => boolean): number =>
  effects.reduce(
    (total, effect) =>
      CHANGES.has(effect.action) && !effect.temporary && wanted(effect)
        ? total + (effect.estimate ?? 0)
        : total,
    0,
  )
