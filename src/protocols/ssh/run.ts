// What a session channel runs: its streams between the two ends, and what the gate is told of it.
import { createHash } from 'node:crypto'
import type { Gate, Result, Statement } from '../protocol.ts'
import { told } from './deny.ts'
import type { End } from './end.ts'
import { Reader } from './frames.ts'
import { maskedIn, OutputStream, Shown } from './output.ts'
import type { Around } from './shared.ts'

export interface Running {
  readonly statement: Statement | undefined
  /** The client sent data, and then all of it. */
  input(bytes: Buffer): void
  inputEnded(): void
  /** The target sent data, and then all of it; the end may be told twice. */
  output(bytes: Buffer, stream: 'stdout' | 'stderr'): void
  outputEnded(): void
  /** `exit-status` or `exit-signal` with their fields. */
  exited(name: string, fields: Buffer): void
  /** The target closed the channel. A promise when what it sent is still being dealt with. */
  finished(): void | Promise<void>
  /** It ends without that. Told once; later ends are not. */
  failed(reason: string): void
}

/** What stands on both sides of a run. */
export interface Ends {
  readonly gate: Gate
  readonly around: Around
  readonly client: End
  readonly upstream: End
  /** The client has a terminal for what is shown. */
  readonly terminal: boolean
  /** Aborts when the client does not wait any more. */
  readonly signal: AbortSignal
}

/** A command or a shell: streams of bytes. */
export class Run implements Running {
  readonly statement: Statement | undefined
  readonly #ends: Ends
  readonly #outcome: Outcome
  readonly #shown: Shown
  readonly #streams: { readonly stdout: OutputStream; readonly stderr: OutputStream }
  readonly #received = createHash('sha256')
  readonly #limit: number
  #bytesIn = 0
  #outputOver = false

  constructor(ends: Ends, statement: Statement) {
    const { gate, around, terminal } = ends
    const { scrubber, terms, budget } = around.shared
    this.statement = statement
    this.#ends = ends
    this.#outcome = new Outcome(ends, statement)
    this.#shown = new Shown({ gate, statement, terminal, budget })
    const { client } = ends
    const data = (bytes: Buffer) => client.write(bytes, 'data')
    const error = (bytes: Buffer) => client.write(bytes, 'stderr')
    const each = { scrubber, terminal, shown: this.#shown }
    this.#streams = {
      stdout: new OutputStream({ ...each, stream: 'stdout', rested: data }),
      stderr: new OutputStream({ ...each, stream: 'stderr', rested: error }),
    }
    this.#limit = terms.limits.bytes ?? Number.POSITIVE_INFINITY
  }

  input(bytes: Buffer): void {
    const { client, upstream } = this.#ends
    this.#bytesIn += bytes.length
    this.#received.update(bytes)
    this.#streams.stdout.typed(bytes)
    upstream.write(bytes, 'data', client, bytes.length)
  }

  inputEnded(): void {
    this.#ends.upstream.end()
  }

  output(bytes: Buffer, stream: 'stdout' | 'stderr'): void {
    const { client, upstream, around } = this.#ends
    if (this.#outcome.told) {
      upstream.credit(bytes.length)
      return
    }
    const shown = this.#streams[stream].pass(bytes)
    client.write(shown, stream === 'stdout' ? 'data' : 'stderr', upstream, bytes.length)
    around.watch()
    if (this.#shown.bytes > this.#limit) this.#cut()
  }

  outputEnded(): void {
    if (this.#outputOver || this.#outcome.told) return
    this.#outputOver = true
    const { client } = this.#ends
    client.write(this.#streams.stdout.end(), 'data')
    client.write(this.#streams.stderr.end(), 'stderr')
    client.end()
  }

  exited(name: string, fields: Buffer): void {
    tellExit(this.#ends.client, name, fields)
    this.#outcome.exited(name, fields)
  }

  finished(): void {
    this.#over(() => this.#outcome.finished(this.#shown.bytes, this.#masked))
  }

  failed(reason: string): void {
    this.#over(() => this.#outcome.failed(reason, this.#masked))
  }

  get #masked(): Masked {
    return maskedIn([this.#streams.stdout, this.#streams.stderr])
  }

  #over(tell: () => void): void {
    if (this.#outcome.told) return
    const { gate } = this.#ends
    const statement = this.statement
    this.#streams.stdout.stop()
    this.#streams.stderr.stop()
    this.#shown.end()
    if (statement && this.#bytesIn > 0) {
      const sha256 = this.#received.digest('hex')
      gate.transfer(statement, { direction: 'in', bytes: this.#bytesIn, sha256 })
    }
    tell()
  }

  #cut(): void {
    const { client, upstream, around } = this.#ends
    const reason = `stopped after ${this.#limit} bytes, as the policy allows`
    around.note('bytes', reason)
    this.failed(reason)
    client.write(told(reason), 'stderr')
    client.request('exit-status', false, 255)
    client.end()
    client.close()
    upstream.close(true)
  }
}

/** Not the words that may come with a signal: those are the target's, and nobody masks them. */
export function tellExit(client: End, name: string, fields: Buffer): void {
  const reader = new Reader(fields)
  if (name === 'exit-status') client.request(name, false, reader.uint32())
  else client.request(name, false, reader.name(), false, '', '')
}

type Masked = Result['masked']

/** How it ended, told to the gate once. */
export class Outcome {
  readonly #ends: Pick<Ends, 'gate' | 'around'>
  readonly #statement: Statement
  readonly #started: number
  #tag = 'closed'
  told = false

  constructor(ends: Pick<Ends, 'gate' | 'around'>, statement: Statement) {
    this.#ends = ends
    this.#statement = statement
    this.#started = ends.around.shared.now()
  }

  exited(name: string, fields: Buffer): void {
    const reader = new Reader(fields)
    this.#tag = name === 'exit-status' ? `exit ${reader.uint32()}` : `signal ${reader.name()}`
  }

  finished(bytes: number, masked?: Masked): void {
    this.#tell(bytes, masked)
  }

  failed(message: string, masked?: Masked): void {
    this.#tell(0, masked, { sqlstate: CONNECTION_FAILURE, message })
  }

  #tell(bytes: number, masked: Masked, error?: { sqlstate: string; message: string }): void {
    if (this.told) return
    this.told = true
    const { gate, around } = this.#ends
    const ms = Math.round(around.shared.now() - this.#started)
    gate.result(this.#statement, { tag: error ? '' : this.#tag, rows: 0, bytes, ms, masked, error })
  }
}

/** SQLSTATE `connection_failure`, as in the record of databases. */
const CONNECTION_FAILURE = '08006'
