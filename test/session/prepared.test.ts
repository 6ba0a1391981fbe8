// What a prepared statement picks is judged where it runs, in whichever message that is, on real servers.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { BUILT_IN } from '../../src/policy/guards.ts'
import { createAnalyser } from '../../src/sql/create.ts'
import { createDatabase, type Database, servers } from '../fixtures/database.ts'
import { type Guarded, guarded, outcome } from './guarded.ts'

const SETUP = `
  CREATE TABLE items (id int PRIMARY KEY, grp int);
  INSERT INTO items SELECT n, n FROM generate_series(1, 500) n;
  CREATE SEQUENCE s;
  CREATE FUNCTION allids() RETURNS int[] STABLE LANGUAGE sql AS 'SELECT array_agg(id) FROM items';
  CREATE FUNCTION del(i int) RETURNS void LANGUAGE plpgsql AS 'BEGIN DELETE FROM items WHERE id = i; END';
  CREATE FUNCTION runp() RETURNS void LANGUAGE plpgsql AS
    $$ BEGIN FOR i IN 1..500 LOOP EXECUTE 'EXECUTE p'; END LOOP; END $$;`
const loop = (text: string) => `DO $$ BEGIN FOR i IN 1..500 LOOP EXECUTE '${text}'; END LOOP; END $$`
const BATCH = 'PREPARE p AS DELETE FROM items WHERE id IN (SELECT id FROM items LIMIT 1)'
const KEYS = 'PREPARE p(int[]) AS DELETE FROM items WHERE id = ANY($1)'
const CALL = 'PREPARE p(int) AS SELECT del($1)'

const analyser = createAnalyser({ worker: new URL('../../src/sql/worker.ts', import.meta.url) })
afterAll(() => analyser.close())

describe.each(servers())('PostgreSQL $version', (server) => {
  let database: Database
  let session: Guarded
  beforeAll(async () => {
    database = await createDatabase(server, SETUP)
  })
  afterAll(() => database?.drop())
  beforeEach(async () => {
    session = await guarded(database, BUILT_IN.migrations, analyser)
    return () => session.close()
  })
  const left = async () => {
    const { rows } = await database.admin.query<{ n: number }>('SELECT count(*)::int AS n FROM items')
    return rows[0]?.n
  }

  test.each([
    [KEYS, 'EXECUTE p(allids())'],
    [KEYS, 'EXPLAIN ANALYZE EXECUTE p(allids())'],
    [KEYS, "DO $$ BEGIN EXECUTE 'EXECUTE p(allids())'; END $$"],
    [BATCH, loop('EXECUTE p')],
    [BATCH, 'SELECT runp()'],
    [CALL, loop("EXECUTE p(nextval(''s'')::int)")],
  ])('%s, then %s', async (made, text) => {
    const client = await session.connect()
    expect(await outcome(client.query(made))).toBe('ok')
    expect(await outcome(client.query(text))).toMatch(/^refused by policy/)
    expect(await left()).toBe(500)
  })

  test('prepared by the protocol, run by SQL', async () => {
    const client = await session.connect()
    const none = { name: 'p', text: 'DELETE FROM items WHERE id = ANY($1::int[])', values: ['{0}'] }
    expect(await outcome(client.query(none))).toBe('ok')
    expect(await outcome(client.query('EXECUTE p(allids())'))).toMatch(/^refused by policy/)
    expect(await outcome(client.query("EXECUTE p('{0,-1}')"))).toBe('ok')
  })

  test('a column of that name that the connection makes afterwards', async () => {
    const own = await createDatabase(server, SETUP)
    const other = await guarded(
      own,
      { ...BUILT_IN.migrations, rules: { ...BUILT_IN.migrations.rules, rename: 'warn' } },
      analyser,
    )
    const client = await other.connect()
    for (const text of [
      'PREPARE p(int) AS DELETE FROM items WHERE grp = $1',
      'ALTER TABLE items RENAME grp TO before',
      'ALTER TABLE items ADD COLUMN grp int DEFAULT 1',
    ])
      expect(await outcome(client.query(text))).toBe('ok')
    expect(await outcome(client.query('EXECUTE p(1)'))).toMatch(/^refused by policy/)
    await other.close()
    await own.drop()
  })

  test('with what the client wrote it passes, time after time', async () => {
    const client = await session.connect()
    for (const text of [
      'PREPARE one(int) AS DELETE FROM items WHERE id = $1',
      'EXECUTE one(0)',
      'EXECUTE one(-1); EXECUTE one(-2)',
      'PREPARE list(int[]) AS DELETE FROM items WHERE id = ANY($1)',
      "EXECUTE list('{0,-1}'); EXECUTE list(ARRAY[0, -1]); EXECUTE list('{0}'::int[])",
      'PREPARE read(int) AS SELECT * FROM items WHERE id = $1',
      loop('EXECUTE read(1)'),
    ])
      expect(await outcome(client.query(text))).toBe('ok')
  })
})
