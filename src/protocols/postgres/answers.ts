// Answers in their order: each belongs to the head of the pipeline.

import { Count, counted } from './counting.ts'
import { FAILING, SYNC } from './deny.ts'
import { CopyDigest } from './digest.ts'
import type { Exchange } from './exchange.ts'
import { CLIENT, errorResponse, type Failure, frame, ProtocolError, stringEnd, UPSTREAM } from './frames.ts'
import { hideLabels } from './labels.ts'
import { Prepared } from './names.ts'
import { HOLD, KEEP, type Outcome } from './outcome.ts'
import { ASKED } from './pipeline.ts'
import { Planner } from './planner.ts'
import { redact, redactNotification } from './redact.ts'
import { Run } from './run.ts'
import { parameterStatus } from './settings.ts'

const IDLE = 0x49
/** What the server is ready behind. */
const ENDING = new Set<number>([ASKED.none, ASKED.sync, ASKED.ownSync, ASKED.query])
const FAILED = 0x45

const WITHHELD: Failure = {
  severity: 'ERROR',
  sqlstate: '42501',
  message:
    'refused: which of these values are masked cannot be told, since names in the statement may mean something else by now',
  hint: 'Read it before names or definitions are changed, or after the COMMIT.',
}

export class Answers {
  readonly #x: Exchange
  /** True when rows are left out. */
  get dropping(): boolean {
    return this.muted || this.#over !== undefined
  }

  /** An error of ours stands for the rest of the answers up to ReadyForQuery. */
  muted = false
  /** What a COPY TO STDOUT gives the client. */
  passed: CopyDigest | undefined
  /** The server may have read a Sync as part of a COPY, or may answer it when that fails. */
  #syncsInCopy = false
  readonly #planner: Planner
  #over: Failure | undefined

  constructor(exchange: Exchange) {
    this.#x = exchange
    this.#planner = new Planner(exchange)
  }

  get running(): Run | undefined {
    const { item } = this.#x.pipeline
    return item instanceof Run ? item : undefined
  }

  /** The run that a row or a piece of COPY belongs to. */
  data(type: number): Run {
    const { kind, item } = this.#x.pipeline
    if (!(item instanceof Run) || (kind !== ASKED.query && kind !== ASKED.execute))
      throw new ProtocolError('rows that nobody asked for')
    if (type === UPSTREAM.DataRow) {
      if (item.plan === undefined) {
        if (!this.#x.shared.plans.inert) throw new ProtocolError('rows without a description')
        item.plan = null
      }
    } else if (this.passed === undefined) throw new ProtocolError('COPY data outside of COPY')
    return item
  }

  answer(type: number, b: Buffer, at: number, end: number): Outcome {
    const { muted } = this
    const outcome = this.#answer(type, b, at, end)
    if (outcome === HOLD) return HOLD
    this.#x.answered()
    if (!muted || asynchronous(type)) return outcome
    return undefined
  }

  #answer(type: number, b: Buffer, at: number, end: number): Outcome {
    const { pipeline, names, gate } = this.#x
    if (pipeline.kind === ASKED.count && pipeline.item instanceof Count) {
      const outcome = counted(this.#x, pipeline.item, type, b, at, end)
      if (outcome !== KEEP) return outcome
    }
    switch (type) {
      case UPSTREAM.CommandComplete:
        return this.#complete(b.toString('utf8', at + 5, stringEnd(b, at + 5, end)))
      case UPSTREAM.EmptyQueryResponse:
        return this.#complete('')
      case UPSTREAM.PortalSuspended:
        return this.#complete('PORTAL SUSPENDED')
      case UPSTREAM.RowDescription:
        return this.#describe(b, at, end)
      case UPSTREAM.NoData: {
        const ours = pipeline.kind === ASKED.describeOurs || pipeline.kind === ASKED.describeQuery
        const item = this.#expect(ours ? pipeline.kind : ASKED.describePortal, ASKED.describeStatement)
        if (item instanceof Run) item.plan = this.#x.shared.plans.none
        return ours ? undefined : KEEP
      }
      case UPSTREAM.ParameterDescription:
        if (pipeline.kind !== ASKED.describeStatement) throw new ProtocolError('an answer out of order')
        return KEEP
      case UPSTREAM.ParseComplete: {
        if (pipeline.kind === ASKED.unseen) return this.#unseen()
        const item = this.#expect(ASKED.parse)
        if (item instanceof Prepared) names.done(item)
        return KEEP
      }
      case UPSTREAM.BindComplete: {
        if (pipeline.kind === ASKED.unseen) return this.#unseen()
        const item = this.#expect(ASKED.bind)
        if (item instanceof Run) names.bound(item)
        return KEEP
      }
      case UPSTREAM.CloseComplete: {
        if (pipeline.kind === ASKED.unseen) return this.#unseen()
        const item = this.#expect(ASKED.close)
        if (item instanceof Prepared) names.done(item)
        return KEEP
      }
      case UPSTREAM.ReadyForQuery:
        return this.#ready(b, at, end)
      case UPSTREAM.ErrorResponse:
        return this.#error(b, at, end)
      case UPSTREAM.NoticeResponse: {
        const told = redact(this.#x, this.#x.pipeline.item, b, at, end)
        gate.notice(told.sqlstate, told.record)
        return told.frame ?? KEEP
      }
      case UPSTREAM.NotificationResponse:
        return redactNotification(this.#x.shared, b, at, end) ?? KEEP
      case UPSTREAM.ParameterStatus:
        return parameterStatus(this.#x, b, at, end)
      case UPSTREAM.CopyInResponse:
        return this.#copyIn()
      case UPSTREAM.CopyOutResponse:
        return this.#copyOut(b, at, end)
      case UPSTREAM.CopyDone:
        return this.#copyDone()
      default:
        throw new ProtocolError(`message type 0x${type.toString(16).padStart(2, '0')} is not known`)
    }
  }

  /** The head must be of one of these kinds; it is answered now. */
  #expect(kind: number, other = kind): unknown {
    const { pipeline } = this.#x
    if (pipeline.kind !== kind && pipeline.kind !== other) throw new ProtocolError('an answer out of order')
    const { item } = pipeline
    pipeline.shift()
    this.#started()
    return item
  }

  #unseen(): Outcome {
    this.#expect(ASKED.unseen)
    return undefined
  }

  /** The next run's clock starts when its predecessor is answered. */
  #started(): void {
    const { kind, item } = this.#x.pipeline
    if (kind === ASKED.execute && item instanceof Run) item.restart(this.#x.shared.now())
  }

  #run(): Run {
    const { kind, item } = this.#x.pipeline
    if ((kind !== ASKED.query && kind !== ASKED.execute) || !(item instanceof Run))
      throw new ProtocolError('an answer out of order')
    return item
  }

  #complete(tag: string): Outcome {
    const run = this.#run()
    const over = this.#over
    if (over) {
      this.#over = undefined
      this.#fail(run, over)
      this.muted = true
      return errorResponse(over)
    }
    this.#syncsInCopy = false
    this.#result(run, tag)
    this.#x.completed(run, tag)
    return KEEP
  }

  /** Records the result and makes the run ready for its next one. */
  #result(run: Run, tag: string, error?: { sqlstate: string; message: string }): void {
    const { gate, shared, pipeline } = this.#x
    const now = shared.now()
    const masked = run.plan?.counted() ?? run.copy?.counted()
    gate.result(run.statement, {
      tag,
      rows: run.rows || affected(tag),
      bytes: run.bytes,
      ms: Math.round(now - run.started),
      masked,
      error,
    })
    const copy = tag.startsWith('COPY')
    const sent = copy ? this.#x.finished.shift() : undefined
    if (sent) gate.transfer(run.statement, { direction: 'in', ...sent.end() })
    if (copy && this.passed) gate.transfer(run.statement, { direction: 'out', ...this.passed.end() })
    this.passed = undefined
    if (pipeline.kind === ASKED.execute) {
      pipeline.shift()
      this.#started()
    } else run.plan = undefined
    run.restart(now)
  }

  #fail(run: Run, failure: { sqlstate: string; message: string }): void {
    this.#result(run, '', { sqlstate: failure.sqlstate, message: failure.message })
  }

  #describe(b: Buffer, at: number, end: number): Outcome {
    const x = this.#x
    const { kind, item } = x.pipeline
    if (kind === ASKED.describeStatement) {
      this.#expect(kind)
      const standing = item instanceof Run ? x.standing(item.statement) : undefined
      return hideLabels(x, { standing, doubtful: false }, b, at, end) ?? KEEP
    }
    if (!(item instanceof Run) || kind === ASKED.execute || kind === ASKED.bind)
      throw new ProtocolError('a description that nobody asked for')
    if (kind === ASKED.unseen) throw new ProtocolError('an answer out of order')
    if (!x.shared.plans.inert) {
      const plan = this.#planner.plan(item, b.subarray(at + 5, end))
      if (plan === undefined) return HOLD
      item.plan = plan
    }
    if (kind === ASKED.describeQuery) this.#expect(kind)
    else if (kind !== ASKED.query) this.#expect(ASKED.describePortal, ASKED.describeOurs)
    return kind === ASKED.describeOurs ? undefined : (hideLabels(x, item, b, at, end) ?? KEEP)
  }

  /** More than the grant allows: the rest is left out, the statement cancelled. */
  exceed(run: Run, what: 'rows' | 'bytes', limit: number): void {
    this.#stop(run, what, `more than ${limit}`, {
      severity: 'ERROR',
      sqlstate: '53400',
      message: `the statement returned more than the ${limit} ${what} that this grant allows`,
      hint: 'Ask for less, for example with LIMIT, or have the limit raised in the policy.',
    })
  }

  /** A masked number would be taken for the number. */
  withhold(run: Run): void {
    this.#stop(run, 'masking', 'its rows would hold constants in place of values', WITHHELD)
  }

  #stop(run: Run, limit: string, reason: string, failure: Failure): void {
    if (this.#over) return
    this.#over = failure
    this.#x.gate.limit(limit, `statement ${run.statement.id}: ${reason}`)
    void this.#x.cancel()
  }

  #error(b: Buffer, at: number, end: number): Outcome {
    const x = this.#x
    const { pipeline } = x
    const { kind, item } = pipeline
    const statement = item instanceof Run || item instanceof Prepared ? item.statement : undefined
    const told = redact(x, item, b, at, end)
    const error = { sqlstate: told.sqlstate, message: told.record }
    if (this.#syncsInCopy) throw new ProtocolError('a Sync in front of the data of a COPY that failed')
    x.copyingIn = false
    x.incoming = undefined
    x.finished.length = 0
    this.passed = undefined
    if (kind === ASKED.refused) {
      x.skip()
      return Buffer.isBuffer(item) ? item : undefined
    }
    if (kind === ASKED.ownSync) x.broken = true
    if (kind === ASKED.none || kind === ASKED.sync || kind === ASKED.ownSync || told.fatal) {
      x.gate.notice(told.sqlstate, told.record)
      return told.frame ?? KEEP
    }
    const over = this.#over
    this.#over = undefined
    if (item instanceof Run && (kind === ASKED.query || kind === ASKED.execute))
      this.#fail(item, over ?? error)
    else if (statement) x.gate.result(statement, { tag: '', rows: 0, bytes: 0, ms: 0, error })
    if (kind !== ASKED.query) x.skip()
    if (x.syncHeld && kind !== ASKED.query) {
      x.skipping = false
      x.unsynced = false
      pipeline.push(ASKED.sync, null)
      x.upstream.socket.write(SYNC)
    }
    x.syncHeld = false
    return over ? errorResponse(over) : (told.frame ?? KEEP)
  }

  #ready(b: Buffer, at: number, end: number): Outcome {
    const x = this.#x
    const { kind, item } = x.pipeline
    if (end - at !== 6) throw new ProtocolError('a ReadyForQuery without its status')
    if (x.cancelling) {
      x.upstream.hold()
      void x.cancelling.finally(() => x.upstream.release())
      return HOLD
    }
    const ours = kind === ASKED.countSync ? item : undefined
    if (ours === undefined && !ENDING.has(kind)) throw new ProtocolError('an answer out of order')
    if (kind !== ASKED.none) x.pipeline.shift()
    x.status = b[at + 5]!
    if (x.status === IDLE) x.idle()
    else if (x.status === FAILED) x.gate.failed()
    else x.gate.counts?.inside()
    if (ours instanceof Count) {
      ours.end()
      this.#started()
      return undefined
    }
    if (kind === ASKED.ownSync && !x.broken) return undefined
    const muted = this.muted
    this.muted = false
    if (muted && x.status === 0x54 && x.pipeline.length === 0) {
      // The client was told of an error that the server did not have: make the transaction fail there too.
      x.pipeline.push(ASKED.refused, null)
      x.pipeline.push(ASKED.sync, null)
      x.upstream.socket.write(FAILING)
      x.upstream.socket.write(SYNC)
      return undefined
    }
    this.#started()
    return KEEP
  }

  #copyIn(): Outcome {
    const x = this.#x
    this.#run()
    const before = x.pipeline.length
    const ended = x.pipeline.dropSyncsUntilCopyEnd()
    const { length } = x.pipeline
    if (!ended && length > 1) throw new ProtocolError('a message that is not data within COPY')
    this.#syncsInCopy = before - length > (ended ? 1 : 0)
    x.copyingIn = !ended
    if (!ended) x.interrupt()
    if (this.muted) x.upstream.socket.write(frame(CLIENT.CopyFail, 'the statement was cancelled'))
    return KEEP
  }

  #copyOut(b: Buffer, at: number, end: number): Outcome {
    const run = this.#run()
    if (end - at < 8) throw new ProtocolError('a COPY response that is cut')
    const binary = b[at + 5] === 1
    if (!this.#x.shared.plans.inert) {
      const expected = run.copy
      if (expected === undefined || (expected !== null && !expected.fits(binary, b.readUInt16BE(at + 6))))
        throw new ProtocolError('a COPY whose columns are not known')
    }
    this.passed = new CopyDigest()
    return KEEP
  }

  #copyDone(): Outcome {
    const run = this.#run()
    const rest = run.copy?.finish()
    if (!rest) return KEEP
    this.passed?.add(rest, 5, rest.length)
    return Buffer.concat([rest, frame(UPSTREAM.CopyDone)])
  }
}

/** Rows that a tag counts: `INSERT 0 5`, `COPY 7`. */
function affected(tag: string): number {
  const space = tag.lastIndexOf(' ')
  const count = space === -1 ? 0 : Number(tag.slice(space + 1))
  return Number.isSafeInteger(count) ? count : 0
}

function asynchronous(type: number): boolean {
  return (
    type === UPSTREAM.NoticeResponse ||
    type === UPSTREAM.NotificationResponse ||
    type === UPSTREAM.ParameterStatus ||
    type === UPSTREAM.ReadyForQuery
  )
}
