// The server's record routes on a real port, for this process or (as a program) for one that is killed.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { SluiceError } from '../../../src/core/errors.ts'
import type { Json } from '../../../src/core/json.ts'
import type { PrivateJwk } from '../../../src/recording/chain.ts'
import { openRecords } from '../../../src/server/sessions/index.ts'

export interface Receiver {
  readonly url: string
  readonly records: ReturnType<typeof openRecords>
  close(): Promise<void>
}

/** Tokens are `<session>.<x of its key>`: who may write is the exchange's matter and tested there. */
export async function startReceiver(options: {
  directory: string
  key: PrivateJwk
  port?: number
  maxBytes?: number
}): Promise<Receiver> {
  const records = openRecords({
    directory: options.directory,
    key: options.key,
    maxBytes: options.maxBytes ?? 100_000_000,
    clock: Date.now,
    authorise: async (request) => {
      const [session = '', x = ''] =
        (request.headers.get('authorization') ?? '').split(' ')[1]?.split('.') ?? []
      return { session, publicJwk: { kty: 'OKP', crv: 'Ed25519', x } }
    },
  })
  const app = new Hono().route('/v1/sessions', records.routes).route('/v1/log', records.log)
  const server = createServer(getRequestListener(app.fetch))
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    records,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await records.close()
    },
  }
}

/** A `GrantClient.call` that says who it is with such a token. */
export function caller(url: () => string, session: string, x: string) {
  return {
    async call(path: string, body: Json): Promise<Json> {
      const response = await fetch(url() + path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', authorization: `Bearer ${session}.${x}` },
      }).catch((cause) => {
        throw new SluiceError('SERVER_UNREACHABLE', 'no answer', { cause })
      })
      const answer = (await response.json()) as Json
      if (response.ok || response.status === 409) return answer
      if (response.status >= 500) throw new SluiceError('SERVER_ERROR', `status ${response.status}`)
      throw new SluiceError('EXCHANGE_REFUSED', `status ${response.status}: ${JSON.stringify(answer)}`)
    },
  }
}

const [, program, directory, port, key] = process.argv
if (program === import.meta.filename && directory && port && key) {
  const receiver = await startReceiver({ directory, port: Number(port), key: JSON.parse(key) })
  process.stdout.write(`${receiver.url}\n`)
}
