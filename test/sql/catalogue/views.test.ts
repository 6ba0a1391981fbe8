// Conditions on views: a key of a view is one of its table only where its column is. Held to what a server does.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decide } from '../../../src/policy/decide.ts'
import { BUILT_IN } from '../../../src/policy/guards.ts'
import { createCatalogue, type SchemaFacts } from '../../../src/sql/catalogue/create.ts'
import { createDatabase, type Database, servers } from '../../fixtures/database.ts'
import { analyser } from '../analysers.ts'
import { snapshotOf } from './databases.ts'

const sql = analyser()

const SETUP = `
  CREATE TABLE items (id int PRIMARY KEY, "true" int, qty int, on_hand bool);
  INSERT INTO items SELECT i, 1, 0 FROM generate_series(1, 500) i;
  CREATE VIEW plain AS SELECT id, qty FROM items WHERE id > 0;
  CREATE VIEW renamed AS SELECT i.id AS key, "true" AS "a, 1 AS b" FROM items i;
  CREATE VIEW over AS SELECT * FROM plain;
  CREATE VIEW one AS SELECT *, 1 AS one FROM items;
  CREATE VIEW over_one AS SELECT * FROM one;
  CREATE VIEW yes AS SELECT id, true AS yes FROM items;
  CREATE VIEW who AS SELECT id, CURRENT_USER AS who FROM items;
  CREATE VIEW rounded AS SELECT id / 1000 AS id, qty FROM items;
  CREATE VIEW settings AS SELECT name, setting FROM pg_settings;
  CREATE VIEW deep AS SELECT * FROM settings;
  CREATE VIEW joined AS SELECT s.name FROM pg_settings s JOIN pg_class c ON c.relname = s.name;
  ANALYZE`

describe.each(servers())('PostgreSQL $version', (server) => {
  let database: Database
  let facts: SchemaFacts
  beforeAll(async () => {
    database = await createDatabase(server, SETUP)
    facts = createCatalogue(await snapshotOf(database.admin), sql)
  })
  afterAll(() => database?.drop())

  const verdict = async (text: string) =>
    decide(await facts.deepen(await sql.analyse(text), { moved: false }), BUILT_IN.migrations)

  const changed = async (text: string): Promise<number | null> => {
    await database.admin.query('BEGIN')
    try {
      return (await database.admin.query(text)).rowCount
    } finally {
      await database.admin.query('ROLLBACK')
    }
  }

  it.each([
    'DELETE FROM plain WHERE id = 1',
    'UPDATE plain SET qty = 2 WHERE id = 1',
    'DELETE FROM renamed WHERE key = 1',
    'DELETE FROM over WHERE id IN (1, 2, 3)',
    'DELETE FROM items WHERE id IN (SELECT id FROM items LIMIT 400)',
  ])('a few rows: %s', async (text) => {
    expect((await verdict(text)).kind).toBe('allow')
    expect(await changed(text)).toBeLessThan(500)
  })

  it.each([
    ['DELETE FROM one WHERE one = 1', 'delete-range'],
    ['DELETE FROM one WHERE one IN (1, 2)', 'delete-range'],
    ['UPDATE one SET qty = qty + 1 WHERE one = 1', 'update-blanket'],
    ['DELETE FROM over_one WHERE one = 1', 'delete-range'],
    [
      "DELETE FROM who WHERE who = (SELECT rolname FROM pg_roles WHERE oid = (SELECT relowner FROM pg_class WHERE oid = 'items'::regclass))",
      'delete-range',
    ],
    ['DELETE FROM rounded WHERE id = 0', 'delete-range'],
    ['DELETE FROM items WHERE id IN (SELECT id FROM items LIMIT 10000)', 'delete-range'],
    ['UPDATE items SET qty = 0 WHERE id IN (SELECT id FROM items ORDER BY id LIMIT 500)', 'update-blanket'],
  ])('any number of rows: %s', async (text, rule) => {
    const { kind, findings } = await verdict(text)
    expect([kind, findings.map((each) => each.rule)]).toEqual(['hold', expect.arrayContaining([rule])])
    expect(await changed(text)).toBeGreaterThan(400)
  })

  it.each([
    "UPDATE settings SET setting = 'off' WHERE name = 'row_security'",
    "UPDATE deep SET setting = 'off' WHERE name = 'row_security'",
    "CREATE VIEW mine AS SELECT * FROM deep; UPDATE mine SET setting = 'off' WHERE name = 'row_security'",
    "CREATE TEMP VIEW mine AS SELECT * FROM deep; UPDATE mine SET setting = 'off' WHERE name = 'row_security'",
  ])('settings of the server: %s', async (text) => {
    const { kind, findings } = await verdict(text)
    expect([kind, findings[0]?.rule]).toEqual(['block', 'catalog-write'])
    await changed(text)
  })

  it('a view of such a view is told when it is made', async () => {
    for (const text of [
      'CREATE TEMP VIEW mine AS SELECT * FROM deep',
      'CREATE VIEW mine AS SELECT * FROM pg_settings',
    ])
      expect((await verdict(text)).findings.map(({ rule }) => rule)).toContain('catalog-view')
    expect((await verdict('CREATE VIEW mine AS SELECT * FROM joined')).kind).toBe('allow')
    expect((await verdict('SELECT * FROM deep')).kind).toBe('allow')
  })

  it('a text or transaction that replaces it counts', async () => {
    const text =
      'CREATE OR REPLACE VIEW plain AS SELECT 1 AS id, qty FROM items; DELETE FROM plain WHERE id = 1'
    expect((await verdict(text)).kind).toBe('hold')
  })
})

it('an operator of somebody may be meant by =', async () => {
  const database = await createDatabase(
    servers()[0]!,
    `CREATE TABLE users (id int PRIMARY KEY, email text);
     CREATE FUNCTION yes(text, int) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT true';
     CREATE OPERATOR = (FUNCTION = yes, LEFTARG = text, RIGHTARG = int)`,
  )
  try {
    const facts = createCatalogue(await snapshotOf(database.admin), sql)
    const effects = await facts.deepen(await sql.analyse('DELETE FROM users WHERE email = 5'), {
      moved: false,
    })
    expect(decide(effects, BUILT_IN.migrations).kind).toBe('hold')
  } finally {
    await database.drop()
  }
})
