// What the text alone does not tell, through the whole relay on real servers: refused, and the rows are still there.
import type pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { BUILT_IN } from '../../src/policy/guards.ts'
import { createAnalyser } from '../../src/sql/create.ts'
import { createDatabase, type Database, servers } from '../fixtures/database.ts'
import { type Guarded, guarded, outcome } from './guarded.ts'

const SETUP = `
  CREATE SCHEMA z;
  CREATE TABLE z.victim (id int PRIMARY KEY, n text);
  CREATE FUNCTION z.g(x text) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN DELETE FROM z.victim; RETURN true; END $$;
  CREATE DOMAIN z.d AS text CHECK (z.g(VALUE));
  CREATE TABLE z.lg (t text);
  CREATE RULE also AS ON INSERT TO z.lg DO ALSO DELETE FROM z.victim;
  CREATE TABLE z.row (n text);
  INSERT INTO z.row VALUES ('x');
  CREATE FUNCTION z.killer(z.row) RETURNS int LANGUAGE plpgsql AS $$ BEGIN DELETE FROM z.victim; RETURN 1; END $$;
  CREATE FUNCTION z.same(z.row, z.row) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN DELETE FROM z.victim; RETURN true; END $$;
  CREATE OPERATOR z.=== (LEFTARG = z.row, RIGHTARG = z.row, FUNCTION = z.same);
  CREATE FUNCTION public.abs(z.row) RETURNS int LANGUAGE plpgsql AS $$ BEGIN DELETE FROM z.victim; RETURN 1; END $$;
  CREATE VIEW z.calls AS SELECT z.g(n) FROM z.row;
  CREATE TABLE z.p (id int PRIMARY KEY);
  CREATE TABLE z.c (id int REFERENCES z.p ON DELETE CASCADE);
  CREATE TABLE z.plain (id int PRIMARY KEY, n text);
  CREATE FUNCTION z.tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN DELETE FROM z.victim; RETURN new; END $$;
  CREATE TABLE z.tr (id int);
  CREATE TRIGGER t AFTER INSERT ON z.tr FOR EACH ROW EXECUTE FUNCTION z.tf();
  CREATE FUNCTION z.harmless(a int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT a + 1';`

const ROWS = `
  TRUNCATE z.victim, z.p, z.c;
  INSERT INTO z.victim SELECT g, 'x' FROM generate_series(1, 50) g;
  INSERT INTO z.p SELECT g FROM generate_series(1, 10) g;
  INSERT INTO z.c SELECT 1 FROM generate_series(1, 50)`

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
    await database.admin.query(ROWS)
    session = await guarded(database, BUILT_IN.strict, analyser)
    client = await session.connect()
  })
  afterEach(() => session.close())
  afterAll(() => database?.drop())

  const left = async () => {
    const { rows } = await database.admin.query(
      'SELECT count(*)::int AS n FROM z.victim UNION ALL SELECT count(*)::int FROM z.c',
    )
    return rows.map(({ n }) => n)
  }

  const HIDDEN = [
    "SELECT 'x'::z.d",
    "INSERT INTO z.lg VALUES ('hi')",
    'SELECT l.killer FROM z.row l',
    'SELECT a OPERATOR(z.===) b FROM z.row a, z.row b',
    'SELECT abs(r) FROM z.row r',
    'SELECT * FROM z.calls',
    'DELETE FROM z.p WHERE id = 1',
    'INSERT INTO z.tr VALUES (1)',
    'SELECT z.g(n) FROM z.plain',
  ]
  test.each(HIDDEN)('%s', async (text) => {
    expect(await outcome(client.query(text))).toMatch(/^refused by policy/)
    expect(await outcome(client.query({ text, values: [], name: 'n' }))).toMatch(/^refused by policy/)
    expect(await left()).toEqual([50, 50])
  })

  test('what sets off nothing passes, in both protocols', async () => {
    for (const text of [
      'SELECT z.harmless(1)',
      "INSERT INTO z.plain VALUES (1, 'x') ON CONFLICT DO NOTHING",
      'SELECT n FROM z.row',
    ]) {
      expect(await outcome(client.query(text))).toBe('ok')
      expect(await outcome(client.query({ text, values: [], name: text.slice(0, 20) }))).toBe('ok')
    }
  })

  test('EXECUTE of what was prepared does what its text sets off', async () => {
    await client.query('PREPARE fine AS SELECT n FROM z.row')
    expect(await outcome(client.query('EXECUTE fine'))).toBe('ok')
    expect(await outcome(client.query("PREPARE bad AS SELECT 'x'::z.d"))).toMatch(/^refused by policy/)
  })

  test('what this session adds is known with its next statement; sent without waiting, too', async () => {
    await database.admin.query('DROP TABLE IF EXISTS z.fresh; CREATE TABLE z.fresh (id int)')
    expect(await outcome(client.query('INSERT INTO z.fresh VALUES (1)'))).toBe('ok')
    const other = await guarded(
      database,
      {
        ...BUILT_IN.strict,
        rules: {
          ...BUILT_IN.strict.rules,
          'trigger-function': 'warn',
          'unknown-function': 'warn',
          'delete-all': 'warn',
        },
      },
      analyser,
    )
    const maker = await other.connect()
    const trigger = maker.query(
      'CREATE TRIGGER t AFTER INSERT ON z.fresh FOR EACH ROW EXECUTE FUNCTION z.tf()',
    )
    const insert = maker.query('INSERT INTO z.fresh VALUES (2)')
    await Promise.all([outcome(trigger), outcome(insert)])
    const judged = other.events.filter((event) => event.type === 'statement').at(-1)
    expect(judged).toMatchObject({
      effects: [{ action: 'insert' }, { action: 'delete', name: 'z.victim', stored: true }],
    })
    await other.close()
  })
})
