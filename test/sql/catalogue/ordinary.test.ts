// What applications keep in their databases must not stop their statements.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decide } from '../../../src/policy/decide.ts'
import { BUILT_IN } from '../../../src/policy/guards.ts'
import { createCatalogue, type SchemaFacts } from '../../../src/sql/catalogue/create.ts'
import { createDatabase, type Database, servers } from '../../fixtures/database.ts'
import { analyser } from '../analysers.ts'
import { snapshotOf } from './databases.ts'
import { EVERYDAY, ORDINARY } from './ordinary.ts'

const sql = analyser()
let database: Database
let facts: SchemaFacts

beforeAll(async () => {
  database = await createDatabase(servers()[0]!, ORDINARY)
  facts = createCatalogue(await snapshotOf(database.admin), sql)
})
afterAll(() => database?.drop())

it('knows a function of the server by another name', async () => {
  await database.admin.query(
    `CREATE FUNCTION shout(text) RETURNS text LANGUAGE internal IMMUTABLE STRICT AS 'upper';
     CREATE FUNCTION stop(int) RETURNS bool LANGUAGE internal STRICT AS 'pg_cancel_backend';`,
  )
  const after = createCatalogue(await snapshotOf(database.admin), sql)
  const said = async (text: string) =>
    decide(await after.deepen(await sql.analyse(text), { moved: false }), BUILT_IN.strict).findings.map(
      ({ rule }) => rule,
    )
  expect(await said("SELECT shout('x')")).toEqual([])
  expect(await said('SELECT stop(1)')).toEqual(['administration'])
})

describe('an ordinary schema', () => {
  it.each(EVERYDAY)('lets pass: %s', async (text) => {
    const effects = await facts.deepen(await sql.analyse(text), { moved: false })
    const stored = effects.filter((effect) => effect.stored)
    const said = decide(effects, BUILT_IN.strict)
    expect(said.findings.map(({ rule, effect }) => [rule, effect])).toEqual([])
    expect(stored.filter(({ action, rows }) => action === 'unknown' || rows === 'all')).toEqual([])
  })
})
