// One client's life: login on both sides, channels, end.
import type { Socket } from 'node:net'
import { describe, SluiceError } from '../../core/errors.ts'
import type { Connection, Gate } from '../protocol.ts'
import { Channels } from './channels.ts'
import { clientLogin } from './client-login.ts'
import { reasonOf } from './deny.ts'
import { DISCONNECT } from './frames.ts'
import { earlyDisconnect, type Link } from './link.ts'
import { Pace } from './pace.ts'
import type { Around, Shared } from './shared.ts'
import type { Upstream } from './upstream-login.ts'

/** How long an ended socket may take to deliver what was written. */
const LINGER_MS = 2000
/** What one connection may have told of things that are refused before nobody reads on. */
const MOST_NOTES = 100

export function serve(client: Socket, gate: Gate, shared: Shared): Connection {
  return new Session(client, gate, shared)
}

class Session implements Connection, Around {
  readonly closed: Promise<void>
  readonly shared: Shared
  readonly gate: Gate
  readonly #socket: Socket
  readonly #notes = new Set<string>()
  readonly #pace: Pace
  #link: Link | undefined
  #upstream: Upstream | undefined
  #channels: Channels | undefined
  /** Messages of a client whose target has not answered yet. */
  #early: [number, Buffer][] = []
  #user = ''
  #software = ''
  #statements = 0
  #started = false
  #opened = false
  #reason: string | undefined
  #failed = false
  #reported = false
  #settle = () => {}

  constructor(socket: Socket, gate: Gate, shared: Shared) {
    this.#socket = socket
    this.gate = gate
    this.#pace = new Pace(gate, (blocked) => this.#block(blocked))
    this.shared = shared
    this.closed = new Promise((resolve) => (this.#settle = resolve))
    socket.on('error', () => {})
    socket.once('close', () => this.#clientClosed())
    // Whoever is turned away at once is told so before anything of ssh2.
    setImmediate(() => this.#guard('client', () => this.#start()))
  }

  end(reason: string): void {
    this.#end(reason, DISCONNECT.BY_APPLICATION)
  }

  fail(error: unknown, peer: 'client' | 'target'): void {
    this.#end(reasonOf(error, peer), DISCONNECT.PROTOCOL_ERROR)
  }

  next(): number {
    return ++this.#statements
  }

  note(limit: string, detail: string): void {
    const key = `${limit}: ${detail}`
    if (this.#notes.has(key) || this.#notes.size >= MOST_NOTES) return
    this.#notes.add(key)
    this.gate.limit(limit, detail)
  }

  keptUp(): Promise<void> | undefined {
    return this.#pace.keptUp()
  }

  watch(): void {
    this.#pace.watch()
  }

  #start(): void {
    if (this.#reason !== undefined || this.#socket.destroyed) return
    this.#started = true
    clientLogin(this.#socket, this.shared, {
      greeted: (link) => {
        this.#link = link
      },
      loggedIn: (user, software) => {
        this.#user = user
        this.#software = software
        this.#loggedIn()
      },
      failed: () => this.#end('the client broke the protocol', DISCONNECT.PROTOCOL_ERROR),
    })
  }

  #loggedIn(): void {
    const link = this.#link
    if (!link || this.#reason !== undefined) return
    link.begin({
      message: (type, payload) => this.#fromClient(type, payload),
      drained: () => this.#channels?.pump(),
    })
    this.shared.login().then(
      (upstream) => this.#relay(link, upstream),
      (error: unknown) => this.#end(describe(unavailable(error)), DISCONNECT.BY_APPLICATION),
    )
  }

  #relay(link: Link, upstream: Upstream): void {
    this.#upstream = upstream
    const { socket } = upstream.link
    socket.once('close', () => this.#upstreamClosed())
    if (this.#reason !== undefined || this.#socket.destroyed) {
      this.#finish()
      return
    }
    const channels = new Channels(this, link, upstream.link)
    this.#channels = channels
    upstream.link.begin({
      message: (type, payload) => this.#guard('target', () => channels.fromUpstream(type, payload)),
      drained: () => channels.pump(),
    })
    this.#opened = true
    this.gate.opened({
      client: this.#socket.remoteAddress ?? 'unix socket',
      user: this.#user,
      application: this.#software.slice(0, 64),
      tls: upstream.cipher,
    })
    for (const [type, payload] of this.#early.splice(0)) this.#fromClient(type, payload)
  }

  #fromClient(type: number, payload: Buffer): void {
    const channels = this.#channels
    if (channels) this.#guard('client', () => channels.fromClient(type, payload))
    else if (this.#early.length < 256) this.#early.push([type, payload])
    else this.#end('the client asks for too much before the target has answered', DISCONNECT.PROTOCOL_ERROR)
  }

  #guard(peer: 'client' | 'target', act: () => void): void {
    if (this.#reason !== undefined) return
    try {
      act()
    } catch (error) {
      this.fail(error, peer)
    }
  }

  #block(blocked: boolean): void {
    for (const link of [this.#link, this.#upstream?.link]) if (link) link.blocked = blocked
    if (!blocked) this.#channels?.pump()
  }

  /** Tells the client why and ends both sides. */
  #end(reason: string, code: number): void {
    if (this.#reason !== undefined) return
    this.#reason = reason
    this.#failed = true
    this.#pace.release()
    this.#channels?.abandon(reason)
    if (this.#link) this.#link.disconnect(`sluice: ${reason}`, code)
    else if (!this.#socket.destroyed) {
      if (!this.#started) this.#socket.write('SSH-2.0-Sluice\r\n')
      this.#socket.write(earlyDisconnect(`sluice: ${reason}`))
    }
    this.#finish()
  }

  /** Both ends are read on, to nowhere, so that their ends are seen. */
  #finish(): void {
    this.#drain(this.#socket)
    const upstream = this.#upstream?.link
    if (!upstream) return
    upstream.disconnect('')
    this.#drain(upstream.socket)
  }

  #drain(socket: Socket): void {
    socket.removeAllListeners('data')
    socket.resume()
    socket.end()
    setTimeout(() => socket.destroy(), LINGER_MS).unref()
  }

  #clientClosed(): void {
    const open = this.#channels?.open ?? 0
    const reason = open > 0 ? 'client gone' : 'client finished'
    if (this.#reason === undefined) {
      this.#reason = reason
      this.#channels?.abandon(reason)
    }
    this.#pace.release()
    const upstream = this.#upstream?.link
    if (upstream && !upstream.socket.destroyed) {
      upstream.disconnect('')
      this.#drain(upstream.socket)
    }
    this.#over()
  }

  #upstreamClosed(): void {
    if (this.#reason === undefined && !this.#socket.destroyed)
      this.#end('the target closed the connection', DISCONNECT.BY_APPLICATION)
    this.#over()
  }

  /** Both sockets are closed. */
  #over(): void {
    const upstream = this.#upstream?.link.socket
    if (this.#reported || !this.#socket.destroyed || (upstream && !upstream.destroyed)) return
    this.#reported = true
    const reason = this.#reason ?? 'closed'
    const totals = { bytesIn: this.#socket.bytesRead, bytesOut: upstream?.bytesRead ?? 0 }
    if (this.#opened) this.gate.closed(reason, totals)
    else if (this.#failed) this.gate.limit('login', reason)
    this.#settle()
  }
}

function unavailable(error: unknown): SluiceError {
  if (error instanceof SluiceError) return error
  return new SluiceError('INTERNAL', 'the login at the target failed')
}
