// A real server behind the whole relay: analysis, catalogue, guard, record.
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import pg from 'pg'
import type { EventBody } from '../../src/core/event.ts'
import type { Guard, Masks } from '../../src/core/grant.ts'
import { Secret } from '../../src/core/secret.ts'
import { createMasking } from '../../src/masking/index.ts'
import { postgres } from '../../src/protocols/postgres/index.ts'
import type { Target } from '../../src/protocols/protocol.ts'
import type { Recorder } from '../../src/recording/recorder.ts'
import type { SessionHolds } from '../../src/session/holds.ts'
import { relay } from '../../src/session/relay.ts'
import type { Analyser } from '../../src/sql/analyser.ts'
import type { Database } from '../fixtures/database.ts'
import { LOCAL_PASSWORD, LOCAL_USER, terms } from '../protocols/postgres/relayed.ts'

/** Holds what touches more rows, and nothing else. */
export const counting = (rows: number): Guard => ({
  name: 'test',
  mode: 'enforce',
  rules: { 'many-rows': 'hold' },
  allow: [],
  thresholds: { rows },
})

export interface Guarded {
  readonly port: number
  readonly target: Target
  readonly events: EventBody[]
  connect(): Promise<pg.Client>
  close(): Promise<void>
}

export async function guarded(
  database: Database,
  guard: Guard,
  analyser: Analyser,
  masks?: Masks,
  holds?: SessionHolds,
): Promise<Guarded> {
  const upstream = { host: '127.0.0.1', port: database.server.port }
  const own = terms(upstream, { database: database.name, guard, ...(masks && { masks }) })
  const target = postgres.open({
    terms: own,
    dial: async () => {
      const socket = connect(upstream)
      await once(socket, 'connect')
      return socket
    },
    local: { user: LOCAL_USER, password: new Secret(LOCAL_PASSWORD) },
    analyser,
    masking: createMasking(own.masks, Buffer.alloc(32, 7)),
  })
  const events: EventBody[] = []
  const recorder: Recorder = {
    append: (event) => events.push(event),
    flush: () => {},
    lagging: () => false,
    onFailure: () => {},
    seal: () => Promise.reject(new Error('not here')),
  }
  let conn = 0
  const listener = createServer({ pauseOnConnect: true }, (client) => {
    relay(client, { conn: ++conn, target, terms: own, recorder, ...(holds && { holds }) })
  })
  listener.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const { port } = listener.address() as { port: number }
  const clients: pg.Client[] = []
  return {
    port,
    target,
    events,
    async connect() {
      const client = new pg.Client({
        host: '127.0.0.1',
        port,
        user: LOCAL_USER,
        password: LOCAL_PASSWORD,
        database: database.name,
      })
      client.on('error', () => {})
      await client.connect()
      clients.push(client)
      return client
    },
    async close() {
      for (const client of clients) await client.end()
      await target.close()
      await new Promise((resolve) => listener.close(resolve))
    },
  }
}

/** What a statement came to: `ok`, or the message of its error. */
export async function outcome(asked: Promise<unknown>): Promise<string> {
  try {
    await asked
    return 'ok'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
