// What both directions of one connection share.
import type { Statement } from '../../core/statement.ts'
import type { Gate } from '../protocol.ts'
import type { CopyDigest } from './digest.ts'
import type { Failure } from './frames.ts'
import { Names, Prepared } from './names.ts'
import { ASKED, Pipeline } from './pipeline.ts'
import { Run } from './run.ts'
import type { Shared } from './shared.ts'
import type { Inlet } from './transport.ts'

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
  schema = false
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

  /** The statement that SQL `EXECUTE name` or `FETCH … name` runs, when this connection made it. */
  named(statement: Statement): readonly (Statement | undefined)[] {
    const found: (Statement | undefined)[] = []
    for (const { action, name = '' } of statement.analysis.effects) {
      if (action === 'execute') found.push(this.names.prepared(name))
      if (action === 'cursor') found.push(this.names.portal(name)?.statement)
    }
    return found
  }

  /** True when what `statement` returns or complains about may carry protected values. */
  touches(statement: Statement): boolean {
    const { plans } = this.shared
    if (plans.inert) return false
    if (plans.touches(statement.analysis)) return true
    return this.named(statement).some((named) =>
      named === undefined ? plans.masksColumns : named !== statement && plans.touches(named.analysis),
    )
  }

  /** A command tag is here: names, catalogue and settings follow what it did. */
  completed(run: Run, tag: string): void {
    const { statement } = run
    const { changes, effects } = statement.analysis
    if (changes.resolution) this.resolution = true
    if (changes.schema) {
      this.schema = true
      this.shared.plans.invalidate()
    }
    switch (tag) {
      case 'PREPARE':
        for (const { action, name } of effects)
          if (action === 'prepare' && name !== undefined) this.names.done(new Prepared(name, statement, 0))
        break
      case 'DECLARE CURSOR':
        for (const { action, name } of effects)
          if (action === 'cursor' && name !== undefined) this.names.bound(new Run(name, statement))
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
