// Parameters whose types the client names by number: their code runs when values are bound.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { BUILT_IN } from '../../src/policy/guards.ts'
import { CLIENT, frame } from '../../src/protocols/postgres/frames.ts'
import { createAnalyser } from '../../src/sql/create.ts'
import { createDatabase, type Database, servers } from '../fixtures/database.ts'
import { bind, execute, fields, outline, query, sync, wire } from '../protocols/postgres/wire.ts'
import { type Guarded, guarded } from './guarded.ts'

const SETUP = `
  CREATE SCHEMA z;
  CREATE TABLE z.victim (id int);
  INSERT INTO z.victim VALUES (1);
  CREATE FUNCTION z.wipe(v text) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN DELETE FROM z.victim; RETURN true; END $$;
  CREATE DOMAIN z.d AS text CHECK (z.wipe(VALUE));
  CREATE TYPE z.holds AS (d z.d);
  CREATE TABLE z.deep (h z.holds);
  CREATE DOMAIN z.calm AS text CHECK (VALUE <> '');
  CREATE TYPE z.mood AS ENUM ('x', 'y');`

const typed = (text: string, oid: number): Buffer => {
  const types = Buffer.alloc(6)
  types.writeUInt16BE(1, 0)
  types.writeUInt32BE(oid, 2)
  return frame(CLIENT.Parse, '', text, types)
}

const analyser = createAnalyser({ worker: new URL('../../src/sql/worker.ts', import.meta.url) })
afterAll(() => analyser.close())

describe.each(servers())('PostgreSQL $version', (server) => {
  let database: Database
  let session: Guarded
  beforeAll(async () => {
    database = await createDatabase(server, SETUP)
  })
  beforeEach(async () => {
    session = await guarded(database, BUILT_IN.strict, analyser)
  })
  afterEach(() => session.close())
  afterAll(() => database?.drop())

  const oid = async (type: string) =>
    Number((await database.admin.query('SELECT $1::regtype::oid AS oid', [type])).rows[0].oid)
  const rows = async () => (await database.admin.query('SELECT FROM z.victim')).rowCount

  test('the code really runs', async () => {
    const open = await guarded(database, { ...BUILT_IN.strict, mode: 'observe' }, analyser)
    const raw = await wire(open.port)
    raw.send(query('BEGIN'), typed('SELECT 1 WHERE $1 IS NOT NULL', await oid('z.d')), bind('', '', 'x'))
    raw.send(execute(''), sync, query('SELECT count(*) FROM z.victim'), query('ROLLBACK'))
    const answers = [await raw.until('Z'), await raw.until('Z'), await raw.until('Z'), await raw.until('Z')]
    expect(outline(answers[2] ?? [])).toContain('D:0')
    raw.socket.destroy()
    await open.close()
  })

  test.each([
    ['z.d', 'x'],
    ['z.d[]', '{x}'],
    ['z.holds', '(x)'],
    ['z.deep', '("(x)")'],
  ])('a domain is judged: %s', async (type, value) => {
    const raw = await wire(session.port)
    const text = 'SELECT 1 WHERE $1 IS NOT NULL'
    for (let time = 0; time < 2; time++) {
      raw.send(typed(text, await oid(type)), bind('', '', value), execute(''), sync)
      const answers = await raw.until('Z')
      expect(outline(answers)).toBe('E:42501 Z:I')
      const failure = answers.find((answer) => answer.type === 'E')
      expect(fields(failure!.body).get('M')).toContain('refused by policy')
    }
    expect(await rows()).toBe(1)
    raw.socket.destroy()
  })

  test.each([
    ['z.calm', 'x'],
    ['z.mood', 'x'],
    ['text', 'x'],
  ])('what does no harm passes: %s', async (type, value) => {
    const raw = await wire(session.port)
    raw.send(typed('SELECT 1 WHERE $1 IS NOT NULL', await oid(type)), bind('', '', value), execute(''), sync)
    expect(outline(await raw.until('Z'))).toBe('1 2 D:1 C:SELECT 1 Z:I')
    raw.socket.destroy()
  })
})
