// What waits for a person: nothing behind it passes, and its end is seen.
import type { Statement } from '../../core/statement.ts'
import type { Verdict } from '../../core/verdict.ts'
import type { Bound, Waiting } from '../protocol.ts'
import { denial } from './deny.ts'
import type { Exchange } from './exchange.ts'
import { type Failure, frame, UPSTREAM } from './frames.ts'

const FAILED = 0x45
const IDLE = 0x49

const CANCELLED: Failure = {
  severity: 'ERROR',
  sqlstate: '57014',
  message: 'canceling statement due to user request',
}

/** As the server says it. */
const ABORTED: Failure = {
  severity: 'ERROR',
  sqlstate: '25P02',
  message: 'current transaction is aborted, commands ignored until end of transaction block',
  hint: 'It would have to be approved: ROLLBACK, and send it in a new transaction.',
}

/** A client that has sent more than is read meanwhile may be gone unseen: only writing to it tells. Milliseconds. */
const PROBE_MS = 2000
/** What every client knows, and none shows. */
const PROBE = frame(UPSTREAM.ParameterStatus, 'integer_datetimes', 'on')

export class Holding {
  readonly #x: Exchange
  #cancelled: AbortController | undefined

  constructor(exchange: Exchange) {
    this.#x = exchange
  }

  /** A request to cancel is for what waits here; false when nothing does. */
  cancel(): boolean {
    this.#cancelled?.abort()
    return this.#cancelled !== undefined
  }

  /** Settles with undefined when it may be judged again, else with the error that the client gets. */
  async ask(statement: Statement, verdict: Verdict, bound: Bound | undefined): Promise<Failure | undefined> {
    const x = this.#x
    const { gate } = x
    const cancelled = new AbortController()
    // In which transaction it would run is known then, and the client is between two messages. Until then what runs is cancelled.
    if (x.pipeline.length > 0) await x.whenAnswered()
    // The server would refuse it as well.
    if (x.status === FAILED || x.skipping || !gate.hold) return this.#unasked(statement, verdict)
    return this.#wait(cancelled, bound, (waiting) => gate.hold?.(statement, verdict, waiting))
  }

  /** The same for what has run and is to be made last, with every answer here; undefined at once when nobody can be asked. */
  settle(verdict: Verdict): Promise<Failure | undefined> | undefined {
    const { counts } = this.#x.gate
    if (!counts?.release) return undefined
    return this.#wait(new AbortController(), undefined, (waiting) => counts.release?.(verdict, waiting))
  }

  async #wait(
    cancelled: AbortController,
    bound: Bound | undefined,
    ask: (waiting: Waiting) => Promise<Verdict | undefined> | undefined,
  ): Promise<Failure | undefined> {
    const x = this.#x
    const probe = setInterval(() => this.#tell(PROBE), PROBE_MS)
    try {
      this.#cancelled = cancelled
      const refused = await ask({
        transaction: x.status === IDLE ? 'none' : 'open',
        ...(bound ? { bound } : {}),
        blocking: () => x.shared.blocking.of(x.pid),
        notice: (message) => this.#notice(message),
        signal: AbortSignal.any([x.gone, cancelled.signal]),
      })
      if (!refused) return undefined
      return cancelled.signal.aborted ? CANCELLED : denial(refused)
    } finally {
      clearInterval(probe)
      this.#cancelled = undefined
    }
  }

  #unasked(statement: Statement, verdict: Verdict): Failure {
    const failure = this.#x.status === FAILED ? ABORTED : denial(verdict)
    const error = { sqlstate: failure.sqlstate, message: failure.message }
    this.#x.gate.result(statement, { tag: '', rows: 0, bytes: 0, ms: 0, error })
    return failure
  }

  #notice(message: string): void {
    const text = `Msluice: ${message}`
    this.#tell(frame(UPSTREAM.NoticeResponse, 'SNOTICE', 'VNOTICE', 'C00000', text, Buffer.of(0)))
  }

  #tell(message: Buffer): void {
    const { client } = this.#x
    if (!client.socket.destroyed && this.#x.betweenAnswers()) client.socket.write(message)
  }
}
