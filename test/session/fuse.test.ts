// Rows that a transaction changed, counted before its COMMIT passes, and estimates before a statement does; on real servers.
import type pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createAnalyser } from '../../src/sql/create.ts'
import { createDatabase, type Database, servers } from '../fixtures/database.ts'
import { bind, execute, outline, parse, query, sync, wire } from '../protocols/postgres/wire.ts'
import { counting, type Guarded, guarded, outcome } from './guarded.ts'

const SETUP = `
  CREATE TABLE t (id int PRIMARY KEY, n int);
  INSERT INTO t SELECT g, 0 FROM generate_series(1, 1000) g;
  CREATE TABLE parents (id int PRIMARY KEY);
  INSERT INTO parents SELECT g FROM generate_series(1, 10) g;
  CREATE TABLE children (id int REFERENCES parents ON DELETE CASCADE);
  INSERT INTO children SELECT g % 10 + 1 FROM generate_series(1, 900) g;
  CREATE TABLE staged (id int);
  ANALYZE;`

const guard = counting(100)

const analyser = createAnalyser({ worker: new URL('../../src/sql/worker.ts', import.meta.url) })
afterAll(() => analyser.close())

const HELD = /^refused by policy: this transaction has deleted or updated/i
const ESTIMATED = /^refused by policy: this (DELETE|UPDATE) would touch about/i

describe.each(servers())('PostgreSQL $version', (server) => {
  let database: Database
  let session: Guarded
  let client: pg.Client

  beforeAll(async () => {
    database = await createDatabase(server, SETUP)
  })
  beforeEach(async () => {
    session = await guarded(database, guard, analyser)
    client = await session.connect()
  })
  afterEach(() => session.close())
  afterAll(() => database?.drop())

  const count = async (where = 'n = 0', table = 't') =>
    Number((await database.admin.query(`SELECT count(*) FROM ${table} WHERE ${where}`)).rows[0].count)
  /** Too few at a time to be held by themselves. */
  const some = (from: number) => `UPDATE t SET n = 1 WHERE id BETWEEN ${from} AND ${from + 49}`

  test.each(['COMMIT', 'END', 'COMMIT AND CHAIN', "PREPARE TRANSACTION 'held'"])(
    'in steps, then %s: held, and the rows come back',
    async (commit) => {
      await client.query('BEGIN')
      for (const from of [1, 101, 201]) expect(await outcome(client.query(some(from)))).toBe('ok')
      expect(await outcome(client.query(commit))).toMatch(HELD)
      expect(await outcome(client.query('SELECT 1'))).toMatch(/aborted/)
      await client.query('ROLLBACK')
      expect(await count()).toBe(1000)
    },
  )

  test('prepared and executed; without waiting for answers', async () => {
    await client.query('BEGIN')
    for (const from of [1, 101, 201]) await client.query({ text: some(from), values: [] })
    expect(await outcome(client.query({ text: 'COMMIT', values: [], name: 'c' }))).toMatch(HELD)
    await client.query('ROLLBACK')
    const raw = await wire(session.port)
    raw.send(query('BEGIN'), ...[1, 101, 201].map((from) => query(some(from))), query('COMMIT'))
    let seen = ''
    for (let i = 0; i < 5; i++) seen += outline(await raw.until('Z'))
    expect(seen).toMatch(/E:42501 ?Z:E$/)
    raw.send(query('ROLLBACK'))
    await raw.until('Z')
    raw.send(
      ...['BEGIN', some(1), some(101), some(201), 'COMMIT'].flatMap((text) => [
        parse('', text),
        bind('', ''),
        execute(''),
      ]),
      sync,
    )
    expect(outline(await raw.until('Z'))).toMatch(/C:UPDATE 50.*E:42501 ?Z:E$/)
    raw.socket.destroy()
    expect(await count()).toBe(1000)
  })

  test('ROLLBACK begins anew, ROLLBACK TO does not; few rows pass', async () => {
    await client.query('BEGIN')
    await client.query(some(1))
    await client.query(some(101))
    await client.query('ROLLBACK')
    await client.query('BEGIN')
    await client.query(some(1))
    await client.query('SAVEPOINT a')
    await client.query(some(101))
    await client.query('ROLLBACK TO a')
    await client.query('UPDATE t SET n = 1 WHERE id = 500')
    expect(await outcome(client.query('COMMIT'))).toMatch(HELD)
    await client.query('ROLLBACK')
    await client.query('BEGIN')
    await client.query(some(1))
    expect(await outcome(client.query('COMMIT'))).toBe('ok')
    expect(await count('n = 1')).toBe(50)
    await database.admin.query('UPDATE t SET n = 0')
  })

  test('the end of a transaction that failed only rolls back; a way back to a savepoint counts again', async () => {
    for (const failing of ['SELECT 1 / 0', 'DELETE FROM t WHERE id > 10']) {
      for (const commit of ['COMMIT', { text: 'COMMIT', values: [], name: 'c' }]) {
        await database.admin.query('VACUUM ANALYZE t')
        await client.query('BEGIN')
        for (const from of [1, 101, 201]) await client.query(some(from))
        expect(await outcome(client.query(failing))).not.toBe('ok')
        expect((await client.query(commit)).command).toBe('ROLLBACK')
      }
    }
    await database.admin.query('VACUUM ANALYZE t')
    await client.query('BEGIN')
    for (const from of [1, 101, 201]) await client.query(some(from))
    await client.query('SAVEPOINT a')
    await outcome(client.query('SELECT 1 / 0'))
    await client.query('ROLLBACK TO a')
    expect(await outcome(client.query('COMMIT'))).toMatch(HELD)
    await client.query('ROLLBACK')
    await database.admin.query('VACUUM ANALYZE t')
    const raw = await wire(session.port)
    raw.send(...['BEGIN', some(1), some(101), some(201), 'SAVEPOINT a', 'SELECT 1 / 0'].map(query))
    for (let i = 0; i < 6; i++) await raw.until('Z')
    raw.send(
      ...['ROLLBACK TO a', 'COMMIT'].flatMap((text) => [parse('', text), bind('', ''), execute('')]),
      sync,
    )
    expect(outline(await raw.until('Z'))).toMatch(/C:ROLLBACK.*E:42501 ?Z:E$/)
    raw.socket.destroy()
    await database.admin.query('VACUUM ANALYZE t')
    expect(await count()).toBe(1000)
  })

  test('a statement by itself is judged by the estimate of the server', async () => {
    for (const text of [
      'DELETE FROM t WHERE id > 10',
      'UPDATE t SET n = 1 WHERE id > 10',
      'WITH gone AS (DELETE FROM t WHERE id > 10 RETURNING id) SELECT count(*) FROM gone',
      'EXPLAIN (ANALYZE, COSTS OFF) DELETE FROM t WHERE id > 10',
      'INSERT INTO t SELECT id, 1 FROM t ON CONFLICT (id) DO UPDATE SET n = 1',
    ]) {
      expect(await outcome(client.query(text))).toMatch(ESTIMATED)
      expect(await outcome(client.query({ text, values: [], name: 'n' }))).toMatch(ESTIMATED)
    }
    expect(await outcome(client.query('DELETE FROM t WHERE id > 990 AND id < 0'))).toBe('ok')
    expect(await count()).toBe(1000)
  })

  test('rows of RETURNING that are fetched in parts count by estimate', async () => {
    const raw = await wire(session.port)
    const part = (text: string) => [parse('', text), bind('', ''), execute('', 1)]
    raw.send(
      ...[
        'BEGIN',
        `${some(1)} RETURNING id`,
        `${some(101)} RETURNING id`,
        `${some(201)} RETURNING id`,
        'COMMIT',
      ].flatMap(part),
      sync,
    )
    expect(outline(await raw.until('Z'))).toMatch(/E:42501 ?Z:E$/)
    raw.socket.destroy()
    expect(await count()).toBe(1000)
  })

  test('a prepared statement that runs several times, without waiting', async () => {
    const raw = await wire(session.port)
    const again = [bind('', 'p'), execute('')]
    raw.send(parse('', 'BEGIN'), bind('', ''), execute(''), parse('p', some(1)), ...again, ...again, ...again)
    raw.send(parse('', 'COMMIT'), bind('', ''), execute(''), sync)
    expect(outline(await raw.until('Z'))).toMatch(/E:42501 ?Z:E$/)
    raw.socket.destroy()
    expect(await count()).toBe(1000)
  })

  test('several statements in one text are judged together', async () => {
    expect(await outcome(client.query(`BEGIN; ${some(1)}; ${some(101)}; ${some(201)}; COMMIT`))).toMatch(
      /^refused by policy/,
    )
    expect(await outcome(client.query(`${some(1)}; ${some(101)}; ${some(201)}`))).toMatch(
      /^refused by policy/,
    )
    expect(await count()).toBe(1000)
  })

  test('rows that cascade count along', async () => {
    expect(await outcome(client.query('DELETE FROM parents WHERE id < 4'))).toMatch(/^refused by policy/)
    await client.query('BEGIN')
    await client.query('DELETE FROM parents WHERE id = 1')
    expect(await outcome(client.query('COMMIT'))).toBe('ok')
    await client.query('BEGIN')
    await client.query('DELETE FROM parents WHERE id = 2')
    await client.query('DELETE FROM parents WHERE id = 3')
    expect(await outcome(client.query('COMMIT'))).toMatch(HELD)
    await client.query('ROLLBACK')
    expect(await count('id IN (2, 3)', 'children')).toBe(180)
  })

  test('who only observes reads it in the record', async () => {
    const observed = await guarded(database, { ...guard, mode: 'observe' }, analyser)
    const other = await observed.connect()
    await other.query('INSERT INTO staged SELECT generate_series(1, 500)')
    await other.query('PREPARE p AS DELETE FROM staged')
    await other.query('EXECUTE p')
    expect(observed.events).toContainEqual(expect.objectContaining({ type: 'limit', limit: 'many-rows' }))
    await observed.close()
  })

  test('an exception for few rows: estimated, and only then', async () => {
    const few = await guarded(
      database,
      {
        ...guard,
        thresholds: {},
        rules: { 'update-range': 'block' },
        allow: [{ rule: 'update-range', rows: 60 }],
      },
      analyser,
    )
    const other = await few.connect()
    expect(await outcome(other.query('UPDATE t SET n = 0 WHERE id < 20'))).toBe('ok')
    expect(await outcome(other.query('UPDATE t SET n = 0 WHERE id < 700'))).toMatch(/^refused by policy/)
    expect(await outcome(other.query({ text: 'UPDATE t SET n = 0 WHERE id < $1', values: [20] }))).toMatch(
      /^refused by policy/,
    )
    await few.close()
  })
})
