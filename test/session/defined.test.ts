// What a definition would set off is told when something reaches it, also within the transaction that nobody else sees.
import type pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { BUILT_IN } from '../../src/policy/guards.ts'
import { createAnalyser } from '../../src/sql/create.ts'
import { createDatabase, type Database, servers } from '../fixtures/database.ts'
import { type Guarded, guarded, outcome } from './guarded.ts'

const plpgsql = (name: string, body: string, returns = 'int') =>
  `CREATE OR REPLACE FUNCTION ${name}() RETURNS ${returns} LANGUAGE plpgsql AS $$ BEGIN ${body} END $$`
const takes = (name: string, type: string, body = '') =>
  `CREATE OR REPLACE FUNCTION ${name}(v ${type}) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN ${body} RETURN true; END $$`

const SETUP = `
  CREATE TABLE victim (id int PRIMARY KEY);
  CREATE TABLE parent (id int PRIMARY KEY, state text);
  CREATE TABLE child (id int REFERENCES parent ON DELETE CASCADE);
  CREATE TABLE orders (id int, note text);
  CREATE TABLE other (id int);
  CREATE TABLE version (v text);
  CREATE TABLE parted (id int) PARTITION BY RANGE (id);
  CREATE VIEW shown AS SELECT id FROM orders;
  ${plpgsql('wipe', 'DELETE FROM victim; RETURN 1;')};
  ${plpgsql('wiper', 'DELETE FROM victim; RETURN NEW;', 'trigger')};
  ${plpgsql('calm', 'RETURN 1;')};
  ${plpgsql('stamp', 'RETURN NEW;', 'trigger')};
  ${plpgsql('through', 'RETURN calm();')};
  ${takes('valid', 'text')};
  ${takes('fits', 'text')};
  CREATE DOMAIN checked AS text CHECK (valid(VALUE));
  CREATE TRIGGER stamped BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION stamp();`

const WIPES = plpgsql('calm', 'PERFORM wipe(); RETURN 1;')
const INVALID = takes('valid', 'text', 'PERFORM wipe();')
const UNFIT = takes('fits', 'text', 'PERFORM wipe();')
const TRIGGER = 'CREATE TRIGGER g BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION wiper()'
const REFUSED = /^refused by policy/

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
    await client.query('BEGIN')
  })
  afterEach(async () => {
    await client.query('ROLLBACK')
    await session.close()
  })
  afterAll(() => database?.drop())

  const run = (text: string) => outcome(client.query(text))

  test.each([
    ['calls what deletes', plpgsql('f', 'PERFORM wipe(); RETURN 1;')],
    ['deletes what others hang on', plpgsql('f', 'DELETE FROM parent WHERE id = 1; RETURN 1;')],
    ['is a trigger', TRIGGER],
    ['is a view', 'CREATE OR REPLACE VIEW shown AS SELECT wipe() AS id'],
    ['is a rule', 'CREATE RULE r AS ON UPDATE TO version DO ALSO SELECT wipe()'],
  ])('a definition that %s is warned about, other statements pass', async (what, text) => {
    if (what === 'is a rule') expect(await run(text)).toMatch(/rule/)
    else expect(await run(text)).toBe('ok')
    await run('ROLLBACK; BEGIN')
    if (what !== 'is a rule') {
      await run(text)
      expect(await run("UPDATE version SET v = '2' WHERE v = '1'")).toBe('ok')
      expect(await run('INSERT INTO other VALUES (1)')).toBe('ok')
      expect(await run('COMMIT')).toBe('ok')
    }
    await database.admin.query(`DROP FUNCTION IF EXISTS f(); DROP TRIGGER IF EXISTS g ON orders;
      CREATE OR REPLACE VIEW shown AS SELECT id FROM orders`)
  })

  test.each<readonly [string, readonly string[], string]>([
    ['called', [plpgsql('f', 'PERFORM wipe(); RETURN 1;')], 'SELECT f()'],
    ['called from a block', [plpgsql('f', 'PERFORM wipe(); RETURN 1;')], 'DO $$ BEGIN PERFORM f(); END $$'],
    ['in place of another', [WIPES], 'SELECT calm()'],
    ['called by what is stored', [WIPES], 'SELECT through()'],
    ['called by another definition', [WIPES, plpgsql('f', 'RETURN calm();')], 'SELECT f()'],
    ['changed after its caller', [plpgsql('f', 'RETURN calm();'), WIPES], 'SELECT f()'],
    ['a trigger', [TRIGGER], "INSERT INTO orders VALUES (1, '')"],
    ['a trigger behind a view', [TRIGGER], 'INSERT INTO shown VALUES (1)'],
    [
      'the function of a trigger',
      [plpgsql('stamp', 'PERFORM wipe(); RETURN NEW;', 'trigger')],
      "UPDATE orders SET note = '' WHERE id = 1",
    ],
    [
      'a trigger on a new table',
      ['CREATE TABLE fresh (id int)', TRIGGER.replace('orders', 'fresh')],
      'INSERT INTO fresh VALUES (1)',
    ],
    [
      'a trigger on a renamed table',
      [TRIGGER, 'ALTER TABLE orders RENAME TO old_orders'],
      "INSERT INTO old_orders VALUES (1, '')",
    ],
    [
      'a trigger for a new partition',
      ['CREATE TABLE part PARTITION OF parted DEFAULT', TRIGGER.replace('orders', 'parted')],
      'INSERT INTO part VALUES (1)',
    ],
    ['a view', ['CREATE OR REPLACE VIEW shown AS SELECT wipe() AS id'], 'SELECT * FROM shown'],
    ['a domain’s check', [INVALID], "SELECT 'x'::checked"],
    ['a new domain’s check', ['CREATE DOMAIN d AS text CHECK (valid(VALUE))', INVALID], "SELECT 'x'::d"],
    [
      'a new default',
      ['ALTER TABLE other ADD COLUMN n int DEFAULT calm()', WIPES],
      'INSERT INTO other (id) VALUES (1)',
    ],
    [
      'behind an operator',
      ['CREATE OPERATOR !! (FUNCTION = fits, RIGHTARG = text)', UNFIT],
      "SELECT !! 'x'::text",
    ],
    [
      'behind a cast',
      [
        'CREATE TYPE c AS (a int)',
        takes('of', 'c'),
        'CREATE CAST (c AS boolean) WITH FUNCTION of(c)',
        takes('of', 'c', 'PERFORM wipe();'),
      ],
      'SELECT ROW(1)::c::boolean',
    ],
    [
      'under another name',
      [
        plpgsql('f', 'PERFORM wipe(); RETURN 1;'),
        'ALTER FUNCTION calm() RENAME TO calm2',
        'ALTER FUNCTION f() RENAME TO calm',
      ],
      'SELECT calm()',
    ],
  ])('what is defined counts when it is %s', async (_, before, text) => {
    await run('INSERT INTO parent VALUES (1)')
    for (const each of before) await run(each)
    expect(await run(text)).toMatch(REFUSED)
  })

  test('with PREPARE, and with what was parsed before', async () => {
    const asked = { name: 'p', text: 'SELECT calm()' }
    expect(await outcome(client.query(asked))).toBe('ok')
    expect(await run(WIPES)).toBe('ok')
    expect(await outcome(client.query(asked))).toMatch(REFUSED)
  })

  test('no more when the transaction is over', async () => {
    await run(WIPES)
    await run('ROLLBACK')
    expect(await run('SELECT calm()')).toBe('ok')
  })

  test('when it is committed, too', async () => {
    expect(await run(WIPES)).toBe('ok')
    expect(await run('COMMIT')).toBe('ok')
    expect(await run('SELECT calm()')).toMatch(REFUSED)
    await database.admin.query(plpgsql('calm', 'RETURN 1;'))
  })

  test('in one text, and when nobody waits for answers', async () => {
    expect(await run(`DO $do$ BEGIN ${WIPES.replaceAll('$$', '$b$')}; END $do$`)).toMatch(REFUSED)
    await run('ROLLBACK; BEGIN')
    expect(await run(`${WIPES}; SELECT calm()`)).toMatch(REFUSED)
    await run('ROLLBACK; BEGIN')
    const defined = run(WIPES)
    const called = run('SELECT calm()')
    expect(await defined).toBe('ok')
    expect(await called).toMatch(REFUSED)
  })
})
