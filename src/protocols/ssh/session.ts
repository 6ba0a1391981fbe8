// A session channel: one command, shell or subsystem, judged before it starts.
import type { Analysis, Effect, Statement } from '../../core/statement.ts'
import type { Gate } from '../protocol.ts'
import { Channel, type ChannelOptions } from './channel.ts'
import { denial, FAILED_STATUS, REFUSED_STATUS, told } from './deny.ts'
import { WINDOW } from './end.ts'
import { Environment } from './environment.ts'
import { ProtocolError, Reader } from './frames.ts'
import { statementOf } from './inspect.ts'
import { Interpreted } from './interpreted.ts'
import type { MakeInterpreter } from './interpreter.ts'
import { decide } from './judge.ts'
import { type Ends, Run, type Running } from './run.ts'
import { type Start, send, startOf, unfit } from './start.ts'
import { Terminal } from './terminal.ts'

/** Its client took it back after it had passed, and before it ran. */
const WITHDRAWN = {
  ...{ tag: '', rows: 0, bytes: 0, ms: 0 },
  error: { sqlstate: '57014', message: 'the command was withdrawn' },
}

export class SessionChannel extends Channel {
  readonly #gate: Gate
  readonly #environment: Environment
  readonly #terminal: Terminal
  /** A command was asked for; there is no second one. */
  #started = false
  /** It waits for its verdict. */
  #waiting: AbortController | undefined
  #run: Running | undefined
  /** The target has told how it ended. */
  #exited = false
  /** What the client sent before it was started. */
  #early: Buffer[] = []

  constructor(options: ChannelOptions) {
    super(options)
    const { gate, shared } = options.around
    this.#gate = gate.fork()
    this.#environment = new Environment(shared.ssh)
    this.#terminal = new Terminal(shared.ssh.shell === 'record')
  }

  abandon(reason: string): void {
    this.gone.abort()
    this.client.write(told(reason), 'stderr')
    this.#run?.failed(reason)
    this.client.request('exit-status', false, FAILED_STATUS)
    this.client.close()
  }

  protected sent(bytes: Buffer): void {
    if (this.#run) this.#run.input(bytes)
    else this.#early.push(bytes)
  }

  protected sentAll(): void {
    this.#run?.inputEnded()
  }

  protected left(): boolean {
    return this.#run !== undefined && !this.upstream.closed
  }

  protected shown(bytes: Buffer, stream: 'stdout' | 'stderr'): void {
    if (this.#run) this.#run.output(bytes, stream)
    else this.upstream.credit(bytes.length)
  }

  protected shownAll(): void {
    this.#run?.outputEnded()
  }

  protected finished(): void {
    if (!this.#run && !this.client.closed) this.#fail(FAILED_STATUS, told('the target closed the channel'))
    const done = this.#run?.finished()
    if (done) void done.then(() => this.client.close())
    else this.client.close()
  }

  protected answered(success: boolean): void {
    if (success || !this.#run) return
    this.#run.failed('the target refused to start it')
    this.#fail(FAILED_STATUS, told('the target refused to start it'))
  }

  protected reported(name: string, wantsReply: boolean, fields: Buffer): void {
    if (wantsReply) this.upstream.reply(false)
    if (this.#exited || (name !== 'exit-status' && name !== 'exit-signal')) return
    this.#exited = this.#run !== undefined
    this.#run?.exited(name, fields)
  }

  protected requested(name: string, wantsReply: boolean, fields: Buffer): void {
    const reply = (success: boolean) => {
      if (wantsReply) this.client.reply(success)
    }
    switch (name) {
      case 'env':
        reply(this.#variable(fields))
        return
      case 'pty-req':
        reply(!this.#started && this.#allocate(fields))
        return
      case 'window-change':
        reply(this.#resize(fields))
        return
      case 'signal':
        reply(this.#signal(fields))
        return
      case 'exec':
      case 'shell':
      case 'subsystem':
        this.#start(name, fields, reply)
        return
      case 'x11-req':
      case 'auth-agent-req@openssh.com':
        this.around.note(
          'forward',
          name === 'x11-req' ? 'X11 is not forwarded' : 'the agent is not forwarded',
        )
        reply(false)
        return
      default:
        reply(false)
        return
    }
  }

  #variable(fields: Buffer): boolean {
    if (this.#started) return false
    const refused = this.#environment.add(fields)
    if (refused !== undefined) this.around.note('environment', `not passed on: ${refused}`)
    return refused === undefined
  }

  #allocate(fields: Buffer): boolean {
    const allocated = this.#terminal.allocate(fields)
    if (!allocated) this.around.note('terminal', 'a terminal was refused')
    return allocated
  }

  #resize(fields: Buffer): boolean {
    if (!this.#terminal.resize(fields)) return false
    if (this.#run) {
      this.upstream.forward('window-change', false, fields)
      if (this.#run.statement) this.#gate.terminal(this.#run.statement, this.#terminal.size)
    }
    return true
  }

  /** For a command that waits it is the wish not to run it. */
  #signal(fields: Buffer): boolean {
    const reader = new Reader(fields)
    reader.name()
    reader.end()
    if (this.#waiting) this.#waiting.abort()
    else if (this.#run) this.upstream.forward('signal', false, fields)
    else return false
    return true
  }

  #start(name: Start['name'], fields: Buffer, reply: (success: boolean) => void): void {
    if (this.#started) {
      reply(false)
      return
    }
    this.#started = true
    const start = startOf(name, fields)
    const refused = unfit(start, this.around.shared)
    if (refused !== undefined) this.around.note(name === 'exec' ? 'command' : name, refused)
    // At once: the client learns the verdict on its standard error, and sends no data before.
    reply(name !== 'subsystem' || refused === undefined)
    if (refused === undefined) this.#judge(start).catch((error: unknown) => this.around.fail(error, 'client'))
    else if (name !== 'subsystem') this.#fail(REFUSED_STATUS, told(refused))
  }

  async #judge(start: Start): Promise<void> {
    if (start.name === 'subsystem') return this.#launch(start)
    const withdrawn = new AbortController()
    this.#waiting = withdrawn
    const signal = AbortSignal.any([this.gone.signal, withdrawn.signal])
    const judged = await this.around.shared.analyse(start.line, this.#environment.variables, signal)
    const analysis = this.#terminal.request && start.name === 'exec' ? onTerminal(judged) : judged
    if (this.gone.signal.aborted) return
    const text = Buffer.concat([Buffer.from(this.#environment.written), start.text])
    const statement = statementOf(this.around.next(), text, analysis)
    const notice = (message: string) => this.client.write(told(message), 'stderr')
    const refused = await decide(this.#gate, statement, { notice, signal })
    const behind = refused ? undefined : this.around.keptUp()
    if (behind) await behind
    this.#waiting = undefined
    if (!withdrawn.signal.aborted && !refused) return this.#launch(start, statement)
    if (!refused) this.#gate.result(statement, WITHDRAWN)
    this.#fail(
      REFUSED_STATUS,
      refused && !withdrawn.signal.aborted ? denial(refused) : told(WITHDRAWN.error.message),
    )
  }

  #launch(start: Start, statement?: Statement): void {
    const { client, upstream, around } = this
    const interpret = around.shared.interpreter(start.name, start.line)
    const terminal = this.#terminal.request !== undefined
    const signal = this.gone.signal
    const ends = { gate: this.#gate, around, client, upstream, terminal, signal }
    const run = this.#runOf(interpret, ends, statement)
    this.#run = run
    if (signal.aborted || upstream.closed) {
      run.failed('nobody waited for it any more')
      return
    }
    this.#gate.flush()
    send(start, upstream, this.#environment, this.#terminal)
    if (terminal && statement) this.#gate.terminal(statement, this.#terminal.size)
    client.widen(WINDOW)
    for (const bytes of this.#early.splice(0)) run.input(bytes)
    if (client.eof) run.inputEnded()
  }

  #runOf(interpret: MakeInterpreter | undefined, ends: Ends, statement: Statement | undefined): Running {
    if (interpret) return new Interpreted(interpret, ends, statement)
    if (statement) return new Run(ends, statement)
    throw new ProtocolError('a subsystem that nobody knows')
  }

  /** Ends the channel with a message of ours. */
  #fail(status: number, message: Buffer): void {
    this.#early = []
    this.client.write(message, 'stderr')
    this.client.request('exit-status', false, status)
    this.client.end()
    this.client.close()
    this.upstream.close(true)
  }
}

/** Whoever has a terminal can type to what runs there: a pager takes commands, too. */
function onTerminal(analysis: Analysis): Analysis {
  const typed: Effect = { action: 'run', object: 'shell', detail: 'on a terminal' }
  return { ...analysis, effects: [...analysis.effects, typed] }
}
