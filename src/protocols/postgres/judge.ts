// Text to verdict, at once in the common case. While somebody has to be waited for, the client's direction is held.
import type { Analysis, Statement, Uses } from '../../core/statement.ts'
import type { Verdict } from '../../core/verdict.ts'
import { type CopyMask, CopyRefused } from './copy.ts'
import { withTypes } from './declared.ts'
import { denial } from './deny.ts'
import type { Exchange } from './exchange.ts'
import { type Failure, ProtocolError } from './frames.ts'
import { movedBy } from './moved.ts'
import { commits } from './naming.ts'
import { BUSY, barredBy, SKIPPED, UNRESOLVED, UNSEEN } from './refusals.ts'
import type { Run } from './run.ts'

export interface Judged {
  readonly statement: Statement
  /** Set when it is refused. */
  readonly failure?: Failure
  /** How what it copies out is masked. */
  readonly copy?: CopyMask | null | undefined
  /** A person is to be asked before it runs. */
  readonly hold?: Verdict
}

const NOTHING = { effects: [], relations: [], count: 0, changes: { schema: false, resolution: false } }

const NONE: readonly number[] = []
const FIRST_OWN = 16_384
/** A driver may choose types by values. */
const MOST_TYPED = 32
const NO_USES: Uses = { functions: [], operators: [], types: [], fields: [], assigned: [] }

/** It is judged by what the catalogue says of the names in it, or makes that say something else. */
const leans = (analysis: Analysis): boolean =>
  Boolean(analysis.flows ?? analysis.compares ?? analysis.probes ?? analysis.copy) ||
  movedBy(analysis)?.shifts === true

export class Judge {
  readonly #x: Exchange
  #ready: Judged | undefined
  readonly #parameters = new WeakMap<Analysis, Map<string, Analysis>>()

  constructor(exchange: Exchange) {
    this.#x = exchange
  }

  /** The frame that comes again was judged. */
  get waiting(): boolean {
    return this.#ready !== undefined
  }

  /** Its frame is skipped behind an error, as the server would: the verdict is for nothing else. */
  forget(): void {
    const ready = this.#ready
    this.#ready = undefined
    if (!ready) return
    this.#x.judging = undefined
    if (!ready.failure) this.#refused(ready.statement, SKIPPED)
  }

  /** Judges `bytes[from, to)`. Undefined: held; ask again with the same frame when the inlet is released. */
  statement(
    bytes: Buffer,
    from: number,
    to: number,
    id: number,
    prepared: string | undefined,
    types: readonly number[] = NONE,
  ): Judged | undefined {
    const { inspector, analyser } = this.#x.shared
    const read = inspector.read(bytes, from, to)
    if (this.#ready) return this.#taken(({ sha256 }) => sha256 === (read?.sha256 ?? ''))
    if (!read) return this.#unreadable(id)
    const analysis = analyser.analyse(read.text, this.#x.gone)
    const go = (plain: Analysis): Judged | Promise<Judged> => {
      const analysed = types.length === 0 ? plain : this.#typed(plain, types)
      // What the names stand for is known when everything before is answered.
      if (this.#x.awaits(analysed)) return this.#x.whenAnswered().then(() => go(analysed))
      const decide = () =>
        this.#decide(
          { id, text: read.text, sha256: read.sha256, analysis: this.#x.meaning.resolved(analysed) },
          prepared,
        )
      if (prepared !== undefined) return decide()
      const asked = this.#counted(analysed)
      return asked
        ? asked.then(() => this.#apart(this.#x.meaning.resolved(analysed), decide))
        : this.#apart(this.#x.meaning.resolved(analysed), decide)
    }
    const judge = (plain: Analysis) => this.#released(go(plain), () => go(plain))
    return this.#settle(analysis instanceof Promise ? analysis.then(judge) : judge(analysis))
  }

  /** With the types that the client gives its parameters, by number; the same again for the same. */
  #typed(analysis: Analysis, types: readonly number[]): Analysis {
    const key = types.join()
    const before = this.#parameters.get(analysis)
    const known = before && before.size < MOST_TYPED ? before : new Map<string, Analysis>()
    const found = known.get(key)
    if (found) return found
    const pins = analysis.pins && withTypes(analysis.pins, types)
    const pinned = pins === analysis.pins ? analysis : { ...analysis, ...(pins && { pins }) }
    // Code of types that are not the server's own runs when values are bound.
    const own = types.filter((oid) => oid >= FIRST_OWN).map(String)
    const uses = analysis.uses ?? NO_USES
    const typed = own.length === 0 ? pinned : { ...pinned, uses: { ...uses, types: [...uses.types, ...own] } }
    this.#parameters.set(analysis, known.set(key, typed))
    return typed
  }

  /** Judges the run of a portal; `planned`: no more than its planning, for which some servers run code. */
  execute(run: Run, planned = false): Judged | undefined {
    if (this.#ready) return this.#taken((statement) => statement === run.statement)
    const go = (decided: Verdict) => this.#decided(run.statement, decided, true)
    const decide = () => {
      const verdict = this.#x.gate.execute(run.statement, run.parameters, run.bound, planned)
      return verdict instanceof Promise ? verdict.then(go) : go(verdict)
    }
    const { analysis } = run.statement
    const apart = () => this.#apart(analysis, decide)
    const judge = () => {
      const asked = this.#counted(analysis)
      return asked ? asked.then(apart) : apart()
    }
    return this.#settle(this.#released(judge(), judge, run))
  }

  /** A person is asked, if one must be; when they agree it is judged anew, by what is known then. */
  #released(
    judged: Judged | Promise<Judged>,
    again: () => Judged | Promise<Judged>,
    run?: Run,
  ): Judged | Promise<Judged> {
    if (judged instanceof Promise) return judged.then((settled) => this.#released(settled, again, run))
    const { hold, statement } = judged
    if (!hold) return judged
    if (run?.unseen) return { statement, failure: this.#refused(statement, UNSEEN) }
    return this.#x.holding
      .ask(statement, hold, run?.bound)
      .then((failure) => (failure ? { statement, failure } : this.#released(again(), again, run)))
  }

  /** Decides when no other connection can come between what is known and what is sent. */
  #apart(analysis: Analysis, decide: () => Judged | Promise<Judged>): Judged | Promise<Judged> {
    const x = this.#x
    const { drift, plans, stored } = x.shared
    const reaching = stored.reaching(x, analysis)
    if (reaching) return reaching.then(() => this.#apart(analysis, decide))
    const contends = () =>
      stored.contends(x, analysis) ||
      (plans.masksColumns && drift.contends(x, analysis, leans(analysis), x.meaning.reading))
    const go = (free: boolean): Judged | Promise<Judged> => {
      x.judging = analysis
      const judged = decide()
      const settle = (ready: Judged) => this.#settled(free ? ready : this.#busy(ready))
      return judged instanceof Promise ? judged.then(settle) : settle(judged)
    }
    return contends() ? drift.room(contends).then(go) : go(true)
  }

  #busy(judged: Judged): Judged {
    return judged.failure || judged.hold
      ? judged
      : { ...judged, failure: this.#refused(judged.statement, BUSY) }
  }

  #settled(judged: Judged): Judged {
    if (judged.failure || judged.hold) this.#x.judging = undefined
    return judged
  }

  /** What makes changes last is judged by how many rows they are. */
  #counted({ effects }: Analysis): Promise<void> | undefined {
    return effects.some(commits) ? this.#x.counting.after() : undefined
  }

  /** A verdict on something else must never let a statement pass. */
  #taken(isIt: (statement: Statement) => boolean): Judged {
    const ready = this.#ready!
    this.#ready = undefined
    if (isIt(ready.statement)) return ready
    throw new ProtocolError('a message in the place of one that was waited for')
  }

  #settle(judged: Judged | Promise<Judged>): Judged | undefined {
    if (!(judged instanceof Promise)) return judged
    const { client } = this.#x
    client.hold()
    const settled = (ready: Judged) => {
      this.#ready = ready
      client.release()
    }
    judged.then(settled, () =>
      this.#x.end({ severity: 'FATAL', sqlstate: 'XX000', message: 'the statement could not be judged' }),
    )
    return undefined
  }

  #decide(statement: Statement, prepared: string | undefined): Judged | Promise<Judged> {
    const verdict = this.#x.gate.judge(statement, prepared)
    const runs = prepared === undefined
    return verdict instanceof Promise
      ? verdict.then((decided) => this.#decided(statement, decided, runs))
      : this.#decided(statement, verdict, runs)
  }

  #decided(statement: Statement, verdict: Verdict, runs: boolean): Judged | Promise<Judged> {
    const waits = verdict.kind === 'hold' && this.#x.gate.hold !== undefined
    if (verdict.kind !== 'allow' && !waits) return { statement, failure: denial(verdict) }
    const { analysis } = statement
    const { plans, readOnly } = this.#x.shared
    const barred = barredBy(analysis, readOnly)
    if (barred) return { statement, failure: this.#refused(statement, barred) }
    // While it is prepared nothing happens yet.
    if (waits && runs) return { statement, hold: verdict }
    const waiting = plans.ready()
    if (waiting) return waiting.then(() => this.#decided(statement, verdict, runs))
    if (!runs || plans.inert || !analysis.copy) return { statement }
    const refused = (error?: unknown) => ({
      statement,
      failure: this.#refused(statement, error instanceof CopyRefused ? error.failure : UNRESOLVED),
    })
    // Only the result of the last statement is described before it runs.
    if (analysis.count > 1 || (plans.masksColumns && !this.#x.meaning.copies(statement))) return refused()
    return plans.copy(analysis, this.#x.resolution).then((copy) => ({ statement, copy }), refused)
  }

  #refused(statement: Statement, failure: Failure): Failure {
    const error = { sqlstate: failure.sqlstate, message: failure.message }
    this.#x.gate.result(statement, { tag: '', rows: 0, bytes: 0, ms: 0, error })
    return failure
  }

  #unreadable(id: number): Judged {
    this.#x.gate.limit('encoding', 'a statement that is not UTF-8 was refused')
    return {
      statement: { id, text: '', sha256: '', analysis: NOTHING },
      failure: {
        severity: 'ERROR',
        sqlstate: '22021',
        message: 'the statement is not valid UTF-8',
        hint: 'Send UTF-8; other client encodings are not accepted.',
      },
    }
  }
}
