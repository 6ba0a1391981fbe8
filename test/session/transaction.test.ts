// What the open transaction of a connection made or renamed, which nobody else sees; on real servers.
import type pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { BUILT_IN } from '../../src/policy/guards.ts'
import { createAnalyser } from '../../src/sql/create.ts'
import { createDatabase, type Database, servers } from '../fixtures/database.ts'
import { type Guarded, guarded, outcome } from './guarded.ts'

const SETUP = `
  CREATE TABLE victim (id int PRIMARY KEY);
  CREATE TABLE lg (t text);
  CREATE RULE wipe AS ON INSERT TO lg DO ALSO DELETE FROM victim;
  CREATE FUNCTION wiper() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN DELETE FROM victim; RETURN NEW; END $$;
  CREATE TABLE parted (id int) PARTITION BY RANGE (id);
  CREATE TRIGGER g BEFORE INSERT ON parted FOR EACH ROW EXECUTE FUNCTION wiper();
  CREATE TABLE plain (id int) PARTITION BY RANGE (id);
  CREATE TABLE loud (id int);
  CREATE TRIGGER g BEFORE INSERT ON loud FOR EACH ROW EXECUTE FUNCTION wiper();
  CREATE TABLE parent (id int PRIMARY KEY, state text);
  CREATE TABLE old (id int, note text);
  CREATE SCHEMA s;
  CREATE TABLE s.b (id int, w int);`

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
  })
  afterEach(async () => {
    await client.query('ROLLBACK')
    await session.close()
  })
  afterAll(() => database?.drop())

  const run = (text: string) => outcome(client.query(text))
  const rules = () => {
    const last = session.events.filter((event) => event.type === 'statement').at(-1)
    return last?.type === 'statement' ? last.rules : []
  }

  test.each<readonly [string, readonly string[], string]>([
    ['a new name of a table', ['ALTER TABLE lg RENAME TO n'], "INSERT INTO n VALUES ('')"],
    [
      'two new names',
      ['ALTER TABLE lg RENAME TO n', 'ALTER TABLE n RENAME TO m'],
      "INSERT INTO m VALUES ('')",
    ],
    ['another schema', ['ALTER TABLE lg SET SCHEMA s'], "INSERT INTO s.lg VALUES ('')"],
    [
      'a new partition of what has a trigger',
      ['CREATE TABLE part PARTITION OF parted DEFAULT'],
      'INSERT INTO part VALUES (1)',
    ],
    [
      'a foreign key that cascades',
      ['ALTER TABLE old ADD FOREIGN KEY (id) REFERENCES parent ON DELETE CASCADE'],
      'DELETE FROM parent WHERE id = 1',
    ],
    [
      'such a key, under another name',
      [
        'ALTER TABLE old ADD FOREIGN KEY (id) REFERENCES parent ON DELETE SET NULL',
        'ALTER TABLE parent RENAME TO p2',
      ],
      'DELETE FROM p2 WHERE id = 1',
    ],
  ])('%s is followed', async (_, before, text) => {
    await run('BEGIN')
    for (const each of before) expect(await run(each)).toBe('ok')
    expect(await run(text)).toMatch(REFUSED)
    await run('ROLLBACK')
  })

  test('tables that are joined are each other’s', async () => {
    await session.close()
    const { rules: own } = BUILT_IN.migrations
    const guard = { ...BUILT_IN.migrations, rules: { ...own, 'attach-table': 'warn' as const } }
    session = await guarded(database, guard, analyser)
    client = await session.connect()
    await run('BEGIN')
    expect(await run('ALTER TABLE plain ATTACH PARTITION loud DEFAULT')).toBe('ok')
    expect(await run('INSERT INTO plain VALUES (1)')).toMatch(REFUSED)
  })

  test('what cascades into a new table only, or is rolled back, is not held', async () => {
    await run('BEGIN')
    await run('CREATE TABLE kid (id int REFERENCES parent ON DELETE CASCADE)')
    expect(await run('DELETE FROM parent WHERE id = 1')).toBe('ok')
    await run('ALTER TABLE lg RENAME TO n')
    await run('ROLLBACK')
    await run('BEGIN')
    expect(await run('CREATE TABLE n (t text)')).toBe('ok')
    expect(await run("INSERT INTO n VALUES ('')")).toBe('ok')
  })

  test('columns that it added are filled', async () => {
    await run('BEGIN')
    expect(await run('ALTER TABLE old ADD COLUMN w int')).toBe('ok')
    expect(await run('CREATE TABLE beside (id int PRIMARY KEY REFERENCES parent)')).toBe('ok')
    expect(await run('UPDATE old SET w = 1')).toBe('ok')
    expect(rules()).toEqual(['backfill'])
    expect(await outcome(client.query('UPDATE old SET w = $1', [2]))).toBe('ok')
    expect(await run('UPDATE old SET w = 1, note = 1')).toMatch(REFUSED)
    expect(rules()).toContain('update-all')
  })

  test.each<readonly [string, readonly string[]]>([
    ['nothing', []],
    ['a column that may be there', ['ALTER TABLE old ADD COLUMN IF NOT EXISTS note text']],
    [
      'a savepoint that is given up',
      ['SAVEPOINT a', 'ALTER TABLE old ADD COLUMN note2 text', 'ROLLBACK TO a'],
    ],
    [
      'a column under another name',
      [
        'ALTER TABLE old ADD COLUMN x text',
        'ALTER TABLE old RENAME note TO y',
        'ALTER TABLE old RENAME x TO note',
        'ALTER TABLE old RENAME note TO z',
        'ALTER TABLE old RENAME y TO note',
      ],
    ],
    [
      'another table under the name',
      [
        'ALTER TABLE old RENAME TO old2',
        'CREATE TABLE old (id int)',
        'ALTER TABLE old ADD note text',
        'ALTER TABLE old RENAME TO old3',
        'ALTER TABLE old2 RENAME TO old',
      ],
    ],
    ['a search path', ['SET search_path = s, public', 'ALTER TABLE b ADD COLUMN note text']],
  ])('after %s, an old column is an old one', async (_, before) => {
    await run('BEGIN')
    for (const each of before) expect([each, await run(each)]).toEqual([each, 'ok'])
    expect(await run('UPDATE old SET note = 1')).toMatch(REFUSED)
  })

  test('what is committed, others may have filled', async () => {
    for (const [begin, end] of [
      ['BEGIN', 'COMMIT'],
      ['', ''],
    ] as const) {
      await run(begin)
      expect(await run('ALTER TABLE old ADD COLUMN v int')).toBe('ok')
      expect(await run('CREATE TABLE kept (a int)')).toBe('ok')
      await run(end)
      await run('BEGIN')
      expect(await run('UPDATE old SET v = 1')).toMatch(REFUSED)
      await run('ROLLBACK')
      expect(await run('DROP TABLE kept')).toMatch(REFUSED)
      await database.admin.query('ALTER TABLE old DROP COLUMN v; DROP TABLE kept')
    }
  })

  test('a table that it made loses nothing older', async () => {
    await run('BEGIN')
    expect(await run('CREATE TABLE b (id int, w int)')).toBe('ok')
    for (const text of [
      'INSERT INTO b VALUES (1, 1)',
      'UPDATE b SET w = 2',
      'DELETE FROM b',
      'TRUNCATE b',
      'DROP TABLE b',
    ])
      expect([text, await run(text)]).toEqual([text, 'ok'])
    expect(await run('CREATE TABLE b (id int)')).toBe('ok')
    expect(await run('DROP TABLE b')).toBe('ok')
  })

  test.each<readonly [string, readonly string[], string]>([
    ['a table of another schema', ['CREATE TABLE b (id int)'], 'DROP TABLE s.b'],
    [
      'one that takes the name',
      ['CREATE TABLE b (id int)', 'ALTER TABLE b RENAME TO c', 'ALTER TABLE old RENAME TO b'],
      'DROP TABLE b',
    ],
    ['one that may be there', ['CREATE TABLE IF NOT EXISTS old (id int)'], 'DROP TABLE old'],
    [
      'one whose name comes back',
      [
        'ALTER TABLE old RENAME TO o',
        'CREATE TABLE old (id int)',
        'DROP TABLE old',
        'ALTER TABLE o RENAME TO old',
      ],
      'DROP TABLE old',
    ],
    ['one that takes others along', ['CREATE TABLE b (id int)'], 'DROP TABLE b CASCADE'],
    [
      'one that old rows refer to',
      [
        'CREATE TABLE b (id int PRIMARY KEY)',
        'ALTER TABLE old ADD FOREIGN KEY (id) REFERENCES b ON DELETE CASCADE',
      ],
      'DELETE FROM b',
    ],
    ['a partition', ['CREATE TABLE part PARTITION OF plain DEFAULT'], 'DROP TABLE part'],
  ])('%s is still kept', async (_, before, text) => {
    await run('BEGIN')
    for (const each of before) expect([each, await run(each)]).toEqual([each, 'ok'])
    expect(await run(text)).toMatch(REFUSED)
  })
})
