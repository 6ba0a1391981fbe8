// Connections to the target: kept for the next request, bounded, and never taken when something unasked came on them.
import { Agent, type ClientRequest, type ClientRequestArgs, request } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { SluiceError } from '../../core/errors.ts'
import type { TargetTerms } from '../../core/grant.ts'
import type { Header } from './headers.ts'
import { secure } from './tls.ts'

/** Shorter than what servers and balancers usually keep. */
const IDLE_MS = 4000
const MOST_HEADERS = 64 * 1024

export interface Send {
  readonly method: string
  /** Path and query. */
  readonly target: string
  readonly headers: readonly Header[]
  /** A connection of its own: the target may take the request's end for the beginning of another. */
  readonly alone: boolean
  readonly signal: AbortSignal
}

export class Upstream {
  readonly #agent: Connections
  readonly #host: string

  constructor(terms: TargetTerms, dial: () => Promise<Socket>) {
    this.#agent = new Connections(terms, dial)
    const usual = terms.tls?.mode === 'disable' ? 80 : 443
    const name = terms.host.includes(':') ? `[${terms.host}]` : terms.host
    this.#host = terms.port === usual ? name : `${name}:${terms.port}`
  }

  send({ method, target, headers, alone, signal }: Send): ClientRequest {
    return request({
      method,
      path: target,
      agent: this.#agent,
      signal,
      insecureHTTPParser: false,
      maxHeaderSize: MOST_HEADERS,
      setHost: false,
      headers: [
        ['Host', this.#host],
        ...headers,
        ['Accept-Encoding', 'identity'],
        ['Connection', alone ? 'close' : 'keep-alive'],
      ].flat(),
    })
  }

  async check(): Promise<void> {
    const socket = await this.#agent.dial()
    socket.destroy()
  }

  close(): void {
    this.#agent.destroy()
  }
}

class Connections extends Agent {
  readonly #terms: TargetTerms
  readonly #dial: () => Promise<Socket>
  readonly #unasked = new WeakMap<object, () => void>()

  constructor(terms: TargetTerms, dial: () => Promise<Socket>) {
    const most = terms.limits.connections
    super({ keepAlive: true, maxSockets: most, maxFreeSockets: Math.min(most, 16), scheduling: 'lifo' })
    this.#terms = terms
    this.#dial = dial
  }

  async dial(): Promise<Socket> {
    const socket = await this.#dial()
    socket.setNoDelay(true)
    // The other end may be gone before anybody listens.
    socket.on('error', () => {})
    return secure(socket, this.#terms)
  }

  override createConnection(
    _options: ClientRequestArgs,
    callback?: (error: Error | null, stream: Duplex) => void,
  ): undefined {
    const done = callback as ((error: Error | null, stream?: Duplex) => void) | undefined
    this.dial().then(
      (socket) => done?.(null, socket),
      (error: unknown) =>
        done?.(error instanceof Error ? error : new SluiceError('INTERNAL', 'no connection')),
    )
  }

  override keepSocketAlive(socket: Duplex): boolean {
    // Node's types do not know that it answers.
    const kept: unknown = super.keepSocketAlive(socket as Socket)
    if (kept !== true) return false
    const own = socket as Socket
    own.setTimeout(IDLE_MS)
    const unasked = () => own.destroy()
    this.#unasked.set(own, unasked)
    own.on('data', unasked)
    return true
  }

  override reuseSocket(socket: Duplex, own: ClientRequest): void {
    const unasked = this.#unasked.get(socket)
    if (unasked) socket.off('data', unasked)
    super.reuseSocket(socket as Socket, own)
  }
}
