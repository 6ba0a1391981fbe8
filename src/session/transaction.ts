// The open transaction of one connection, for a person who is asked to let a statement of it wait.
import type { HeldTransaction } from '../core/approval.ts'
import type { Effect } from '../core/statement.ts'

/** Table locks that keep others from writing, or from anything. https://www.postgresql.org/docs/current/explicit-locking.html */
const STRONG = ['SHARE', 'SHARE ROW EXCLUSIVE', 'EXCLUSIVE', 'ACCESS EXCLUSIVE']
/** Nobody reads more. */
const MOST = 50

export class OpenTransaction {
  readonly #now: () => number
  readonly #locks = new Map<string, string>()
  #since: number | undefined
  #statements = 0

  /** `now` in milliseconds, growing. */
  constructor(now: () => number) {
    this.#now = now
  }

  ran(effects: readonly Effect[]): void {
    this.#since ??= this.#now()
    this.#statements++
    for (const { lock, name, temporary } of effects) {
      if (lock === undefined || name === undefined || temporary) continue
      const strength = STRONG.indexOf(lock)
      if (strength < 0 || this.#locks.size >= MOST) continue
      if (strength > STRONG.indexOf(this.#locks.get(name) ?? '')) this.#locks.set(name, lock)
    }
  }

  /** Something ran since the last one was over. */
  get ongoing(): boolean {
    return this.#statements > 0
  }

  over(): void {
    if (this.#statements === 0) return
    this.#locks.clear()
    this.#since = undefined
    this.#statements = 0
  }

  /** The strongest of each relation. */
  get locks(): HeldTransaction['locks'] {
    return [...this.#locks].map(([relation, lock]) => ({ relation, lock }))
  }

  describe(state: HeldTransaction['state']): HeldTransaction {
    if (state === 'none') return { state, age: 0, statements: 0, locks: [] }
    const age = this.#since === undefined ? 0 : Math.round(this.#now() - this.#since)
    return { state, age, statements: this.#statements, locks: this.locks }
  }
}
