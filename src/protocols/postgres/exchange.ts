// What both directions of one connection share.
import type { Analysis, Effect, Statement, Uses } from '../../core/statement.ts'
import type { Gate } from '../protocol.ts'
import { Changed } from './changed.ts'
import { Count, Counting } from './counting.ts'
import { FLUSH } from './deny.ts'
import type { CopyDigest } from './digest.ts'
import { Moved } from './drift.ts'
import type { Failure } from './frames.ts'
import { bare, wireName } from './identifiers.ts'
import { Names, Prepared } from './names.ts'
import { commits, declares, executes, inCode, keepsCode, moves, named, names, opens, uses } from './naming.ts'
import { ASKED, Pipeline } from './pipeline.ts'
import { Run } from './run.ts'
import type { Shared } from './shared.ts'
import { stronger, type Taint } from './taint.ts'
import type { Inlet } from './transport.ts'
import { type Upheaval, upheaval, wider } from './upheaval.ts'

export class Exchange {
  readonly shared: Shared
  readonly gate: Gate
  readonly client: Inlet
  readonly upstream: Inlet
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
  /** Extended messages were sent since the last Sync. */
  unsynced = false
  readonly counting = new Counting(this)

  readonly #cancel: () => Promise<void>
  readonly #waiting: (() => void)[] = []

  constructor(parts: {
    shared: Shared
    gate: Gate
    client: Inlet
    upstream: Inlet
    gone: AbortSignal
    end: (failure: Failure) => void
    cancel: () => Promise<void>
  }) {
    this.shared = parts.shared
    this.gate = parts.gate
    this.client = parts.client
    this.upstream = parts.upstream
    this.gone = parts.gone
    this.end = parts.end
    this.#cancel = parts.cancel
  }

  /** Asks the target to cancel what runs. Settles when it has taken the request. */
  async cancel(): Promise<void> {
    const taken = Promise.all([this.cancelling, this.#cancel()])
    this.cancelling = taken
    await taken
    if (this.cancelling === taken) this.cancelling = undefined
  }

  /** How much of what `statement` returns or complains about may be protected. */
  taint(statement: Statement, standing = this.standing(statement)): Taint {
    const { plans } = this.shared
    if (!plans.masksColumns) return 'none'
    if (this.#drifts(statement) || standing?.some((named) => named && this.#drifts(named))) return 'moved'
    const [only] = standing?.length === 1 ? standing : []
    if (only && !names(only) && told(statement.analysis, only.analysis))
      return stronger(plans.taint(statement.analysis), plans.taint(only.analysis))
    // What another name stands for was not described with this statement's text.
    const other = standing?.some((named) => !named || plans.taint(named.analysis) !== 'none' || names(named))
    return other ? 'unseen' : plans.taint(statement.analysis)
  }

  /** The same of a run, whose names may stand for something else by now. */
  taintOf(run: Run): Taint {
    const taint = this.taint(run.statement, run.standing)
    const doubtful = run.doubtful || (run.name !== '' && this.shared.code.opensCursors)
    return doubtful && this.shared.plans.masksColumns && taint !== 'moved' ? 'unseen' : taint
  }

  #drifts({ analysis }: Statement): boolean {
    const { drift, plans } = this.shared
    return drift.any && drift.touches(analysis.relations, (test) => plans.reading(test))
  }

  /** What the names that it executes or fetches from stand for as of now; undefined when it uses none. */
  standing(statement: Statement): readonly (Statement | undefined)[] | undefined {
    const { effects } = statement.analysis
    if (!effects.some(uses)) return undefined
    const declared = new Set(effects.filter(declares).map(({ name }) => name))
    return effects.filter(uses).flatMap((effect) => {
      const name = wireName(effect.name ?? '')
      if (effect.action === 'execute') return [this.names.prepared(name)]
      const run = this.names.portal(name)
      const certain = run && !run.doubtful && !this.shared.code.opensCursors
      const portal = certain ? run.statement : undefined
      return declared.has(effect.name) ? (run ? [statement, portal] : [statement]) : [portal]
    })
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
  runs({ analysis, text }: Statement): void {
    const { effects, changes } = analysis
    this.shared.stored.note(analysis, this.#changing)
    if (this.#changing.any) this.changed.add(this.#changing)
    if (effects.some(moves)) this.naming = true
    if (!this.shared.plans.masksColumns) return
    this.shared.plans.runs(analysis)
    if (effects.some(keepsCode) && (effects.some(inCode) || /\bopen\b/i.test(text)))
      this.shared.code.opensCursors = true
    if (!changes.schema && !effects.some(({ action }) => action === 'unknown')) return
    for (const { action, name, temporary } of effects) {
      if (action === 'create' && temporary && name !== undefined) this.temporary.add(bare(name))
      if ((action === 'rename' || action === 'move') && this.temporary.size > 0) this.temporary.add('*')
    }
    this.moved.note(analysis)
    this.shared.drift.add(this.moved)
  }

  /** True when the side connection surely describes the same relations. */
  copies(statement: Statement): boolean {
    const { temporary, moved } = this
    if (this.#drifts(statement) || moved.all) return false
    return statement.analysis.relations.every((relation) => {
      const name = bare(relation)
      if (moved.made.has(name)) return false
      return relation.includes('.') || !(temporary.has('*') || temporary.has(name))
    })
  }

  /** What a lone EXECUTE or FETCH returns is what its name stands for returns. */
  #shown({ effects, count }: Analysis): Pick<Analysis, 'outputs' | 'flows'> {
    const [effect, ...others] = effects.filter(uses)
    if (!effect || others.length > 0 || count !== 1) return {}
    const name = wireName(effect.name ?? '')
    const run = effect.action === 'execute' ? undefined : this.names.portal(name)
    const statement =
      run && !run.doubtful ? run.statement : executes(effect) ? this.names.prepared(name) : undefined
    const { outputs, flows } = statement?.analysis ?? {}
    return { ...(outputs && { outputs }), ...(flows && { flows }) }
  }

  /** `EXECUTE name` of what this connection prepared does what was judged then. */
  resolved(analysis: Analysis): Analysis {
    if (!analysis.effects.some(executes))
      return analysis.effects.some(uses) ? { ...analysis, ...this.#shown(analysis) } : analysis
    const effects: Effect[] = []
    const relations = new Set(analysis.relations)
    let usage = analysis.uses
    for (const effect of analysis.effects) {
      const prepared = executes(effect) ? this.names.prepared(wireName(effect.name ?? '')) : undefined
      effects.push(prepared ? { ...effect, detail: 'prepared on this connection' } : effect)
      for (const inner of prepared?.analysis.effects ?? [])
        if (inner.action !== 'prepare') effects.push({ ...inner, via: ['execute'] })
      for (const relation of prepared?.analysis.relations ?? []) relations.add(relation)
      usage = both(usage, prepared?.analysis.uses)
    }
    const known = { effects, relations: [...relations], ...(usage && { uses: usage }) }
    return { ...analysis, ...known, ...this.#shown(analysis) }
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
    switch (tag) {
      case 'PREPARE':
        for (const name of named(effects, 'prepare', 'statement'))
          this.names.done(new Prepared(name, statement, 0))
        break
      case 'DEALLOCATE':
        for (const name of named(effects, 'prepare', 'deallocate'))
          this.names.done(new Prepared(name, undefined, 0))
        break
      case 'DECLARE CURSOR':
        for (const name of named(effects, 'cursor', 'cursor')) this.names.bound(new Run(name, statement))
        break
      case 'CLOSE CURSOR':
        for (const name of named(effects, 'cursor', 'close')) this.names.closingPortal(name)
        break
      case 'DISCARD ALL':
        this.names.forgetPrepared()
        this.names.forgetPortals()
        break
      case 'DEALLOCATE ALL':
        this.names.forgetPrepared()
        break
      case 'CLOSE CURSOR ALL':
        this.names.forgetPortals()
        break
      default:
    }
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
    if (this.pipeline.length > 0) return
    this.naming = false
    if (this.#changing.any) this.#changing.clear()
    if (this.#waiting.length > 0) for (const resume of this.#waiting.splice(0)) resume()
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

/** The statement's outputs are those of what its name stands for now. */
const told = ({ outputs }: Analysis, named: Analysis): boolean =>
  outputs !== undefined && outputs === named.outputs

function both(one: Uses | undefined, other: Uses | undefined): Uses | undefined {
  if (!one || !other) return one ?? other
  return {
    functions: [...one.functions, ...other.functions],
    operators: [...one.operators, ...other.operators],
    types: [...one.types, ...other.types],
    fields: [...one.fields, ...other.fields],
    assigned: [...one.assigned, ...other.assigned],
  }
}
