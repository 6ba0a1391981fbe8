// What both directions of one connection share.
import type { Analysis, Statement } from '../../core/statement.ts'
import type { Gate } from '../protocol.ts'
import { Changed } from './changed.ts'
import { Count, Counting } from './counting.ts'
import { FLUSH } from './deny.ts'
import type { CopyDigest } from './digest.ts'
import type { Party } from './drift.ts'
import type { Failure } from './frames.ts'
import { Holding } from './holding.ts'
import { bare, wireName } from './identifiers.ts'
import { Meaning } from './meaning.ts'
import { Moved, movedBy } from './moved.ts'
import { Names, Prepared } from './names.ts'
import { commits, inCode, keepsCode, moves, opens, takes, uses } from './naming.ts'
import { ASKED, Pipeline } from './pipeline.ts'
import { Run } from './run.ts'
import type { Shared } from './shared.ts'
import { follow } from './tags.ts'
import type { Taint } from './taint.ts'
import type { Inlet } from './transport.ts'
import { type Upheaval, upheaval, wider } from './upheaval.ts'

export class Exchange implements Party {
  readonly shared: Shared
  readonly gate: Gate
  readonly client: Inlet
  readonly upstream: Inlet
  /** Its process on the server, as the server says. */
  readonly pid: number
  /** Aborts when the client is gone. */
  readonly gone: AbortSignal
  /** Ends the connection; the client reads the failure as FATAL. */
  readonly end: (failure: Failure) => void
  /** Requests to cancel that the target may not have taken yet; behind one of them a new statement would be hit. */
  cancelling: Promise<unknown> | undefined
  readonly pipeline = new Pipeline()
  readonly names = new Names()
  /** Status of the last ReadyForQuery: `I`, `T` or `E`. */
  status = 0x49
  /** An extended message failed and no Sync was sent since: the server skips, and so do we. */
  skipping = false
  /** A COPY FROM STDIN runs and its end was not sent yet. */
  copyingIn = false
  /** A Sync came while COPY FROM STDIN took data. */
  syncHeld = false
  /** `search_path`, role or the like was changed on this connection: names on other connections may mean something else. */
  resolution = false
  /** The transaction changed the catalogue, which others see when it is over. */
  schema: Upheaval = 'none'
  /** What was sent since the last transaction was over may have changed this of the stored code. */
  readonly changed = new Changed()
  /** The part of it that is not answered. */
  readonly #changing = new Changed()
  /** What its open transaction did to names. */
  readonly moved = new Moved()
  /** Names of temporary relations that it made; `*` when they are not known. */
  readonly temporary = new Set<string>()
  /** Answers still to come may change what names stand for: SQL PREPARE, DEALLOCATE, cursors, code. */
  naming = false
  /** What the COPY FROM STDIN that runs has carried so far. */
  incoming: CopyDigest | undefined
  /** COPYs whose end was sent and whose tag is not here yet. */
  readonly finished: CopyDigest[] = []
  /** The client waits for every answer to be here. */
  settling = false
  /** Extended messages were sent since the last Sync that the server surely takes for one. */
  unsynced = false
  /** A COPY FROM STDIN may take data whose end was not sent: the server reads no Sync in it. */
  taking = false
  /** What our Sync was to make last has failed, and with it the simple query behind. */
  broken = false
  readonly counting = new Counting(this)
  readonly holding = new Holding(this)
  /** The client has whole messages only: one of ours may follow. */
  readonly betweenAnswers: () => boolean

  readonly meaning = new Meaning(this)
  /** Judged, and not sent yet. */
  judging: Analysis | undefined
  readonly #cancel: () => Promise<void>
  readonly #waiting: (() => void)[] = []

  constructor(parts: {
    shared: Shared
    gate: Gate
    client: Inlet
    upstream: Inlet
    pid: number
    gone: AbortSignal
    end: (failure: Failure) => void
    cancel: () => Promise<void>
    betweenAnswers: () => boolean
  }) {
    this.shared = parts.shared
    this.gate = parts.gate
    this.client = parts.client
    this.upstream = parts.upstream
    this.pid = parts.pid
    this.gone = parts.gone
    this.end = parts.end
    this.#cancel = parts.cancel
    this.betweenAnswers = parts.betweenAnswers
    this.shared.drift.join(this)
    this.shared.stored.stirred.join(this)
  }

  /** Both sides are closed. */
  closed(): void {
    if (this.changed.any) this.shared.stored.invalidate(this.changed)
    this.shared.stored.stirred.leave(this)
    this.shared.drift.leave(this)
    if (this.moved.any) this.shared.plans.invalidate('all')
  }

  /** Asks the target to cancel what runs. Settles when it has taken the request. */
  async cancel(): Promise<void> {
    if (this.holding.cancel()) return
    const taken = Promise.all([this.cancelling, this.#cancel()])
    this.cancelling = taken
    await taken
    if (this.cancelling === taken) this.cancelling = undefined
  }

  taint(statement: Statement): Taint {
    return this.meaning.taint(statement)
  }

  taintOf(run: Run): Taint {
    return this.meaning.taintOf(run)
  }

  standing(statement: Statement): readonly (Statement | undefined)[] | undefined {
    return this.meaning.standing(statement)
  }

  /** True when the statement uses a name, or may run code, that answers still to come may change. */
  awaits(analysis: Analysis): boolean {
    if (this.pipeline.length === 0) return false
    if (this.pends(analysis)) return true
    return analysis.effects.some(
      (effect) => uses(effect) && !this.names.settledBoth(wireName(effect.name ?? ''), this.naming),
    )
  }

  /** True when what it runs, or makes last, depends on answers still to come. */
  pends(analysis: Analysis): boolean {
    if (this.pipeline.length === 0) return false
    if (this.shared.countsRows && analysis.effects.some(commits)) return true
    return this.#changing.any && this.#changing.concerns(analysis)
  }

  /** It is about to be sent and run: what it may change is not certain until it is answered. */
  runs(statement: Statement): void {
    const { analysis, text } = statement
    const { effects } = analysis
    this.judging = undefined
    if (effects.some(takes)) this.taking = true
    this.shared.stored.note(statement, this.#changing)
    this.shared.stored.stirred.note(this, analysis)
    if (this.#changing.any) this.changed.add(this.#changing)
    if (effects.some(moves)) this.naming = true
    if (!this.shared.plans.masksColumns) return
    this.shared.plans.runs(analysis)
    if (effects.some(keepsCode) && (effects.some(inCode) || /\bopen\b/i.test(text)))
      this.shared.code.opensCursors = true
    for (const { action, name, temporary } of effects) {
      if (action === 'create' && temporary && name !== undefined) this.temporary.add(bare(name))
      if ((action === 'rename' || action === 'move') && this.temporary.size > 0) this.temporary.add('*')
    }
    const change = movedBy(analysis)
    if (change) this.shared.drift.add(this, change)
  }

  /** See `Party` of drift.ts. */
  readonly busy = (): readonly Analysis[] => {
    const { judging, pipeline } = this
    const sent = pipeline.unanswered().map(({ statement }) => statement.analysis)
    return judging ? [judging, ...sent] : sent
  }

  outdate(moved: Moved): void {
    for (const run of [...this.names.portals(), ...this.pipeline.unanswered()])
      if (moved.touches(run.statement.analysis, this.meaning.reading) !== 'no') run.outdated = true
  }

  /** The server is in no transaction: what was changed shows on other connections. */
  idle(): void {
    const { shared, pipeline, changed } = this
    this.gate.idle()
    this.names.transactionEnded()
    shared.plans.invalidate(wider(this.moved.upheaval, this.schema))
    this.schema = 'none'
    if (changed.any) shared.stored.invalidate(changed)
    if (pipeline.length > 0) return
    shared.stored.stirred.over(this)
    shared.drift.over(this.moved)
    changed.clear()
  }

  /** A command tag is here: names, catalogue and settings follow what it did. */
  completed(run: Run, tag: string): void {
    const { statement } = run
    const { changes, effects } = statement.analysis
    if (changes.resolution) this.resolution = true
    const changed = upheaval(statement.analysis)
    if (changed !== 'none') {
      if (this.schema !== 'all') this.schema = changed
      this.shared.plans.invalidate(changed)
    }
    if (effects.some(opens)) this.names.doubtPortals()
    follow(this.names, run, tag)
  }

  /** Skips to the next Sync, as the server does. */
  skip(): void {
    const { pipeline, names } = this
    let first = true
    while (pipeline.length > 0 && pipeline.kind !== ASKED.sync && pipeline.kind !== ASKED.countSync) {
      const item = pipeline.item
      if (item instanceof Prepared) names.failed(item, first)
      else if (item instanceof Run && pipeline.kind === ASKED.bind) names.failed(item, first)
      pipeline.shift()
      if (item instanceof Count) item.skipped()
      first = false
    }
    if (pipeline.length === 0) this.skipping = true
  }

  /** Called after each answer: whoever waits for all of them goes on. */
  answered(): void {
    this.shared.drift.eased()
    if (this.pipeline.length > 0) return
    this.naming = false
    this.taking = false
    if (this.judging === undefined) this.gate.counts?.answered()
    if (this.#changing.any) this.#changing.clear()
    if (this.#waiting.length > 0) for (const resume of this.#waiting.splice(0)) resume()
    if (!this.settling) return
    this.settling = false
    this.client.release()
  }

  /** What the client sends next belongs to the head of the pipeline: nobody may wait for its answer. */
  interrupt(): void {
    if (!this.settling) return
    this.settling = false
    this.client.release()
  }

  /** Settles when every answer is here; a Flush makes the server give them. */
  whenAnswered(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve)
      // What was sent before it is on its way then.
      queueMicrotask(() => this.upstream.socket.write(FLUSH))
    })
  }
}
