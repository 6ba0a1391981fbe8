// The open transaction of one connection, for a person who is asked to let a statement of it wait.
import type { HeldTransaction } from '../core/approval.ts'
import type { HeldLock } from '../core/blocking.ts'
import type { Effect, Statement } from '../core/statement.ts'

/** Table locks that keep others from writing, or from anything. https://www.postgresql.org/docs/current/explicit-locking.html */
const STRONG = ['SHARE', 'SHARE ROW EXCLUSIVE', 'EXCLUSIVE', 'ACCESS EXCLUSIVE']
/** Nobody reads more. */
const MOST = 50
const MOST_EARLIER = 20
/** What changes nothing that lasts. */
const QUIET = new Set<Effect['action']>(['read', 'transaction', 'set', 'explain', 'prepare', 'cursor'])

export const isStrong = ({ lock }: HeldLock): boolean => STRONG.includes(lock)

export class OpenTransaction {
  readonly #now: () => number
  readonly #locks = new Map<string, string>()
  /** Those that changed something, the latest last. */
  readonly #changing: Statement[] = []
  #since: number | undefined
  #statements = 0

  /** `now` in milliseconds, growing. */
  constructor(now: () => number) {
    this.#now = now
  }

  ran(statement: Statement, effects: readonly Effect[]): void {
    this.#since ??= this.#now()
    this.#statements++
    if (effects.some(({ action }) => !QUIET.has(action))) {
      this.#changing.push(statement)
      if (this.#changing.length > MOST_EARLIER) this.#changing.shift()
    }
    for (const { lock, name, temporary, via } of effects) {
      if (lock === undefined || name === undefined || temporary || via?.[0] === 'definition') continue
      const strength = STRONG.indexOf(lock)
      if (strength < 0 || this.#locks.size >= MOST) continue
      if (strength > STRONG.indexOf(this.#locks.get(name) ?? '')) this.#locks.set(name, lock)
    }
  }

  /** Something ran since the last one was over. */
  get ongoing(): boolean {
    return this.#statements > 0
  }

  /** The last statements that changed something in it. */
  get earlier(): readonly Statement[] {
    return this.#changing
  }

  over(): void {
    if (this.#statements === 0) return
    this.#locks.clear()
    this.#changing.length = 0
    this.#since = undefined
    this.#statements = 0
  }

  /** The strongest of each relation, as far as the texts tell. */
  get locks(): readonly HeldLock[] {
    return [...this.#locks].map(([relation, lock]) => ({ relation, lock }))
  }

  /** `locks`: as the server told them, where it did. */
  describe(
    state: HeldTransaction['state'],
    locks: readonly HeldLock[] = this.locks,
  ): Omit<HeldTransaction, 'earlier'> {
    if (state === 'none') return { state, age: 0, statements: 0, locks: [] }
    const age = this.#since === undefined ? 0 : Math.round(this.#now() - this.#since)
    return { state, age, statements: this.#statements, locks: locks.filter(isStrong) }
  }
}
