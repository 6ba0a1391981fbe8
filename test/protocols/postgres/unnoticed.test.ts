// A session that reads only what has changed, and does not always wait for it, judges as one that reads everything: on a real
// server, with changes that are made to be overlooked.
import { connect, type Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Effect } from '../../../src/core/statement.ts'
import { Changed } from '../../../src/protocols/postgres/changed.ts'
import { Side } from '../../../src/protocols/postgres/side.ts'
import { loadSnapshot, SnapshotReader } from '../../../src/protocols/postgres/snapshot/load.ts'
import { Stored } from '../../../src/protocols/postgres/stored.ts'
import { upstreamLogin } from '../../../src/protocols/postgres/upstream-login.ts'
import { createAnalyser } from '../../../src/sql/create.ts'
import { createDatabase, type Database, servers } from '../../fixtures/database.ts'
import { terms } from './relayed.ts'

const analyser = createAnalyser({ worker: new URL('../../../src/sql/worker.ts', import.meta.url) })
afterAll(() => analyser.close())

const SETUP = `
  CREATE TABLE victim (id int PRIMARY KEY);
  CREATE TABLE t (id int PRIMARY KEY, a text);
  CREATE TABLE kid (id int PRIMARY KEY, t int);
  CREATE TABLE parts (k int) PARTITION BY RANGE (k);
  CREATE TABLE part (k int);
  CREATE FUNCTION clear() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN DELETE FROM victim; RETURN new; END $$;
  CREATE FUNCTION calm() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
  CREATE FUNCTION wipe(x text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN DELETE FROM victim; RETURN x; END $$;
  CREATE FUNCTION plain(x text) RETURNS text LANGUAGE sql AS 'SELECT x';
  CREATE TABLE quiet (id int);
  CREATE TRIGGER hush BEFORE INSERT ON quiet FOR EACH ROW EXECUTE FUNCTION calm();
  CREATE FUNCTION hook(name text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN
    EXECUTE format('CREATE TRIGGER x AFTER INSERT ON %I FOR EACH ROW EXECUTE FUNCTION clear()', name); END $$;
  CREATE SCHEMA other;
  CREATE TABLE other.t (id int);
  CREATE TRIGGER x AFTER INSERT ON other.t FOR EACH ROW EXECUTE FUNCTION clear();
  CREATE DOMAIN checked AS text CHECK (wipe(VALUE) <> '');`

/** Statements, each for itself; the last one is what is judged. */
const CASES: Readonly<Record<string, readonly string[]>> = {
  'a trigger on a table that was just made': [
    'CREATE TABLE fresh (id int)',
    'CREATE TRIGGER x AFTER INSERT ON fresh FOR EACH ROW EXECUTE FUNCTION clear()',
    'INSERT INTO fresh VALUES (1)',
  ],
  'a trigger behind a column': [
    'ALTER TABLE t ADD COLUMN c text',
    'CREATE TRIGGER x AFTER UPDATE OF c ON t FOR EACH ROW EXECUTE FUNCTION clear()',
    'UPDATE t SET c = 1 WHERE id = 1',
  ],
  'a rule': ['CREATE RULE r AS ON INSERT TO t DO ALSO DELETE FROM victim', 'INSERT INTO t VALUES (1)'],
  'a function that a trigger uses': [
    'CREATE OR REPLACE FUNCTION calm() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN DELETE FROM victim; RETURN new; END $$',
    'INSERT INTO quiet VALUES (1)',
  ],
  'a default': ["ALTER TABLE t ADD COLUMN c text DEFAULT wipe('x')", 'INSERT INTO t VALUES (1)'],
  'a default of a new table': [
    "CREATE TABLE fresh (id int, c text DEFAULT wipe('x'))",
    'INSERT INTO fresh VALUES (1)',
  ],
  'a check by a function that is replaced': [
    'ALTER TABLE t ADD CONSTRAINT c CHECK (plain(a) IS NOT NULL)',
    'CREATE OR REPLACE FUNCTION plain(x text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN DELETE FROM victim; RETURN x; END $$',
    'INSERT INTO t VALUES (1)',
  ],
  'a domain': ['ALTER TABLE t ADD COLUMN c checked', "INSERT INTO t VALUES (1, 'a', 'b')"],
  'an index': [
    'CREATE INDEX i ON t (plain(a))',
    'ALTER FUNCTION plain(text) RENAME TO wiped',
    'INSERT INTO t VALUES (1)',
  ],
  'a foreign key that cascades': [
    'ALTER TABLE kid ADD FOREIGN KEY (t) REFERENCES t ON DELETE CASCADE',
    'DELETE FROM t WHERE id = 1',
  ],
  'a new table with a foreign key that cascades': [
    'CREATE TABLE fresh (id int REFERENCES t ON DELETE CASCADE)',
    'DELETE FROM t WHERE id = 1',
  ],
  'a partition that is attached': [
    'CREATE TRIGGER x AFTER INSERT ON part FOR EACH ROW EXECUTE FUNCTION clear()',
    'ALTER TABLE parts ATTACH PARTITION part FOR VALUES FROM (1) TO (10)',
    'INSERT INTO parts VALUES (1)',
  ],
  'a new partition below triggers': [
    'CREATE TRIGGER x AFTER INSERT ON parts FOR EACH ROW EXECUTE FUNCTION clear()',
    'CREATE TABLE fresh PARTITION OF parts FOR VALUES FROM (1) TO (10)',
    'INSERT INTO fresh VALUES (1)',
  ],
  'a child': ['CREATE TABLE fresh () INHERITS (t)', 'DELETE FROM t WHERE id = 1'],
  'a table like another': [
    "ALTER TABLE t ALTER COLUMN a SET DEFAULT wipe('x')",
    'CREATE TABLE fresh (LIKE t INCLUDING ALL)',
    'INSERT INTO fresh VALUES (1)',
  ],
  'a table in the place of another': [
    'CREATE TABLE fresh (id int)',
    'CREATE TRIGGER x AFTER INSERT ON fresh FOR EACH ROW EXECUTE FUNCTION clear()',
    'DROP TABLE t CASCADE',
    'ALTER TABLE fresh RENAME TO t',
    'INSERT INTO t VALUES (1)',
  ],
  'two tables that change places': [
    'CREATE TRIGGER x AFTER INSERT ON kid FOR EACH ROW EXECUTE FUNCTION clear()',
    'ALTER TABLE t RENAME TO between',
    'ALTER TABLE kid RENAME TO t',
    'INSERT INTO t VALUES (1)',
  ],
  'a table that is dropped and made again': [
    'DROP TABLE t',
    'CREATE TABLE t (id boolean, a text)',
    'DELETE FROM t WHERE id = true',
  ],
  'a new table whose key tells nothing apart': [
    'CREATE TABLE fresh (id boolean)',
    'DELETE FROM fresh WHERE id = true',
  ],
  'a column that tells nothing apart': ['ALTER TABLE t ADD COLUMN c boolean', 'DELETE FROM t WHERE c = true'],
  'a column of another type': [
    'ALTER TABLE t ALTER COLUMN a TYPE int USING 1',
    'ALTER TABLE t ALTER COLUMN a TYPE text',
  ],
  'a schema that moves': ['ALTER TABLE t SET SCHEMA other2', 'INSERT INTO t VALUES (1)'],
  'a schema with another name': ['ALTER SCHEMA other RENAME TO others', 'INSERT INTO others.t VALUES (1)'],
  'a function that makes a trigger': ["SELECT hook('t')", 'INSERT INTO t VALUES (1)'],
  'a block that makes a trigger': [
    "DO $$ BEGIN EXECUTE 'CREATE TRIGGER x AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION clear()'; END $$",
    'INSERT INTO t VALUES (1)',
  ],
  'a table that may have been there before': [
    'CREATE TABLE IF NOT EXISTS fresh (id int)',
    'CREATE TRIGGER x AFTER INSERT ON fresh FOR EACH ROW EXECUTE FUNCTION clear()',
    'CREATE TABLE IF NOT EXISTS fresh (id int)',
    'INSERT INTO fresh VALUES (1)',
  ],
  'a savepoint that is left': [
    'BEGIN; SAVEPOINT s; CREATE TABLE fresh (id int); ROLLBACK TO s; CREATE TABLE fresh (id int REFERENCES t ON DELETE CASCADE); COMMIT',
    'DELETE FROM t WHERE id = 1',
  ],
  'a view': ['CREATE VIEW v AS SELECT id, wipe(a) FROM t', 'SELECT * FROM v'],
  'a view over another column': [
    'CREATE VIEW v AS SELECT id, a AS c FROM t',
    'CREATE OR REPLACE VIEW v AS SELECT id, wipe(a) AS c FROM t',
    'SELECT * FROM v',
  ],
  'an operator': [
    'CREATE OPERATOR === (LEFTARG = text, RIGHTARG = text, FUNCTION = texteq)',
    "CREATE FUNCTION eq(text, text) RETURNS boolean LANGUAGE sql AS $$ SELECT wipe('x') = '' $$",
    'CREATE OPERATOR ~== (LEFTARG = text, RIGHTARG = text, FUNCTION = eq)',
    "SELECT 'a' ~== 'b'",
  ],
  'a cast': [
    "CREATE FUNCTION made(t) RETURNS int LANGUAGE sql AS $$ SELECT length(wipe('x')) $$",
    'CREATE CAST (t AS int) WITH FUNCTION made(t)',
    'SELECT t::int FROM t',
  ],
  'a policy': [
    'CREATE POLICY p ON t USING (wipe(a) IS NOT NULL)',
    'ALTER TABLE t ENABLE ROW LEVEL SECURITY',
    'SELECT id FROM t',
  ],
  'a trigger that is switched on': [
    'CREATE TRIGGER x AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION clear()',
    'ALTER TABLE t DISABLE TRIGGER x',
    'ALTER TABLE t ENABLE TRIGGER x',
    'INSERT INTO t VALUES (1)',
  ],
  'a table in front of another': [
    'ALTER DATABASE current SET search_path = public, other',
    'CREATE TABLE fresh (id int)',
    'ALTER TABLE fresh ADD COLUMN a text',
    'INSERT INTO other.t VALUES (1)',
  ],
  'an extension': ['CREATE EXTENSION citext', "SELECT 'a'::citext = 'b'"],
  'an event trigger': [
    'CREATE FUNCTION ev() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN DELETE FROM victim; END $$',
    'CREATE EVENT TRIGGER et ON ddl_command_end EXECUTE FUNCTION ev()',
    'CREATE TABLE fresh (id int)',
    'ALTER TABLE fresh ADD COLUMN a text',
  ],
  'an event trigger that adds a trigger to every table': [
    `CREATE FUNCTION ev() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN
       IF tg_tag = 'CREATE TABLE' THEN EXECUTE 'CREATE TRIGGER x AFTER INSERT ON fresh FOR EACH ROW EXECUTE FUNCTION clear()'; END IF; END $$`,
    'CREATE EVENT TRIGGER et ON ddl_command_end EXECUTE FUNCTION ev()',
    'CREATE TABLE fresh (id int)',
    'INSERT INTO fresh VALUES (1)',
  ],
}

describe.each(servers())('PostgreSQL $version', (server) => {
  let database: Database
  let side: Side
  let stored: Stored
  const opened: Side[] = []

  const open = () => {
    const dial = () =>
      new Promise<Socket>((resolve) => {
        const socket = connect({ host: '127.0.0.1', port: server.port }, () => resolve(socket))
      })
    const target = terms({ host: '127.0.0.1', port: server.port }, { database: database.name })
    const made = new Side(() =>
      upstreamLogin({ terms: target, dial, settings: new Map(), keys: new Map(), timeout: 5000 }),
    )
    opened.push(made)
    return made
  }

  beforeAll(async () => {
    database = await createDatabase(server, '')
    side = open()
  })
  beforeEach(async () => {
    await database.admin.query(
      `DROP SCHEMA IF EXISTS other, others, other2, public CASCADE; CREATE SCHEMA public; CREATE SCHEMA other2; ${SETUP}`,
    )
    const reader = new SnapshotReader(side, () => 0)
    stored = new Stored({ load: (whole) => reader.read({ whole }), analyser, now: () => performance.now() })
  })
  afterEach(() => database.admin.query('DROP EVENT TRIGGER IF EXISTS et'))
  afterAll(async () => {
    for (const each of opened) each.close()
    await database?.drop()
  })

  const judged = async (text: string, by: Stored): Promise<readonly Effect[]> => {
    const effects = await by.deepen(await analyser.analyse(text), { moved: false })
    return effects.map(({ bytes: _bytes, estimate: _estimate, ...effect }) => effect)
  }

  test.each(Object.entries(CASES))('%s', async (_, statements) => {
    const texts = statements.map((text) => text.replace('DATABASE current', `DATABASE ${database.name}`))
    const last = texts.at(-1)!
    await judged(last, stored)
    for (const text of texts.slice(0, -1)) {
      await judged(text, stored)
      await database.admin.query(text)
      const changed = new Changed()
      stored.note({ analysis: await analyser.analyse(text), text }, changed)
      stored.invalidate(changed)
      // Also what stands between them is judged, and so read or not.
      await judged('INSERT INTO victim VALUES (1)', stored)
    }
    const found = await judged(last, stored)
    const whole = new Stored({ load: () => loadSnapshot(side, 0), analyser, now: () => 0 })
    expect(found).toEqual(await judged(last, whole))
  })
})
