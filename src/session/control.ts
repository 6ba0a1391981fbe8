// How `post` and `sluice stop` reach the daemon: loopback HTTP with a bearer secret, the same on every system.
import { timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Control {
  readonly port: number
  close(): void
}

export interface ControlOptions {
  readonly secret: string
  status(): unknown
  /** Returns at once; `closed.json` tells the end. With `drain`, running statements may finish. */
  stop(drain: boolean): void
}

export async function openControl(options: ControlOptions): Promise<Control> {
  const expected = Buffer.from(`Bearer ${options.secret}`)
  const server = createServer({ headersTimeout: 5000, requestTimeout: 5000 }, (request, response) => {
    request.resume()
    if (!authorised(request, expected)) return answer(response, 401, { error: 'unauthorised' })
    const route = `${request.method} ${request.url}`
    if (route === 'GET /status') return answer(response, 200, options.status())
    if (route !== 'POST /stop' && route !== 'POST /stop/now')
      return answer(response, 404, { error: 'not_found' })
    options.stop(route === 'POST /stop')
    answer(response, 202, { stopping: true })
  })
  server.maxConnections = 16
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port: 0, exclusive: true }, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

function authorised(request: IncomingMessage, expected: Buffer): boolean {
  const given = Buffer.from(request.headers.authorization ?? '')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', connection: 'close' })
  response.end(JSON.stringify(body))
}
