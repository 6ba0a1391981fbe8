// Upstream to client: rows pass as they are or masked, answers are matched with what was asked.
import type { Limits } from '../../core/grant.ts'
import { Answers } from './answers.ts'
import { failureOf } from './deny.ts'
import type { Exchange } from './exchange.ts'
import { FRAME_LIMIT, frameLength, knownTypes, ProtocolError, UPSTREAM, WHOLE_LIMIT } from './frames.ts'
import { HOLD, KEEP } from './outcome.ts'
import { Outflow } from './outflow.ts'
import { ASKED } from './pipeline.ts'
import { maskRow } from './rows.ts'
import type { Run } from './run.ts'
import type { Sink } from './transport.ts'

const KNOWN = knownTypes(UPSTREAM)

export class UpstreamSide implements Sink {
  readonly #x: Exchange
  readonly #out: Outflow
  readonly #answers: Answers
  readonly #limits: Limits
  /** Bytes of the current frame that are still to come, and whether they are left out. */
  #rest = 0
  #restDropped = false
  /** The end of a frame is at hand of which the client has the beginning only. */
  #torn = false

  constructor(exchange: Exchange) {
    this.#x = exchange
    this.#out = new Outflow(exchange.client.socket)
    this.#answers = new Answers(exchange)
    this.#limits = exchange.shared.terms.limits
  }

  failed(error: unknown): void {
    const failure = failureOf(error, 'the target broke the protocol', 'the proxy failed on this answer')
    this.#x.gate.limit('protocol', failure.message)
    this.#x.end(failure)
  }

  /** True when the client was given whole frames only, so that an error may be put behind them. */
  get betweenFrames(): boolean {
    return !this.#torn && (this.#rest === 0 || this.#restDropped)
  }

  /** What runs right now and was not answered. */
  get running(): Run | undefined {
    return this.#answers.running
  }

  take(buffer: Buffer, start: number, end: number): number {
    const out = this.#out
    out.begin(buffer, start)
    let at = start
    if (this.#rest > 0) {
      this.#torn = !this.#restDropped
      at = this.#rests(buffer, start, end)
    }
    while (end - at >= 5) {
      const type = buffer[at]!
      if (KNOWN[type] === 0)
        throw new ProtocolError(`message type 0x${type.toString(16).padStart(2, '0')} is not known`)
      const size = frameLength(buffer, at, FRAME_LIMIT) + 1
      const next = at + size
      const ours = this.#x.pipeline.kind === ASKED.count
      if (!ours && (type === UPSTREAM.DataRow || type === UPSTREAM.CopyData)) {
        const run = this.#answers.data(type)
        if (type === UPSTREAM.DataRow && next <= end && !this.#answers.dropping) {
          const behind = this.#rows(run, buffer, at, end)
          if (behind > at) {
            at = behind
            continue
          }
        }
        const masked = type === UPSTREAM.DataRow ? run.plan != null : run.copy != null
        if (masked && next > end) {
          this.#whole(size)
          break
        }
        this.#data(type, run, buffer, at, Math.min(next, end), size)
        this.#rest = Math.max(0, next - end)
        at = Math.min(next, end)
        continue
      }
      if (next > end) {
        this.#whole(size)
        break
      }
      const outcome = this.#answers.answer(type, buffer, at, next)
      if (outcome === HOLD) break
      if (outcome !== KEEP) {
        out.keep(at)
        if (outcome) out.insert(outcome)
        out.drop(next)
      }
      at = next
    }
    out.finish(at)
    this.#torn = false
    return at
  }

  /** Whole rows, one after the other, as far as the limits allow; answers where they end. */
  #rows(run: Run, b: Buffer, start: number, end: number): number {
    const { rows: mostRows = Number.POSITIVE_INFINITY, bytes: mostBytes = Number.POSITIVE_INFINITY } =
      this.#limits
    const { plan } = run
    let { rows, bytes } = run
    let at = start
    while (end - at >= 5 && b[at] === UPSTREAM.DataRow) {
      const length = frameLength(b, at, FRAME_LIMIT)
      const next = at + 1 + length
      if (next > end || plan?.silent || rows >= mostRows || bytes + length - 4 > mostBytes) break
      if (plan) maskRow(this.#out, b, at, next, plan)
      rows++
      bytes += length - 4
      at = next
    }
    run.rows = rows
    run.bytes = bytes
    return at
  }

  #whole(size: number): void {
    if (size > WHOLE_LIMIT)
      throw new ProtocolError(`a frame of ${size} bytes that would have to be held whole`)
    this.#x.upstream.want(size)
  }

  #rests(buffer: Buffer, start: number, end: number): number {
    const to = Math.min(end, start + this.#rest)
    this.#rest -= to - start
    if (this.#restDropped) this.#out.drop(to)
    else this.#answers.passed?.add(buffer, start, to)
    return to
  }

  /** A row or a piece of COPY; `end` is where the bytes at hand end. */
  #data(type: number, run: Run, buffer: Buffer, at: number, end: number, size: number): void {
    const out = this.#out
    run.bytes += size - 5
    if (type === UPSTREAM.DataRow) run.rows++
    this.#restDropped = this.#answers.dropping || this.#over(run)
    if (this.#restDropped) {
      out.keep(at)
      out.drop(end)
    } else if (type === UPSTREAM.DataRow) {
      if (run.plan) maskRow(out, buffer, at, end, run.plan)
    } else if (run.copy) {
      const stands = size === end - at ? run.copy.row(out, buffer, at, end) : undefined
      if (stands !== undefined) {
        this.#answers.passed?.add(out.buffer, stands + 5, out.at)
        return
      }
      out.keep(at)
      const masked = run.copy.feed(buffer, at + 5, end)
      if (masked.length > 5) {
        this.#answers.passed?.add(masked, 5, masked.length)
        out.insert(masked)
      }
      out.drop(end)
    } else {
      this.#answers.passed?.add(buffer, at + 5, end)
    }
  }

  #over(run: Run): boolean {
    const { rows, bytes } = this.#limits
    if (run.plan?.silent) this.#answers.withhold(run)
    else if (rows !== undefined && run.rows > rows) this.#answers.exceed(run, 'rows', rows)
    else if (bytes !== undefined && run.bytes > bytes) this.#answers.exceed(run, 'bytes', bytes)
    else return false
    return true
  }
}
