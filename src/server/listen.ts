import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { SluiceError } from '../core/errors.ts'
import { refusal } from './requests.ts'

type Fetch = Parameters<typeof getRequestListener>[0]

export interface Listening {
  /** `http://host:port` of the socket. */
  readonly address: string
  /** Takes no more connections and waits for the requests that run; after `grace` ms the rest is cut. */
  close(grace: number): Promise<void>
}

/** Serves on a port with explicit bounds. Throws `SluiceError` CONFIG_INVALID when the port cannot be had. */
export async function listen(
  fetch: Fetch,
  { host, port }: { host: string; port: number },
): Promise<Listening> {
  const handle = getRequestListener(fetch, { overrideGlobalObjects: false })
  const server = createServer(
    {
      headersTimeout: 10_000,
      requestTimeout: 30_000,
      keepAliveTimeout: 10_000,
      connectionsCheckingInterval: 5000,
      maxHeaderSize: 16 * 1024,
      insecureHTTPParser: false,
      requireHostHeader: true,
    },
    (request, response) => {
      const reason = refusal(request)
      if (reason) refuse(request, response, reason)
      else void handle(request, response)
    },
  )
  server.maxConnections = 2000
  server.maxRequestsPerSocket = 1000
  server.maxHeadersCount = 100
  server.on('upgrade', (_request, socket) => socket.destroy())
  await bind(server, host, port)
  const { port: bound } = server.address() as AddressInfo
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    close: (grace) => close(server, grace),
  }
}

function refuse(request: IncomingMessage, response: ServerResponse, reason: string): void {
  response.writeHead(400, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    connection: 'close',
  })
  response.end(JSON.stringify({ error: 'invalid_request', error_description: reason }))
  request.resume()
}

function bind(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        new SluiceError(
          'CONFIG_INVALID',
          `cannot listen on ${host}:${port} (${error.code ?? error.message})`,
          {
            hint:
              error.code === 'EADDRINUSE'
                ? 'Another program has the port: stop it or give --listen another one'
                : 'Give --listen an address of this machine and a port that this user may open',
            cause: error,
          },
        ),
      )
    })
    server.listen({ host, port }, resolve)
  })
}

async function close(server: Server, grace: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const timer = setTimeout(() => server.closeAllConnections(), grace)
  await closed
  clearTimeout(timer)
}
