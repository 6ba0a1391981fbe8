// What happens to a connection while its statement waits: the server's time limits, COPY, portals, other formats of values.
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Guard, Masks } from '../../src/core/grant.ts'
import { frame, int32 } from '../../src/protocols/postgres/frames.ts'
import { createAnalyser } from '../../src/sql/create.ts'
import { createDatabase, type Database, servers } from '../fixtures/database.ts'
import {
  bind,
  copyData,
  copyDone,
  describePortal,
  execute,
  flush,
  outline,
  parse,
  query,
  sync,
  type Wire,
  wire,
} from '../protocols/postgres/wire.ts'
import { type Guarded, guarded, outcome } from './guarded.ts'
import { person } from './person.ts'

const SETUP = `
  CREATE TABLE t (id int PRIMARY KEY, note text, at timestamptz);
  INSERT INTO t SELECT n, 'note' FROM generate_series(1, 2000) n;
  CREATE TABLE loaded (id int, note text);
  CREATE FUNCTION wipes() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN DELETE FROM t; RETURN NEW; END';
  CREATE TRIGGER wipes AFTER INSERT ON loaded FOR EACH STATEMENT EXECUTE FUNCTION wipes();
  CREATE TABLE old (id int);
  ANALYZE;`

const guard: Guard = {
  name: 'test',
  mode: 'enforce',
  rules: { 'many-rows': 'hold', 'drop-table': 'hold', 'delete-all': 'hold', 'delete-range': 'hold' },
  allow: [],
  thresholds: { rows: 1000 },
}

const analyser = createAnalyser({ worker: new URL('../../src/sql/worker.ts', import.meta.url) })
afterAll(() => analyser.close())

const message = (text: string, rows = 0) => [parse('', text), bind('', ''), execute('', rows)]

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeInt16BE(value)
  return bytes
}

/** A Bind of binary values. */
const bound = (name: string, ...values: Buffer[]): Buffer =>
  frame(
    0x42,
    '',
    name,
    int16(1),
    int16(1),
    int16(values.length),
    ...values.flatMap((value) => [int32(value.length), value]),
    int16(0),
  )

describe.each(servers())('PostgreSQL $version', (server) => {
  let database: Database
  let session: Guarded
  let dana: ReturnType<typeof person>
  let raw: Wire

  beforeEach(async () => {
    database = await createDatabase(server, SETUP)
    await open()
  })
  afterEach(async () => {
    raw.socket.destroy()
    await session.close()
    await database.drop()
  })

  async function open(masks?: Masks) {
    dana = person()
    const terms = { approvers: ['dba'], timeout: 900_000, strongLocks: 'wait' as const }
    const holds = { approvals: dana.approvals, terms, standing: new Set<string>(), key: Buffer.alloc(32, 1) }
    session = await guarded(database, guard, analyser, masks, holds)
    raw = await wire(session.port)
  }
  const heard = async (...frames: Buffer[]) => outline(await raw.send(...frames).until('Z'))
  const count = async (table: string) =>
    Number((await database.admin.query(`SELECT count(*) FROM ${table}`)).rows[0].count)

  test('a statement that waits does not run: statement_timeout and lock_timeout do not count', async () => {
    await heard(query("SET statement_timeout = '300ms'"))
    await heard(query('BEGIN'))
    raw.send(query('DROP TABLE old'))
    const { settle } = await dana.next(1)
    await new Promise((resolve) => setTimeout(resolve, 900))
    settle({ state: 'approved' })
    expect(await heard()).toBe('N:00000 C:DROP TABLE Z:T')
    expect(await heard(query('COMMIT'))).toBe('C:COMMIT Z:I')
  })

  test('the server may end the transaction that waits: the client reads it, and the request is withdrawn', async () => {
    await heard(query("SET idle_in_transaction_session_timeout = '700ms'"))
    await heard(query('BEGIN'))
    raw.send(query('DROP TABLE old'))
    const asked = await dana.next(1)
    expect(outline(await raw.end())).toMatch(/E:25P03/)
    await expect.poll(() => asked.withdrawn, { timeout: 5000 }).toBe(true)
    expect(await count('old')).toBe(0)
  })

  test('a portal that is left before its end waits to be made last, and no time limit runs', async () => {
    await heard(query("SET statement_timeout = '500ms'"))
    for (const [at, state] of (['denied', 'approved'] as const).entries()) {
      raw.send(...message('DELETE FROM t WHERE id < 1900 RETURNING id', 5), sync)
      ;(await dana.next(2 * at + 1)).settle({ state: 'approved' })
      // All of it ran, and no tag tells how many rows that were.
      const { held, settle } = await dana.next(2 * at + 2)
      expect(held.ran).toBe(true)
      await new Promise((resolve) => setTimeout(resolve, 900))
      settle({ state })
      expect(await heard()).toMatch(state === 'approved' ? / s N:00000 Z:I$/ : / s N:00000 E:42501 ?Z:I$/)
      expect(await count('t')).toBe(state === 'approved' ? 101 : 2000)
    }
  })

  test('COPY FROM STDIN waits before any of its data', async () => {
    raw.send(query('COPY loaded FROM STDIN'))
    const first = await dana.next(1)
    expect(first.held).toMatchObject({ text: 'COPY loaded FROM STDIN' })
    expect(first.held.effects).toContainEqual(expect.objectContaining({ action: 'copy-in' }))
    first.settle({ state: 'denied' })
    expect(await heard()).toMatch(/^N:00000 E:42501 Z:I$/)
    raw.send(query('COPY loaded FROM STDIN'))
    ;(await dana.next(2)).settle({ state: 'approved' })
    expect(outline(await raw.until('G'))).toMatch(/G$/)
    raw.send(copyData('1\tone\n2\ttwo\n'), copyDone)
    expect(outline(await raw.until('Z'))).toBe('C:COPY 2 Z:I')
    expect(await count('loaded')).toBe(2)
  })

  test('a prepared statement is asked for each time that it runs', async () => {
    expect(await heard(parse('p', 'DELETE FROM t WHERE id > $1'), sync)).toBe('1 Z:I')
    raw.send(bind('', 'p', '1990'), execute(''), bind('', 'p', '1980'), execute(''), sync)
    const first = await dana.next(1)
    expect(first.held.parameters?.values).toEqual(['1990'])
    first.settle({ state: 'approved' })
    const second = await dana.next(2)
    expect(second.held.parameters?.values).toEqual(['1980'])
    expect(second.held.transaction).toMatchObject({ state: 'open', statements: 1 })
    second.settle({ state: 'denied' })
    expect(await heard()).toMatch(/C:DELETE 10 .*E:42501 ?Z:I$/)
    expect(await count('t')).toBe(2000)
  })

  test('a portal goes on under its approval only as far as it was asked for', async () => {
    raw.send(...message('DELETE FROM t WHERE id > 1990 RETURNING id', 4), describePortal(''), flush)
    ;(await dana.next(1)).settle({ state: 'approved' })
    expect(outline(await raw.until('T'))).toMatch(/s .*T$/)
    raw.send(execute('', 0), sync)
    ;(await dana.next(2)).settle({ state: 'approved' })
    expect(await heard()).toMatch(/C:DELETE 6 Z:I$/)
    expect(await count('t')).toBe(1990)
  })

  test('binary values are read, and hidden where columns are masked', async () => {
    const text = 'DELETE FROM t WHERE note <> $1 AND id > $2'
    raw.send(parse('', text, [25, 23]), bound('', Buffer.from('secret'), int32(1990)), execute(''), sync)
    const first = await dana.next(1)
    expect(first.held.parameters?.values).toEqual(['secret', '1990'])
    first.settle({ state: 'denied' })
    await heard()
    raw.socket.destroy()
    await session.close()
    await open({ columns: [{ pattern: 'public.t.note', mask: 'redact' }], detect: ['email'] })
    raw.send(parse('', text, [25, 23]), bound('', Buffer.from('secret'), int32(1990)), execute(''), sync)
    const hidden = await dana.next(1)
    expect(hidden.held.parameters?.values).toEqual(['****', '****'])
    expect(JSON.stringify(hidden.held)).not.toMatch(/secret|736563726574/)
    hidden.settle({ state: 'denied' })
    await heard()
  })

  test('what a detector finds is hidden, in binary too', async () => {
    raw.socket.destroy()
    await session.close()
    await open({ columns: [], detect: ['email'] })
    const client = await session.connect()
    const asked = outcome(client.query('DELETE FROM t WHERE note <> $1', ['dana@example.com']))
    const first = await dana.next(1)
    expect(JSON.stringify(first.held)).not.toContain('dana@example.com')
    first.settle({ state: 'denied' })
    await asked
    const mail = Buffer.from('dana@example.com')
    for (const [at, types] of [[25], []].entries()) {
      raw.send(parse('', 'DELETE FROM t WHERE note <> $1', types), bound('', mail), execute(''), sync)
      const next = await dana.next(2 + at)
      expect(JSON.stringify(next.held)).not.toContain(mail.toString('hex'))
      expect(JSON.stringify(next.held)).not.toContain('dana@example.com')
      next.settle({ state: 'denied' })
      await heard()
    }
  })

  test('in a transaction that has failed nobody is asked', async () => {
    await heard(query('BEGIN'))
    await heard(query('SELECT 1 / 0'))
    raw.send(query('DROP TABLE old'))
    expect(outline(await raw.until('Z'))).toBe('E:25P02 Z:E')
    expect(dana.asked).toHaveLength(0)
  })
})
