// A verdict that comes when its statement is skipped already is nobody else's.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Verdict } from '../../../src/core/verdict.ts'
import { createDatabase, type Database, servers } from '../../fixtures/database.ts'
import { ALLOW, noDrops, type Relayed, relayed } from './relayed.ts'
import { flush, outline, parse, query, sync, wire } from './wire.ts'

let database: Database
let relay: Relayed
let decide: (verdict: Verdict) => void = () => {}
beforeAll(async () => {
  const [server] = servers()
  database = await createDatabase(server!, 'CREATE TABLE things (id int)')
  relay = await relayed({
    upstream: { host: '127.0.0.1', port: database.server.port },
    terms: { database: database.name },
    verdict: (statement) =>
      statement.text.includes('slow') ? new Promise((resolve) => (decide = resolve)) : noDrops(statement),
  })
})
afterAll(async () => {
  await relay.close()
  await database.drop()
})

test.each(['Parse', 'Query'])('a %s behind it is judged for itself', async (kind) => {
  const client = await wire(relay.port, { database: database.name })
  client.send(parse('', 'SELEC'), parse('', 'SELECT /* slow */ 1'), flush)
  await client.until('E')
  decide(ALLOW)
  const drop = 'DROP TABLE things'
  if (kind === 'Query') client.send(sync, query(drop))
  else client.send(sync, parse('', drop), sync)
  await client.until('Z')
  expect(outline(await client.until('Z'))).toBe('E:42501 Z:I')
  client.socket.destroy()
})
