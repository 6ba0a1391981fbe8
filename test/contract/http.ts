// A statement is a request; a cancelled one is a connection that its client has closed.
import { createServer } from 'node:http'
import { connect, type Socket } from 'node:net'
import { http } from '../../src/protocols/http/index.ts'
import { terms } from '../protocols/http/target.ts'
import { LOCAL_PASSWORD, type Relayed, relayedTarget } from '../protocols/relayed.ts'
import type { Adapter, ContractClient } from './adapter.ts'

const HOST = 'HOST_AND_PASSWORD'

const request = (path: string, body = ''): Buffer =>
  Buffer.from(`POST ${path} HTTP/1.1\r\n${HOST}\r\nContent-Length: ${body.length}\r\n\r\n${body}`)

/** A request may not be cut where it is not known yet who asks, so the whole of it is made before. */
const filled = (bytes: Buffer, port: number): Buffer =>
  Buffer.from(
    bytes
      .toString('latin1')
      .replaceAll(HOST, `Host: 127.0.0.1:${port}\r\nAuthorization: Bearer ${LOCAL_PASSWORD}`),
    'latin1',
  )

class Client implements ContractClient {
  readonly #port: number
  #socket: Socket
  #text = ''
  #sending: Promise<void> = Promise.resolve()
  #counting = false
  cancelled = false

  constructor(port: number) {
    this.#port = port
    this.#socket = this.#connect()
  }

  send(bytes: Buffer, size?: number): void {
    const own = filled(bytes, this.#port)
    this.#counting = own.includes('/large')
    const socket = this.#socket
    const step = size ?? own.length
    this.#sending = this.#sending.then(async () => {
      for (let at = 0; at < own.length; at += step)
        await new Promise<void>((next) => socket.write(own.subarray(at, at + step), () => setImmediate(next)))
    })
  }

  async answer(): Promise<string> {
    for (;;) {
      if (this.cancelled) {
        this.cancelled = false
        return 'cancelled'
      }
      const found = /^HTTP\/1\.1 (\d{3})[^\r]*\r\n(.*?)\r\n\r\n/s.exec(this.#text)
      const length = Number(/content-length: (\d+)/i.exec(found?.[2] ?? '')?.[1] ?? 0)
      if (found && this.#text.length >= found[0].length + length) {
        const body = this.#text.slice(found[0].length, found[0].length + length)
        this.#text = this.#text.slice(found[0].length + length)
        if (found[1] === '200') return body
        return found[1] === '403' ? 'refused' : `ended ${found[1]} ${body}`
      }
      await new Promise((next) => setTimeout(next, 1))
    }
  }

  async ended(): Promise<string> {
    const socket = this.#socket
    if (!socket.destroyed) await new Promise((resolve) => socket.once('close', resolve))
    return this.#text.includes('record cannot be written')
      ? 'ended record'
      : `ended ${this.#text.slice(0, 60)}`
  }

  pause(): void {
    this.#socket.pause()
  }

  resume(): void {
    this.#socket.resume()
  }

  get bytesRead(): number {
    return this.#socket.bytesRead
  }

  destroy(): void {
    this.#socket.destroy()
  }

  cancel(): void {
    this.#socket.destroy()
    this.cancelled = true
    this.#text = ''
    this.#socket = this.#connect()
  }

  #connect(): Socket {
    const socket = connect({ host: '127.0.0.1', port: this.#port })
    socket.setNoDelay(true)
    socket.on('error', () => {})
    socket.on('data', (chunk: Buffer) => {
      if (!this.#counting) this.#text += chunk.toString('latin1')
    })
    return socket
  }
}

export const httpAdapter: Adapter = {
  protocol: http,
  async open(options) {
    const upstream = createServer((own, response) => {
      own.resume()
      if (own.url === '/endless') return
      if (!own.url?.startsWith('/large/')) {
        response.end('harmless')
        return
      }
      let left = Number(own.url.slice('/large/'.length))
      const chunk = Buffer.alloc(256 * 1024)
      const more = () => {
        while (left > 0 && !response.destroyed) {
          left -= chunk.length
          if (!response.write(chunk)) return void response.once('drain', more)
        }
        response.end()
      }
      more()
    })
    await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve))
    const address = upstream.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const relay = await relayedTarget(http, terms(port, {}), options)
    return Object.assign(relay, {
      crash: async () => upstream.closeAllConnections(),
      async cleanUp() {
        await relay.close()
        upstream.closeAllConnections()
        upstream.close()
      },
    })
  },
  connect: async (relay: Relayed) => new Client(relay.port),
  harmless: { bytes: request('/harmless'), expected: 'harmless' },
  refused: request('/sql', 'DROP TABLE things'),
  endless: request('/endless'),
  async cancel(_, client) {
    if (client instanceof Client) client.cancel()
  },
  large: (size) => request(`/large/${size}`),
  oversize: Buffer.from(`GET / HTTP/1.1\r\nX-Long: ${'x'.repeat(64 * 1024)}\r\n\r\n`),
  async crash(relay) {
    if ('crash' in relay && typeof relay.crash === 'function') await relay.crash()
  },
}
