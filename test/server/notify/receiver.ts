// A receiver of webhooks on loopback, which answers as it is told.
import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Delivery {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly text: string
  readonly body: unknown
}

export interface Receiver {
  readonly url: string
  readonly deliveries: Delivery[]
  /** How the next one is answered; 204 when this is empty. */
  readonly answers: ((response: ServerResponse) => void)[]
  /** Requests that are open at this moment, and the most that ever were. */
  readonly open: { now: number; most: number }
  /** The deliveries once there are so many; fails after 10 s. */
  wait(count: number): Promise<Delivery[]>
  close(): Promise<void>
}

export async function startReceiver(): Promise<Receiver> {
  const deliveries: Delivery[] = []
  const answers: Receiver['answers'] = []
  const open = { now: 0, most: 0 }
  const server = createServer(async (request, response) => {
    open.now++
    open.most = Math.max(open.most, open.now)
    response.on('close', () => open.now--)
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    const text = Buffer.concat(pieces).toString()
    deliveries.push({ path: request.url ?? '', headers: request.headers, text, body: JSON.parse(text) })
    const answer = answers.shift() ?? ((reply: ServerResponse) => void reply.writeHead(204).end())
    answer(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    deliveries,
    answers,
    open,
    async wait(count) {
      for (let tries = 0; deliveries.length < count; tries++) {
        if (tries > 200) throw new Error(`${deliveries.length} of ${count} deliveries`)
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      return deliveries
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** As a receiver verifies: https://www.standardwebhooks.com. */
export function holds({ headers, text }: Delivery, key: Buffer): boolean {
  const content = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${text}`
  const expected = createHmac('sha256', key).update(content).digest('base64')
  const given = String(headers['webhook-signature']).split(' ')
  return given.includes(`v1,${expected}`)
}

export const status =
  (code: number, headers: Record<string, string> = {}, body = '') =>
  (response: ServerResponse) =>
    void response.writeHead(code, headers).end(body)
