import { connect } from 'node:net'
import { int32 } from '../../src/protocols/postgres/frames.ts'
import { postgres } from '../../src/protocols/postgres/index.ts'
import { createDatabase, servers } from '../fixtures/database.ts'
import { relayed } from '../protocols/postgres/relayed.ts'
import { outline, query, Wire } from '../protocols/postgres/wire.ts'
import type { Adapter, ContractClient } from './adapter.ts'
import { httpAdapter } from './http.ts'
import { sshAdapter } from './ssh.ts'

const keys = new WeakMap<ContractClient, Buffer>()

const postgresAdapter: Adapter = {
  protocol: postgres,
  async open(options) {
    const server = servers()[0]!
    const database = await createDatabase(server)
    const upstream = { host: '127.0.0.1', port: server.port }
    const relay = await relayed({ ...options, upstream, terms: { database: database.name } })
    return Object.assign(relay, {
      crash: () =>
        database.admin.query(
          'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
        ),
      async cleanUp() {
        await relay.close()
        await database.drop()
      },
    })
  },
  async connect(relay) {
    const wire = new Wire(relay.port)
    const login = await wire.login()
    const client: ContractClient = {
      send(bytes, size = bytes.length) {
        wire.socket.setNoDelay(true)
        const next = (at: number) => {
          if (at >= bytes.length) return
          wire.socket.write(bytes.subarray(at, at + size), () => setImmediate(next, at + size))
        }
        next(0)
      },
      answer: async () => shorten(outline(await wire.until('Z'))),
      ended: async () => shorten(outline(await wire.end())),
      pause: () => wire.socket.pause(),
      resume: () => wire.socket.resume(),
      get bytesRead() {
        return wire.socket.bytesRead
      },
      destroy: () => wire.socket.destroy(),
    }
    keys.set(client, login.find(({ type }) => type === 'K')!.body)
    return client
  },
  harmless: { bytes: query("SELECT 'harmless'"), expected: 'D:harmless' },
  refused: query('DROP TABLE things'),
  endless: query('SELECT pg_sleep(60)'),
  async cancel(relay, client) {
    const socket = connect({ host: '127.0.0.1', port: relay.port })
    await new Promise<void>((resolve) => {
      socket.once('close', () => resolve())
      socket.resume()
      socket.write(Buffer.concat([int32(16, 80877102), keys.get(client)!]))
    })
  },
  large: (size) => query(`SELECT repeat('x', 8000) FROM generate_series(1, ${Math.ceil(size / 8000)})`),
  oversize: Buffer.concat([Buffer.from('Q'), int32(0x7fffffff)]),
  async crash(relay) {
    if ('crash' in relay && typeof relay.crash === 'function') await relay.crash()
  },
}

function shorten(text: string): string {
  if (text.includes('E:42501')) return 'refused'
  if (text.includes('E:57014')) return 'cancelled'
  const ended = /E:(08006|57P01|08P01|58000|58030|XX000)/.exec(text)
  if (ended) return `ended ${ended[1] === '58030' ? 'record' : ended[1]}`
  return text
    .split(' ')
    .filter((word) => word.startsWith('D:'))
    .join(' ')
    .slice(0, 40)
}

export const ADAPTERS = {
  postgres: postgresAdapter,
  ssh: sshAdapter,
  http: httpAdapter,
} as const satisfies Record<string, Adapter>
