// What an approver is told of sizes, rows and locks, and of whoever waits behind a held statement; on real servers.
import pg from 'pg'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Guard, Masks } from '../../src/core/grant.ts'
import { createAnalyser } from '../../src/sql/create.ts'
import { createDatabase, type Database, servers } from '../fixtures/database.ts'
import { type Guarded, guarded, outcome } from './guarded.ts'
import { person } from './person.ts'

const SETUP = `
  CREATE TABLE orders (id int PRIMARY KEY, email text);
  INSERT INTO orders SELECT n, 'a@example.com' FROM generate_series(1, 3000) n;
  CREATE TABLE old (id int); CREATE TABLE other (id int);
  CREATE FUNCTION boom() RETURNS int IMMUTABLE LANGUAGE plpgsql AS 'BEGIN DELETE FROM other; RETURN 1; END';
  ANALYZE orders;`

/** No thresholds: nobody asks the planner before something is held. */
const guard: Guard = {
  name: 'test',
  mode: 'enforce',
  rules: { 'drop-table': 'hold', 'delete-range': 'hold', 'delete-all': 'hold', 'unknown-call': 'warn' },
  allow: [],
}

const analyser = createAnalyser({ worker: new URL('../../src/sql/worker.ts', import.meta.url) })
afterAll(() => analyser.close())

describe.each(servers())('PostgreSQL $version', (server) => {
  let database: Database
  let session: Guarded
  let dana: ReturnType<typeof person>
  const direct: pg.Client[] = []

  beforeEach(async () => {
    database = await createDatabase(server, SETUP)
    await open('wait')
  })
  afterEach(async () => {
    for (const client of direct.splice(0)) await client.end()
    await session.close()
    await database.drop()
  })

  async function open(strongLocks: 'wait' | 'refuse', masks?: Masks) {
    dana = person()
    const terms = { approvers: ['dba'], timeout: 900_000, strongLocks }
    const holds = { approvals: dana.approvals, terms, standing: new Set<string>(), key: Buffer.alloc(32, 1) }
    session = await guarded(database, guard, analyser, masks, holds)
  }
  async function another(application: string) {
    const client = new pg.Client({ connectionString: database.url, application_name: application })
    client.on('error', () => {})
    await client.connect()
    direct.push(client)
    return client
  }

  test('rows by the planner and sizes by the catalogue are told, though the guard counts nothing', async () => {
    const client = await session.connect()
    const deleted = outcome(client.query('DELETE FROM orders WHERE id > 2000'))
    const { held, settle } = await dana.next(1)
    expect(held.effects).toContainEqual(expect.objectContaining({ action: 'delete', name: 'orders' }))
    const { estimate } = held.effects.find(({ action }) => action === 'delete') ?? {}
    expect(estimate).toBeGreaterThan(900)
    expect(estimate).toBeLessThan(1100)
    expect(held.tables).toEqual([{ relation: 'orders', rows: 3000, bytes: expect.any(Number) }])
    expect(held.tables?.[0]?.bytes).toBeGreaterThan(100_000)
    settle({ state: 'approved' })
    expect(await deleted).toBe('ok')
  })

  test('what cannot be planned safely is told by the catalogue alone; what was never counted has no number', async () => {
    const client = await session.connect()
    const deleted = outcome(client.query('DELETE FROM orders WHERE id > boom()'))
    const first = await dana.next(1)
    expect(first.held.effects.map(({ estimate }) => estimate)).toEqual(
      first.held.effects.map(() => undefined),
    )
    expect(first.held.tables).toContainEqual({ relation: 'orders', rows: 3000, bytes: expect.any(Number) })
    first.settle({ state: 'denied' })
    expect(await deleted).toMatch(/denied by Dana/)
    const dropped = outcome(client.query('DROP TABLE old'))
    const second = await dana.next(2)
    expect(second.held.tables).toEqual([{ relation: 'old', bytes: expect.any(Number) }])
    second.settle({ state: 'denied' })
    await dropped
  })

  test('a table that its own transaction has locked keeps nobody from being asked', async () => {
    const client = await session.connect()
    await client.query('BEGIN')
    await client.query('LOCK TABLE orders IN ACCESS EXCLUSIVE MODE')
    const deleted = outcome(client.query('DELETE FROM orders WHERE id > 2000'))
    const { held, settle } = await dana.next(1)
    expect(held.effects.every(({ estimate }) => estimate === undefined)).toBe(true)
    expect(held.transaction.locks).toEqual([{ relation: 'public.orders', lock: 'ACCESS EXCLUSIVE' }])
    settle({ state: 'approved' })
    expect(await deleted).toBe('ok')
  })

  test('who waits behind it is told, by name and lock and without their text', async () => {
    const client = await session.connect()
    await client.query('BEGIN')
    await client.query('ALTER TABLE orders ADD COLUMN more int')
    await client.query('INSERT INTO other VALUES (1)')
    const reader = await another('shop web')
    const read = outcome(reader.query("SELECT 'a secret of others' FROM orders"))
    await expect
      .poll(async () => {
        const { rows } = await database.admin.query('SELECT count(*) AS n FROM pg_locks WHERE NOT granted')
        return Number(rows[0].n)
      })
      .toBeGreaterThan(0)
    const dropped = outcome(client.query('DROP TABLE old'))
    const { held, settle, blocking } = await dana.next(1)
    expect(held.transaction).toMatchObject({
      state: 'open',
      statements: 3,
      locks: [{ relation: 'public.orders', lock: 'ACCESS EXCLUSIVE' }],
      earlier: ['ALTER TABLE orders ADD COLUMN more int', 'INSERT INTO other VALUES (1)'],
    })
    await expect.poll(() => blocking.length).toBe(1)
    expect(blocking[0]).toMatchObject({
      since: expect.stringMatching(/Z$/),
      locks: [
        { relation: 'public.orders', lock: 'ACCESS EXCLUSIVE' },
        { relation: 'public.other', lock: 'ROW EXCLUSIVE' },
      ],
      waiting: [{ application: 'shop web', lock: 'ACCESS SHARE', relation: 'public.orders' }],
      behind: 1,
    })
    expect(JSON.stringify([held, blocking])).not.toContain('secret')
    settle({ state: 'denied' })
    await dropped
    await client.query('ROLLBACK')
    expect(await read).toBe('ok')
  })

  test('it is looked at again while it waits: rows, and those behind those that wait', {
    timeout: 40_000,
  }, async () => {
    const client = await session.connect()
    await client.query('BEGIN')
    await client.query("UPDATE orders SET email = 'b' WHERE id = 1")
    const dropped = outcome(client.query('DROP TABLE old'))
    const { settle, blocking } = await dana.next(1)
    await expect.poll(() => blocking.length).toBe(1)
    expect(blocking[0]).toMatchObject({ waiting: [], behind: 0 })
    const [writer, altering, reader] = [
      await another('writer'),
      await another('ddl'),
      await another('reader'),
    ]
    const waiting = [outcome(writer.query("UPDATE orders SET email = 'c' WHERE id = 1"))]
    await new Promise((resolve) => setTimeout(resolve, 200))
    waiting.push(outcome(altering.query('ALTER TABLE orders ADD COLUMN w int')))
    await new Promise((resolve) => setTimeout(resolve, 200))
    waiting.push(outcome(reader.query('SELECT 1 FROM orders')))
    await expect.poll(() => blocking.length, { timeout: 15_000 }).toBe(2)
    expect(blocking[1]?.behind).toBe(3)
    const by = (application: string) => blocking[1]?.waiting.find((each) => each.application === application)
    expect(by('writer')).not.toHaveProperty('relation')
    expect(by('ddl')).toMatchObject({ lock: 'ACCESS EXCLUSIVE', relation: 'public.orders' })
    expect(by('reader')).toMatchObject({ lock: 'ACCESS SHARE', relation: 'public.orders' })
    settle({ state: 'denied' })
    await dropped
    await client.query('ROLLBACK')
    expect(await Promise.all(waiting)).toEqual(['ok', 'ok', 'ok'])
    expect(blocking).toHaveLength(2)
  })

  test('names that have to be masked are', async () => {
    await session.close()
    const masks: Masks = { columns: [], detect: ['email'] }
    await open('wait', masks)
    const client = await session.connect()
    await client.query('BEGIN')
    await client.query('LOCK TABLE orders IN ACCESS EXCLUSIVE MODE')
    const reader = await another('someone@example.com')
    const read = outcome(reader.query('SELECT 1 FROM orders'))
    await new Promise((resolve) => setTimeout(resolve, 200))
    const dropped = outcome(client.query('DROP TABLE old'))
    const { settle, blocking } = await dana.next(1)
    await expect.poll(() => blocking.length).toBe(1)
    expect(blocking[0]?.behind).toBe(1)
    expect(JSON.stringify(blocking)).not.toContain('someone@example.com')
    settle({ state: 'denied' })
    await dropped
    await client.query('ROLLBACK')
    await read
  })

  test('strong_locks: refuse goes by what is locked: code counts, new tables do not', async () => {
    await session.close()
    await open('refuse')
    const client = await session.connect()
    await client.query('BEGIN')
    await client.query('CREATE TABLE fresh (id int)')
    await client.query('ALTER TABLE fresh ADD COLUMN w int')
    const dropped = outcome(client.query('DROP TABLE old'))
    ;(await dana.next(1)).settle({ state: 'approved' })
    expect(await dropped).toBe('ok')
    // By now it keeps others from `old`.
    expect(await outcome(client.query('DROP TABLE other'))).toMatch(
      /not held, since its transaction keeps others from public\.old: send it in front of what locks these/,
    )
    await client.query('ROLLBACK')
    await client.query('BEGIN')
    await client.query("DO $$ BEGIN EXECUTE 'LOCK TABLE ' || 'orders'; END $$")
    expect(await outcome(client.query('DROP TABLE old'))).toMatch(/keeps others from public\.orders/)
    await client.query('ROLLBACK')
    expect(dana.asked).toHaveLength(1)
  })
})
