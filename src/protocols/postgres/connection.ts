// One client's life: login on both sides, relay, end.
import type { Socket } from 'node:net'
import { describe, SluiceError } from '../../core/errors.ts'
import type { Connection, Gate } from '../protocol.ts'
import { type CancelKeys, sendCancel } from './cancel.ts'
import { clientLogin, type LocalLogin, loginFailure } from './client-login.ts'
import { ClientSide } from './client-side.ts'
import { TERMINATE } from './deny.ts'
import { Exchange } from './exchange.ts'
import { errorResponse, type Failure, frame, int32, UPSTREAM } from './frames.ts'
import { Messages } from './messages.ts'
import { READ_ONLY, unsafeParameter } from './settings.ts'
import type { Shared } from './shared.ts'
import { type Startup, upstreamSettings } from './startup.ts'
import { Inlet, type Sink } from './transport.ts'
import { connectUpstream, type Upstream } from './upstream-login.ts'
import { UpstreamSide } from './upstream-side.ts'

export interface Surroundings {
  readonly shared: Shared
  readonly local: LocalLogin
  readonly keys: CancelKeys
  readonly dial: () => Promise<Socket>
  readonly login: (settings: ReadonlyMap<string, string>) => Promise<Upstream>
  /** Milliseconds that a client may take to log in. */
  readonly loginTimeout: number
}

const NOWHERE: Sink = { take: (_buffer, _start, end) => end, failed: () => {} }

/** How long an ended socket may take to deliver what was written. */
const LINGER_MS = 2000

export function serve(client: Socket, gate: Gate, around: Surroundings): Connection {
  return new Session(client, gate, around)
}

class Session implements Connection {
  readonly closed: Promise<void>
  readonly #around: Surroundings
  readonly #gate: Gate
  readonly #client: Inlet
  readonly #messages = new Messages()
  /** The client is gone: nobody waits for what is still to be analysed. */
  readonly #gone = new AbortController()
  #upstream: Upstream | undefined
  #pid: number | undefined
  #downstream: UpstreamSide | undefined
  #clientSide: ClientSide | undefined
  #exchange: Exchange | undefined
  #reason: string | undefined
  #settle = () => {}
  #reported = false
  #failed = false

  constructor(socket: Socket, gate: Gate, around: Surroundings) {
    this.#gate = gate
    this.#around = around
    this.closed = new Promise((resolve) => (this.#settle = resolve))
    this.#client = new Inlet(socket, this.#messages)
    this.#messages.attach(this.#client)
    this.#client.socket.on('error', () => {})
    this.#client.socket.once('close', () => this.#clientClosed())
    void this.#run()
  }

  end(reason: string): void {
    this.#fail({ severity: 'FATAL', sqlstate: '57P01', message: reason })
  }

  async #run(): Promise<void> {
    const timer = setTimeout(
      () => this.#fail({ severity: 'FATAL', sqlstate: '08006', message: 'the login took too long' }),
      this.#around.loginTimeout,
    )
    try {
      const opened = await clientLogin(this.#client, this.#messages, this.#around.local)
      if (opened.kind === 'cancel') {
        // A client that is told of the end takes the cancelling as done.
        await this.#around.keys.request(opened.pid, opened.key)
        this.#reason ??= 'cancel request'
        this.#finish()
        return
      }
      clearTimeout(timer)
      await this.#relay(opened.startup, opened.keyLength)
    } catch (error) {
      this.#fail(error instanceof SluiceError ? unavailable(error) : loginFailure(error))
    } finally {
      clearTimeout(timer)
    }
  }

  async #relay(startup: Startup, keyLength: number): Promise<void> {
    const { shared, keys, login } = this.#around
    const settings = upstreamSettings(startup, shared.terms.limits)
    if (shared.readOnly) settings.set(READ_ONLY, 'on')
    const upstream = await login(settings)
    this.#upstream = upstream
    upstream.inlet.socket.once('close', () => this.#upstreamClosed())
    if (this.#reason !== undefined || this.#client.socket.destroyed) return this.#finish()
    for (const [name, value] of upstream.parameters) {
      const wrong = unsafeParameter(name, value, shared.readOnly)
      if (wrong) throw new SluiceError('UPSTREAM_REFUSED', `Target ${shared.terms.name}: ${wrong}`)
    }
    const exchange = new Exchange({
      shared,
      gate: this.#gate,
      client: this.#client,
      upstream: upstream.inlet,
      pid: upstream.pid,
      gone: this.#gone.signal,
      end: (failure) => this.#fail(failure),
      cancel: () => this.#cancel(),
      betweenAnswers: () => this.#downstream?.betweenFrames ?? true,
    })
    exchange.status = upstream.status
    this.#exchange = exchange
    const { pid, key } = keys.issue(keyLength, () => exchange.cancel())
    this.#pid = pid
    this.#gate.opened({
      client: this.#client.socket.remoteAddress ?? 'unix socket',
      user: startup.user,
      application: startup.application.slice(0, 64),
      tls: upstream.tls,
    })
    shared.stored.warm()
    this.#greet(upstream, pid, key)
    this.#clientSide = new ClientSide(exchange)
    this.#downstream = new UpstreamSide(exchange)
    this.#client.sink = this.#clientSide
    this.#client.outlet = upstream.inlet.socket
    upstream.inlet.sink = this.#downstream
    upstream.inlet.outlet = this.#client.socket
    upstream.inlet.release()
    this.#client.release()
  }

  #greet(upstream: Upstream, pid: number, key: Buffer): void {
    const parts = [frame(UPSTREAM.Authentication, int32(0))]
    for (const [name, value] of upstream.parameters) parts.push(frame(UPSTREAM.ParameterStatus, name, value))
    parts.push(frame(UPSTREAM.BackendKeyData, int32(pid), key))
    parts.push(frame(UPSTREAM.ReadyForQuery, Buffer.of(upstream.status)))
    this.#client.socket.write(Buffer.concat(parts))
  }

  async #cancel(): Promise<void> {
    const { shared, dial } = this.#around
    const upstream = this.#upstream
    if (upstream) await sendCancel(() => connectUpstream(shared.terms, dial), upstream).catch(() => {})
  }

  /** Tells the client why and ends both sides. */
  #fail(failure: Failure): void {
    if (this.#reason !== undefined) return
    this.#reason = failure.message
    this.#failed = true
    const { socket } = this.#client
    // Half of a message must not be followed by a new one.
    if (!socket.destroyed && (this.#downstream?.betweenFrames ?? true))
      socket.write(errorResponse({ ...failure, severity: 'FATAL' }))
    this.#finish()
  }

  /** Both ends are read on, to nowhere, so that their ends are seen. */
  #finish(): void {
    this.#drain(this.#client)
    this.#client.socket.end()
    const upstream = this.#upstream?.inlet
    if (!upstream) return
    this.#drain(upstream)
    upstream.socket.end(TERMINATE)
  }

  #drain(inlet: Inlet): void {
    inlet.sink = NOWHERE
    inlet.outlet = undefined
    inlet.release()
    setTimeout(() => inlet.socket.destroy(), LINGER_MS).unref()
  }

  #clientClosed(): void {
    this.#gone.abort()
    this.#reason ??= this.#clientSide?.terminated ? 'client finished' : 'client gone'
    const socket = this.#upstream?.inlet.socket
    if (socket && !socket.destroyed) {
      if (this.#clientSide?.terminated) socket.end()
      else socket.destroy()
    }
    if (this.#pid !== undefined) this.#around.keys.forget(this.#pid)
    this.#over()
  }

  #upstreamClosed(): void {
    if (this.#reason === undefined && !this.#client.socket.destroyed) {
      if (this.#clientSide?.terminated) {
        this.#reason = 'client finished'
        this.#client.socket.end()
      } else {
        const message = 'the target closed the connection'
        this.#fail({ severity: 'FATAL', sqlstate: '08006', message })
      }
    }
    this.#over()
  }

  /** Both sockets are closed. */
  #over(): void {
    const upstream = this.#upstream?.inlet
    if (this.#reported || !this.#client.socket.destroyed || (upstream && !upstream.socket.destroyed)) return
    this.#reported = true
    this.#exchange?.closed()
    const reason = this.#reason ?? 'closed'
    const totals = { bytesIn: this.#client.bytes, bytesOut: upstream?.bytes ?? 0 }
    if (this.#pid !== undefined) this.#gate.closed(reason, totals)
    else if (this.#failed) this.#gate.limit('login', reason)
    this.#settle()
  }
}

function unavailable(error: SluiceError): Failure {
  const sqlstate = error.code === 'UPSTREAM_REFUSED' ? '08004' : '08001'
  return { severity: 'FATAL', sqlstate, message: describe(error) }
}
