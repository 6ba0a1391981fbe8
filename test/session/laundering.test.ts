// Masked columns on their way to another name, and temporary tables, through the relay with its guard on real servers.
import { once } from 'node:events'
import { connect, createServer, type Server as NetServer } from 'node:net'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Secret } from '../../src/core/secret.ts'
import type { Effect } from '../../src/core/statement.ts'
import { createMasking } from '../../src/masking/index.ts'
import { BUILT_IN } from '../../src/policy/guards.ts'
import { postgres } from '../../src/protocols/postgres/index.ts'
import type { Target } from '../../src/protocols/protocol.ts'
import type { Recorder } from '../../src/recording/recorder.ts'
import { relay } from '../../src/session/relay.ts'
import { createAnalyser } from '../../src/sql/create.ts'
import { createDatabase, type Database, servers } from '../fixtures/database.ts'
import { LOCAL_PASSWORD, LOCAL_USER, terms } from '../protocols/postgres/relayed.ts'

const SETUP = `
  CREATE TABLE customers (id int PRIMARY KEY, email text, ssn text, note text);
  INSERT INTO customers VALUES (1, 'Ada@example.com', '078-05-1120', 'vip');
  CREATE TABLE deliveries (customer int, other int);
  CREATE TABLE notes (id int PRIMARY KEY, body text);
  INSERT INTO notes VALUES (1, 'x');
  CREATE TABLE scratch (id int);
  CREATE TABLE logins (id int, ssn text, name text);
  CREATE SEQUENCE counter;
  CREATE VIEW contacts AS SELECT id, email AS address FROM customers;
  CREATE VIEW bodies AS SELECT id, body FROM notes;
  CREATE VIEW letters AS SELECT id, body AS ssn FROM notes;
  CREATE VIEW letters_of_letters AS SELECT * FROM letters;
  CREATE FUNCTION spill() RETURNS text LANGUAGE sql AS 'SELECT email FROM customers LIMIT 1';`

/** Speaks of nothing but copies and dropped tables. */
const guard = {
  name: 'test',
  mode: 'enforce' as const,
  rules: { 'masked-copy': 'hold' as const, 'drop-table': 'block' as const },
  allow: [],
}

const analyser = createAnalyser({ worker: new URL('../../src/sql/worker.ts', import.meta.url) })
afterAll(() => analyser.close())

describe.each(servers())('PostgreSQL $version', (server) => {
  let database: Database
  let target: Target
  let listener: NetServer
  let client: pg.Client
  const exposed: Effect[] = []

  beforeAll(async () => {
    database = await createDatabase(server, SETUP)
    const own = terms(
      { host: '127.0.0.1', port: server.port },
      {
        database: database.name,
        guard,
        masks: {
          columns: [
            { pattern: 'public.customers.email', mask: 'partial' },
            { pattern: '*.*.ssn', mask: 'redact' },
          ],
          detect: [],
        },
      },
    )
    target = postgres.open({
      terms: own,
      dial: async () => {
        const socket = connect(own.port, own.host)
        await once(socket, 'connect')
        return socket
      },
      local: { user: LOCAL_USER, password: new Secret(LOCAL_PASSWORD) },
      analyser,
      masking: createMasking(own.masks, Buffer.alloc(32, 7)),
    })
    const recorder = {
      append(event) {
        if (event.type === 'statement')
          exposed.push(...event.effects.filter(({ action }) => action === 'expose'))
        return 0
      },
      flush() {},
      lagging: () => false,
      onFailure() {},
      seal: () => Promise.reject(new Error('not here')),
    } satisfies Recorder
    listener = createServer({ pauseOnConnect: true }, (socket) => {
      relay(socket, { conn: 1, target, terms: own, recorder })
    })
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  })
  beforeEach(async () => {
    exposed.length = 0
    const { port } = listener.address() as { port: number }
    client = new pg.Client({
      host: '127.0.0.1',
      port,
      user: LOCAL_USER,
      password: LOCAL_PASSWORD,
      database: database.name,
    })
    client.on('error', () => {})
    await client.connect()
  })
  afterEach(() => client.end())
  afterAll(async () => {
    listener?.close()
    await target?.close()
    await database?.drop()
  })

  const refused = (text: string) => expect(client.query(text), text).rejects.toThrow(/masked values in clear/)

  test.each([
    'CREATE TABLE x AS SELECT email FROM customers',
    'SELECT lower(email) AS harmless INTO x FROM public.customers',
    'CREATE TEMP TABLE x AS SELECT * FROM customers',
    'CREATE TEMP TABLE customers AS SELECT * FROM public.customers',
    'CREATE TABLE x AS SELECT address FROM contacts',
    'CREATE TEMP TABLE customers (email text); INSERT INTO customers SELECT email FROM public.customers',
    'SET search_path = other; INSERT INTO customers (email) SELECT email FROM public.customers',
    'CREATE TABLE x (a int, b text DEFAULT spill())',
    "CREATE TRIGGER w BEFORE UPDATE ON customers FOR EACH ROW EXECUTE FUNCTION tsvector_update_trigger(note, 'pg_catalog.simple', email)",
    'SELECT * INTO x FROM (SELECT id, email FROM customers) AS q (a, b)',
    'CREATE TABLE x AS SELECT a.* FROM customers AS a (b, c, d, e)',
    'CREATE TABLE x AS SELECT j.value FROM customers c, json_each_text(to_json(c)) j',
    'CREATE TABLE x AS SELECT id, body FROM notes UNION ALL SELECT id, ssn FROM customers',
    'CREATE TABLE x AS WITH RECURSIVE r AS (SELECT ssn AS s FROM customers UNION SELECT s FROM r) SELECT s FROM r',
    'CREATE TABLE x AS SELECT string_agg(email, $$,$$) AS all_of_them FROM customers',
    'CREATE TABLE x AS SELECT (SELECT email FROM customers LIMIT 1) AS one',
    'CREATE TABLE x AS SELECT c.c FROM (SELECT customers AS c FROM customers) c',
    'WITH d AS (DELETE FROM customers WHERE id = 7 RETURNING *) INSERT INTO notes SELECT id, email FROM d',
    'MERGE INTO notes n USING customers c ON n.id = c.id WHEN MATCHED THEN UPDATE SET body = c.ssn',
    'UPDATE notes SET (id, body) = (SELECT id, email FROM customers LIMIT 1)',
    'ALTER SCHEMA public RENAME TO other',
    'EXPLAIN ANALYZE CREATE TABLE x AS SELECT email FROM customers',
    'CREATE VIEW v1 AS SELECT email AS e FROM customers; CREATE TABLE x AS SELECT e FROM v1',
    'CREATE TABLE x AS SELECT spill() AS s',
    'CREATE VIEW x AS SELECT spill() AS s',
    'INSERT INTO notes SELECT id + 10, ssn FROM customers',
    'WITH c AS (SELECT email AS e FROM customers), n AS (INSERT INTO notes SELECT 2, e FROM c RETURNING 1) SELECT 1',
    'INSERT INTO notes VALUES (1, $$a$$) ON CONFLICT (id) DO UPDATE SET body = (SELECT email FROM customers)',
    'UPDATE notes SET body = c.email FROM customers c',
    'UPDATE customers SET note = ssn',
    'UPDATE customers SET email = $$x@$$ || ssn',
    'UPDATE customers SET email = $$x@$$ || replace(email, $$@$$, $$.$$)',
    'ALTER TABLE customers RENAME email TO mail',
    'ALTER TABLE customers RENAME TO clients',
    'ALTER TABLE customers ALTER note TYPE text USING email',
    'ALTER TABLE customers ADD COLUMN copy text GENERATED ALWAYS AS (email) STORED',
    'DO $$ DECLARE r record; BEGIN FOR r IN SELECT * FROM customers LOOP UPDATE notes SET body = r.email; END LOOP; END $$',
    'CREATE FUNCTION t() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.note := NEW.email; RETURN NEW; END $$',
    'CREATE FUNCTION t() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO notes VALUES (9, NEW.ssn); RETURN NEW; END $$',
    'CREATE RULE r AS ON UPDATE TO customers DO ALSO INSERT INTO notes VALUES (new.id, new.email)',
    "SELECT pg_notify('x', e) FROM (SELECT email AS e FROM customers) q",
    "SELECT set_config('app.x', c::text, false) FROM customers c",
    "COPY (SELECT email FROM customers) TO '/tmp/never'",
    'PREPARE p AS INSERT INTO notes SELECT 5, email FROM customers',
    'UPDATE letters SET ssn = c.ssn FROM customers c',
    'UPDATE letters_of_letters SET ssn = (SELECT ssn FROM customers LIMIT 1)',
    'CREATE VIEW fresh AS SELECT id, body AS ssn FROM notes; UPDATE fresh SET ssn = c.ssn FROM customers c',
    'MERGE INTO letters l USING customers c ON l.id = c.id WHEN MATCHED THEN UPDATE SET ssn = c.ssn',
    'INSERT INTO logins SELECT * FROM logins a JOIN logins b USING (id, name, ssn)',
    'INSERT INTO logins SELECT * FROM logins NATURAL JOIN (SELECT id, name FROM logins) b',
    'WITH logins AS (SELECT id, name AS ssn, ssn AS name FROM logins) INSERT INTO logins SELECT * FROM logins',
    'INSERT INTO logins SELECT * FROM logins AS l (id, name, ssn)',
    'CREATE TABLE x AS SELECT * FROM logins AS l (id, name, ssn)',
    'CREATE TABLE x AS SELECT (r).* FROM (SELECT ROW(id, ssn) AS r FROM logins) q',
    'INSERT INTO notes SELECT 1, (SELECT q.ssn FROM (SELECT l.*) q) FROM logins l',
    "SELECT setval('counter', length(ssn)) FROM customers",
    'SELECT lo_create(length(ssn)::oid) FROM customers',
    'SELECT pg_create_restore_point(ssn) FROM customers',
    'CREATE TABLE x (k text REFERENCES customers (email) ON UPDATE CASCADE)',
    'CREATE TABLE x (k text, FOREIGN KEY (k) REFERENCES customers ON UPDATE CASCADE)',
    'ALTER TABLE notes ADD FOREIGN KEY (body) REFERENCES customers (ssn) ON UPDATE CASCADE NOT VALID',
  ])('refuses %s', async (text) => {
    await refused(text)
    expect(exposed.length).toBeGreaterThan(0)
    expect((await database.admin.query("SELECT to_regclass('x') AS x")).rows).toEqual([{ x: null }])
  })

  test.each([
    'UPDATE customers SET email = lower(email)',
    "UPDATE customers SET email = 'user' || id || '@example.com', ssn = NULL",
    'INSERT INTO deliveries SELECT id, id FROM customers',
    'CREATE TEMP TABLE y AS SELECT id, ssn FROM customers',
    'CREATE TEMP TABLE y AS SELECT id, count(email) AS n FROM customers GROUP BY id',
    'INSERT INTO notes SELECT id + 20, body FROM bodies WHERE id = 1',
    'CREATE INDEX ON customers (lower(email))',
    'CREATE OR REPLACE VIEW v2 AS SELECT email AS e FROM customers',
    'COPY notes FROM STDIN',
    'ALTER TABLE notes RENAME body TO text; ALTER TABLE notes RENAME text TO body',
    'DO $$ BEGIN UPDATE notes SET body = upper(body) WHERE id = 1; END $$',
    'CREATE OR REPLACE FUNCTION t2() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.email := lower(NEW.email); RETURN NEW; END $$',
    "SELECT set_config('app.tenant', '1', false)",
    'SET LOCAL search_path = public; UPDATE customers SET email = lower(email)',
    'EXPLAIN INSERT INTO notes SELECT id, email FROM customers',
    'CREATE TEMP TABLE y AS SELECT o.customer, c.note FROM deliveries o JOIN customers c ON c.id = o.customer',
    'SELECT email FROM customers',
    'INSERT INTO logins SELECT * FROM logins',
    'INSERT INTO logins TABLE logins',
    'UPDATE letters SET ssn = upper(ssn)',
    "UPDATE letters SET ssn = 'x' FROM customers c WHERE c.id = letters.id",
    'CREATE TEMP TABLE y AS SELECT * FROM logins a JOIN deliveries b ON a.id = b.other',
    "SELECT setval('counter', max(id)) FROM customers",
  ])('allows %s', async (text) => {
    await client.query('BEGIN')
    await client
      .query(text)
      .catch((error: Error) => expect(error.message).not.toMatch(/refused|masked values/))
    await client.query('ROLLBACK')
    expect(exposed).toEqual([])
  })

  test('a temporary table of an earlier message hides the protected one', async () => {
    await client.query('CREATE TEMP TABLE customers (email text)')
    await refused('INSERT INTO customers SELECT email FROM public.customers')
  })

  test('drops a temporary table of an earlier message, and only that', async () => {
    const dropped = (text: string) => expect(client.query(text)).rejects.toThrow(/DROP TABLE removes/)
    await client.query('CREATE TEMP TABLE scratch (id int)')
    await dropped('DROP TABLE public.scratch')
    await client.query('DROP TABLE scratch')
    await dropped('DROP TABLE scratch')
    await client.query('BEGIN')
    await client.query('CREATE TEMP TABLE scratch (id int)')
    await client.query('ROLLBACK')
    await dropped('DROP TABLE scratch')
    await client.query('CREATE TEMP TABLE scratch (id int) ON COMMIT DROP')
    await dropped('DROP TABLE scratch')
    await client.query('CREATE TEMP TABLE scratch (id int)')
    await dropped('DROP TABLE scratch; DROP TABLE scratch')
    await dropped('DO $$ BEGIN DROP TABLE scratch; DROP TABLE scratch; END $$')
    await client.query('DISCARD TEMP')
    await dropped('DROP TABLE scratch')
    await client.query('CREATE TEMP TABLE scratch (id int)')
    await client.query('SET search_path = public, pg_temp')
    await dropped('DROP TABLE scratch')
  })

  test('does not trust a temporary table while answers are missing', async () => {
    await client.query('CREATE TEMP TABLE scratch (id int)')
    const late = ['BEGIN', 'SELECT 1/0', 'COMMIT', 'DROP TABLE scratch'].map((text) =>
      client.query(text).then(
        () => 'done',
        (error: Error) => error.message.slice(0, 10),
      ),
    )
    expect((await Promise.all(late)).slice(0, 3)).toEqual(['done', 'division b', 'done'])
    expect((await database.admin.query("SELECT to_regclass('public.scratch') AS x")).rows[0].x).toBe(
      'scratch',
    )
  })

  test('EXECUTE of what this connection prepared', async () => {
    await client.query('PREPARE p AS SELECT email FROM customers')
    expect((await client.query('EXECUTE p')).rows[0].email).toBe('A**@example.com')
    await expect(client.query('CREATE TABLE x AS EXECUTE p')).rejects.toThrow(/masked values/)
  })
})

test('built-in guards hold it', () => {
  for (const { rules } of Object.values(BUILT_IN)) expect(rules['masked-copy']).toBe('hold')
})
