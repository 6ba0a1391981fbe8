// Rows that no tag tells: of WITH, functions, DO, triggers, portals left before their end. The server is asked before they are
// made last; on real servers.

import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import type pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createAnalyser } from '../../src/sql/create.ts'
import { createDatabase, type Database, servers } from '../fixtures/database.ts'
import { bind, execute, outline, parse, query, sync, wire } from '../protocols/postgres/wire.ts'
import { counting, type Guarded, guarded, outcome } from './guarded.ts'

const SETUP = `
  CREATE TABLE t (id int PRIMARY KEY, n int);
  INSERT INTO t SELECT g, 0 FROM generate_series(1, 2000) g;
  CREATE TABLE src (id int); INSERT INTO src SELECT id FROM t;
  CREATE TABLE calm (id int); CREATE TABLE log (id int); CREATE TABLE deferred (id int);
  CREATE TABLE items (id int PRIMARY KEY, n int); INSERT INTO items SELECT g, 0 FROM generate_series(1, 500) g;
  CREATE FUNCTION one(a int) RETURNS int LANGUAGE sql AS 'UPDATE t SET n = 1 WHERE id = a; SELECT 1';
  CREATE FUNCTION every() RETURNS int LANGUAGE plpgsql AS 'BEGIN UPDATE t SET n = 1 WHERE id > 0; RETURN 1; END';
  CREATE FUNCTION fired() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN UPDATE t SET n = 1 WHERE id > 0; RETURN NEW; END';
  CREATE TRIGGER fired AFTER INSERT ON log FOR EACH ROW EXECUTE FUNCTION fired();
  CREATE CONSTRAINT TRIGGER fired AFTER INSERT ON deferred DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION fired();
  CREATE PROCEDURE batches() LANGUAGE plpgsql AS
    'BEGIN FOR i IN 0..39 LOOP UPDATE t SET n = 1 WHERE id > i * 50 AND id <= i * 50 + 50; COMMIT; END LOOP; END';
  CREATE PROCEDURE few() LANGUAGE plpgsql AS 'BEGIN UPDATE items SET n = 1 WHERE id = 1; COMMIT; END';
  CREATE TABLE quiet (id int); CREATE VIEW seen AS SELECT * FROM t;
  ANALYZE;`

const guard = counting(1000)

const analyser = createAnalyser({ worker: new URL('../../src/sql/worker.ts', import.meta.url) })
afterAll(() => analyser.close())

const MANY = `{${Array.from({ length: 1500 }, (_, index) => index + 1).join()}}`
const ANY = 'UPDATE t SET n = 1 WHERE id = ANY($1::int[])'
const ARRAY = 'UPDATE t SET n = 1 WHERE id = ANY(ARRAY(SELECT id FROM src))'
const DO = 'DO $$ BEGIN UPDATE t SET n = 1 WHERE id > 0; END $$'
const message = (text: string, ...values: string[]) => [parse('', text), bind('', '', ...values), execute('')]

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
  afterEach(async () => {
    await session.close()
    expect(await changed()).toBe(0)
  })
  afterAll(() => database?.drop())

  const changed = async () =>
    Number((await database.admin.query('SELECT count(*) FROM t WHERE n = 1')).rows[0].count)
  const REFUSED = /^refused by policy/

  test.each([
    ['code', DO],
    ['a function', 'SELECT every()'],
    ['a function for many rows', 'SELECT count(one(g)) FROM generate_series(1, 1500) g'],
    ['a query in WITH', `WITH x AS (${ARRAY} RETURNING 1) SELECT count(*) FROM x`],
    ['a trigger', 'INSERT INTO log VALUES (1)'],
    ['a trigger at the end', 'INSERT INTO deferred VALUES (1)'],
    ['a cursor that outlives it', 'DECLARE c CURSOR WITH HOLD FOR SELECT every()'],
    ['a view', 'UPDATE seen SET n = 1 WHERE id = ANY(ARRAY(SELECT id FROM src))'],
    ['code, explained', `EXPLAIN ANALYZE ${ARRAY}`],
  ])('%s: in a transaction, by itself, as a message', async (_, text) => {
    await client.query('BEGIN')
    await client.query('UPDATE items SET n = 1 WHERE id = 1')
    await client.query(text)
    expect(await outcome(client.query('COMMIT'))).toMatch(REFUSED)
    await client.query('ROLLBACK')
    const cursor = text.startsWith('DECLARE')
    if (!cursor) expect(await outcome(client.query(text))).toMatch(REFUSED)
    if (!cursor) expect(await outcome(client.query({ text, values: [], name: 'n' }))).toMatch(REFUSED)
    const raw = await wire(session.port)
    raw.send(...['BEGIN', text, 'COMMIT'].flatMap((each) => message(each)), sync)
    expect(outline(await raw.until('Z'))).toMatch(/E:42501 ?Z:E$/)
    raw.socket.destroy()
  })

  test.each<[string, Buffer[]]>([
    ['values of an array', [...message(ANY, MANY), sync]],
    ['two statements', [...message(ANY, '{1}'), ...message(ANY, MANY), sync]],
    [
      'rows that are not fetched',
      [parse('', `${ANY} RETURNING id`), bind('', '', MANY), execute('', 1), sync],
    ],
    ['a simple query behind it', [...message(ANY, MANY), query('SELECT 1')]],
    ['code that commits behind it', [...message(ANY, MANY), ...message('DO $$ BEGIN COMMIT; END $$'), sync]],
    ['a command that commits behind it', [...message(ANY, MANY), ...message('VACUUM quiet'), sync]],
    ['the end of nothing behind it', [...message(ANY, MANY), ...message('COMMIT'), sync]],
    ['behind a ROLLBACK', [query('BEGIN'), ...message('ROLLBACK'), ...message(ANY, MANY), sync]],
    ['behind another segment', [...message('SELECT 1'), sync, ...message(ANY, MANY), sync]],
  ])('outside of a transaction: %s', async (_, frames) => {
    const raw = await wire(session.port)
    raw.send(...frames)
    let seen = ''
    for (;;) {
      const heard = outline(await raw.until('Z'))
      seen += heard
      if (raw.ended || /E:/.test(heard)) break
    }
    expect(seen).toMatch(/E:(42501|08P01)/)
    raw.socket.destroy()
  })

  test('a prepared array by SQL, and several statements in one text', async () => {
    await client.query('PREPARE p(int[]) AS UPDATE t SET n = 1 WHERE id = ANY($1)')
    expect(await outcome(client.query(`EXECUTE p('${MANY}')`))).toMatch(REFUSED)
    expect(await outcome(client.query('SELECT 1; SELECT every()'))).toMatch(REFUSED)
    expect(await outcome(client.query('BEGIN; SELECT every(); COMMIT'))).toMatch(REFUSED)
    await client.query('ROLLBACK')
  })

  test('code that commits itself is judged before it runs, by the size of the table', async () => {
    expect(await outcome(client.query('CALL batches()'))).toMatch(REFUSED)
    expect(
      await outcome(client.query('DO $$ BEGIN UPDATE t SET n = 1 WHERE id > 0; COMMIT; END $$')),
    ).toMatch(REFUSED)
    expect(
      await outcome(client.query('DO $$ BEGIN UPDATE items SET n = 1 WHERE id > 0; COMMIT; END $$')),
    ).toBe('ok')
    expect(await outcome(client.query('CALL few()'))).toBe('ok')
    expect(await outcome(client.query({ text: 'CALL few()', values: [], name: 'c' }))).toBe('ok')
  })

  test('code behind a name that nobody sees, made just now', async () => {
    const made = [
      "CREATE FUNCTION f(a int, b int) RETURNS int LANGUAGE sql AS 'UPDATE t SET n = 1 WHERE id = a; SELECT 1'",
      'CREATE OPERATOR ### (LEFTARG = int, RIGHTARG = int, FUNCTION = f)',
      'SELECT count(g ### 1) FROM generate_series(1, 1500) g',
    ]
    await client.query('BEGIN')
    for (const text of made) await client.query(text)
    expect(await outcome(client.query('COMMIT'))).toMatch(REFUSED)
    await client.query('ROLLBACK')
    expect(await outcome(client.query(made.join(';')))).toMatch(REFUSED)
    const raw = await wire(session.port)
    raw.send(...made.flatMap((text) => message(text)), sync)
    expect(outline(await raw.until('Z'))).toMatch(/E:42501 ?Z:I$/)
    raw.socket.destroy()
  })

  test('the counters cannot be switched off unseen', async () => {
    await client.query('BEGIN')
    await client.query('SET LOCAL track_counts = off')
    await client.query('SELECT every()')
    await client.query('SET LOCAL track_counts = on')
    expect(await outcome(client.query('COMMIT'))).toMatch(/nobody can tell/i)
    await client.query('ROLLBACK')
    await client.query('SET track_counts = off')
    await client.query('BEGIN')
    await client.query('SELECT every()')
    expect(await outcome(client.query('COMMIT'))).toMatch(/nobody can tell/i)
    await client.query('ROLLBACK')
    expect(await outcome(client.query('SELECT every()'))).toMatch(REFUSED)
  })

  test('names of the client do not get into the question; a role without rights is enough', async () => {
    await database.admin.query(`DROP ROLE IF EXISTS plain_${database.name}; CREATE ROLE plain_${database.name};
      GRANT ALL ON t TO plain_${database.name}; GRANT ALL ON SCHEMA public TO plain_${database.name}`)
    await client.query('CREATE TEMP TABLE pg_class (oid oid, relkind "char", relpersistence "char")')
    await client.query('CREATE SCHEMA mine')
    await client.query(
      "CREATE FUNCTION mine.sum(numeric) RETURNS numeric LANGUAGE sql AS 'SELECT 0::numeric'",
    )
    await client.query('SET search_path = pg_temp, mine, public, pg_catalog')
    await client.query(`SET ROLE plain_${database.name}`)
    await client.query('BEGIN')
    await client.query(DO)
    expect(await outcome(client.query('COMMIT'))).toMatch(
      /^refused by policy: this transaction has deleted or updated 2,000/i,
    )
    await client.query('ROLLBACK')
    await database.admin.query(
      `DROP OWNED BY plain_${database.name}; DROP SCHEMA mine CASCADE; DROP ROLE plain_${database.name}`,
    )
  })

  test('what was done before, and temporary rows, do not count', async () => {
    for (let i = 0; i < 3; i++) await client.query('UPDATE items SET n = n + 1')
    await client.query('BEGIN')
    await client.query('CREATE TEMP TABLE own AS SELECT id, 0 AS n FROM t')
    await client.query('UPDATE own SET n = 1')
    await client.query('DO $$ BEGIN UPDATE items SET n = 1 WHERE id > 0; END $$')
    expect(await outcome(client.query('COMMIT'))).toBe('ok')
    await client.query('BEGIN')
    await client.query('CREATE TEMP TABLE t (id int, n int)')
    await client.query('UPDATE t SET n = 1 WHERE id < 900')
    await client.query('DROP TABLE pg_temp.t')
    for (const from of [1, 701, 1401])
      await client.query(`UPDATE t SET n = 1 WHERE id BETWEEN ${from} AND ${from + 499}`)
    expect(await outcome(client.query('COMMIT'))).toMatch(REFUSED)
    await client.query('ROLLBACK')
  })

  test('a simple query that is counted looks the same', async () => {
    const raw = await wire(session.port)
    const answers = async (text: string) => outline(await raw.send(query(text)).until('Z'))
    expect(await answers('UPDATE items SET n = 2 WHERE id = 2')).toBe('C:UPDATE 1 Z:I')
    expect(await answers('UPDATE items SET n = 2 WHERE id = 2 RETURNING id, n')).toMatch(
      /^T.*D.*C:UPDATE 1 Z:I$/,
    )
    expect(await answers('SELECT one(0)')).toMatch(/^T.*C:SELECT 1 Z:I$/)
    expect(await answers('UPDATE nothing SET n = 2 WHERE id = 2')).toBe('E:42P01 Z:I')
    expect(await answers('UPDATE items SET n = 1 / 0 WHERE id = 2')).toBe('E:22012 Z:I')
    expect(await answers('SELECT 1')).toMatch(/C:SELECT 1 Z:I$/)
    raw.send(
      parse('', 'SELECT 7'),
      sync,
      query('UPDATE items SET n = 3 WHERE id = 3'),
      bind('', ''),
      execute(''),
      sync,
    )
    let seen = ''
    for (let i = 0; i < 3; i++) seen += `${outline(await raw.until('Z'))} `
    expect(seen).toMatch(/1 Z:I C:UPDATE 1 Z:I .*Z:I $/)
    raw.socket.destroy()
    const texts = session.events.flatMap((event) => (event.type === 'statement' ? [event.text] : []))
    expect(texts.filter((text) => /pg_stat|SET CONSTRAINTS/.test(text))).toEqual([])
  })

  test('200 statements: one question for a transaction, and none where tags tell everything', async () => {
    const plain = await createDatabase(
      server,
      `CREATE TABLE items (id int PRIMARY KEY, n int); INSERT INTO items VALUES (1, 0), (2, 0);
       CREATE FUNCTION one(a int) RETURNS int LANGUAGE sql AS 'UPDATE items SET n = 1 WHERE id = a; SELECT 1'`,
    )
    let asked = 0
    const between = createServer((from) => {
      const to = connect({ host: '127.0.0.1', port: server.port })
      from.on('data', (chunk) => {
        asked += chunk.toString('latin1').split('pg_stat_get_xact_tuples_updated').length - 1
        to.write(chunk)
      })
      to.on('data', (chunk) => from.write(chunk))
      for (const [one, other] of [[from, to] as const, [to, from] as const]) {
        one.on('close', () => other.destroy())
        one.on('error', () => {})
      }
    }).listen(0, '127.0.0.1')
    await once(between, 'listening')
    const { port } = between.address() as { port: number }
    const counting = await guarded({ ...plain, server: { ...server, port } }, guard, analyser)
    const other = await counting.connect()
    const migrate = async (...extra: string[]) => {
      await other.query('BEGIN')
      await other.query('CREATE TABLE made (id int PRIMARY KEY, n int)')
      for (let i = 0; i < 96; i++) {
        await other.query(`ALTER TABLE made ADD COLUMN c${i} int DEFAULT 1`)
        await other.query(`INSERT INTO made VALUES (${i}, 1)`)
      }
      for (const text of extra) await other.query(text)
      await other.query('UPDATE items SET n = 1 WHERE id = 1')
      await other.query('SELECT count(*) FROM made')
      await other.query('DROP TABLE made')
      await other.query('COMMIT')
    }
    await migrate()
    expect(asked).toBe(0)
    await migrate('DO $$ BEGIN UPDATE items SET n = 1 WHERE id = 2; END $$', 'SELECT one(0)')
    // Before the first, which nobody waits for, and before the COMMIT.
    expect(asked).toBe(2)
    await counting.close()
    between.close()
    await plain.drop()
  })
})
