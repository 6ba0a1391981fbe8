// What waits for a person because of its rows: a COMMIT, and what is made last without one; on real servers.
import { connect } from 'node:net'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { int32 } from '../../src/protocols/postgres/frames.ts'
import { createAnalyser } from '../../src/sql/create.ts'
import { createDatabase, type Database, servers } from '../fixtures/database.ts'
import { bind, execute, outline, parse, query, sync, type Wire, wire } from '../protocols/postgres/wire.ts'
import { counting, type Guarded, guarded, outcome } from './guarded.ts'
import { person } from './person.ts'

const SETUP = `
  CREATE TABLE t (id int PRIMARY KEY, n int);
  INSERT INTO t SELECT g, 0 FROM generate_series(1, 2000) g;
  CREATE TABLE log (id int);
  CREATE TABLE grows (id int, n int);
  INSERT INTO grows SELECT 1, 0 FROM generate_series(1, 1500);
  CREATE FUNCTION every() RETURNS int LANGUAGE plpgsql AS 'BEGIN UPDATE t SET n = 1 WHERE id > 0; RETURN 1; END';
  CREATE PROCEDURE batches() LANGUAGE plpgsql AS 'BEGIN UPDATE t SET n = 1 WHERE id > 0; COMMIT; END';
  ANALYZE;`

const guard = counting(1000)

const analyser = createAnalyser({ worker: new URL('../../src/sql/worker.ts', import.meta.url) })
afterAll(() => analyser.close())

const IDS = `{${Array.from({ length: 1500 }, (_, index) => index + 1).join()}}`
/** No estimate sees how many rows these are. */
const ANY = 'UPDATE t SET n = 1 WHERE id = ANY($1::int[])'
const LISTED = `UPDATE t SET n = 1 WHERE id = ANY((SELECT '${IDS}'::int[])::int[])`
/** What the text makes itself is nobody's loss. */
const FRESH = `CREATE TABLE more (id int); INSERT INTO more SELECT generate_series(1, 1500);
  UPDATE more SET id = id + 1; DELETE FROM more WHERE id > 3`
const message = (text: string, ...values: string[]) => [parse('', text), bind('', '', ...values), execute('')]

describe.each(servers())('PostgreSQL $version', (server) => {
  let database: Database
  let session: Guarded
  let dana: ReturnType<typeof person>
  let raw: Wire

  async function open(strongLocks: 'wait' | 'refuse') {
    dana = person()
    const terms = { approvers: ['dba'], timeout: 900_000, strongLocks }
    const holds = { approvals: dana.approvals, terms, standing: new Set<string>(), key: Buffer.alloc(32, 1) }
    session = await guarded(database, guard, analyser, undefined, holds)
    raw = await wire(session.port)
  }
  beforeEach(async () => {
    database = await createDatabase(server, SETUP)
    await open('wait')
  })
  afterEach(async () => {
    raw.socket.destroy()
    await session.close()
    await database.drop()
  })

  const changed = async () =>
    Number((await database.admin.query('SELECT count(*) FROM t WHERE n = 1')).rows[0].count)
  const heard = async () => outline(await raw.until('Z'))
  const types = () => session.events.map(({ type }) => type)

  test('a COMMIT waits with what it would make last, and is released', async () => {
    const client = await session.connect()
    await client.query('BEGIN')
    await client.query(ANY, [IDS])
    await client.query('INSERT INTO log VALUES (1)')
    const committed = client.query('COMMIT')
    const { held, settle } = await dana.next(1)
    expect(held).toMatchObject({
      text: 'COMMIT',
      once: true,
      transaction: {
        state: 'open',
        statements: 3,
        earlier: [ANY, 'INSERT INTO log VALUES (1)'],
      },
      findings: [
        {
          rule: 'many-rows',
          reason: 'This transaction has deleted or updated 1,500 rows, and the guard lets 1,000 pass',
        },
      ],
    })
    expect(held.effects).toContainEqual({ action: 'transaction', object: 'commit', estimate: 1500 })
    expect(await changed()).toBe(0)
    settle({ state: 'approved', scope: 'session' })
    await committed
    expect(await changed()).toBe(1500)
    await client.query('BEGIN')
    await client.query('UPDATE t SET n = 0 WHERE id = ANY($1::int[])', [IDS])
    const again = outcome(client.query('COMMIT'))
    // What another COMMIT makes last is something else, whatever was said of this one.
    ;(await dana.next(2)).settle({ state: 'denied', reason: 'no' })
    expect(await again).toMatch(/^refused by policy: This transaction has .*; denied by Dana: no$/)
    await client.query('ROLLBACK')
    expect(await changed()).toBe(1500)
  })

  test.each<[string, () => Buffer[], RegExp]>([
    ['a simple query', () => [query(LISTED)], /^C:UPDATE 1500 (N:00000 )?Z:I$/],
    ['code', () => [query('SELECT every()')], /C:SELECT 1 (N:00000 )?Z:I$/],
    ['messages', () => [...message(ANY, IDS), sync], /C:UPDATE 1500 (N:00000 )?Z:I$/],
    [
      'several in a pipeline',
      () => [...message('INSERT INTO log VALUES (1)'), ...message(ANY, IDS), ...message('SELECT 1'), sync],
      /C:INSERT 0 1 .*C:UPDATE 1500 .*C:SELECT 1 (N:00000 )?Z:I$/,
    ],
  ])('outside of a transaction what ran waits to be made last: %s', async (_, frames, answer) => {
    raw.send(...frames())
    const { held, settle } = await dana.next(1)
    expect(held).toMatchObject({ ran: true, once: true, transaction: { state: 'open' } })
    expect(held.effects).toEqual([{ action: 'transaction', object: 'commit', estimate: expect.any(Number) }])
    expect(await changed()).toBe(0)
    settle({ state: 'approved' })
    expect(await heard()).toMatch(answer)
    expect(await changed()).toBeGreaterThanOrEqual(1500)
    expect(types().filter((type) => ['held', 'approval', 'denied'].includes(type))).toEqual([
      'held',
      'approval',
    ])
    raw.send(query('SELECT 7'))
    expect(await heard()).toBe('T D:7 C:SELECT 1 Z:I')
    const texts = session.events.flatMap((event) => (event.type === 'statement' ? [event.text] : []))
    expect(texts.at(-1)).toBe('SELECT 7')
  })

  test('denied, it is undone, and the connection goes on', async () => {
    for (const [at, frames] of [[query(LISTED)], [...message(ANY, IDS), sync]].entries()) {
      raw.send(...frames)
      ;(await dana.next(at + 1)).settle({ state: 'denied', reason: 'not now' })
      expect(await heard()).toMatch(/E:42501 ?Z:I$/)
      expect(await changed()).toBe(0)
    }
    raw.send(query('SELECT 7'))
    expect(await heard()).toBe('T D:7 C:SELECT 1 Z:I')
  })

  test('behind messages without a Sync, a simple query waits, too', async () => {
    raw.send(...message(ANY, IDS), query('SELECT 7'))
    ;(await dana.next(1)).settle({ state: 'approved' })
    expect(await heard()).toMatch(/C:UPDATE 1500 (N:00000 )?T D:7 C:SELECT 1 Z:I$/)
    expect(await changed()).toBe(1500)
  })

  test('cancelled or left alone, it is undone', async () => {
    const client = await session.connect()
    const asked = outcome(client.query(ANY, [IDS]))
    const first = await dana.next(1)
    const { processID, secretKey } = client as unknown as { processID: number; secretKey: number }
    const socket = connect(session.port, '127.0.0.1')
    socket.end(Buffer.concat([int32(16), int32(80_877_102), int32(processID), int32(secretKey)]))
    expect(await asked).toMatch(/canceling/)
    expect(first.withdrawn).toBe(true)
    raw.send(...message(ANY, IDS), sync)
    const second = await dana.next(2)
    raw.socket.destroy()
    await expect.poll(() => second.withdrawn, { timeout: 5000 }).toBe(true)
    expect(await changed()).toBe(0)
    expect((await client.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
  })

  test('what was approved by its estimate is not asked for again when it is made last', async () => {
    const client = await session.connect()
    const updated = client.query('UPDATE t SET n = 1 WHERE id > 0')
    const { held, settle } = await dana.next(1)
    expect(held.effects).toContainEqual(expect.objectContaining({ action: 'update', estimate: 2000 }))
    settle({ state: 'approved' })
    await updated
    expect(await changed()).toBe(2000)
    await client.query('BEGIN')
    const again = client.query('UPDATE t SET n = 2 WHERE id > 0')
    ;(await dana.next(2)).settle({ state: 'approved' })
    await again
    await client.query(ANY, [IDS])
    const committed = client.query('COMMIT')
    const last = await dana.next(3)
    expect(last.held.effects).toContainEqual({
      action: 'transaction',
      object: 'commit',
      estimate: 1500,
      detail: 'besides 2,000 that were approved',
    })
    last.settle({ state: 'approved' })
    await committed
    expect(dana.asked).toHaveLength(3)
  })

  test('many more than were approved are asked for again, with their number', async () => {
    const client = await session.connect()
    const updated = client.query('UPDATE grows SET n = 1 WHERE id > 0')
    const first = await dana.next(1)
    expect(first.held.effects).toContainEqual(expect.objectContaining({ action: 'update', estimate: 1500 }))
    await database.admin.query('INSERT INTO grows SELECT 1, 0 FROM generate_series(1, 30000)')
    await database.admin.query('ANALYZE grows')
    // What was planned is told for two seconds.
    await new Promise((resolve) => setTimeout(resolve, 2100))
    first.settle({ state: 'approved' })
    const second = await dana.next(2)
    expect(second.held.effects).toEqual([
      {
        action: 'transaction',
        object: 'commit',
        estimate: 30_000,
        detail: 'besides 1,500 that were approved',
      },
    ])
    expect(second.held.ran).toBe(true)
    second.settle({ state: 'approved' })
    expect((await updated).rowCount).toBe(31_500)
  })

  test('strong_locks: refuse refuses at the end, too, and says what to do', async () => {
    raw.socket.destroy()
    await session.close()
    await open('refuse')
    const client = await session.connect()
    await client.query('BEGIN')
    await client.query('ALTER TABLE log ADD COLUMN more int')
    await client.query(ANY, [IDS])
    expect(await outcome(client.query('COMMIT'))).toMatch(
      /keeps others from public\.log: change the rows in another transaction than what locks these$/,
    )
    await client.query('ROLLBACK')
    raw.send(...message('ALTER TABLE log ADD COLUMN more int'), ...message(ANY, IDS), sync)
    expect(await heard()).toMatch(/E:42501 ?Z:I$/)
    expect(dana.asked).toHaveLength(0)
    expect(await changed()).toBe(0)
    const released = outcome(client.query(ANY, [IDS]))
    ;(await dana.next(1)).settle({ state: 'approved' })
    expect(await released).toBe('ok')
  })

  test('what makes itself last is asked for before it runs', async () => {
    const client = await session.connect()
    for (const [at, text] of [
      'CALL batches()',
      'UPDATE t SET n = 1 WHERE id > 0; SELECT 1',
      'DO $$ BEGIN UPDATE t SET n = 1 WHERE id > 0; COMMIT; END $$',
      // However it is dressed: older servers would make it last before anybody could be asked.
      '-- tidy up\rCALL batches()',
      '/* /* tidy */ * up */ CALL batches()',
      "DO 'BEGIN UPDATE t SET n = 1 WHERE id > 0; COM'\n'MIT; END'",
      "DO E'BEGIN UPDATE t SET n = 1 WHERE id > 0; COM\\115IT; END'",
      // Nothing is estimated where names may change.
      'UPDATE t SET n = 1 WHERE id > 0; CREATE TABLE made (id int)',
      'BEGIN; UPDATE t SET n = 1 WHERE id > 0; COMMIT; DROP TABLE made',
    ].entries()) {
      await database.admin.query('UPDATE t SET n = 0')
      raw.send(query(text))
      const { held, settle } = await dana.next(at + 1)
      expect(held.ran).toBeUndefined()
      expect(await changed()).toBe(0)
      settle({ state: 'approved' })
      expect(await heard()).toMatch(/Z:I$/)
      expect(await changed()).toBe(2000)
    }
    expect(dana.asked).toHaveLength(9)
    expect(await outcome(client.query(FRESH))).toBe('ok')
  })
})
