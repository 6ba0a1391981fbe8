// Rows that a transaction has deleted or updated so far: by the server's tags, and where these are silent by its
// counters. What would make them last is judged by them.
import type { Analysis, Effect, Statement } from '../core/statement.ts'
import {
  changes,
  commitsItself,
  counted,
  definesCode,
  hides,
  mayChange,
  outlives,
  runsUnseen,
  separable,
  touches,
  unforeseen,
} from './counted.ts'

/** The statement makes what was changed last. */
export const commits = ({ action, object, detail = '' }: Effect): boolean =>
  action === 'transaction' && (detail === 'commit' || (object === 'two-phase' && detail === 'prepare'))

const begins = ({ action, detail = '', via }: Effect): boolean =>
  action === 'transaction' && via === undefined && /^(begin|start)/.test(detail)

/** It may be possible again to change something in a transaction that failed. */
const revives = ({ action, detail = '' }: Effect): boolean =>
  action === 'transaction' && detail.startsWith('rollback to')

/** It ends the open transaction, or may. */
const ends = (effect: Effect): boolean =>
  effect.action === 'transaction' &&
  !begins(effect) &&
  !/^(savepoint|release|rollback to)/.test(effect.detail ?? '')

export class Fuse {
  /** What tags told. */
  #rows = 0
  /** Those that a person has approved. */
  #agreed = 0
  /** Something ran that changes rows, and no tag told how many. */
  #hidden = false
  /** Something changes rows when the transaction is made last, and not before. */
  #beyond = false
  /** Something is planned whose answer may be missing. */
  #planned = false
  /** What the counters said in front of the first such statement, and the tags before it. */
  #before: { readonly counters: number; readonly rows: number } | undefined
  /** Questions on their way. */
  #asking = 0
  #wants = false
  /** What the counters say now; undefined when something ran since they were asked. */
  #now: number | 'unknown' | undefined
  /** Nothing but its end, or a way back to a savepoint, is possible in the transaction. */
  #failed = false
  /** A transaction is surely open, unless what is `#ending` ends it. */
  #open = false
  /** The server has answered a BEGIN since it was in no transaction. */
  #began = false
  /** A BEGIN was sent. */
  #begun = false
  /** So was one since the last Sync: unless it fails, and all behind it, what follows is in its transaction. */
  #inside = false
  /** What may end the open transaction was sent, and since then some answer was always missing. */
  #ending = false
  /** So was what may let a transaction that failed go on. */
  #reviving = false
  /** Rows may be changed by what was sent since the last Sync. */
  #doubt = false
  /** Rows that keys allow, at most, to what was sent since then. */
  #proven = 0
  /** So was code, and what runs it does not show it. */
  #defined = false
  /** The open transaction defined code. */
  #defining = false
  /** How many rows it would change, by the estimate that a person agreed to; until it is answered. */
  readonly #approved = new WeakMap<Statement, number>()
  /** Effects as they were judged when it ran last. */
  readonly #judged = new WeakMap<Statement, readonly Effect[]>()
  readonly #limit: number
  /** The guard refuses what is too much. */
  readonly #stops: boolean
  /** How many rows a relation has at most, as far as that is known. */
  readonly #size: (name: string) => number | undefined

  /** `limit`: rows that a transaction may change. */
  constructor(limit: number, stops: boolean, size: (name: string) => number | undefined) {
    this.#limit = limit
    this.#stops = stops
    this.#size = size
  }

  /**
   * The effects with what its COMMIT would make last; the very array when it has none, or nothing was changed. Several
   * statements in one text are a transaction, or end one.
   */
  judged(statement: Statement, effects: readonly Effect[]): readonly Effect[] {
    const { effects: own, count } = statement.analysis
    if (this.#failed && !this.#ending && !this.#reviving && count === 1) return effects
    const made = this.#alone(statement, effects)
    return made ? [...effects, made] : this.#committed(own, count, effects)
  }

  /** What it makes last itself, where it cannot be counted in between. */
  #alone(statement: Statement, effects: readonly Effect[]): Effect | undefined {
    const { analysis } = statement
    if (!effects.some(mayChange)) return undefined
    const open = (this.#open && !this.#ending) || this.#inside
    if ((open && !analysis.effects.some(commits)) || separable(statement, effects)) return undefined
    if (runsUnseen(analysis, effects)) return UNKNOWN
    const unknown = unforeseen(analysis, effects)
    if (unknown.length === 0) return undefined
    const most = unknown.map(({ name }) => (name === undefined ? undefined : this.#size(name)))
    if (most.includes(undefined)) return UNKNOWN
    const estimate = sum(effects) + most.reduce<number>((total, rows) => total + (rows ?? 0), this.#rows)
    return this.#lasting(estimate)[0]
  }

  #committed(own: readonly Effect[], count: number, effects: readonly Effect[]): readonly Effect[] {
    if (count < 2) {
      if (!own.some(commits)) return effects
      const [made] = this.made()
      return made ? [...effects, made] : effects
    }
    const here = sum(effects)
    const [made] = this.made()
    if (made?.rows === 'unknown' && own.some(commits)) return [...effects, made]
    const estimate = (made?.estimate ?? 0) + here
    if (estimate === 0 || (!own.some(commits) && here === 0)) return effects
    return [...effects, { action: 'transaction', object: 'commit', estimate }]
  }

  /** So many rows, without those that were approved. */
  #lasting(rows: number): readonly Effect[] {
    const estimate = Math.max(0, rows - this.#agreed)
    if (estimate === 0) return []
    const detail =
      this.#agreed > 0 ? { detail: `besides ${this.#agreed.toLocaleString('en')} that were approved` } : {}
    return [{ action: 'transaction', object: 'commit', estimate, ...detail }]
  }

  /** A person has approved what it would change, as far as that is estimated. */
  agrees(statement: Statement, effects: readonly Effect[]): void {
    this.#approved.set(statement, sum(effects))
  }

  /** What is made last when the transaction ends here: one effect, or none when nothing was changed. */
  made(): readonly Effect[] {
    const now = this.#hidden ? this.#now : 0
    if ((this.#hidden && this.#beyond) || typeof now !== 'number') return [UNKNOWN]
    const { counters, rows } = this.#before ?? { counters: 0, rows: 0 }
    // Of several statements in a text, no tag told some, and the counters others: foreign tables, INSTEAD OF.
    return this.#lasting(this.#hidden ? Math.max(this.#rows, rows + now - counters) : this.#rows)
  }

  /**
   * It is about to be sent and run; a prepared one perhaps not for the first time. `most`: rows that its own DELETE or
   * UPDATE touches at most, where that is certain.
   */
  runs(statement: Statement, effects: readonly Effect[], most?: number): void {
    const { analysis } = statement
    if (this.#defining && this.#before === undefined && this.#asking === 0) this.#wants = true
    this.#doubt ||= this.#stops && this.#defined && !this.#inside
    this.#defined ||= definesCode(analysis)
    if (effects.some(begins)) {
      this.#begun = true
      this.#inside = true
      this.#doubt = false
    }
    if (effects.some(ends)) {
      this.#ending = true
      this.#inside = false
    }
    if (effects.some(revives)) this.#reviving = true
    if (effects.some(uncounts)) this.#beyond = true
    if (!touches(analysis, effects)) return
    this.#now = undefined
    const apart = !this.#inside && !separable(statement, effects)
    this.#doubt ||= this.#stops && !this.#inside && !apart && !this.#isFew(effects, most)
    this.#judged.set(statement, effects)
    if (!hides(analysis, effects)) return
    // Behind a question of ours the server lets no code commit.
    this.#wants = this.#before === undefined && this.#asking === 0 && (this.#open || !apart)
    if (outlives(statement)) this.#beyond = true
  }

  /** Nothing but its own DELETE or UPDATE changes rows, and with all that was sent before they are not too many. */
  #isFew(effects: readonly Effect[], most: number | undefined): boolean {
    if (most === undefined || !effects.every((effect) => !mayChange(effect) || isOwn(effect))) return false
    this.#proven += most
    return this.#rows + this.#proven <= this.#limit
  }

  /** What was told to run is only planned: no tag comes, and its code may have run. */
  planned(): void {
    this.#planned = true
    this.#hidden = true
    this.#now = undefined
  }

  before(alone: boolean): boolean {
    const wants = this.#wants && !(alone && !this.#open && !this.#begun)
    this.#wants = false
    if (wants) this.#asking++
    return wants
  }

  after(): boolean {
    return this.#hidden && !this.#failed && this.#now === undefined
  }

  told(when: 'before' | 'after', rows: number | undefined): void {
    if (when === 'after') this.#now = rows ?? 'unknown'
    else {
      this.#asking--
      if (rows === undefined) this.#beyond = true
      else this.#before = { counters: rows, rows: this.#rows }
    }
  }

  doubtful(answered: boolean): boolean {
    if (!answered) return this.#doubt && !(this.#open && !this.#ending)
    return this.#doubt && !this.#open && !this.#failed
  }

  answered(): void {
    this.#ending = false
    this.#reviving = false
    this.#planned = false
  }

  synced(): void {
    this.#doubt = false
    this.#proven = 0
    this.#inside = false
    this.#defined = false
  }

  /** The server is in a transaction: in one that somebody began, or in one of its own around several messages. */
  inside(): void {
    this.#open = this.#began
  }

  /** The server says that the transaction has failed. */
  failed(): void {
    this.#failed = true
    this.#open = true
  }

  /** One of its results is here. */
  ended(statement: Statement, tag: string, failed: boolean): void {
    if (!failed) {
      this.#failed = false
      this.#moves(statement.analysis, tag)
    }
    if (this.#defining && !failed && !statement.analysis.effects.some(begins)) {
      this.#hidden = true
      this.#now = undefined
    }
    if (definesCode(statement.analysis)) this.#defining = true
    const effects = this.#judged.get(statement)
    const approved = this.#approved.get(statement) ?? 0
    this.#approved.delete(statement)
    if (!effects || failed || (!this.#open && commitsItself(statement))) return
    const rows = counted(tag, effects)
    if (!effects.some((effect) => changes(effect) && effect.temporary)) this.#rows += rows ?? 0
    this.#agreed += Math.min(rows ?? 0, approved)
    // A portal that is left before its end has no tag, though all of it ran.
    if (rows === undefined || hides(statement.analysis, effects)) this.#hidden = true
  }

  /** Tags that begin and end transactions. Where one goes on, the server says so when it is ready. */
  #moves({ effects }: Analysis, tag: string): void {
    if (tag === 'BEGIN' || tag === 'START TRANSACTION') {
      this.#open = true
      this.#began = true
    }
    if (/^(COMMIT|ROLLBACK|PREPARE TRANSACTION)$/.test(tag) && effects.some(ends)) {
      this.#open = false
      if (tag !== 'ROLLBACK') this.#over()
    }
  }

  /** The server is in no transaction; answers how many rows the one before changed. */
  idle(): number {
    const rows = this.#rows
    this.#over()
    this.#failed = false
    this.#open = false
    this.#began = false
    this.#begun = false
    return rows
  }

  #over(): void {
    this.#rows = 0
    this.#agreed = 0
    this.#hidden = this.#planned
    this.#defining = false
    this.#beyond = false
    this.#before = undefined
    this.#now = undefined
  }
}

const UNKNOWN: Effect = { action: 'transaction', object: 'commit', rows: 'unknown' }

/** It may switch the server's counters off, or on again. */
const uncounts = ({ action, object, name = '*' }: Effect): boolean =>
  action === 'set' && object === 'setting' && /^(track_counts|all|.*\*.*)$/.test(name)

const isOwn = (effect: Effect): boolean => changes(effect) && !effect.stored

const sum = (effects: readonly Effect[]): number =>
  effects.reduce(
    (total, effect) => (changes(effect) && !effect.temporary ? total + (effect.estimate ?? 0) : total),
    0,
  )
