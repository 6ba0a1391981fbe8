// What a connection made itself, in a transaction that nobody else sees: judged by what it is, on real servers.
import type pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { BUILT_IN } from '../../src/policy/guards.ts'
import { createAnalyser } from '../../src/sql/create.ts'
import { createDatabase, type Database, servers } from '../fixtures/database.ts'
import { type Guarded, guarded, outcome } from './guarded.ts'

const SETUP = `
  CREATE TABLE old (a int);
  CREATE TABLE events (a int) PARTITION BY RANGE (a);
  CREATE TABLE standing (a int);`

const guard = {
  ...BUILT_IN.strict,
  rules: {
    ...BUILT_IN.strict.rules,
    'delete-all': 'warn' as const,
    'hidden-code': 'warn' as const,
    'search-path': 'warn' as const,
    'drop-function': 'warn' as const,
  },
}
const REFUSED = /^refused by policy/
const SAFE = "LANGUAGE sql AS 'SELECT 1'"

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
    session = await guarded(database, guard, analyser)
    client = await session.connect()
    await client.query('BEGIN')
  })
  afterEach(async () => {
    await client.query('ROLLBACK')
    await session.close()
  })
  afterAll(() => database?.drop())

  const run = (text: string) => outcome(client.query(text))
  const last = () => session.events.filter((event) => event.type === 'statement').at(-1)

  test('a function is judged by its body', async () => {
    expect(await run('SELECT f()')).toMatch(REFUSED)
    await run('ROLLBACK')
    await run('BEGIN')
    expect(await run(`CREATE FUNCTION f() RETURNS int ${SAFE}`)).toBe('ok')
    expect(await run('SELECT f()')).toBe('ok')
    expect(await run("CREATE FUNCTION g() RETURNS void LANGUAGE sql AS 'DELETE FROM old'")).toBe('ok')
    expect(await run('SELECT g()')).toBe('ok')
    expect(last()).toMatchObject({
      rules: ['delete-all'],
      effects: [{ action: 'delete', name: 'old', rows: 'all', via: ['function'] }],
    })
  })

  test.each([
    [
      'another of that name',
      "CREATE FUNCTION f(a int) RETURNS void LANGUAGE sql AS 'DELETE FROM old'",
      'delete-all',
    ],
    ['a new search path', 'SET search_path = pg_catalog', 'unknown-function'],
    ['what is rolled back', 'ROLLBACK; BEGIN', 'unknown-function'],
    ['a function that goes', 'DROP FUNCTION f()', 'unknown-function'],
  ])('%s counts', async (_, text, rule) => {
    await run(`CREATE FUNCTION f() RETURNS int ${SAFE}`)
    await run(text)
    await run('SELECT f()')
    expect(last()).toMatchObject({ rules: [rule] })
  })

  test('a table of its own is changed without harm to others', async () => {
    for (const table of ['fresh', 'standing']) {
      const expected = table === 'fresh' ? /^ok$/ : REFUSED
      for (const text of [
        `CREATE INDEX ON ${table} (a)`,
        `ALTER TABLE ${table} ALTER COLUMN a TYPE bigint`,
        `ALTER TABLE events ATTACH PARTITION ${table} FOR VALUES FROM (1) TO (10)`,
      ]) {
        await run('ROLLBACK')
        await run('BEGIN')
        if (table === 'fresh') expect(await run('CREATE TABLE fresh (a int)')).toBe('ok')
        expect(await run(text)).toMatch(expected)
      }
    }
  })

  test('not when it may be an old one', async () => {
    await run('CREATE TABLE IF NOT EXISTS standing (a int)')
    expect(await run('CREATE INDEX ON standing (a)')).toMatch(REFUSED)
    await run('ROLLBACK')
    await run('BEGIN')
    await run('SAVEPOINT a')
    await run('CREATE TABLE standing (a int)')
    await run('ROLLBACK TO a')
    expect(await run('CREATE INDEX ON standing (a)')).toMatch(REFUSED)
  })
})
