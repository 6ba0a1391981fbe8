// What an approval lets pass, and what it does not: in pipelines, behind cancelling, under other names; on real servers.
import { connect } from 'node:net'
import type pg from 'pg'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { resolveGuard } from '../../src/policy/guards.ts'
import { int32 } from '../../src/protocols/postgres/frames.ts'
import { createAnalyser } from '../../src/sql/create.ts'
import { createDatabase, type Database, servers } from '../fixtures/database.ts'
import { bind, execute, flush, outline, parse, query, sync, wire } from '../protocols/postgres/wire.ts'
import { type Guarded, guarded, outcome } from './guarded.ts'
import { person } from './person.ts'

const SCHEMA = `
  CREATE TABLE orders (id int PRIMARY KEY, note text);
  INSERT INTO orders SELECT n, 'note' FROM generate_series(1, 20) n;
  CREATE TABLE old (id int); CREATE SCHEMA other; CREATE TABLE other.old (id int);
  CREATE FUNCTION clear() RETURNS int LANGUAGE plpgsql AS 'BEGIN DELETE FROM orders; RETURN 1; END';
  CREATE VIEW few AS SELECT * FROM orders WHERE id < 3;
  CREATE FUNCTION calm(a int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS 'BEGIN PERFORM clear(); RETURN 1; END';
`
const analyser = createAnalyser({ worker: new URL('../../src/sql/worker.ts', import.meta.url) })
afterAll(() => analyser.close())

const message = (text: string, rows = 0) => [parse('', text), bind('', ''), execute('', rows)]

describe.each(servers())('PostgreSQL $version', (server) => {
  let database: Database
  let relay: Guarded
  let dana: ReturnType<typeof person>
  let strongLocks: 'wait' | 'refuse'

  beforeEach(async () => {
    database = await createDatabase(server, SCHEMA)
    dana = person()
    strongLocks = 'wait'
    const terms = {
      approvers: ['dba'],
      timeout: 900_000,
      get strongLocks() {
        return strongLocks
      },
    }
    const holds = { approvals: dana.approvals, terms, standing: new Set<string>(), key: Buffer.alloc(32, 1) }
    relay = await guarded(database, resolveGuard('migrations', {}), analyser, undefined, holds)
  })
  afterEach(async () => {
    await relay.close()
    await database.drop()
  })

  const count = async (table: string) =>
    Number((await database.admin.query(`SELECT count(*) FROM ${table}`)).rows[0].count)
  const settle = async (number: number, state: 'approved' | 'denied', scope: 'once' | 'session' = 'once') =>
    (await dana.next(number)).settle({ state, scope })
  const cancel = (client: pg.Client) => {
    const { processID, secretKey } = client as unknown as { processID: number; secretKey: number }
    const socket = connect(relay.port, '127.0.0.1')
    socket.end(Buffer.concat([int32(16), int32(80_877_102), int32(processID), int32(secretKey)]))
  }

  test('code that planning runs is asked for at the Bind, once for that and its run', async () => {
    const client = await wire(relay.port)
    client.send(parse('', 'SELECT calm(1)'), bind('', ''), sync)
    await settle(1, 'denied')
    expect(outline(await client.until('Z'))).toMatch(/E:42501 ?Z:I$/)
    expect(await count('orders')).toBe(20)
    client.send(...message('SELECT calm(1)'), sync)
    await settle(2, 'approved')
    expect(outline(await client.until('Z'))).toMatch(/C:SELECT 1 Z:I$/)
    client.send(bind('', ''), execute(''), sync)
    await settle(3, 'denied')
    expect(outline(await client.until('Z'))).toMatch(/E:42501 ?Z:I$/)
    client.socket.destroy()
  })

  test('two in one pipeline are asked one after the other; what is skipped is not asked', async () => {
    const client = await wire(relay.port)
    client.send(...message('DROP TABLE old'), ...message('DELETE FROM orders'), ...message('SELECT 1'), sync)
    await settle(1, 'approved')
    await settle(2, 'denied')
    expect(outline(await client.until('Z'))).toMatch(/C:DROP TABLE .*E:42501 ?Z:I$/)
    expect(await count('old')).toBe(0)
    client.send(...message('SELECT 1 / 0'), ...message('DROP TABLE old'), sync)
    expect(outline(await client.until('Z'))).toMatch(/E:22012 ?Z:I$/)
    expect(dana.asked).toHaveLength(2)
    client.socket.destroy()
  })

  test('a portal that runs again, or goes on, under one approval', async () => {
    const client = await wire(relay.port)
    client.send(...message('DELETE FROM orders RETURNING id', 5), execute('', 5), sync)
    await settle(1, 'approved')
    await settle(2, 'denied')
    expect(outline(await client.until('Z'))).toMatch(/ s N:00000 E:42501 ?Z:I$/)
    expect(await count('orders')).toBe(20)
    client.socket.destroy()
  })

  test('cancelling before anybody is asked is for what runs', async () => {
    const client = await relay.connect()
    const slow = outcome(client.query('SELECT pg_sleep(30)'))
    const raw = await wire(relay.port)
    raw.socket.destroy()
    await new Promise((resolve) => setTimeout(resolve, 200))
    cancel(client)
    expect(await slow).toMatch(/canceling/)
    const dropped = outcome(client.query('DROP TABLE old'))
    const asked = await dana.next(1)
    cancel(client)
    asked.settle({ state: 'approved' })
    expect(await dropped).toMatch(/^ok|canceling/)
    // The record has what comes next, whichever came first.
    await client.query('SELECT 42')
    const texts = relay.events.flatMap((event) => (event.type === 'statement' ? [event.text] : []))
    expect(texts).toContain('SELECT 42')
  })

  test('an approval for the session is for what its bytes mean on every connection', async () => {
    const client = await relay.connect()
    await Promise.all([client.query('DROP TABLE old'), settle(1, 'approved', 'session')])
    const other = await relay.connect()
    await other.query('SET search_path = other')
    const dropped = outcome(other.query('DROP TABLE old'))
    await settle(2, 'denied', 'session')
    expect(await dropped).toMatch(/denied by Dana/)
    for (const [at, note] of ['x', 'y'].entries()) {
      const prepared = client.query(`PREPARE p AS DELETE FROM orders WHERE note <> '${note}'`)
      await settle(2 * at + 3, 'approved')
      await prepared
      const run = outcome(client.query('EXECUTE p'))
      await settle(2 * at + 4, at === 0 ? 'approved' : 'denied', 'session')
      expect(await run).toMatch(at === 0 ? /^ok$/ : /denied by Dana/)
      await client.query('DEALLOCATE p')
    }
  })

  test('what is defined anew while it waits was not approved', async () => {
    const client = await relay.connect()
    const other = await relay.connect()
    const emptied = outcome(client.query('DELETE FROM few'))
    await dana.next(1)
    await other.query('CREATE OR REPLACE VIEW few AS SELECT * FROM orders WHERE id < 100')
    await settle(1, 'approved')
    await settle(2, 'denied')
    expect(await emptied).toMatch(/denied by Dana/)
    expect(await count('orders')).toBe(20)
    const again = outcome(client.query('DELETE FROM few'))
    await dana.next(3)
    await other.query('CREATE VIEW others AS SELECT * FROM old')
    await settle(3, 'approved', 'session')
    expect(await again).toBe('ok')
    await other.query('CREATE OR REPLACE VIEW few AS SELECT * FROM orders')
    const last = outcome(client.query('DELETE FROM few'))
    await settle(4, 'denied')
    expect(await last).toMatch(/denied by Dana/)
  })

  test('the record has whatever comes behind a Bind that needs no approval any more', async () => {
    const client = await wire(relay.port)
    const other = await relay.connect()
    client.send(parse('', 'SELECT calm(1)'), bind('', ''), sync)
    await dana.next(1)
    await other.query(
      "CREATE OR REPLACE FUNCTION calm(a int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT 1'",
    )
    await settle(1, 'approved')
    await client.until('Z')
    client.send(query('SELECT count(*) FROM orders'))
    expect(outline(await client.until('Z'))).toMatch(/D:20 C:SELECT 1 Z:I$/)
    const texts = relay.events.flatMap((event) => (event.type === 'statement' ? [event.text] : []))
    expect(texts).toContain('SELECT count(*) FROM orders')
    client.socket.destroy()
  })

  test('a Bind that was approved and never ran lets nothing else run', async () => {
    const client = await wire(relay.port)
    client.send(parse('', 'SELECT clear()'), bind('', ''), sync)
    await settle(1, 'approved')
    await client.until('Z')
    client.send(query('BEGIN'))
    await client.until('Z')
    client.send(query('SELECT clear()'))
    await settle(2, 'denied')
    expect(outline(await client.until('Z'))).toMatch(/E:42501 ?Z:E$/)
    client.socket.destroy()
  })

  test('whoever is asked sees all of the text, and how many values they do not see', async () => {
    const client = await relay.connect()
    const text = `DELETE FROM orders WHERE ${'/* agreed */ '.repeat(4000)} id > 0 OR true`
    const deleted = outcome(client.query(text))
    expect((await dana.next(1)).held).toMatchObject({ text, redacted: false })
    await settle(1, 'denied')
    expect(await deleted).toMatch(/denied by Dana/)
    expect(await outcome(client.query(text.replace('id >', `${'/**/'.repeat(4000)} id >`)))).toMatch(
      /not held, since nobody could be shown all of its 68,0\d\d characters: send what is held as/,
    )
    expect(dana.asked).toHaveLength(1)
    const ids = Array.from({ length: 150 }, (_, index) => index)
    const many = `DELETE FROM orders WHERE true OR id IN (${ids.map((id) => `$${id + 1}::int`).join()})`
    const valued = outcome(client.query(many, ids))
    expect((await dana.next(2)).held.parameters).toMatchObject({ more: 50, values: { length: 100 } })
    await settle(2, 'denied')
    expect(await valued).toMatch(/denied by Dana/)
  })

  test('locks of messages without a Sync are told', async () => {
    strongLocks = 'refuse'
    const client = await wire(relay.port)
    client.send(
      ...message('ALTER TABLE orders ADD COLUMN more int'),
      ...message('DROP TABLE old'),
      flush,
      sync,
    )
    expect(outline(await client.until('Z'))).toMatch(/E:42501 ?Z:I$/)
    expect(dana.asked).toHaveLength(0)
    client.send(query('SELECT 1'))
    expect(outline(await client.until('Z'))).toMatch(/Z:I$/)
    client.socket.destroy()
  })
})
