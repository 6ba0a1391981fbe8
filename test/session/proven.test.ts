// Unique keys that tell how many rows a statement picks, and everything that could make them tell too few; on real servers.
import type pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createAnalyser } from '../../src/sql/create.ts'
import { createDatabase, type Database, servers } from '../fixtures/database.ts'
import { bind, execute, outline, parse, query, sync, wire } from '../protocols/postgres/wire.ts'
import { counting, type Guarded, guarded, outcome } from './guarded.ts'

/** 400 int8 that are one float8. */
const NEAR = '4611686018427387904'
const SETUP = `
  CREATE COLLATION folding (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
  CREATE DOMAIN folded AS text COLLATE folding;
  CREATE DOMAIN small AS int;
  CREATE TABLE k (id int PRIMARY KEY, n int, m int, UNIQUE (n, m));
  INSERT INTO k SELECT g, g % 10, g / 10 FROM generate_series(1, 400) g;
  CREATE TABLE near (id int8 PRIMARY KEY, n float8);
  INSERT INTO near SELECT ${NEAR} + g, 0 FROM generate_series(1, 400) g;
  CREATE TABLE exact (id numeric PRIMARY KEY);
  INSERT INTO exact SELECT ${NEAR} + g FROM generate_series(1, 400) g;
  CREATE TABLE cased (id text PRIMARY KEY, v varchar UNIQUE, c text COLLATE folding, b bpchar(9) UNIQUE);
  INSERT INTO cased SELECT i, i, i, g FROM (SELECT g, translate(g::bit(8)::text, '01', 'aA') AS i FROM generate_series(1, 200) g) x;
  CREATE UNIQUE INDEX ON cased (c COLLATE "C");
  CREATE TABLE folding (id text COLLATE folding PRIMARY KEY);
  INSERT INTO folding VALUES ('a'), ('b');
  CREATE TABLE days (id date PRIMARY KEY, at timestamp UNIQUE);
  INSERT INTO days VALUES ('2011-12-30', '2011-12-30'), ('2011-12-31', '2011-12-31');
  CREATE TABLE parent (id int PRIMARY KEY);
  CREATE TABLE child () INHERITS (parent);
  INSERT INTO child SELECT 1 FROM generate_series(1, 400);
  CREATE TABLE parts (id int, u uuid, PRIMARY KEY (id)) PARTITION BY RANGE (id);
  CREATE TABLE low PARTITION OF parts FOR VALUES FROM (0) TO (100);
  CREATE TABLE high PARTITION OF parts FOR VALUES FROM (100) TO (1000);
  INSERT INTO parts SELECT g FROM generate_series(0, 400) g;
  CREATE TABLE partial (id int, gone bool);
  CREATE UNIQUE INDEX ON partial (id) WHERE NOT gone;
  CREATE UNIQUE INDEX ON partial ((id + 1)) WHERE NOT gone;
  INSERT INTO partial SELECT 1, true FROM generate_series(1, 400);
  CREATE TABLE late (id int UNIQUE DEFERRABLE INITIALLY DEFERRED);
  CREATE TABLE nulls (id int UNIQUE);
  INSERT INTO nulls SELECT NULL FROM generate_series(1, 400);
  CREATE TABLE ruled (id int PRIMARY KEY);
  INSERT INTO ruled VALUES (1);
  CREATE RULE more AS ON DELETE TO ruled DO ALSO DELETE FROM child;
  CREATE VIEW seen AS SELECT * FROM k;
  CREATE TABLE odd (id small PRIMARY KEY);
  INSERT INTO odd VALUES (1);
  ANALYZE;`

const guard = counting(100)

const analyser = createAnalyser({ worker: new URL('../../src/sql/worker.ts', import.meta.url) })
afterAll(() => analyser.close())

const HELD = /^refused by policy: this transaction has deleted or updated/i

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
    await client.query('SELECT count(*) FROM k')
  })
  afterEach(() => session.close())
  afterAll(() => database?.drop())

  /** Rows at most, as far as that is proven. */
  async function proven(text: string): Promise<number | undefined> {
    const { target } = session
    const analysis = await analyser.analyse(text)
    const effects = (await target.deepen?.(analysis, { moved: false })) ?? analysis.effects
    const told = target.estimate?.({ id: 1, text, sha256: '', analysis }, effects, { moved: false })
    if (told instanceof Promise || told === undefined) return undefined
    expect(told.find(({ action }) => action === 'delete' || action === 'update')?.estimate).toBe(
      target.atMost?.(told),
    )
    return target.atMost?.(told)
  }
  /** Rows that it changes. */
  async function changed(text: string): Promise<number> {
    await database.admin.query("BEGIN; SET LOCAL timezone = 'Pacific/Apia'")
    try {
      return (await database.admin.query(text)).rowCount ?? 0
    } finally {
      await database.admin.query('ROLLBACK')
    }
  }

  test.each([
    ['DELETE FROM k WHERE id = 7', 1],
    ['UPDATE public.k AS x SET n = n + 1000 WHERE x.id = 7 AND n > 0', 1],
    ["DELETE FROM k WHERE id = '7'", 1],
    ['DELETE FROM k WHERE 7 = id', 1],
    ['DELETE FROM k WHERE id = 7.0', 1],
    ['DELETE FROM k WHERE id = 7::bigint AND id = 8::numeric', 1],
    ['DELETE FROM k WHERE id IN (1, 2, 3)', 3],
    ['DELETE FROM k WHERE (n, m) = (1, 2)', 1],
    ['DELETE FROM k WHERE n IN (1, 2) AND m IN (1, 2, 3)', 6],
    ['DELETE FROM k WHERE n IN (1, 2) AND m IN (1, 2, 3) AND id IN (1, 2)', 2],
    ['UPDATE k SET n = 5000 WHERE id = 7 RETURNING *', 1],
    [`DELETE FROM near WHERE id = ${NEAR}`, 1],
    [`DELETE FROM exact WHERE id = ${NEAR}.5`, 1],
    ["DELETE FROM cased WHERE id = 'aaAA'", 1],
    ["DELETE FROM cased WHERE v = 'aaAA'::text", 1],
    ["DELETE FROM cased WHERE b = '7 '", 1],
    ["DELETE FROM folding WHERE id = 'A'", 1],
    ["DELETE FROM days WHERE id = '2011-12-30' AND at = '2011-12-30'::timestamp", 1],
    ['DELETE FROM parts WHERE id = 250', 1],
    ['UPDATE low SET u = NULL WHERE id = 5', 1],
    ['DELETE FROM nulls WHERE id = 1', 1],
    ['INSERT INTO k VALUES (1, 5000, 1), (2, 5001, 1) ON CONFLICT (id) DO UPDATE SET n = excluded.n', 2],
  ])('at most: %s', async (text, most) => {
    expect(await proven(text)).toBe(most)
    expect(await changed(text)).toBeLessThanOrEqual(most)
  })

  test.each([
    // What it is compared with decides what is equal.
    `DELETE FROM near WHERE id = ${NEAR}::float8`,
    `DELETE FROM near WHERE id IN (1, ${NEAR}::float8)`,
    `DELETE FROM near WHERE id::float8 = ${NEAR}`,
    `DELETE FROM near WHERE id = (${NEAR}::float8)`,
    `DELETE FROM exact WHERE id = ${NEAR}::float8`,
    `DELETE FROM exact WHERE id = '${NEAR}'::double precision`,
    `DELETE FROM cased WHERE id = 'aaaaaaaa' COLLATE folding`,
    `DELETE FROM cased WHERE id COLLATE folding = 'aaaaaaaa'`,
    `DELETE FROM cased WHERE id = 'aaaaaaaa'::folded`,
    `DELETE FROM cased WHERE c = 'aaaaaaaa'`,
    `DELETE FROM cased WHERE lower(id) = 'aaaaaaaa'`,
    "DELETE FROM days WHERE id = '2011-12-31'::timestamptz",
    "DELETE FROM days WHERE at = '2011-12-31'::timestamptz",
    // Rows of others, and those that the index leaves out.
    'DELETE FROM parent WHERE id = 1',
    'DELETE FROM partial WHERE id = 1',
    'DELETE FROM partial WHERE id + 1 = 2',
    'DELETE FROM nulls WHERE id IS NULL',
    'DELETE FROM nulls WHERE id IS NOT DISTINCT FROM NULL',
    'DELETE FROM k WHERE n = 1',
    'DELETE FROM k WHERE id = 1 OR true',
    'DELETE FROM k WHERE NOT (id = 1)',
    'DELETE FROM k WHERE id <> 1',
    'DELETE FROM k WHERE id NOT IN (1, 2)',
    'DELETE FROM k WHERE id = id',
    'DELETE FROM k WHERE id = n OR id = 1 OR n < 9',
    'DELETE FROM k WHERE id = ANY (ARRAY(SELECT generate_series(1, 99)))',
    'DELETE FROM k USING generate_series(1, 99) g WHERE k.id = g',
  ])('nothing is certain: %s', async (text) => {
    expect(await proven(text)).toBeUndefined()
    expect(await changed(text)).toBeGreaterThan(1)
  })

  test.each([
    'DELETE FROM late WHERE id = 1',
    'DELETE FROM seen WHERE id = 1',
    'DELETE FROM odd WHERE id = 1',
    'DELETE FROM ruled WHERE id = 1',
    'DELETE FROM k WHERE id OPERATOR(public.=) 1',
    'DELETE FROM k; DELETE FROM k WHERE id = 1',
    'WITH gone AS (DELETE FROM k RETURNING id) DELETE FROM k WHERE id = 1',
    'DELETE FROM nowhere WHERE id = 1',
  ])('nor here: %s', async (text) => {
    expect(await proven(text)).toBeUndefined()
  })

  /** Not counted before it is made last, so it must not run at all if it would be too much. */
  const held = async (text: string, by: pg.Client = client) =>
    expect(await outcome(by.query(text))).toMatch(HELD)
  const passes = async (text: string, by: pg.Client = client) =>
    expect(await outcome(by.query(text))).toBe('ok')
  const FILL = 'INSERT INTO x SELECT 1 FROM generate_series(1, 400)'
  const fresh = async () => {
    await database.admin.query('DROP TABLE IF EXISTS x CASCADE')
    await database.admin.query('CREATE TABLE x (id int CONSTRAINT x_key PRIMARY KEY)')
    await database.admin.query('INSERT INTO x VALUES (1), (2)')
    await session.close()
    session = await guarded(database, guard, analyser)
    client = await session.connect()
    await passes('DELETE FROM x WHERE id = 2')
    expect(await proven('DELETE FROM x WHERE id = 1')).toBe(1)
  }

  test('it passes without a question, and counts by its tag', async () => {
    await fresh()
    const raw = await wire(session.port)
    raw.send(query('DELETE FROM x WHERE id = 1'))
    expect(outline(await raw.until('Z'))).toBe('C:DELETE 1 Z:I')
    raw.send(parse('p', 'UPDATE k SET m = m WHERE id = $1'), sync)
    await raw.until('Z')
    raw.send(...[1, 2, 3].flatMap((id) => [bind('', 'p', String(id)), execute('')]), sync)
    expect(outline(await raw.until('Z'))).toBe('2 C:UPDATE 1 2 C:UPDATE 1 2 C:UPDATE 1 Z:I')
    // Many of them are many.
    raw.send(...Array.from({ length: 150 }, (_, id) => [bind('', 'p', String(id)), execute('')]).flat(), sync)
    expect(outline(await raw.until('Z'))).toMatch(/C:UPDATE 1 E:42501 Z:I$/)
    raw.send(...Array.from({ length: 90 }, (_, id) => [bind('', 'p', String(id)), execute('')]).flat(), sync)
    expect(outline(await raw.until('Z'))).toMatch(/C:UPDATE 1 Z:I$/)
    raw.socket.destroy()
    await client.query('BEGIN')
    for (let id = 1; id <= 101; id++) await client.query(`UPDATE k SET m = m WHERE id = ${id}`)
    expect(await outcome(client.query('COMMIT'))).toMatch(HELD)
    await client.query('ROLLBACK')
    const list = Array.from({ length: 150 }, (_, id) => id + 1).join()
    expect(await outcome(client.query(`DELETE FROM k WHERE id IN (${list})`))).toMatch(
      /would touch about 150/,
    )
  })

  test('parameters are what the client declares them to be, or another place in the text', async () => {
    const ask = async (text: string, ...types: number[]) => {
      const raw = await wire(session.port)
      raw.send(parse('', text, types), bind('', '', NEAR), execute(''), sync)
      const heard = outline(await raw.until('Z'))
      raw.socket.destroy()
      return heard
    }
    const refused = /E:42501 Z:I$/
    expect(await ask('UPDATE near SET n = 1 WHERE id = $1', 701)).toMatch(refused)
    expect(await ask('UPDATE near SET n = 1 WHERE id = $1', 700)).toMatch(refused)
    expect(await ask('UPDATE near SET n = $1::float8 WHERE id = $1')).toMatch(/^1 2 C:UPDATE 0 Z:I$|E:42501/)
    expect(await ask('WITH w AS (SELECT $1::float8) UPDATE near SET n = 1 WHERE id = $1')).toMatch(refused)
    expect(await ask('UPDATE near SET n = 1 WHERE $1::float8 > 0 AND id = $1')).toMatch(refused)
    for (const type of [0, 20, 1700])
      expect(await ask('UPDATE near SET n = 1 WHERE id = $1', type)).toBe('1 2 C:UPDATE 0 Z:I')
  })

  test.each([
    ['ALTER TABLE x DROP CONSTRAINT x_key', FILL],
    [
      'ALTER TABLE x DROP COLUMN id',
      'ALTER TABLE x ADD COLUMN id int DEFAULT 1',
      'INSERT INTO x SELECT FROM generate_series(1, 400)',
    ],
    ['DROP TABLE x', 'CREATE TABLE x (id int)', FILL],
    ['ALTER TABLE x RENAME TO y', 'CREATE TABLE x (id int)', FILL],
    ['CREATE TABLE y () INHERITS (x)', 'INSERT INTO y SELECT 1 FROM generate_series(1, 400)'],
    [
      'CREATE TABLE y (id int NOT NULL)',
      'INSERT INTO y SELECT 1 FROM generate_series(1, 400)',
      'ALTER TABLE y INHERIT x',
    ],
    [
      'CREATE SCHEMA postgres',
      'CREATE TABLE postgres.x (id int)',
      'INSERT INTO postgres.x SELECT 1 FROM generate_series(1, 400)',
    ],
    ["DO $$ BEGIN EXECUTE 'ALTER TABLE x DROP CONSTRAINT x_' || 'key'; END $$", FILL],
    ['ALTER TABLE x DROP CONSTRAINT x_key', 'CREATE UNIQUE INDEX x_own ON x (id)', 'DROP INDEX x_own', FILL],
  ])('a key that this session takes away: %s', async (...texts) => {
    for (const by of ['own', 'other', 'pipeline']) {
      await fresh()
      if (by === 'pipeline') {
        const raw = await wire(session.port)
        const all = [...texts, 'DELETE FROM x WHERE id = 1']
        raw.send(...all.flatMap((text) => [parse('', text), bind('', ''), execute('')]), sync)
        expect(outline(await raw.until('Z'))).toMatch(/E:42501 Z:I$/)
        raw.socket.destroy()
      } else {
        const other = by === 'own' ? client : await session.connect()
        for (const text of texts) await passes(text, other)
        await held('DELETE FROM x WHERE id = 1')
      }
      await database.admin.query('DROP TABLE IF EXISTS x, y CASCADE; DROP SCHEMA IF EXISTS postgres CASCADE')
    }
  })

  test('what leaves the key alone', async () => {
    await fresh()
    const other = await session.connect()
    await passes('BEGIN', other)
    for (const text of [
      'CREATE TABLE y (id int REFERENCES x)',
      'CREATE INDEX ON y (id)',
      'ALTER TABLE y ADD COLUMN n int',
      "COMMENT ON TABLE x IS 'kept'",
    ])
      await passes(text, other)
    expect(await proven('DELETE FROM x WHERE id = 1')).toBe(1)
    expect(await proven('DELETE FROM y WHERE id = 1')).toBeUndefined()
    await passes('ALTER TABLE x ADD COLUMN n int', other)
    await passes('ALTER TABLE x ADD CHECK (id > 0)', other)
    await passes('CREATE INDEX ON x (n)', other)
    expect(await proven('DELETE FROM x WHERE id = 1')).toBe(1)
    await passes('ALTER TABLE x ALTER COLUMN id TYPE bigint', other)
    expect(await proven('DELETE FROM x WHERE id = 1')).toBeUndefined()
    await passes('ROLLBACK', other)
  })

  test('a temporary relation of that name', async () => {
    await fresh()
    await database.admin.query(
      'CREATE TABLE IF NOT EXISTS big AS SELECT g AS n FROM generate_series(1, 400) g',
    )
    await passes('CREATE TEMP VIEW x AS SELECT 1 AS id, n FROM big')
    await held('DELETE FROM x WHERE id = 1')
    const other = await session.connect()
    await passes(
      "DO $$ BEGIN EXECUTE 'CREATE TEMP VIEW ' || 'x AS SELECT 1 AS id, n FROM big'; END $$",
      other,
    )
    await held('DELETE FROM x WHERE id = 1', other)
  })

  test('another connection takes the key away while it waits for a lock', { timeout: 20_000 }, async () => {
    await fresh()
    const other = await session.connect()
    // Known to be open: what comes behind is counted.
    await passes('BEGIN', other)
    await passes('ALTER TABLE x DROP CONSTRAINT x_key', other)
    const waiting = outcome(client.query('DELETE FROM x WHERE id = 1'))
    await new Promise((resolve) => setTimeout(resolve, 300))
    await passes(FILL, other)
    await passes('COMMIT', other)
    expect(await waiting).toMatch(HELD)
    // It came first: the key stays until it is answered.
    await fresh()
    const third = await session.connect()
    await passes('BEGIN', third)
    await passes('LOCK TABLE x', third)
    const first = outcome(client.query('DELETE FROM x WHERE id = 1'))
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(await outcome(third.query('ALTER TABLE x DROP CONSTRAINT x_key'))).toMatch(
      /other connection|wait/i,
    )
    await third.query('ROLLBACK')
    expect(await first).toBe('ok')
  })
})
