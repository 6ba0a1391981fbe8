// One client's connection: its requests one behind the other, each read, judged, and relayed or refused.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Statement } from '../../core/statement.ts'
import type { Verdict } from '../../core/verdict.ts'
import type { Connection, Gate } from '../protocol.ts'
import { accessOf } from './access.ts'
import { type Begun, begin, MOST_JUDGED } from './body.ts'
import { type Answer, answer, denial, failureOf, rawAnswer } from './deny.ts'
import { exchange } from './exchange.ts'
import { Refused, readTarget } from './frames.ts'
import { checkShape, forwarded, pairs, valuesOf } from './headers.ts'
import { type Inspected, statementOf } from './inspect.ts'
import type { Shared } from './shared.ts'

const LINGER_MS = 2000
/** What one connection may have told of things that are refused before they are statements. */
const MOST_NOTES = 100
/** Requests that wait behind the one that is answered. */
const MOST_PIPELINED = 64

const UNKNOWN: Answer = {
  status: 401,
  message: 'the session’s password is missing',
  hint: 'Use the address of the session as it was exported, or send its token as `Authorization: Bearer`',
  close: true,
}

export class Session implements Connection {
  readonly closed: Promise<void>
  readonly #socket: Socket
  readonly #gate: Gate
  readonly #shared: Shared
  readonly #notes = new Set<string>()
  #queue: Promise<void> = Promise.resolve()
  #waiting = 0
  #statements = 0
  #opened = false
  #reason: string | undefined
  #failed = false
  #current: { readonly request: IncomingMessage; readonly response: ServerResponse } | undefined
  #settle = () => {}

  constructor(socket: Socket, gate: Gate, shared: Shared) {
    this.#socket = socket
    this.#gate = gate
    this.#shared = shared
    this.closed = new Promise((resolve) => (this.#settle = resolve))
    socket.on('error', () => {})
    socket.once('close', () => this.#clientClosed())
  }

  get over(): boolean {
    return this.#reason !== undefined
  }

  end(reason: string): void {
    if (this.over) return
    this.#failed = true
    this.#reason = reason
    const current = this.#current
    const own: Answer = { status: 503, message: reason, close: true }
    if (current && !current.response.headersSent) answer(current.request, current.response, own)
    else if (!current && !this.#socket.destroyed) this.#socket.end(rawAnswer(own))
    else this.#socket.destroy()
    this.#finish()
  }

  request(request: IncomingMessage, response: ServerResponse, expects: boolean): void {
    if (this.over || ++this.#waiting > MOST_PIPELINED) {
      this.#socket.destroy()
      return
    }
    this.#queue = this.#queue
      .then(() => this.#serve(request, response, expects))
      .catch(() => void this.#socket.destroy())
      .finally(() => void this.#waiting--)
  }

  /** The client's bytes are no request. */
  broken(answered: Answer, writable: boolean): void {
    if (this.over) return
    this.note('request', answered.message)
    this.#reason = 'the client broke the protocol'
    if (writable && !this.#current?.response.headersSent) this.#socket.end(rawAnswer(answered))
    else this.#socket.destroy()
    this.#finish()
  }

  note(limit: string, detail: string): void {
    const key = `${limit}: ${detail}`
    if (this.#notes.has(key) || this.#notes.size >= MOST_NOTES) return
    this.#notes.add(key)
    this.#gate.limit(limit, detail)
  }

  async #serve(request: IncomingMessage, response: ServerResponse, expects: boolean): Promise<void> {
    if (this.over) return
    const gone = new AbortController()
    const closed = new Promise<void>((resolve) => response.once('close', resolve))
    response.once('close', () => gone.abort())
    this.#current = { request, response }
    try {
      await this.#handle(request, response, expects, gone.signal)
    } catch (error) {
      const own = error instanceof Refused ? refusalOf(error) : failureOf(error)
      if (error instanceof Refused) this.note('request', error.message)
      if (own.close) this.#reason ??= own.message
      if (!response.headersSent) answer(request, response, own)
      else response.destroy()
    }
    await closed
    this.#current = undefined
  }

  async #handle(
    request: IncomingMessage,
    response: ServerResponse,
    expects: boolean,
    gone: AbortSignal,
  ): Promise<void> {
    const { terms, http, local, masks } = this.#shared
    const headers = pairs(request.rawHeaders)
    const method = request.method ?? ''
    const hosts = hostsOf(this.#socket.localPort ?? 0)
    checkShape({ method, version: request.httpVersion, headers, hosts })
    const [authorization] = valuesOf(headers, 'authorization')
    const access = accessOf(request.url ?? '', authorization, local.password)
    if (!access) {
      this.note('login', 'a request without the session’s password')
      return answer(request, response, UNKNOWN)
    }
    this.#open(request)
    const target = readTarget(access.target)
    const sending = forwarded({ headers, terms: http, local: access.header, masks })
    const [length] = valuesOf(headers, 'content-length')
    const begun = await this.#begin(request, response, expects, length)
    const body = begun.more ? undefined : begun.bytes
    const inspected: Inspected = { method, target, headers: sending, body, length }
    const statement = statementOf(this.#statements + 1, inspected, terms.guard.requests ?? [])
    this.#statements++
    await this.#keptUp()
    if (this.over) return
    const refused = await this.#decide(statement, gone)
    // It may have ended meanwhile: then it was answered.
    if (gone.aborted || this.over) return
    if (refused) return answer(request, response, denial(refused))
    this.#gate.flush()
    if (expects && begun.more && begun.bytes.length === 0) response.writeContinue()
    const base = `http://${valuesOf(headers, 'host')[0]}${access.base}`
    await exchange({
      shared: this.#shared,
      gate: this.#gate,
      statement,
      inspected,
      begun,
      request,
      response,
      base,
      gone,
    })
    this.#gate.idle()
  }

  /** A body that is known to be too large to judge is not asked for before the rest is judged. */
  async #begin(
    request: IncomingMessage,
    response: ServerResponse,
    expects: boolean,
    length: string | undefined,
  ): Promise<Begun> {
    if (Number(length ?? 0) > MOST_JUDGED) return { bytes: Buffer.alloc(0), more: true }
    if (length === undefined && request.headers['transfer-encoding'] === undefined)
      return { bytes: Buffer.alloc(0), more: false }
    if (expects) response.writeContinue()
    return begin(request)
  }

  #open(request: IncomingMessage): void {
    if (this.#opened) return
    this.#opened = true
    const { terms, local } = this.#shared
    this.#gate.opened({
      client: this.#socket.remoteAddress ?? 'unix socket',
      user: local.user,
      application: (request.headers['user-agent'] ?? '').replace(/\p{C}/gu, '').slice(0, 64),
      tls: terms.tls?.mode === 'disable' ? 'none' : 'verified',
    })
  }

  #keptUp(): Promise<void> | undefined {
    const { promise, resolve } = Promise.withResolvers<void>()
    return this.#gate.lagging(resolve) ? promise : undefined
  }

  /** Settles with undefined when it may go, else with what it is refused by. */
  async #decide(statement: Statement, signal: AbortSignal): Promise<Verdict | undefined> {
    const gate = this.#gate
    let verdict = await gate.judge(statement)
    while (verdict.kind === 'hold' && gate.hold) {
      // An answer has one head: nothing can be told before it.
      const refused = await gate.hold(statement, verdict, { transaction: 'none', notice: () => {}, signal })
      if (refused) return refused
      verdict = await gate.judge(statement)
    }
    return verdict.kind === 'allow' ? undefined : verdict
  }

  /** What was written may still arrive. */
  #finish(): void {
    this.#socket.resume()
    setTimeout(() => this.#socket.destroy(), LINGER_MS).unref()
  }

  #clientClosed(): void {
    const reason = this.#reason ?? (this.#current ? 'client gone' : 'client finished')
    this.#reason = reason
    // What the gate was asked is answered first.
    this.#queue.finally(() => {
      const totals = { bytesIn: this.#socket.bytesRead, bytesOut: this.#socket.bytesWritten }
      if (this.#opened) this.#gate.closed(reason, totals)
      else if (this.#failed) this.#gate.limit('login', reason)
      this.#settle()
    })
  }
}

const hostsOf = (port: number): string[] =>
  ['127.0.0.1', 'localhost', '[::1]'].flatMap((name) => [`${name}:${port}`, ...(port === 80 ? [name] : [])])

const refusalOf = ({ status, message, hint }: Refused): Answer => ({
  status,
  message,
  hint,
  close: status !== 403,
})
