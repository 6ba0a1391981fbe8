// What both directions of one connection share.
import type { Analysis, Effect, Statement } from '../../core/statement.ts'
import type { Gate } from '../protocol.ts'
import type { CopyDigest } from './digest.ts'
import type { Failure } from './frames.ts'
import { Names, Prepared } from './names.ts'
import { ASKED, Pipeline } from './pipeline.ts'
import type { Taint } from './plan.ts'
import { Run } from './run.ts'
import type { Shared } from './shared.ts'
import type { Inlet } from './transport.ts'
import { type Upheaval, upheaval } from './upheaval.ts'

export class Exchange {
  readonly shared: Shared
  readonly gate: Gate
  readonly client: Inlet
  readonly upstream: Inlet
  /** Ends the connection; the client reads the failure as FATAL. */
  readonly end: (failure: Failure) => void
  /** Asks the target to cancel what runs. */
  readonly cancel: () => void
  readonly pipeline = new Pipeline()
  readonly names = new Names()
  /** Status of the last ReadyForQuery: `I`, `T` or `E`. */
  status = 0x49
  /** An extended message failed and no Sync was sent since: the server skips, and so do we. */
  skipping = false
  /** A COPY FROM STDIN runs and its end was not sent yet. */
  copyingIn = false
  /** `search_path`, role or the like was changed on this connection: names on other connections may mean something else. */
  resolution = false
  /** The transaction changed the catalogue, which others see when it is over. */
  schema: Upheaval = 'none'
  /** What the COPY FROM STDIN that runs has carried so far. */
  incoming: CopyDigest | undefined
  /** COPYs whose end was sent and whose tag is not here yet. */
  readonly finished: CopyDigest[] = []
  /** The client waits for every answer to be here. */
  settling = false

  constructor(parts: {
    shared: Shared
    gate: Gate
    client: Inlet
    upstream: Inlet
    end: (failure: Failure) => void
    cancel: () => void
  }) {
    this.shared = parts.shared
    this.gate = parts.gate
    this.client = parts.client
    this.upstream = parts.upstream
    this.end = parts.end
    this.cancel = parts.cancel
  }

  /** How much of what `statement` returns or complains about may be protected. */
  taint(statement: Statement): Taint {
    const { plans } = this.shared
    let taint = plans.taint(statement.analysis)
    for (const { action, object, name = '' } of statement.analysis.effects) {
      const named =
        action === 'execute'
          ? this.names.prepared(name)
          : action === 'cursor' && object === 'fetch'
            ? this.names.portal(name)?.statement
            : statement
      if (named === statement) continue
      // What another name stands for was not described with this statement's text.
      if (plans.masksColumns && (!named || plans.taint(named.analysis) !== 'none')) taint = 'unseen'
    }
    return taint
  }

  /** `EXECUTE name` of what this connection prepared does what was judged then. */
  resolved(analysis: Analysis): Analysis {
    if (!analysis.effects.some(executes)) return analysis
    const effects: Effect[] = []
    const relations = new Set(analysis.relations)
    for (const effect of analysis.effects) {
      const prepared = executes(effect) ? this.names.prepared(effect.name ?? '') : undefined
      effects.push(prepared ? { ...effect, detail: 'prepared on this connection' } : effect)
      for (const inner of prepared?.analysis.effects ?? [])
        if (inner.action !== 'prepare') effects.push({ ...inner, via: ['execute'] })
      for (const relation of prepared?.analysis.relations ?? []) relations.add(relation)
    }
    return { ...analysis, effects, relations: [...relations] }
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
    switch (tag) {
      case 'PREPARE':
        for (const { action, object, name } of effects)
          if (action === 'prepare' && object === 'statement' && name !== undefined)
            this.names.done(new Prepared(name, statement, 0))
        break
      case 'DEALLOCATE':
        for (const { object, name } of effects)
          if (object === 'deallocate' && name !== undefined) this.names.done(new Prepared(name, undefined, 0))
        break
      case 'DECLARE CURSOR':
        for (const { action, object, name } of effects)
          if (action === 'cursor' && object === 'cursor' && name !== undefined)
            this.names.bound(new Run(name, statement))
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
    while (pipeline.length > 0 && pipeline.kind !== ASKED.sync) {
      const item = pipeline.item
      if (item instanceof Prepared) names.failed(item, first)
      else if (item instanceof Run && pipeline.kind === ASKED.bind) names.failed(item, first)
      pipeline.shift()
      first = false
    }
    if (pipeline.length === 0) this.skipping = true
  }

  /** Called after each answer: whoever waits for all of them goes on. */
  answered(): void {
    if (!this.settling || this.pipeline.length > 0) return
    this.settling = false
    this.client.release()
  }
}

/** What it runs is not in the text that was analysed. */
const executes = ({ action, object, detail }: Effect): boolean =>
  action === 'execute' && object === 'prepared' && detail === undefined
