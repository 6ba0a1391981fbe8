// Cancel requests come on connections of their own, with keys that the relay gave out.
import { afterEach, describe, expect, test } from 'vitest'
import { int32 } from '../../../src/protocols/postgres/frames.ts'
import { servers } from '../../fixtures/database.ts'
import { ALLOW, type Relayed, relayed } from './relayed.ts'
import { outline, query, Wire } from './wire.ts'

const SLOW = 'SELECT pg_sleep(20)'

describe.each(servers())('PostgreSQL $version', (server) => {
  let relay: Relayed
  const clients: Wire[] = []
  afterEach(async () => {
    for (const { socket } of clients.splice(0)) socket.destroy()
    await relay.close()
  })

  /** A client and what a cancel request for it holds. */
  const login = async () => {
    const client = new Wire(relay.port)
    clients.push(client)
    const key = (await client.login({ database: 'postgres' })).find(({ type }) => type === 'K')!.body
    return { client, key }
  }
  const cancel = async (key: Buffer) => {
    const request = new Wire(relay.port)
    request.send(Buffer.concat([int32(12 + key.length - 4, 80877102), key]))
    expect(await request.end()).toEqual([])
  }
  const upstream = { host: '127.0.0.1', port: server.port }

  test('with the own key only, whatever else runs', async () => {
    relay = await relayed({ upstream, terms: { database: 'postgres' } })
    const [one, two] = [await login(), await login()]
    one.client.send(query(SLOW))
    const done = one.client.until('Z')
    await cancel(Buffer.concat([one.key.subarray(0, 4), two.key.subarray(4)]))
    await cancel(Buffer.concat([one.key.subarray(0, 4), Buffer.alloc(one.key.length - 4)]))
    await cancel(two.key)
    expect(outline(await two.client.send(query('SELECT 2')).until('Z'))).toBe('T D:2 C:SELECT 1 Z:I')
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(one.client.frames.filter(({ type }) => type === 'E')).toEqual([])
    await cancel(one.key)
    expect(outline(await done)).toBe('T E:57014 Z:I')
  })

  test('while the statement is held, nothing of it runs; the one in front is cancelled', async () => {
    let decide = () => {}
    relay = await relayed({
      upstream,
      terms: { database: 'postgres' },
      verdict: ({ text }) =>
        text.includes('held') ? new Promise((resolve) => (decide = () => resolve(ALLOW))) : ALLOW,
    })
    const { client, key } = await login()
    client.send(query(SLOW), query("SELECT 'held'"), query('SELECT 3'))
    const first = client.until('Z')
    await new Promise((resolve) => setTimeout(resolve, 300))
    await cancel(key)
    expect(outline(await first)).toBe('T E:57014 Z:I')
    await cancel(key)
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(client.frames).toEqual([])
    decide()
    expect(outline(await client.until('Z'))).toBe('T D:held C:SELECT 1 Z:I')
    expect(outline(await client.until('Z'))).toBe('T D:3 C:SELECT 1 Z:I')
  })

  test('a key is worth nothing once its connection is over', async () => {
    relay = await relayed({ upstream, terms: { database: 'postgres' } })
    const one = await login()
    one.client.socket.destroy()
    const two = await login()
    two.client.send(query('SELECT pg_sleep(0.5)'))
    const done = two.client.until('Z')
    await cancel(one.key)
    expect(outline(await done)).toBe('T D: C:SELECT 1 Z:I')
  })

  test('a cancel of ours or theirs never hits the statement behind it', async () => {
    let dials = 0
    relay = await relayed({
      upstream,
      terms: { database: 'postgres', limits: { connections: 9, rows: 3 } },
      // The connections that cancel are slow to come up.
      dialing: () => new Promise((resolve) => setTimeout(resolve, ++dials > 1 ? 300 : 0)),
    })
    const { client, key } = await login()
    const over = await client.send(query('SELECT generate_series(1, 4)')).until('Z')
    expect(outline(over.filter(({ type }) => type !== 'D'))).toBe('T E:53400 Z:I')
    expect(outline(await client.send(query('SELECT pg_sleep(0.5)')).until('Z'))).toBe('T D: C:SELECT 1 Z:I')
    client.send(query(SLOW))
    const done = client.until('Z')
    await cancel(key)
    expect(outline(await done)).toBe('T E:57014 Z:I')
    expect(outline(await client.send(query('SELECT pg_sleep(0.5)')).until('Z'))).toBe('T D: C:SELECT 1 Z:I')
  })
})
