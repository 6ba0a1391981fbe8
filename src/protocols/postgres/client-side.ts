// Client to upstream: every frame is looked at, statements are judged, and runs of untouched frames pass as one slice.
// Message flow: https://www.postgresql.org/docs/current/protocol-flow.html
import { Asking, DROP, PASS, WAIT } from './asking.ts'
import { FLUSH, failureOf } from './deny.ts'
import { CopyDigest } from './digest.ts'
import type { Exchange } from './exchange.ts'
import { CLIENT, FRAME_LIMIT, frameLength, knownTypes, ProtocolError, WHOLE_LIMIT } from './frames.ts'
import { ASKED } from './pipeline.ts'
import type { Sink } from './transport.ts'

const KNOWN = knownTypes(CLIENT)

/** Names, format codes and the parameter count of a Bind lie within this. */
const BIND_HEAD = 160 * 1024
/** Unanswered messages; more and the client waits. */
const MOST_UNANSWERED = 16_384

export class ClientSide implements Sink {
  readonly #x: Exchange
  readonly #asking: Asking
  /** Bytes of the current frame that are still to pass, or to be dropped. */
  #rest = 0
  #restDropped = false
  terminated = false
  #digest: CopyDigest | undefined

  constructor(exchange: Exchange) {
    this.#x = exchange
    this.#asking = new Asking(exchange)
  }

  failed(error: unknown): void {
    const failure = failureOf(error, 'protocol violation', 'the proxy failed on this message')
    this.#x.gate.limit('protocol', failure.message)
    this.#x.end(failure)
  }

  take(buffer: Buffer, start: number, end: number): number {
    if (this.#x.gate.lagging(this.#resume)) {
      this.#x.client.hold()
      return start
    }
    let from = start
    let at = start
    if (this.#rest > 0) {
      at = this.#pass(buffer, start, Math.min(end, start + this.#rest))
      if (this.#restDropped) from = at
    }
    while (end - at >= 5) {
      const type = buffer[at]!
      if (KNOWN[type] === 0) throw unacceptable(type)
      const whole = type !== CLIENT.CopyData && type !== CLIENT.Bind
      const size = frameLength(buffer, at, whole ? WHOLE_LIMIT : FRAME_LIMIT) + 1
      const needed = type === CLIENT.CopyData ? 5 : type === CLIENT.Bind ? Math.min(size, BIND_HEAD) : size
      if (end - at < needed) {
        this.#x.client.want(needed)
        break
      }
      this.#asking.insert = undefined
      const action = this.#frame(type, buffer, at, Math.min(end, at + size), size)
      if (action === WAIT) break
      if (action === DROP || this.#asking.insert) {
        this.#forward(buffer, from, at)
        if (this.#asking.insert) this.#write(this.#asking.insert)
        from = at
      }
      this.#rest = size
      this.#restDropped = action === DROP
      at = this.#pass(buffer, at, Math.min(end, at + size), 5)
      if (action === DROP) from = at
    }
    this.#forward(buffer, from, at)
    if (this.#x.settling) this.#x.upstream.socket.write(FLUSH)
    return at
  }

  readonly #resume = () => this.#x.client.release()

  /** Counts `[from, to)` off the current frame; `header` bytes of it are no data. */
  #pass(buffer: Buffer, from: number, to: number, header = 0): number {
    this.#rest -= to - from
    if (this.#digest && !this.#restDropped && to > from + header) this.#digest.add(buffer, from + header, to)
    if (this.#rest === 0) this.#digest = undefined
    return to
  }

  #forward(buffer: Buffer, from: number, to: number): void {
    if (to > from) this.#write(buffer.subarray(from, to))
  }

  #write(bytes: Buffer): void {
    this.#x.gate.flush()
    this.#x.upstream.socket.write(bytes)
  }

  /** `end` is where the bytes at hand end, `size` the whole frame's. */
  #frame(type: number, b: Buffer, at: number, end: number, size: number): number {
    const x = this.#x
    if (x.copyingIn && !inCopy(type)) throw new ProtocolError('a message that is not data within COPY')
    if (x.skipping && !this.#asking.unfolded && type !== CLIENT.Sync && type !== CLIENT.Terminate)
      return this.#asking.skip()
    if (x.pipeline.length > MOST_UNANSWERED && type !== CLIENT.CopyData) return this.#asking.settle()
    switch (type) {
      case CLIENT.CopyData:
        if (x.copyingIn || x.pipeline.length > 0) x.incoming ??= new CopyDigest()
        this.#digest = x.incoming
        return PASS
      case CLIENT.CopyDone:
      case CLIENT.CopyFail:
        if (x.incoming) x.finished.push(x.incoming)
        x.incoming = undefined
        x.syncHeld = false
        x.taking = false
        if (x.copyingIn) x.copyingIn = false
        else x.pipeline.push(ASKED.copyEnd, null)
        return PASS
      case CLIENT.Query:
        return this.#asking.query(b, at, end)
      case CLIENT.Parse:
        return this.#asking.parse(b, at, end)
      case CLIENT.Bind:
        return this.#asking.bind(b, at, end, size)
      case CLIENT.Describe:
        return this.#asking.describe(b, at, end)
      case CLIENT.Execute:
        return this.#asking.execute(b, at, end)
      case CLIENT.Close:
        return this.#asking.close(b, at, end)
      case CLIENT.Flush:
        return PASS
      case CLIENT.Sync:
        if (size !== 5) throw new ProtocolError('a Sync with a body')
        if (!x.copyingIn && this.#asking.sync() === WAIT) return WAIT
        x.skipping = false
        if (!x.copyingIn && !x.taking) x.unsynced = false
        x.names.segment++
        if (x.copyingIn) {
          // The server ignores it while it takes data, and waits for it behind an error.
          x.syncHeld = true
          return DROP
        }
        x.pipeline.push(ASKED.sync, null)
        return PASS
      case CLIENT.Terminate:
        this.terminated = true
        return PASS
      case CLIENT.FunctionCall:
        x.gate.limit('function-call', 'the function call message was refused')
        return this.#asking.refuseQuery({
          severity: 'ERROR',
          sqlstate: '0A000',
          message: 'the function call protocol is refused',
          hint: 'Call the function by a SELECT.',
        })
      default:
        throw unacceptable(type)
    }
  }
}

const inCopy = (type: number): boolean =>
  type === CLIENT.CopyData ||
  type === CLIENT.CopyDone ||
  type === CLIENT.CopyFail ||
  type === CLIENT.Sync ||
  type === CLIENT.Flush ||
  type === CLIENT.Terminate

const unacceptable = (type: number) =>
  new ProtocolError(`message type 0x${type.toString(16).padStart(2, '0')} is not accepted`)
