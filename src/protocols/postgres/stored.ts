// What the database itself adds to a statement: its stored code, its constraints, its sizes. Read from the catalogue when
// the first client comes, and anew when this session changed it, or after a while, as others change it too.
import type { Analysis, Effect, Flow, Pins, Statement } from '../../core/statement.ts'
import type { Analyser } from '../../sql/analyser.ts'
import { createCatalogue, type SchemaFacts } from '../../sql/catalogue/create.ts'
import type { Defined } from '../../sql/catalogue/definitions.ts'
import { Reached } from '../../sql/catalogue/reached.ts'
import type { Relation, Snapshot } from '../../sql/catalogue/snapshot.ts'
import { Changed } from './changed.ts'
import { Keyed } from './keyed.ts'
import { type Neighbour, Stirred } from './stirred.ts'

/** Milliseconds after which it is read again, while the old one serves. */
const FRESH_MS = 60_000
/** Reading a large catalogue takes its time; it must not be all that the target does. */
const MOST_OF_THE_TIME = 50
/** Milliseconds that hardly show. */
const QUICK_MS = 20
/** Milliseconds after which that is read for which hardly anybody waits. */
const LEISURE_MS = 250
/** Reading what changed ahead of the question takes no more than a part of the time. */
const MOST_OF_A_WHILE = 4
/** Milliseconds after which nothing is judged by it any more. */
const STALE_MS = 300_000
/** Milliseconds between attempts when the target does not answer. */
const AGAIN_MS = 1000

interface Situation {
  readonly moved: boolean
  readonly defined?: Defined | undefined
  readonly renames?: readonly Flow[]
}

export interface StoredOptions {
  /** Reads the catalogue; the very same snapshot when it says nothing else than before. `whole`: with sizes, which change by themselves. */
  readonly load: (whole: boolean) => Promise<Snapshot>
  readonly analyser: Analyser
  /** Milliseconds of a steady clock. */
  readonly now: () => number
}

export class Stored {
  readonly #options: StoredOptions
  #facts: SchemaFacts | undefined
  /** Made when somebody asks. */
  #reached: { readonly facts: SchemaFacts; readonly by: Reached } | undefined
  #loading: Promise<void> | undefined
  #loaded = 0
  #took = 0
  /** When its sizes were read, and how long all of it took. */
  #sized = 0
  #tookAll = 0
  #soon: NodeJS.Timeout | undefined
  #failed = Number.NEGATIVE_INFINITY
  readonly #keyed = new Keyed()
  /** What open transactions give relations to set off. */
  readonly stirred = new Stirred(this.#keyed, (analysis) => this.#deepened.get(analysis) ?? analysis.effects)
  /** What this session changed since it was read. */
  #changed = new Changed()
  /** The same, of which what is being read will tell. */
  #told: Changed | undefined
  /** What statements do with their stored code, when it was more than their text. */
  readonly #deepened = new WeakMap<Analysis, readonly Effect[]>()
  readonly #unread = new WeakMap<Analysis, readonly Effect[]>()

  constructor(options: StoredOptions) {
    this.#options = options
  }

  /** Reads it when it was not read yet. */
  warm(): void {
    if (!this.#facts) this.#load().catch(() => {})
  }

  /** What a transaction that is over has changed. It is read before somebody asks. */
  invalidate(changed: Changed): void {
    this.#changed.add(changed)
    this.#ahead()
  }

  /** Reads what has changed, unless that was done a moment ago. */
  #ahead(due = false): void {
    if (!this.#facts || !this.#changed.any || this.#loading || this.#soon || this.#resting) return
    const rest = (this.#took < QUICK_MS ? 1 : MOST_OF_A_WHILE) * this.#took
    const wait = rest - (this.#options.now() - this.#loaded)
    if (wait <= 0 && (this.#changed.pressing || due)) {
      const changed = () => this.#ahead()
      this.#load({ ahead: true }).then(changed, () => {})
      return
    }
    this.#soon = setTimeout(
      () => {
        this.#soon = undefined
        this.#ahead(true)
      },
      Math.max(wait, this.#changed.pressing ? 0 : LEISURE_MS),
    ).unref()
  }

  /** What the statement would change, as far as its text and the code that it sets off tell. */
  note({ analysis, text }: Pick<Statement, 'analysis' | 'text'>, changed: Changed): void {
    changed.note(analysis, this.#deepened.get(analysis) ?? analysis.effects, text)
  }

  /** True while another connection changes what the statement would set off, or runs what this one would change. */
  contends(own: Neighbour, analysis: Analysis): boolean {
    if (this.stirred.contends(own, analysis, (each) => this.#reach(each))) return true
    if (!this.#keyed.shared) return false
    const effects = this.#facts?.deepen(analysis, PLAIN)
    return this.#keyed.contends(
      own,
      effects instanceof Promise ? analysis.effects : (effects ?? analysis.effects),
    )
  }

  /** Settles when that can be told; undefined when it can. */
  reaching(own: Neighbour, analysis: Analysis): Promise<unknown> | undefined {
    const stirred = this.stirred.any(own)
    if (!stirred && !this.#keyed.shared) return undefined
    const effects = this.#facts?.deepen(analysis, stirred ? { moved: true } : PLAIN)
    return effects instanceof Promise ? effects : undefined
  }

  #reach(analysis: Analysis): readonly Effect[] | undefined {
    const effects = this.#facts?.deepen(analysis, { moved: true })
    return effects instanceof Promise ? undefined : effects
  }

  /** `server_version_num`; 0 while nothing was read. */
  get server(): number {
    return this.#facts?.snapshot.server ?? 0
  }

  /** How many rows these conditions pick at most, by a key that is there for certain; undefined when none tells. */
  most(pins: Pins): number | undefined {
    return this.#keyed.sure(pins.relation) ? this.#facts?.most(pins) : undefined
  }

  /** See `Target.code`. */
  code(text: string): readonly string[] {
    const facts = this.#facts
    if (!facts) return []
    if (this.#reached?.facts !== facts) this.#reached = { facts, by: new Reached(facts.snapshot) }
    return this.#reached.by.digests(text)
  }

  /** The relations that a name may mean, as they were read. */
  relations(name: string, moved: boolean): readonly Relation[] {
    return this.#facts?.relations(name, { moved }) ?? []
  }

  /** See `Target.deepen`. */
  deepen(analysis: Analysis, connection: Situation): readonly Effect[] | Promise<readonly Effect[]> {
    const facts = this.#facts
    if (!facts || !this.#serves(analysis))
      return untouched(analysis) ? analysis.effects : this.#later(analysis, connection)
    return this.#kept(analysis, facts.deepen(analysis, connection))
  }

  /** False when it must be read first. */
  #serves(analysis: Analysis): boolean {
    const now = this.#options.now()
    const age = now - this.#loaded
    if (age > STALE_MS || this.#changed.concerns(analysis) || this.#told?.concerns(analysis)) return false
    const whole = isOld(now - this.#sized, this.#tookAll)
    if ((whole || isOld(age, this.#took)) && !this.#resting) this.#load({ whole }).catch(() => {})
    return true
  }

  /** The target did not answer a moment ago. */
  get #resting(): boolean {
    return this.#options.now() - this.#failed < AGAIN_MS
  }

  async #later(analysis: Analysis, connection: Situation): Promise<readonly Effect[]> {
    try {
      // What runs already may have begun before the change.
      if (this.#loading) await this.#loading.catch(() => {})
      if (!this.#facts || !this.#serves(analysis)) await this.#load()
    } catch {
      return this.#unreadable(analysis)
    }
    return this.#facts
      ? this.#kept(analysis, this.#facts.deepen(analysis, connection))
      : this.#unreadable(analysis)
  }

  #load(how: { readonly whole?: boolean; readonly ahead?: boolean } = {}): Promise<void> {
    this.#loading ??= this.#once(how).finally(() => {
      this.#loading = undefined
    })
    return this.#loading
  }

  async #once({ whole = false, ahead = false }): Promise<void> {
    const { load, analyser, now } = this.#options
    if (this.#resting) throw new Error('the catalogue could not be read a moment ago')
    const started = now()
    const first = !this.#facts
    const changed = this.#changed
    this.#changed = new Changed()
    this.#told = changed
    this.#keyed.reading()
    try {
      const snapshot = await load(whole)
      if (snapshot !== this.#facts?.snapshot) this.#facts = createCatalogue(snapshot, analyser)
      this.#keyed.read(true)
      this.#loaded = now()
      this.#took = this.#loaded - started
      if (whole || first) {
        this.#sized = this.#loaded
        this.#tookAll = this.#took
      }
    } catch (error) {
      this.#changed.add(changed)
      this.#keyed.read(false)
      // Nobody asked for it yet, and what was in its way may be over when somebody does.
      if (!ahead) this.#failed = now()
      throw error
    } finally {
      this.#told = undefined
    }
  }

  #kept(
    analysis: Analysis,
    effects: readonly Effect[] | Promise<readonly Effect[]>,
  ): readonly Effect[] | Promise<readonly Effect[]> {
    if (effects instanceof Promise) return effects.then((settled) => this.#kept(analysis, settled))
    if (effects !== analysis.effects && this.#deepened.get(analysis) !== effects)
      this.#deepened.set(analysis, effects)
    return effects
  }

  #unreadable(analysis: Analysis): readonly Effect[] {
    let effects = this.#unread.get(analysis)
    if (!effects) {
      effects = [...analysis.effects, UNREADABLE]
      this.#unread.set(analysis, effects)
    }
    return effects
  }
}

const isOld = (age: number, took: number): boolean => age > Math.max(FRESH_MS, MOST_OF_THE_TIME * took)

/** As most connections are: what is found is found again when it is judged. */
const PLAIN = { moved: false }

/** It names nothing that could be in a catalogue: `BEGIN`, `SET timezone`. */
const untouched = ({ effects, relations, uses }: Analysis): boolean =>
  relations.length === 0 &&
  uses === undefined &&
  effects.every(({ action }) => action === 'transaction' || action === 'set' || action === 'read')

const UNREADABLE: Effect = {
  action: 'unknown',
  object: 'catalogue',
  detail: 'the catalogue of the target could not be read',
}
