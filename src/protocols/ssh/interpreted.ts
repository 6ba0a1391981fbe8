// A channel whose streams are a protocol of their own: an interpreter stands between the ends.
import type { Statement } from '../protocol.ts'
import { FAILED_STATUS, told } from './deny.ts'
import type { End } from './end.ts'
import { statementOf } from './inspect.ts'
import type { Interpreter, MakeInterpreter } from './interpreter.ts'
import { maskedIn, OutputStream, Shown } from './output.ts'
import { type Ends, Outcome, type Running, tellExit } from './run.ts'

const NOTHING = Buffer.alloc(0)

export class Interpreted implements Running {
  readonly statement: Statement | undefined
  readonly #ends: Ends
  readonly #interpreter: Interpreter
  readonly #outcome: Outcome | undefined
  /** What programs say beside their protocol is text. */
  readonly #errors: Errors
  #fromClient: Promise<void> | undefined
  #fromUpstream: Promise<void> | undefined
  #bytes = 0
  #over = false
  #outputOver = false

  constructor(make: MakeInterpreter, ends: Ends, statement: Statement | undefined) {
    const { client, upstream, gate, around, signal } = ends
    this.statement = statement
    this.#ends = ends
    this.#outcome = statement && new Outcome(ends, statement)
    this.#errors = errorsOf(ends, statement)
    this.#interpreter = make({
      gate,
      signal,
      command: statement,
      terms: around.shared.terms,
      now: around.shared.now,
      toClient: (bytes) => client.write(bytes, 'data'),
      toUpstream: (bytes) => upstream.write(bytes, 'data'),
      notice: (line) => client.write(told(line), 'stderr'),
      stop: (limit, reason) => this.#stop(limit, reason),
      statement: (bytes, analysis) => statementOf(around.next(), bytes, analysis),
    })
  }

  input(bytes: Buffer): void {
    const { client } = this.#ends
    this.#fromClient = this.#then(
      this.#fromClient,
      'client',
      () => this.#interpreter.client(bytes),
      () => this.#passed(client, bytes.length),
    )
  }

  inputEnded(): void {
    const end = () => this.#ends.upstream.end()
    this.#fromClient = this.#then(this.#fromClient, 'client', () => this.#interpreter.clientEnded(), end)
  }

  output(bytes: Buffer, stream: 'stdout' | 'stderr'): void {
    const { client, upstream, around } = this.#ends
    this.#bytes += bytes.length
    if (stream === 'stderr') {
      client.write(this.#errors.pass(bytes), 'stderr', upstream, bytes.length)
      return
    }
    this.#fromUpstream = this.#then(
      this.#fromUpstream,
      'target',
      () => this.#interpreter.upstream(bytes),
      () => this.#passed(upstream, bytes.length),
    )
    around.watch()
  }

  outputEnded(): void {
    if (this.#outputOver) return
    this.#outputOver = true
    const { client } = this.#ends
    client.write(this.#errors.end(), 'stderr')
    this.#fromUpstream = this.#then(
      this.#fromUpstream,
      'target',
      () => {},
      () => client.end(),
    )
  }

  exited(name: string, fields: Buffer): void {
    this.#outcome?.exited(name, fields)
    const pass = () => tellExit(this.#ends.client, name, fields)
    this.#fromUpstream = this.#then(this.#fromUpstream, 'target', () => {}, pass)
  }

  finished(): void | Promise<void> {
    const end = () => this.#end(() => this.#outcome?.finished(this.#bytes, maskedIn([this.#errors])))
    this.#fromUpstream = this.#then(this.#fromUpstream, 'target', () => {}, end)
    return this.#fromUpstream
  }

  failed(reason: string): void {
    this.#end(() => this.#outcome?.failed(reason))
  }

  #stop(limit: string, reason: string): void {
    const { client, upstream, around } = this.#ends
    around.note(limit, reason)
    this.failed(reason)
    client.write(told(reason), 'stderr')
    client.request('exit-status', false, FAILED_STATUS)
    client.end()
    client.close()
    upstream.close(true)
  }

  #end(tell: () => void): void {
    if (this.#over) return
    this.#over = true
    this.#interpreter.closed()
    this.#errors.stop()
    tell()
  }

  /** The sender may send as much again when all that came of it has left, to either side. */
  #passed(sender: End, bytes: number): void {
    const { client, upstream } = this.#ends
    const back = { credit: (amount: number) => client.write(NOTHING, 'data', sender, amount) }
    upstream.write(NOTHING, 'data', back, bytes)
  }

  /** One step behind the other; at once when nothing waits. */
  #then(
    before: Promise<void> | undefined,
    peer: 'client' | 'target',
    step: () => void | Promise<void>,
    after: () => void,
  ): Promise<void> | undefined {
    const fail = (error: unknown) => this.#ends.around.fail(error, peer)
    const run = (): void | Promise<void> => {
      if (this.#over) return after()
      const done = step()
      return done ? done.then(after) : after()
    }
    try {
      const pending = before ? before.then(run) : run()
      return pending?.catch(fail)
    } catch (error) {
      fail(error)
      return undefined
    }
  }
}

type Errors = Pick<OutputStream, 'pass' | 'end' | 'stop' | 'masked'>

/** Masked, and in the record where there is a statement that it belongs to. */
function errorsOf({ gate, around, client }: Ends, statement: Statement | undefined): Errors {
  const { scrubber, budget } = around.shared
  if (statement) {
    const shown = new Shown({ gate, statement, terminal: false, budget })
    const rested = (bytes: Buffer) => client.write(bytes, 'stderr')
    return new OutputStream({ stream: 'stderr', scrubber, shown, rested, terminal: false })
  }
  const own = scrubber()
  return {
    pass: (bytes) => own?.write(bytes) ?? bytes,
    end: () => own?.end() ?? NOTHING,
    stop() {},
    masked: own?.masked ?? {},
  }
}
