// What was stored or opened before a definition changed, and code that goes by the name of the server's own. Nothing protected may come back, and no number that is not true.
import type pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createAnalyser } from '../../src/sql/create.ts'
import { createDatabase, type Database, servers } from '../fixtures/database.ts'
import { outline, query, wire } from '../protocols/postgres/wire.ts'
import { type Guarded, guarded, outcome } from './guarded.ts'

const SECRET = 'zq1aaa-zq1bbb-zq1ccc'
const SETUP = `
  CREATE TABLE people (id int PRIMARY KEY, name text, ssn text);
  INSERT INTO people VALUES (1, 'Ada', '${SECRET}');
  CREATE TABLE orders (id int PRIMARY KEY, memo text, total numeric);
  INSERT INTO orders VALUES (1, 'first', 10.5), (2, 'second', 20);
  CREATE TABLE departments (title text);
  INSERT INTO departments VALUES ('sales');
  CREATE TABLE tags (name text);
  CREATE TABLE letters (id int, ssn text, loud text GENERATED ALWAYS AS (upper(ssn)) STORED);
  CREATE TABLE events (id int, ssn text) PARTITION BY LIST (id);
  CREATE TABLE events_1 PARTITION OF events FOR VALUES IN (1);
  CREATE VIEW va AS SELECT id, name AS x FROM people;
  CREATE MATERIALIZED VIEW ma AS SELECT x FROM va;
  CREATE VIEW vb AS SELECT id, ssn AS x FROM people;
  CREATE MATERIALIZED VIEW mb AS SELECT x FROM vb;
  CREATE MATERIALIZED VIEW me AS SELECT id, ssn AS x FROM events;`
const SHOWS = 'CREATE OR REPLACE VIEW va AS SELECT id, ssn AS x FROM people'
const HIDES = 'CREATE OR REPLACE VIEW va AS SELECT id, name AS x FROM people'
const CODE = (name: string, takes: string) =>
  `CREATE FUNCTION ${name}(${takes}) RETURNS text LANGUAGE sql AS 'SELECT ssn FROM people WHERE id = 1'`

const guard = { name: 'test', mode: 'enforce' as const, rules: { 'masked-copy': 'hold' as const }, allow: [] }
const masks = {
  columns: ['people', 'letters', 'events', 'events_1'].map((table) => ({
    pattern: `public.${table}.ssn`,
    mask: 'redact' as const,
  })),
  detect: [],
}
const HELD = /masked values in clear/

const analyser = createAnalyser({ worker: new URL('../../src/sql/worker.ts', import.meta.url) })
afterAll(() => analyser.close())

describe.each(servers())('PostgreSQL $version', (server) => {
  let database: Database
  let session: Guarded
  let client: pg.Client

  beforeAll(async () => {
    database = await createDatabase(server)
  })
  beforeEach(async () => {
    await database.admin.query(`DROP SCHEMA public CASCADE; CREATE SCHEMA public; ${SETUP}`)
    session = await guarded(database, guard, analyser, masks)
    client = await session.connect()
  })
  afterEach(() => session.close())
  afterAll(() => database?.drop())

  const show = async (text: string): Promise<unknown[][]> => {
    const { rows } = await client.query<unknown[]>({ text, rowMode: 'array' })
    expect(JSON.stringify(rows).toLowerCase()).not.toContain(SECRET)
    return rows
  }
  const run = async (...texts: string[]) => {
    for (const text of texts) await client.query(text)
  }
  const refused = (text: string, why = HELD) => expect(client.query(text), text).rejects.toThrow(why)

  describe('code by the name of the server’s own', () => {
    test.each([
      ['num_nulls', 'a int', 'num_nulls(1)'],
      ['num_nonnulls', 'a int, b int', 'num_nonnulls(1, 2)'],
      ['pg_typeof', 'o orders', '(SELECT pg_typeof(o) FROM orders o LIMIT 1)'],
      ['md5', 'a int, b int', 'md5(1, 2)'],
    ])('%s(%s)', async (name, takes, call) => {
      await run('BEGIN', CODE(name, takes))
      expect(await show(`SELECT ${call}`)).toEqual([['****']])
      await run('COMMIT')
      expect(await show(`SELECT ${call}`)).toEqual([['****']])
      await refused(`CREATE TEMP TABLE y AS SELECT ${call} AS u`)
      await refused(`INSERT INTO tags VALUES (${call})`)
      await refused(`UPDATE orders SET memo = ${call}`)
      await refused(`SELECT set_config('app.q', ${call}, false)`)
      await refused(`CREATE VIEW y AS SELECT ${call} AS u`)
      if (!call.startsWith('(')) {
        await refused(`CREATE TABLE y (a text DEFAULT ${call})`)
        await refused(`ALTER TABLE tags ALTER name SET DEFAULT ${call}`)
      }
      // Another session, which has not seen it made.
      const later = await guarded(database, guard, analyser, masks)
      const other = await later.connect()
      await expect(other.query(`INSERT INTO tags VALUES (${call})`)).rejects.toThrow(HELD)
      expect((await other.query({ text: `SELECT ${call}`, rowMode: 'array' })).rows).toEqual([['****']])
      await later.close()
    })

    test('an aggregate, a renamed function, an operator, a cast', async () => {
      await run('SELECT count(ssn) FROM people', 'BEGIN')
      await run("CREATE AGGREGATE count(text) (sfunc = textcat, stype = text, initcond = '')")
      expect(await show('SELECT count(ssn) FROM people')).toEqual([['****']])
      await run(
        'ROLLBACK',
        'BEGIN',
        CODE('harmless', 'a int'),
        'ALTER FUNCTION harmless(int) RENAME TO num_nulls',
      )
      expect(await show('SELECT num_nulls(1)')).toEqual([['****']])
      await run('ROLLBACK', 'BEGIN', CODE('two', 'a int, b int'))
      await run('CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = two)')
      expect(await show('SELECT 1 === 2')).toEqual([['****']])
      await refused('CREATE TEMP TABLE y AS SELECT 1 === 2 AS u')
      await run('ROLLBACK', 'BEGIN', CODE('oc', 'o orders'))
      await run('CREATE CAST (orders AS text) WITH FUNCTION oc(orders) AS ASSIGNMENT')
      expect(await show('SELECT o::text FROM orders o LIMIT 1')).toEqual([['****']])
      await refused('INSERT INTO tags SELECT o FROM orders o')
      await run('ROLLBACK')
    })

    test('a function of one argument, written as a field of it', async () => {
      await run(CODE('total_of', 'a int, b int DEFAULT 1'), CODE('whole', 'o orders, b int DEFAULT 1'))
      const later = await guarded(database, guard, analyser, masks)
      const other = await later.connect()
      for (const call of ['(1).total_of', '(id).total_of', 'o.whole', '(o).whole']) {
        const { rows } = await other.query({ text: `SELECT ${call} FROM orders o LIMIT 1`, rowMode: 'array' })
        expect(rows, call).toEqual([['****']])
        await expect(other.query(`INSERT INTO tags SELECT ${call} FROM orders o`), call).rejects.toThrow(HELD)
      }
      const series = 'FROM generate_series(1, 1) g'
      const { rows } = await other.query({ text: `SELECT g.total_of ${series}`, rowMode: 'array' })
      expect(rows).toEqual([['****']])
      await expect(other.query(`INSERT INTO tags SELECT g.total_of ${series}`)).rejects.toThrow(HELD)
      await run('CREATE CAST (orders AS text) WITH FUNCTION whole(orders, int)')
      const last = await (await guarded(database, guard, analyser, masks)).connect()
      await expect(last.query('INSERT INTO tags SELECT o::text FROM orders o')).rejects.toThrow(HELD)
      await last.end()
      await other.query('UPDATE orders o SET memo = upper(o.memo) WHERE o.id = 1')
      await later.close()
    })

    test('what is made in a session does not hold ordinary statements', async () => {
      await run(
        "CREATE TYPE mood AS ENUM ('calm')",
        'CREATE DOMAIN short AS text CHECK (length(VALUE) < 9)',
        "CREATE FUNCTION slug(t text) RETURNS text LANGUAGE sql AS 'SELECT lower(t)'",
        "ALTER TABLE orders ADD COLUMN mood mood DEFAULT 'calm'::mood",
        "INSERT INTO orders (id, memo, mood) VALUES (3, 'x'::short, 'calm'::mood)",
        'UPDATE orders SET memo = upper(memo), total = abs(total) + 1 WHERE id = 3',
        "CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
        'CREATE TRIGGER stamp BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION stamp()',
        'CREATE VIEW plain AS SELECT id, upper(memo) AS m FROM orders',
        'CREATE TABLE copied AS SELECT id, m FROM plain',
      )
      expect(await show("SELECT count(*) FROM orders WHERE mood = 'calm'::mood")).toEqual([['3']])
    })
  })

  describe('what was stored or opened before', () => {
    test('a materialized view keeps what its view showed', async () => {
      expect(await show('SELECT x FROM mb')).toEqual([['****']])
      await refused('CREATE OR REPLACE VIEW vb AS SELECT id, name AS x FROM people')
      await refused('DROP TABLE events_1; SELECT 1')
      // What is temporary is read by none, whatever its name.
      await run('CREATE TEMP TABLE events (id int, ssn text)', 'DROP TABLE pg_temp.events')
      await refused('DROP TABLE events')
      // What holds nothing may change.
      await run(HIDES, SHOWS, 'REFRESH MATERIALIZED VIEW ma')
      expect(await show('SELECT x FROM ma')).toEqual([['****']])
      await refused(HIDES)
    })

    test.each([
      [[SHOWS, 'REFRESH MATERIALIZED VIEW ma']],
      [[SHOWS, 'CREATE MATERIALIZED VIEW mc AS SELECT x FROM va']],
      [[SHOWS, 'CREATE VIEW vd AS SELECT x FROM va', 'CREATE MATERIALIZED VIEW mc AS SELECT x FROM vd']],
    ])('also within one transaction: %j', async (texts) => {
      await run('BEGIN', ...texts)
      await refused(HIDES)
      await run('ROLLBACK')
    })

    test('a generated column that becomes a plain one', async () => {
      await refused('ALTER TABLE letters ALTER COLUMN loud DROP EXPRESSION')
      await run('ALTER TABLE letters ALTER COLUMN id SET NOT NULL')
    })

    test.each([
      ['', 'CLOSE c'],
      ['BEGIN', 'COMMIT'],
    ])('a cursor WITH HOLD (%s)', async (before, after) => {
      await run(SHOWS)
      if (before) await run(before)
      await run('DECLARE c CURSOR WITH HOLD FOR SELECT x, upper(x), id FROM va', 'MOVE 0 IN c')
      if (before) await run(after)
      expect(await show('FETCH 0 FROM c')).toEqual([])
      // Columns of materialized views are held; this one has none any more.
      await run('DROP MATERIALIZED VIEW ma', HIDES)
      await refused('FETCH ALL FROM c', /cannot be told/)
      await run('CLOSE c', 'DECLARE c CURSOR WITH HOLD FOR SELECT x FROM va')
      expect(await show('FETCH ALL FROM c')).toEqual([['Ada']])
    })

    test('a cursor of which only the text is known', async () => {
      await run(SHOWS, 'DROP MATERIALIZED VIEW ma')
      await client.query(
        `DECLARE c CURSOR WITH HOLD FOR SELECT x FROM va; ${HIDES}; DECLARE d CURSOR WITH HOLD FOR SELECT x FROM va`,
      )
      expect(await show('FETCH ALL FROM c')).toEqual([['****']])
    })
  })

  test('more views in one transaction than are followed', async () => {
    const columns = Array.from({ length: 1000 }, (_, at) => `id AS c${at}`).join()
    await run('BEGIN')
    for (let at = 0; at < 6; at++) await run(`CREATE VIEW w${at} AS SELECT ${columns} FROM orders`)
    await run('CREATE VIEW wx AS SELECT ssn AS x FROM people')
    await refused('CREATE TEMP TABLE tt AS SELECT x FROM wx')
    await run('ROLLBACK', 'CREATE TABLE tt AS SELECT id FROM orders')
  })

  describe('numbers are true or withheld', () => {
    test('while the catalogue is read anew', async () => {
      const by = await wire(session.port)
      by.send(query('DO $$ BEGIN NULL; END $$'), query("SELECT 'probe', 1 + 1"))
      await by.until('Z')
      expect(outline(await by.until('Z'))).toBe('T D:probe,2 C:SELECT 1 Z:I')
      by.send(query('CREATE VIEW fresh AS SELECT 1 AS x'), query('SELECT count(*), 7 FROM orders'))
      await by.until('Z')
      expect(outline(await by.until('Z'))).toBe('T D:2,7 C:SELECT 1 Z:I')
      by.socket.destroy()
      expect(await show("SELECT 'probe', 1 + 1, length(version()) > 1")).toEqual([['probe', 2, true]])
    })

    test('behind a rename, and behind a definition', async () => {
      await run('BEGIN', 'ALTER TABLE orders RENAME memo TO memo2')
      expect(await show('SELECT count(*) FROM orders')).toEqual([['2']])
      expect(await show('SELECT id, memo2, total FROM orders WHERE id = 1')).toEqual([[1, 'first', '10.5']])
      expect(await show('SELECT upper(memo2) FROM orders WHERE id = 1')).toEqual([['****']])
      expect(await show('SELECT title, upper(title) FROM departments')).toEqual([['sales', 'SALES']])
      await run('ROLLBACK', 'BEGIN', SHOWS)
      expect(await show('SELECT count(*), 1 + 1 FROM va')).toEqual([['1', 2]])
      expect(await show('SELECT x FROM va')).toEqual([['****']])
      await refused('SELECT id FROM va', /cannot be told/)
      expect(await outcome(client.query('SELECT 1'))).toMatch(/aborted/)
      await run('ROLLBACK')
      expect(await show('SELECT id, x FROM va')).toEqual([[1, 'Ada']])
    })
  })
})
