// Names that come to mean something else between a statement's judgement and its run, by another connection of the session.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createAnalyser } from '../../src/sql/create.ts'
import { createDatabase, type Database, servers } from '../fixtures/database.ts'
import { bind, execute, outline, parse, query, sync, type Wire, wire } from '../protocols/postgres/wire.ts'
import { type Guarded, guarded } from './guarded.ts'

const SECRET = 'zq1aaa-zq1bbb-zq1ccc'
const SETUP = `
  CREATE TABLE people (id int PRIMARY KEY, name text, ssn text);
  INSERT INTO people VALUES (1, 'Ada', '${SECRET}');
  CREATE TABLE orders (id int PRIMARY KEY, memo text);
  INSERT INTO orders VALUES (1, 'first');
  CREATE VIEW va AS SELECT id, name AS x FROM people;`
const SHOWS = 'CREATE OR REPLACE VIEW va AS SELECT id, ssn AS x FROM people'
const MD5 =
  "CREATE FUNCTION md5(a int, b int) RETURNS text LANGUAGE sql AS 'SELECT ssn FROM people WHERE id = 1'"

const guard = { name: 'test', mode: 'enforce' as const, rules: { 'masked-copy': 'hold' as const }, allow: [] }
const masks = { columns: [{ pattern: 'public.people.ssn', mask: 'redact' as const }], detect: [] }

const analyser = createAnalyser({ worker: new URL('../../src/sql/worker.ts', import.meta.url) })
afterAll(() => analyser.close())

describe.each(servers())('PostgreSQL $version', (server) => {
  let database: Database
  let session: Guarded
  let one: Wire
  let two: Wire
  beforeAll(async () => {
    database = await createDatabase(server)
  })
  beforeEach(async () => {
    await database.admin.query(`DROP SCHEMA public CASCADE; CREATE SCHEMA public; ${SETUP}`)
    session = await guarded(database, guard, analyser, masks)
    one = await wire(session.port)
    two = await wire(session.port)
  })
  afterEach(() => {
    one.socket.destroy()
    two.socket.destroy()
    return session.close()
  })
  afterAll(() => database?.drop())
  const ask = async (by: Wire, ...frames: Buffer[]) => {
    const heard = await by.send(...frames).until('Z')
    for (const { body } of heard) expect(body.toString('latin1').toLowerCase()).not.toContain(SECRET)
    return outline(heard)
  }
  const once = (text: string) => [parse('', text), bind('', ''), execute(''), sync]
  const COPIES = 'CREATE TABLE raced AS SELECT x FROM va'
  const SLOW = 'SELECT count(*) FROM generate_series(1, 2500000)'

  test.each([[[query(COPIES)]], [once(COPIES)], [[query('COPY (SELECT x FROM va) TO STDOUT')]]])(
    'a copy waits for the transaction that redefines what it reads (%#)',
    async (frames) => {
      await ask(one, query('BEGIN'))
      await ask(one, query(SHOWS))
      two.send(...frames)
      setTimeout(() => one.send(query('COMMIT')), 300)
      const heard = await two.until('Z')
      expect(outline(heard)).toMatch(/E:42501|^H d/)
      expect(Buffer.concat(heard.map(({ body }) => body)).toString('latin1')).not.toContain(SECRET)
    },
  )

  test('a definition waits for what was judged by the one before', async () => {
    two.send(query(SLOW), query(COPIES))
    const [, defined] = await Promise.all([
      two.until('Z').then(() => two.until('Z')),
      new Promise((resolve) => setTimeout(resolve, 60)).then(() => ask(one, query(SHOWS))),
    ])
    expect(defined).toBe('C:CREATE VIEW Z:I')
    expect(['T D:Ada C:SELECT 1 Z:I', 'E:42P01 Z:I']).toContain(await ask(two, query('SELECT x FROM raced')))
    expect(await ask(two, query('SELECT x FROM va'))).toBe('T D:**** C:SELECT 1 Z:I')
  })

  test('code does, too', async () => {
    two.send(query(SLOW), query('CREATE TABLE raced AS SELECT md5(1, 2) AS x'))
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(await ask(one, query(MD5))).toMatch(/^C:CREATE FUNCTION/)
    await two.until('Z')
    // Judged before: there is no such function. Judged after: held.
    expect(outline(await two.until('Z'))).toMatch(/^E:42(883|501)/)
  })

  test('nobody waits for ever', { timeout: 15_000 }, async () => {
    await ask(one, query('BEGIN'))
    await ask(one, query(SHOWS))
    expect(await ask(two, query(COPIES))).toBe('E:55P03 Z:I')
    expect(await ask(two, query('SELECT memo FROM orders WHERE id = 1'))).toBe('T D:first C:SELECT 1 Z:I')
    await ask(one, query('ROLLBACK'))
    expect(await ask(two, query(COPIES))).toBe('C:SELECT 1 Z:I')
  })
})
