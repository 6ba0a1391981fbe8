// Messages without a Sync: where a transaction begins and ends then, and what of it is made last; on real servers.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createAnalyser } from '../../src/sql/create.ts'
import { createDatabase, type Database, servers } from '../fixtures/database.ts'
import {
  bind,
  copyData,
  copyDone,
  execute,
  flush,
  outline,
  parse,
  query,
  sync,
  type Wire,
  wire,
} from '../protocols/postgres/wire.ts'
import { counting, type Guarded, guarded } from './guarded.ts'

const SETUP = `
  CREATE TABLE t (id int PRIMARY KEY, n int);
  INSERT INTO t SELECT g, 0 FROM generate_series(1, 2000) g;
  CREATE TABLE calm (id int); CREATE TABLE log (id int); CREATE TABLE few (id int); CREATE TABLE late (id int);
  CREATE FUNCTION every() RETURNS int LANGUAGE plpgsql AS 'BEGIN UPDATE t SET n = 1 WHERE id > 0; RETURN 1; END';
  CREATE FUNCTION fired() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN UPDATE t SET n = 1 WHERE id > 0; RETURN NEW; END';
  CREATE TRIGGER fired AFTER INSERT ON log FOR EACH ROW EXECUTE FUNCTION fired();
  CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN UPDATE t SET n = 1 WHERE id = 0; RETURN NEW; END';
  CREATE TRIGGER nothing AFTER INSERT ON few FOR EACH ROW EXECUTE FUNCTION nothing();
  CREATE FUNCTION fails() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE ''not so''; END';
  CREATE CONSTRAINT TRIGGER fails AFTER INSERT ON late DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION fails();
  CREATE PROCEDURE batches() LANGUAGE plpgsql AS 'BEGIN UPDATE t SET n = 1 WHERE id > 0; COMMIT; END';
  CREATE FUNCTION calm(a int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS 'BEGIN PERFORM every(); RETURN 1; END';
  CREATE VIEW seen AS SELECT calm(1);
  ANALYZE;`

const guard = counting(1000)

const analyser = createAnalyser({ worker: new URL('../../src/sql/worker.ts', import.meta.url) })
afterAll(() => analyser.close())

const IDS = `{${Array.from({ length: 1500 }, (_, index) => index + 1).join()}}`
const ANY = 'UPDATE t SET n = 1 WHERE id = ANY($1::int[])'
const message = (text: string, ...values: string[]) => [parse('', text), bind('', '', ...values), execute('')]
const MANY = message(ANY, IDS)

describe.each(servers())('PostgreSQL $version', (server) => {
  let database: Database
  let session: Guarded
  let raw: Wire

  beforeAll(async () => {
    database = await createDatabase(server, SETUP)
  })
  beforeEach(async () => {
    session = await guarded(database, guard, analyser)
    raw = await wire(session.port)
  })
  afterEach(async () => {
    raw.socket.destroy()
    await session.close()
    expect(await changed()).toBe(0)
  })
  afterAll(() => database?.drop())

  const changed = async () =>
    Number((await database.admin.query('SELECT count(*) FROM t WHERE n = 1')).rows[0].count)
  /** Answers up to the next ReadyForQuery, or the end. */
  const heard = async (...frames: Buffer[]) => outline(await raw.send(...frames).until('Z'))
  const REFUSED = /E:42501 ?Z:[IE]$/

  test.each<[string, Buffer[]]>([
    ['a simple query', [query('SELECT every()')]],
    ['a message', [...message('SELECT every()'), sync]],
    ['several statements', [query('SELECT every()'), query('SELECT 1; SELECT 2')]],
    ['an array', [...MANY, sync]],
    ['a message and a simple query', [...MANY, query('SELECT 1')]],
    ['two texts', [query('SELECT 1; SELECT 2'), ...MANY, query('SELECT 1; SELECT 2')]],
  ])('behind a simple query without a Sync in front of it no transaction is open: %s', async (_, frames) => {
    expect(await heard(...message('SELECT 1'), query('SELECT 2'))).toBe(
      '1 2 D:1 C:SELECT 1 T D:2 C:SELECT 1 Z:I',
    )
    raw.send(...frames, sync)
    let seen = ''
    while (!/E:/.test(seen)) seen += await heard()
    expect(seen).toMatch(/E:42501 ?Z:[IE]/)
  })

  test('what was begun stays open', async () => {
    expect(await heard(...message('BEGIN'), query('SELECT 2'))).toMatch(/Z:T$/)
    expect(await heard(query('SELECT every()'))).toMatch(/Z:T$/)
    expect(await heard(...message('SELECT 1'), query('COMMIT'))).toMatch(REFUSED)
    expect(await heard(query('ROLLBACK'))).toBe('C:ROLLBACK Z:I')
  })

  test('an error takes the simple query behind it along', async () => {
    expect(await heard(...message('SELECT 1 / 0'), query('SELECT 2'), sync)).toMatch(/E:22012 ?Z:I$/)
    expect(await heard(...message('INSERT INTO late VALUES (1)'), query('SELECT 2'))).toMatch(/E:P0001 ?Z:I$/)
    expect(await heard(query('SELECT 3'))).toBe('T D:3 C:SELECT 1 Z:I')
  })

  test.each<[string, Buffer]>([
    ['a procedure', query('CALL batches()')],
    ['code', query('DO $$ BEGIN UPDATE t SET n = 1 WHERE id > 0; COMMIT; END $$')],
    ['COPY', query('COPY (UPDATE t SET n = 1 WHERE id > 0 RETURNING n) TO STDOUT')],
  ])('behind the unanswered ROLLBACK of a transaction that failed: %s', async (_, frame) => {
    for (const end of ['ROLLBACK', 'COMMIT', 'ROLLBACK; SELECT 1']) {
      await heard(query('BEGIN'))
      expect(await heard(query('SELECT 1 / 0'))).toMatch(/Z:E$/)
      expect(await heard(query(end), frame)).toMatch(/Z:I$/)
      expect(await heard()).toMatch(REFUSED)
    }
  })

  test('a way back to a savepoint that is not answered', async () => {
    for (const text of ['SELECT every()', 'CALL batches()', 'SELECT 1; SELECT every()']) {
      await heard(query('BEGIN'))
      await heard(query('SAVEPOINT a'))
      await heard(query('SELECT 1 / 0'))
      raw.send(query('ROLLBACK TO a'), query(text), query('COMMIT'))
      expect(`${await heard()} ${await heard()} ${await heard()}`).toMatch(/E:(42501|25P02|2D000) ?Z:E/)
      await heard(query('ROLLBACK'))
    }
  })

  test('an end that is on its way behind another end', async () => {
    await heard(query('BEGIN'))
    raw.send(query('ROLLBACK AND CHAIN; SELECT 1'), query('SELECT pg_sleep(1)'), query('ROLLBACK'))
    expect(await heard()).toMatch(/Z:T$/)
    raw.send(...MANY, sync)
    expect(`${await heard()} ${await heard()} ${await heard()}`).toMatch(REFUSED)
  })

  test.each(['SELECT calm(1)', 'SELECT * FROM seen', 'SELECT 1 FROM t WHERE id = calm(2)'])(
    'planned, and not run: %s',
    async (text) => {
      expect(await heard(parse('', text), bind('', ''), sync)).toMatch(REFUSED)
      expect(await heard(parse('', text), bind('', ''), query('SELECT 1'))).toMatch(REFUSED)
      await heard(query('BEGIN'))
      expect(await heard(parse('', text), bind('', ''), sync)).toMatch(/Z:T$/)
      expect(await heard(query('COMMIT'))).toMatch(REFUSED)
    },
  )

  const COPY = message('COPY calm FROM STDIN')
  test.each<[string, Buffer[][]]>([
    [
      'data, then a Sync',
      [
        [...MANY, ...COPY, flush],
        [sync, copyDone, sync],
      ],
    ],
    [
      'code, then a Sync',
      [
        [...message('SELECT every()'), ...COPY, flush],
        [sync, copyDone, sync],
      ],
    ],
    [
      'a Sync in front of the data',
      [
        [...MANY, ...COPY, sync],
        [copyData('1\n'), copyDone, sync],
      ],
    ],
    ['all at once', [[...COPY, sync, copyDone, ...MANY, sync]]],
    ['a simple query', [[...COPY, sync, copyDone, query('SELECT 1'), ...MANY, sync]]],
    [
      'a simple query later',
      [
        [...COPY, flush],
        [sync, copyDone, query('SELECT 1'), query('SELECT every()')],
      ],
    ],
    ['in front of it', [[...MANY, ...COPY, sync, copyDone, query('SELECT 1')]]],
  ])('a Sync that COPY swallows ends nothing: %s', async (_, steps) => {
    let seen = ''
    for (const [index, frames] of steps.entries()) {
      raw.send(...frames)
      if (index < steps.length - 1) await raw.until('G')
    }
    do seen = outline(await raw.until('Z'))
    while (!/E:|^$/.test(seen))
    expect(seen).toMatch(/E:42501/)
  })

  test('COPY with code behind it: no end is waited for that the client cannot send', async () => {
    const copy = 'COPY few FROM STDIN'
    raw.send(...message(copy), sync)
    await raw.until('G')
    expect(await heard(copyData('1\n'), copyDone, sync)).toBe('C:COPY 1 Z:I')
    raw.send(query(copy))
    await raw.until('G')
    expect(await heard(copyData('1\n'), copyDone)).toBe('C:COPY 1 Z:I')
  })
})
