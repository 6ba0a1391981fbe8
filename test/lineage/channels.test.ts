// Ways other than rows: errors, notices, notifications, settings, names, other people's queries, the record.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createAnalyser } from '../../src/sql/create.ts'
import { createDatabase, type Database, servers } from '../fixtures/database.ts'
import { type Relayed, relayed } from '../protocols/postgres/relayed.ts'
import {
  bind,
  describePortal,
  describeStatement,
  execute,
  type Frame,
  fields,
  parse,
  query,
  sync,
  type Wire,
  wire,
} from '../protocols/postgres/wire.ts'
import { canariesIn } from './canaries.ts'
import { PROTECTED, SCHEMA } from './schema.ts'

const analyser = createAnalyser({ worker: new URL('../../src/sql/worker.ts', import.meta.url) })
afterAll(() => analyser.close())

describe.each(servers())('PostgreSQL $version', (server) => {
  let database: Database
  let relay: Relayed
  let client: Wire

  beforeAll(async () => {
    database = await createDatabase(server, SCHEMA)
    relay = await relayed({
      upstream: { host: '127.0.0.1', port: server.port },
      terms: {
        database: database.name,
        masks: { columns: PROTECTED.map((pattern) => ({ pattern, mask: 'redact' })), detect: [] },
      },
      analyser,
    })
    client = await wire(relay.port)
  })
  afterEach(async () => {
    client.socket.destroy()
    client = await wire(relay.port)
    relay.told.length = 0
  })
  afterAll(async () => {
    client?.socket.destroy()
    await relay?.close()
    await database?.drop()
  })

  /** What the client is told, and what the record is; neither holds a canary. */
  async function ask(...frames: Buffer[]): Promise<Frame[]> {
    const heard = await client.send(...frames).until('Z')
    expect(canariesIn(Buffer.concat(heard.map(({ body }) => body)))).toEqual([])
    const told = relay.told.map((event) => ('statement' in event ? { ...event, statement: 0 } : event))
    expect(canariesIn(Buffer.from(JSON.stringify(told)))).toEqual([])
    return heard
  }
  const said = (frames: readonly Frame[]) =>
    frames.filter(({ type }) => type === 'E' || type === 'N').map(({ body }) => fields(body))

  test('errors that code makes of a row', async () => {
    const [error] = said(await ask(query("UPDATE people SET city = 'x' WHERE id = 1")))
    expect(error?.get('C')).toBe('P0001')
    expect([...(error?.keys() ?? [])].filter((code) => 'DHWqtcdns'.includes(code))).toEqual([])
  })

  test.each([
    'SELECT ssn::int FROM people',
    'SELECT (1 / 0) + pin FROM people',
    'SELECT ssn::date, born FROM people',
    'SELECT doc::text::int FROM people WHERE id = 1',
    'SELECT ssn::regclass FROM people',
    'SELECT ssn::mood FROM people',
    'SELECT ssn::jsonb FROM people',
    'SELECT ssn::xml FROM people',
    'SELECT array_fill(1, ARRAY[pin]) FROM people',
    'SELECT pin * 1000000000 FROM people',
    'SELECT convert_from(blob, ssn) FROM people',
    'SELECT to_date(ssn, code) FROM people',
    "SELECT regexp_replace('x', ssn || '(', '') FROM people",
    'INSERT INTO people (id, ssn, email) SELECT 70, ssn, ssn FROM people',
    'INSERT INTO people SELECT * FROM people',
    'UPDATE people SET id = 1 WHERE ssn IS NOT NULL',
    'UPDATE people SET department = pin',
    'CREATE UNIQUE INDEX ON people ((left(ssn, 2)))',
    'ALTER TABLE people ADD CHECK (ssn::int > 0)',
    'ALTER TABLE people ALTER ssn TYPE int USING ssn::int',
    "DO $$ DECLARE r record; BEGIN FOR r IN SELECT * FROM people LOOP RAISE NOTICE '%', r; END LOOP; END $$",
    "DO $$ BEGIN EXECUTE 'SELECT * FROM ' || quote_ident((SELECT ssn FROM people WHERE id = 1)); END $$",
    'DO $$ BEGIN RAISE EXCEPTION USING MESSAGE = (SELECT ssn FROM people WHERE id = 1), COLUMN = (SELECT ssn FROM people WHERE id = 1); END $$',
    'SELECT lo_get((SELECT pin FROM people WHERE id = 1)::oid)',
    'SELECT ssn_of(1)::int',
    'SELECT * FROM recalled WHERE number::int = 1',
    'SELECT o.id FROM orders o WHERE o.secret::int = 1',
  ])('%s', async (text) => {
    await ask(query(`BEGIN; ${text}`))
    await ask(query('ROLLBACK'))
    await ask(parse('', text), bind('', ''), describePortal(''), execute(''), sync)
    await ask(query('ROLLBACK'))
  })

  test('notices and notifications of a trigger', async () => {
    await ask(query('LISTEN people'))
    const heard = await ask(query('UPDATE people SET age = 42 WHERE id = 1'))
    const later = await ask(query('SELECT 1'))
    const all = [...heard, ...later]
    expect(said(all)).toHaveLength(1)
    expect(all.filter(({ type }) => type === 'A').map(({ body }) => body.toString('latin1', 4))).toEqual([
      'people\0****\0',
    ])
  })

  test('settings that the server reports', async () => {
    for (const name of ['application_name', 'search_path']) {
      await ask(query(`SELECT set_config('${name}', ssn, false) FROM people WHERE id = 1`))
      const text = `SELECT set_config('${name}', code, false) FROM people WHERE id = 1`
      await ask(parse('', text), bind('', ''), execute(''), sync)
      await ask(query(`RESET ${name}`))
    }
    const heard = await ask(query("SET application_name = 'mine'"))
    expect(heard.find(({ type }) => type === 'S')?.body.toString()).toBe('application_name\0mine\0')
  })

  test('names that code made of a value', async () => {
    await ask(query('BEGIN'))
    await ask(query('SELECT labelled()'))
    await ask(parse('s', 'FETCH ALL FROM labelled'), describeStatement('s'), sync)
    const heard = await ask(bind('', 's'), describePortal(''), execute(''), sync)
    expect(heard.find(({ type }) => type === 'T')?.body.toString('latin1')).toContain('column1')
    await ask(query('ROLLBACK'))
    await ask(query('BEGIN'))
    await ask(query('SELECT opened()'))
    const known = await ask(query('FETCH 1 FROM opened'))
    expect(known.find(({ type }) => type === 'T')?.body.toString('latin1')).toContain('name\0')
  })

  test('queries of others, statistics, plans', async () => {
    await database.admin.query("SELECT 'zq1other' AS one")
    for (const text of [
      'SELECT query FROM pg_stat_activity',
      'SELECT a.* FROM pg_stat_activity a',
      'SELECT upper(query) FROM pg_catalog.pg_stat_activity',
      'SELECT row_to_json(a) FROM pg_stat_activity a',
      'SELECT pg_stat_get_activity(NULL)',
      'SELECT * FROM pg_stat_get_activity(NULL)',
      'SELECT pg_stat_get_backend_activity(i) FROM generate_series(1, 50) i',
      "SELECT * FROM pg_stats WHERE tablename = 'people'",
      'SELECT s FROM pg_statistic s',
      'EXPLAIN (ANALYZE, VERBOSE) SELECT * FROM people WHERE ssn = ssn_of(1) AND code = frozen()',
      'EXPLAIN (FORMAT json) SELECT * FROM people WHERE code = frozen()',
    ])
      await ask(query(text))
  })
})
