// Names that a connection made, and everything that may give them to something else; on real servers. A wrong guess empties
// the permanent table.
import type pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { BUILT_IN } from '../../src/policy/guards.ts'
import { createAnalyser } from '../../src/sql/create.ts'
import { createDatabase, type Database, servers } from '../fixtures/database.ts'
import { type Guarded, guarded, outcome } from './guarded.ts'

const SETUP = `
  CREATE TABLE t (id int PRIMARY KEY, n int);
  INSERT INTO t SELECT g, g FROM generate_series(1, 20) g;
  CREATE TABLE queue (id int);
  CREATE FUNCTION clear() RETURNS void LANGUAGE plpgsql AS $$ BEGIN DROP TABLE IF EXISTS pg_temp.t; END $$;
  CREATE FUNCTION clearing() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN DROP TABLE IF EXISTS pg_temp.t; RETURN NULL; END $$;
  CREATE FUNCTION calm(a int) RETURNS int LANGUAGE sql AS 'SELECT a + 1';
  CREATE FUNCTION cleared(a int) RETURNS bool LANGUAGE plpgsql AS $$ BEGIN DROP TABLE IF EXISTS pg_temp.t; RETURN true; END $$;
  CREATE FUNCTION clears(a int, b text) RETURNS bool LANGUAGE plpgsql AS $$ BEGIN DROP TABLE IF EXISTS pg_temp.t; RETURN true; END $$;
  CREATE TABLE noisy (id int);
  CREATE TRIGGER g AFTER INSERT ON noisy FOR EACH ROW EXECUTE FUNCTION clearing();
  CREATE TABLE late (id int);
  CREATE CONSTRAINT TRIGGER g AFTER INSERT ON late DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION clearing();
  CREATE TABLE parent (id int PRIMARY KEY);
  CREATE TABLE kid (v int) INHERITS (parent);
  INSERT INTO kid SELECT g, g FROM generate_series(1, 20) g;`

const TEMP = 'CREATE TEMP TABLE t (id int, n int)'
const SHOW =
  'CREATE FUNCTION show() RETURNS void LANGUAGE plpgsql AS $$ BEGIN CREATE TEMP VIEW seen AS SELECT * FROM t; END $$'
const PATH =
  "CREATE FUNCTION path(p text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN PERFORM set_config('search_path', p, false); END $$"
const REFUSED = /^refused by policy/
const LOSING = [
  'DELETE FROM t',
  'TRUNCATE t',
  'UPDATE t SET n = 0',
  'ALTER TABLE t DROP COLUMN n',
  'DROP TABLE t',
]

const analyser = createAnalyser({ worker: new URL('../../src/sql/worker.ts', import.meta.url) })
afterAll(() => analyser.close())

describe.each(servers())('PostgreSQL $version', (server) => {
  let database: Database
  let session: Guarded
  let client: pg.Client

  beforeAll(async () => {
    database = await createDatabase(server, SETUP)
  })
  beforeEach(async () => {
    session = await guarded(database, BUILT_IN.migrations, analyser)
    client = await session.connect()
  })
  afterEach(async () => {
    await client.query('ROLLBACK')
    await session.close()
    const { rows } = await database.admin.query(
      'SELECT count(*)::int AS all, count(n)::int AS set, max(n) FROM public.t',
    )
    expect(rows).toEqual([{ all: 20, set: 20, max: 20 }])
  })
  afterAll(() => database?.drop())

  const run = (text: string) => outcome(client.query(text))

  test.each<readonly [string, readonly string[]]>([
    ['its schema', [TEMP, 'DROP TABLE pg_temp.t']],
    ['its schema, quoted', [TEMP, 'DROP TABLE IF EXISTS pg_temp.none, "pg_temp"."t"']],
    ['another name', [TEMP, 'ALTER TABLE pg_temp.t RENAME TO x']],
    ['another name, as an index', [TEMP, 'ALTER INDEX t RENAME TO x']],
    ['a block', [TEMP, 'DO $$ BEGIN ALTER INDEX t RENAME TO x; END $$']],
    ['a function', [TEMP, 'SELECT clear()']],
    ['a trigger', [TEMP, 'INSERT INTO noisy VALUES (1)']],
    [
      'a parent',
      ['CREATE TEMP TABLE p (id int)', 'CREATE TEMP TABLE t (n int) INHERITS (p)', 'DROP TABLE p CASCADE'],
    ],
    ['a child', [TEMP, 'CREATE TEMP TABLE c () INHERITS (t)', 'DROP TABLE pg_temp.t CASCADE']],
    [
      'a table of partitions',
      [
        'CREATE TEMP TABLE p (id int, n int) PARTITION BY LIST (id)',
        'CREATE TEMP TABLE t PARTITION OF p DEFAULT',
        'DROP TABLE p',
      ],
    ],
    [
      'the end of the transaction',
      [
        'BEGIN',
        'CREATE TEMP TABLE p (id int, n int) ON COMMIT DROP',
        'CREATE TEMP TABLE t () INHERITS (p)',
        'COMMIT',
      ],
    ],
    ['a trigger that waits for the end', ['BEGIN', 'INSERT INTO late VALUES (1)', TEMP, 'COMMIT']],
    ['its own statement', [`${TEMP}; INSERT INTO noisy VALUES (1)`]],
    ['DISCARD', [TEMP, 'DISCARD TEMP']],
    ['a domain', ['CREATE DOMAIN wary AS int CHECK (cleared(VALUE))', TEMP, 'SELECT 1::wary']],
    [
      'a domain of the transaction',
      ['BEGIN', 'CREATE DOMAIN wary2 AS int CHECK (cleared(VALUE))', TEMP, 'SELECT 1::wary2', 'COMMIT'],
    ],
    [
      'a function of the transaction, by a domain',
      [
        'BEGIN',
        `CREATE FUNCTION own(a int) RETURNS bool LANGUAGE plpgsql AS $$ BEGIN DROP TABLE IF EXISTS pg_temp.t; RETURN true; END $$`,
        'CREATE DOMAIN wary3 AS int CHECK (own(VALUE))',
        TEMP,
        'SELECT 1::wary3',
        'COMMIT',
      ],
    ],
    [
      'an operator',
      ['CREATE OPERATOR === (FUNCTION = clears, LEFTARG = int, RIGHTARG = text)', TEMP, "SELECT 1 === 'a'"],
    ],
    ['a cursor', ['BEGIN', 'DECLARE c CURSOR FOR SELECT clear()', TEMP, 'FETCH c', 'COMMIT']],
    [
      'constraints at once',
      ['BEGIN', 'INSERT INTO late VALUES (1)', TEMP, 'SET CONSTRAINTS ALL IMMEDIATE', 'COMMIT'],
    ],
    [
      'a search path that a new function sets',
      ['BEGIN', PATH, "SELECT path('public, pg_temp')", 'COMMIT', TEMP],
    ],
    ['a statement that was prepared', [TEMP, 'PREPARE p AS SELECT clear()', 'EXECUTE p']],
  ])('a temporary table is not there any more after %s', async (_, before) => {
    // Some of these are held themselves, which is as good.
    for (const each of before) await run(each)
    for (const text of LOSING) expect([text, await run(text)]).toEqual([text, expect.stringMatching(REFUSED)])
  })

  test.each<readonly [string, string]>([
    ['stored code between', `${TEMP}; INSERT INTO noisy VALUES (1); DELETE FROM t`],
    ['a function between', `${TEMP}; SELECT clear(); DELETE FROM t`],
    [
      'a body of the text',
      `CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN DROP TABLE pg_temp.t; END $$; ${TEMP}; SELECT f(); DELETE FROM t`,
    ],
  ])('%s, in one text', async (_, text) => {
    expect(await run(text)).toMatch(REFUSED)
  })

  test('a view by that name passes changes on', async () => {
    expect(await run('CREATE TEMP VIEW shown AS SELECT * FROM t')).toBe('ok')
    expect(await run('CREATE TEMP TABLE IF NOT EXISTS shown (id int, n int); DELETE FROM shown')).toMatch(
      REFUSED,
    )
    expect(await run('CREATE TEMP TABLE IF NOT EXISTS shown (id int, n int)')).toBe('ok')
    expect(await run('DELETE FROM shown')).toMatch(REFUSED)
    expect(await run('CREATE TABLE shown (id int, n int); DELETE FROM shown')).toMatch(REFUSED)
    await run('BEGIN')
    expect(await run('CREATE TABLE shown (id int, n int)')).toBe('ok')
    expect(await run('DELETE FROM shown')).toMatch(REFUSED)
  })

  test.each<readonly [string, readonly string[]]>([
    ['now', ['BEGIN', SHOW, 'SELECT show()', 'CREATE TABLE seen (id int, n int)']],
    [
      'now, and a temporary table',
      ['BEGIN', SHOW, 'SELECT show()', 'CREATE TEMP TABLE IF NOT EXISTS seen (id int)'],
    ],
    ['before', [SHOW, 'SELECT show()', 'BEGIN', 'CREATE TABLE seen (id int, n int)']],
    ['in one text', [`${SHOW}; SELECT show(); CREATE TEMP TABLE IF NOT EXISTS seen (id int)`]],
  ])('a view that a function makes, %s', async (_, before) => {
    for (const each of before) await run(each)
    expect(await run('DELETE FROM seen')).toMatch(REFUSED)
    await run('ROLLBACK')
    await run('DROP FUNCTION show()')
  })

  test('what is sent at once is seen in its order', async () => {
    const answers = await Promise.all([TEMP, 'DROP TABLE t', 'SELECT 1'].map(run))
    expect(answers).toEqual(['ok', 'ok', 'ok'])
    expect(await run('DELETE FROM t')).toMatch(REFUSED)
  })

  test('a temporary table is its connection’s own as long as nothing touches it', async () => {
    for (const text of [
      TEMP,
      'INSERT INTO t SELECT g, calm(g) FROM generate_series(1, 9) g',
      'CREATE INDEX ON t (n)',
      'ANALYZE t',
      'INSERT INTO queue SELECT id FROM t',
      'BEGIN',
      'CREATE TEMP TABLE other (id int) ON COMMIT DROP',
      'UPDATE t SET n = calm(n)',
      'TRUNCATE t',
      'COMMIT',
    ])
      expect([text, await run(text)]).toEqual([text, 'ok'])
    expect(await run('CREATE TEMP TABLE kept (id int)')).toBe('ok')
    expect(await run('DELETE FROM kept')).toBe('ok')
  })

  test.each<readonly [string, readonly string[], string]>([
    [
      'a trigger that the transaction made',
      [
        'CREATE FUNCTION wipe() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.n := NULL; RETURN NEW; END $$',
        'CREATE TRIGGER w BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION wipe()',
        'ALTER TABLE t ADD COLUMN z int',
      ],
      'UPDATE t SET z = 1',
    ],
    [
      'a trigger function that is another one now',
      [
        'CREATE OR REPLACE FUNCTION clearing() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$',
        'ALTER TABLE t ADD COLUMN z int',
      ],
      'UPDATE t SET z = 1',
    ],
    [
      'a temporary table that goes',
      [
        'CREATE TEMP TABLE t (id int) ON COMMIT DROP',
        'ALTER TABLE t ADD COLUMN n int',
        'DROP TABLE pg_temp.t',
      ],
      'UPDATE t SET n = 0',
    ],
    ['a child that had the column', ['ALTER TABLE parent ADD COLUMN v int'], 'UPDATE parent SET v = 0'],
  ])('columns are not new after %s', async (_, before, text) => {
    await run('BEGIN')
    for (const each of before) expect([each, await run(each)]).toEqual([each, 'ok'])
    expect(await run(text)).toMatch(REFUSED)
  })

  test('nor is one that a child had, in one text', async () => {
    expect(await run('ALTER TABLE parent ADD COLUMN v int; UPDATE parent SET v = 0')).toMatch(REFUSED)
  })
})
