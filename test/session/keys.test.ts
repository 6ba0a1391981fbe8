// Foreign keys, triggers and views that an open transaction makes or switches on: what they make of later statements is told
// on this connection, and on the others of the session.
import { setTimeout } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { BUILT_IN } from '../../src/policy/guards.ts'
import { createAnalyser } from '../../src/sql/create.ts'
import { createDatabase, type Database, servers } from '../fixtures/database.ts'
import { type Guarded, guarded, outcome } from './guarded.ts'

const SETUP = `
  CREATE TABLE parents (id int PRIMARY KEY, code text UNIQUE);
  INSERT INTO parents SELECT g, 'c' || g FROM generate_series(1, 10) g;
  CREATE TABLE kids (id int, pid int, code text);
  INSERT INTO kids SELECT g, 1, 'c1' FROM generate_series(1, 100) g;
  CREATE FUNCTION clear() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN DELETE FROM kids; RETURN NEW; END';
  CREATE TRIGGER w BEFORE UPDATE ON parents FOR EACH ROW EXECUTE FUNCTION clear();
  ALTER TABLE parents DISABLE TRIGGER w;
  CREATE TABLE others (id int PRIMARY KEY);
  CREATE VIEW shown AS SELECT id, pid FROM kids;
  ANALYZE`

const REFUSED = /^refused/
const CASCADE = 'ALTER TABLE kids ADD FOREIGN KEY (pid) REFERENCES parents ON DELETE CASCADE NOT VALID'

const analyser = createAnalyser({ worker: new URL('../../src/sql/worker.ts', import.meta.url) })
afterAll(() => analyser.close())

describe.each(servers())('PostgreSQL $version', (server) => {
  let database: Database
  let session: Guarded

  beforeAll(async () => {
    database = await createDatabase(server, SETUP)
  })
  beforeEach(async () => {
    session = await guarded(database, BUILT_IN.migrations, analyser)
  })
  afterEach(() => session.close())
  afterAll(() => database?.drop())

  const kids = async () => (await database.admin.query('SELECT count(*)::int AS n FROM kids')).rows[0].n

  test.each([
    ['a key that deletes', CASCADE, 'DELETE FROM parents WHERE id = 1'],
    ['a key that empties', CASCADE.replace('CASCADE', 'SET NULL'), 'DELETE FROM parents WHERE id = 1'],
    [
      'a key that changes along',
      'ALTER TABLE kids ADD FOREIGN KEY (code) REFERENCES parents (code) ON UPDATE CASCADE NOT VALID',
      "UPDATE parents SET code = 'gone' WHERE id = 1",
    ],
    ['a trigger', 'ALTER TABLE parents ENABLE TRIGGER w', "UPDATE parents SET code = 'gone' WHERE id = 1"],
    [
      'all triggers',
      'ALTER TABLE parents ENABLE TRIGGER USER',
      "UPDATE parents SET code = 'gone' WHERE id = 1",
    ],
    [
      'a view',
      'CREATE OR REPLACE VIEW shown AS SELECT 1 AS id, pid FROM kids',
      'DELETE FROM shown WHERE id = 1',
    ],
  ])('%s', async (_, made, then) => {
    const client = await session.connect()
    for (const text of ['BEGIN', made]) expect(await outcome(client.query(text))).toBe('ok')
    expect(await outcome(client.query(then))).toMatch(REFUSED)
    await client.query('ROLLBACK')
    expect(await kids()).toBe(100)
    expect(await outcome(client.query('DELETE FROM parents WHERE id = 999'))).toBe('ok')
  })

  test('a key that takes nothing along stops nobody', async () => {
    const client = await session.connect()
    const key =
      'ALTER TABLE kids ADD FOREIGN KEY (code) REFERENCES parents (code) ON UPDATE CASCADE NOT VALID'
    for (const text of ['BEGIN', key, 'UPDATE parents SET id = 11 WHERE id = 10', 'ROLLBACK'])
      expect(await outcome(client.query(text))).toBe('ok')
  })

  test('a guard for people holds the key itself', async () => {
    const strict = await guarded(database, BUILT_IN.strict, analyser)
    const client = await strict.connect()
    expect(await outcome(client.query(CASCADE))).toMatch(/foreign key|rows of kids go or change/)
    await strict.close()
  })

  describe('on another connection', () => {
    test('a statement waits for the transaction, and is judged by what it made', async () => {
      const [one, other] = [await session.connect(), await session.connect()]
      expect(await outcome(other.query('SELECT count(*) FROM parents'))).toBe('ok')
      for (const text of ['BEGIN', CASCADE]) expect(await outcome(one.query(text))).toBe('ok')
      let answered = false
      const asked = outcome(other.query('DELETE FROM parents WHERE id = 1')).finally(() => {
        answered = true
      })
      await setTimeout(200)
      expect(answered).toBe(false)
      await one.query('COMMIT')
      expect(await asked).toMatch(REFUSED)
      expect(await kids()).toBe(100)
      await database.admin.query('ALTER TABLE kids DROP CONSTRAINT kids_pid_fkey')
    })

    test('no key is made while a statement is under way that was judged without it', async () => {
      const [one, other] = [await session.connect(), await session.connect()]
      for (const text of ['BEGIN', 'LOCK TABLE parents']) expect(await outcome(one.query(text))).toBe('ok')
      const asked = outcome(other.query('DELETE FROM parents WHERE id = 1'))
      await setTimeout(200)
      expect(await outcome(one.query(CASCADE))).toMatch(/^refused: another connection of this session/)
      await one.query('ROLLBACK')
      expect(await asked).toBe('ok')
      expect(await kids()).toBe(100)
      await database.admin.query("INSERT INTO parents VALUES (1, 'c1')")
    })

    test('other tables wait for nobody', async () => {
      const [one, other] = [await session.connect(), await session.connect()]
      for (const text of ['BEGIN', CASCADE]) expect(await outcome(one.query(text))).toBe('ok')
      for (const text of ['SELECT 1', 'SELECT count(*) FROM others', 'DELETE FROM others WHERE id = 1'])
        expect(await outcome(other.query(text))).toBe('ok')
      await one.query('ROLLBACK')
    })
  })
})
