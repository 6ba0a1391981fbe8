// Which names may mean something else by now than the side connection can see, over all connections of a target. Noted before
// a statement is sent, forgotten when its outcome is in the catalogue.
import type { Analysis } from '../../core/statement.ts'
import { MadeCode } from './made-code.ts'
import { type Drifted, type Moved, movedBy, type Reading } from './moved.ts'

/** A connection, as the others see it. */
export interface Party {
  readonly moved: Moved
  /** Judged, and not sent yet. */
  readonly judging: Analysis | undefined
  /** What was judged and is not answered. */
  readonly busy: () => readonly Analysis[]
  /** Its cursors that outlive a transaction hold rows of before the change. */
  outdate(moved: Moved): void
}

const ORDER: readonly Drifted[] = ['no', 'renamed', 'moved', 'lost']
/** Milliseconds that a statement may wait for those of other connections. Whoever waits holds locks that these may want. */
const PATIENCE_MS = 5000
/** Milliseconds after which the catalogue was read again. */
const OUTCOME_MS = 120_000

/** What a statement would do to names, definitions and code. What it does not tell is no reason to wait for others. */
class Change {
  readonly #moved: Moved | undefined
  readonly #code = new MadeCode()

  constructor(analysis: Analysis) {
    const effects = analysis.effects.filter(({ action }) => action !== 'unknown')
    const moved = movedBy({ ...analysis, effects })
    this.#moved = moved?.shifts ? moved : undefined
    this.#code.note(effects)
  }

  get any(): boolean {
    return this.#moved !== undefined || this.#code.any
  }

  reaches(other: Analysis, reading: Reading): boolean {
    return this.#code.hides(other.uses) || (this.#moved?.touches(other, reading) ?? 'no') !== 'no'
  }
}

export class Drift {
  readonly #parties = new Set<Party>()
  readonly #open = new Set<Moved>()
  readonly #now: () => number
  #waiting: (() => void)[] = []
  /** Definitions were changed since the session began. */
  shifted = false

  /** `now`: milliseconds of a steady clock. */
  constructor(now: () => number) {
    this.#now = now
  }

  get any(): boolean {
    return this.#open.size > 0
  }

  join(party: Party): void {
    this.#parties.add(party)
  }

  /** Whether the target still does what it sent last is not known for a while. */
  leave(party: Party): void {
    this.#parties.delete(party)
    this.eased()
    if (this.#open.has(party.moved)) setTimeout(() => this.over(party.moved), OUTCOME_MS).unref()
  }

  /** What the party is about to send does `change`. */
  add({ moved }: Party, change: Moved): void {
    moved.add(change)
    this.#open.add(moved)
    if (!change.shifts) return
    this.shifted = true
    for (const party of this.#parties) party.outdate(change)
  }

  over(moved: Moved): void {
    moved.clear()
    this.#open.delete(moved)
    this.eased()
  }

  /** What one of them may have done to what a statement reads. */
  touches(analysis: Analysis, reading: Reading): Drifted {
    let most: Drifted = 'no'
    for (const moved of this.#open) {
      const touched = moved.touches(analysis, reading)
      if (ORDER.indexOf(touched) > ORDER.indexOf(most)) most = touched
    }
    return most
  }

  /**
   * True when the statement must not be judged now: another connection is changing what it puts elsewhere (`puts`), or reads what
   * it would change, in a statement that was judged by what is there now.
   */
  contends(own: Party, analysis: Analysis, puts: boolean, reading: Reading): boolean {
    if (this.#parties.size < 2) return false
    const others = [...this.#parties].filter((party) => party !== own)
    if (puts)
      for (const moved of this.#open)
        if (moved !== own.moved && moved.touches(analysis, reading) !== 'no') return true
    const change = new Change(analysis)
    return others.some(
      ({ judging, busy }) =>
        (judging && new Change(judging).reaches(analysis, reading)) ||
        (change.any && busy().some((other) => change.reaches(other, reading))),
    )
  }

  /** Something was answered, or a transaction is over. */
  eased(): void {
    if (this.#waiting.length > 0) for (const resume of this.#waiting.splice(0)) resume()
  }

  /** True as soon as `contends` is over; false when that takes too long. */
  async room(contends: () => boolean): Promise<boolean> {
    const ended = this.#now() + PATIENCE_MS
    while (contends()) {
      const left = ended - this.#now()
      if (left <= 0) return false
      let timer: NodeJS.Timeout | undefined
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve)
        timer = setTimeout(resolve, left)
      })
      clearTimeout(timer)
    }
    return true
  }
}
