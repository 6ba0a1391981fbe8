// Texts of errors and notices: what may hold masked values is withheld, what a developer needs to read is not.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createAnalyser } from '../../../src/sql/create.ts'
import { createDatabase, type Database, servers } from '../../fixtures/database.ts'
import { type Relayed, relayed } from './relayed.ts'
import { bind, execute, fields, parse, query, sync, type Wire, wire } from './wire.ts'

const SECRET = 'secret-of-ada'
const SETUP = `
  CREATE TABLE users (id int PRIMARY KEY, name text, email text CONSTRAINT one_email UNIQUE DEFERRABLE INITIALLY DEFERRED);
  INSERT INTO users VALUES (1, 'ada', '${SECRET}'), (2, 'bob', 'other');
  CREATE TABLE orders (id int PRIMARY KEY, note text, data json);
  INSERT INTO orders VALUES (1, 'plain');
  CREATE TABLE bills (id int);
  CREATE FUNCTION tell() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE NOTICE '%', (SELECT email FROM users LIMIT 1);
       RAISE EXCEPTION '%', (SELECT email FROM users LIMIT 1) USING TABLE = (SELECT email FROM users LIMIT 1); END $$;
  CREATE TRIGGER tell BEFORE INSERT ON bills FOR EACH ROW EXECUTE FUNCTION tell();`

const analyser = createAnalyser({ worker: new URL('../../../src/sql/worker.ts', import.meta.url) })
afterAll(() => analyser.close())

describe.each(servers())('PostgreSQL $version', (server) => {
  let database: Database
  let relay: Relayed
  let client: Wire

  beforeAll(async () => {
    database = await createDatabase(server, SETUP)
    relay = await relayed({
      upstream: { host: '127.0.0.1', port: server.port },
      terms: {
        database: database.name,
        masks: { columns: [{ pattern: 'public.users.email', mask: 'redact' }], detect: [] },
      },
      analyser,
    })
    client = await wire(relay.port)
  })
  afterEach(async () => {
    client.socket.destroy()
    client = await wire(relay.port)
  })
  afterAll(async () => {
    client?.socket.destroy()
    await relay?.close()
    await database?.drop()
  })

  /** Errors and notices as `SQLSTATE message`; none may hold the secret, here or in the record. */
  const said = async (...frames: Buffer[]) => {
    relay.told.length = 0
    const answer = await client.send(...frames).until('Z')
    for (const { body } of answer) expect(body.toString('utf8').toLowerCase()).not.toContain(SECRET)
    for (const event of relay.told)
      if (event.type === 'notice' || event.type === 'result')
        expect(JSON.stringify({ ...event, statement: undefined }).toLowerCase()).not.toContain(SECRET)
    return answer
      .filter(({ type }) => type === 'E' || type === 'N')
      .map(({ body }) => `${fields(body).get('C')} ${fields(body).get('M')}`)
      .join('; ')
  }
  const run = (text: string) => said(query(text))
  const READABLE = /^(?!.*withheld)/

  test.each([
    ['CREATE TABLE users (id int)', '42P07 relation "users" already exists'],
    ['CREATE TABLE IF NOT EXISTS users (id int)', '42P07 relation "users" already exists, skipping'],
    ['ALTER TABLE users ADD COLUMN email text', '42701 column "email" of relation "users" already exists'],
    [
      'ALTER TABLE users ADD COLUMN IF NOT EXISTS email text',
      '42701 column "email" of relation "users" already exists, skipping',
    ],
    ['ALTER TABLE users DROP CONSTRAINT nope', '42704 constraint "nope" of relation "users" does not exist'],
    [
      'ALTER TABLE users ALTER COLUMN nope SET DEFAULT 1',
      '42703 column "nope" of relation "users" does not exist',
    ],
    [
      'ALTER TABLE users ALTER COLUMN nope TYPE int',
      '42703 column "nope" of relation "users" does not exist',
    ],
    [
      'ALTER TABLE users ADD PRIMARY KEY (id)',
      '42P16 multiple primary keys for table "users" are not allowed',
    ],
    [
      'ALTER TABLE users ALTER COLUMN email TYPE int',
      '42804 column "email" cannot be cast automatically to type integer',
    ],
    ['CREATE INDEX users_pkey ON users (id)', '42P07 relation "users_pkey" already exists'],
    ['CREATE INDEX ON users (nope)', '42703 column "nope" does not exist'],
    ['ALTER VIEW users RENAME TO x', '42809 "users" is not a view'],
    [
      'CREATE UNIQUE INDEX ON users USING hash (name)',
      '0A000 access method "hash" does not support unique indexes',
    ],
    ['SELECT nope FROM users', '42703 column "nope" does not exist'],
    ["SET statement_timeout = 'soon'", '22023 invalid value for parameter "statement_timeout": "soon"'],
    ["SELECT 'x'::int", '22P02 invalid input syntax for type integer: "x"'],
    ["INSERT INTO orders (id, data) VALUES (7, '{bad')", '22P02 invalid input syntax for type json'],
    ["DO $$ BEGIN RAISE NOTICE 'step %', 1; END $$", '00000 step 1'],
    ["DO $$ BEGIN PERFORM 1 FROM orders; RAISE NOTICE 'step 2'; END $$", '00000 step 2'],
    ["DO $$ BEGIN RAISE EXCEPTION 'not yet'; END $$", 'P0001 not yet'],
  ])('%s', async (text, expected) => {
    expect(await run(text)).toBe(expected)
  })

  test('a parameter that does not fit', async () => {
    expect(
      await said(
        parse('', 'UPDATE orders SET note = note WHERE id = $1'),
        bind('', '', 'abc'),
        execute(''),
        sync,
      ),
    ).toBe('22P02 invalid input syntax for type integer: "abc"')
  })

  test('DO in front of which a statement is called like its language', async () => {
    await run('PREPARE plpgsql AS SELECT email FROM users')
    expect(await run('PREPARE plpgsql AS SELECT email FROM users')).toBe(
      '42P05 prepared statement "plpgsql" already exists',
    )
    expect(await run("DO $$ BEGIN RAISE NOTICE 'fine'; END $$")).toBe('00000 fine')
  })

  test.each([
    [
      'RAISE with names',
      "DO $$ BEGIN RAISE NOTICE 'x' USING TABLE = (SELECT email FROM users LIMIT 1), SCHEMA = (SELECT email FROM users LIMIT 1); END $$",
    ],
    ['a trigger', 'INSERT INTO bills VALUES (1)'],
    ['a cast in a definition', 'ALTER TABLE users ADD CONSTRAINT c CHECK (email::regclass IS NOT NULL)'],
    ['a cast of a column', 'ALTER TABLE users ALTER COLUMN email TYPE int USING email::int'],
    ['an index', 'CREATE INDEX ON users ((email::int))'],
    [
      'a deferred constraint',
      `BEGIN; UPDATE users SET email = '${SECRET.toUpperCase()}' WHERE id = 1; ROLLBACK`,
    ],
  ])('%s', async (_, text) => {
    expect(await run(text)).not.toMatch(/P0001 secret/)
  })

  test('a SQLSTATE that code made of a value', async () => {
    await run("UPDATE orders SET note = 'plain'")
    const text = `DO $$ BEGIN RAISE NOTICE 'x' USING ERRCODE = (SELECT upper(substr(email, 1, 5) || '') FROM users WHERE id = 2); END $$`
    expect(await run(text)).toMatch(/^00000 the message is withheld/)
  })

  test('ANALYZE and COMMIT, which name no table', async () => {
    await run('CREATE STATISTICS st ON (email::int), name FROM users')
    expect(await run('ANALYZE')).toMatch(/22P02 the message is withheld/)
    await run('DROP STATISTICS st')
    await run('BEGIN')
    await run('UPDATE users SET email = (SELECT email FROM users WHERE id = 1)')
    expect(await run('COMMIT')).toBe('23505 duplicate key value violates unique constraint "one_email"')
    const update = 'UPDATE users SET email = (SELECT email FROM users WHERE id = 1)'
    expect(await said(parse('', update), bind('', ''), execute(''), sync)).toBe(
      '23505 duplicate key value violates unique constraint "one_email"',
    )
  })

  test('a domain that is checked anew', async () => {
    await run('CREATE DOMAIN word AS text')
    await run('ALTER TABLE users ALTER COLUMN email TYPE word')
    await run('ALTER DOMAIN word ADD CONSTRAINT c CHECK (VALUE::int > 0) NOT VALID')
    expect(await run('ALTER DOMAIN word VALIDATE CONSTRAINT c')).toMatch(/^22P02 the message is withheld/)
    await run('ALTER TABLE users ALTER COLUMN email TYPE text; DROP DOMAIN word')
  })

  test('what the relay says of its own is readable', async () => {
    expect(await run('COMMIT')).toMatch(READABLE)
    expect(await said(bind('', 'nope'), sync)).toMatch(READABLE)
  })
})
