// A service behind the relay, and clients that speak bytes.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach } from 'vitest'
import type { HttpTerms, TargetTerms } from '../../../src/core/grant.ts'
import { Secret } from '../../../src/core/secret.ts'
import { http } from '../../../src/protocols/http/index.ts'
import { LOCAL_PASSWORD, type Relayed, type RelayedOptions, relayedTarget } from '../relayed.ts'

export * from '../relayed.ts'

/** Canary: no answer may hold it. */
export const CREDENTIAL = 'canary-credential-of-the-target-7c1e'

export interface Seen {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly raw: readonly string[]
  readonly body: Buffer
}

export type Handler = (request: Seen, response: ServerResponse) => void

export interface HttpOptions extends RelayedOptions {
  readonly http?: Partial<HttpTerms>
  readonly terms?: Partial<TargetTerms>
}

export interface Opened {
  readonly relay: Relayed
  /** `http://127.0.0.1:4711/PASSWORD` */
  readonly base: string
  /** What reached the target. */
  readonly seen: Seen[]
  readonly upstream: Server
}

export function terms(port: number, options: HttpOptions): TargetTerms {
  return {
    name: 'api',
    protocol: 'http',
    host: '127.0.0.1',
    port,
    tls: { mode: 'disable' },
    credential: { user: 'bearer', password: new Secret(CREDENTIAL) },
    http: { header: 'authorization', scheme: 'bearer', cookies: 'drop', unmasked: [], ...options.http },
    guard: { name: 'test', mode: 'enforce', rules: {}, allow: [] },
    masks: { columns: [], detect: [] },
    limits: { connections: 100 },
    ...options.terms,
  }
}

const cleaning: (() => Promise<void> | void)[] = []

export function clean(act: () => Promise<void> | void): void {
  cleaning.push(act)
}

export function cleansUp(): void {
  afterEach(async () => {
    for (const act of cleaning.splice(0).reverse()) await act()
  })
}

export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  clean(() => {
    server.closeAllConnections()
    server.close()
  })
  return (server.address() as AddressInfo).port
}

/** A real server, which notes what it gets, behind the relay. */
export async function opened(handler: Handler, options: HttpOptions = {}): Promise<Opened> {
  const seen: Seen[] = []
  const upstream = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method = '', url = '', headers, rawHeaders: raw } = request
      const own = { method, url, headers, raw, body: Buffer.concat(chunks) }
      seen.push(own)
      handler(own, response)
    })
  })
  const port = await listen(upstream)
  const relay = await relayedTo(port, options)
  return { relay, base: baseOf(relay), seen, upstream }
}

export async function relayedTo(port: number, options: HttpOptions = {}): Promise<Relayed> {
  const relay = await relayedTarget(http, terms(port, options), options)
  clean(() => relay.close())
  return relay
}

export const baseOf = ({ port }: { readonly port: number }): string =>
  `http://127.0.0.1:${port}/${LOCAL_PASSWORD}`

/** The start of a raw request, with what it must have. */
export const head = (relay: Relayed, line: string, ...headers: string[]): string =>
  [
    `${line} HTTP/1.1`,
    `Host: 127.0.0.1:${relay.port}`,
    `Authorization: Bearer ${LOCAL_PASSWORD}`,
    ...headers,
    '',
    '',
  ].join('\r\n')

export interface Raw {
  readonly socket: Socket
  /** Everything until the relay closes. */
  end(): Promise<string>
  /** Until what came holds this. */
  until(text: string): Promise<string>
}

export function raw(port: number): Raw {
  const socket = connect({ host: '127.0.0.1', port })
  clean(() => void socket.destroy())
  socket.on('error', () => {})
  let text = ''
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString('latin1')
  })
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  return {
    socket,
    async end() {
      await closed
      return text
    },
    async until(wanted) {
      while (!text.includes(wanted) && !socket.destroyed) await new Promise((next) => setTimeout(next, 5))
      return text
    },
  }
}

/** The first line of what the relay says to these bytes, when it closes or has answered. */
export async function says(relay: Relayed, bytes: string | Buffer): Promise<string> {
  const own = raw(relay.port)
  own.socket.write(bytes)
  const text = await Promise.race([own.end(), own.until('\r\n\r\n')])
  own.socket.destroy()
  return text.split('\r\n', 1)[0] ?? ''
}
