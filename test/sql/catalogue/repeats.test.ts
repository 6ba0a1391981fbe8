// What changes a row by key, called for many rows: run on a real server, and judged.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decide } from '../../../src/policy/decide.ts'
import { BUILT_IN } from '../../../src/policy/guards.ts'
import { createCatalogue, type SchemaFacts } from '../../../src/sql/catalogue/create.ts'
import { createDatabase, type Database, servers } from '../../fixtures/database.ts'
import { analyser } from '../analysers.ts'
import { snapshotOf } from './databases.ts'
import { FEW, KEYED, MANY } from './repeats.ts'

const sql = analyser()
const LEFT = 'SELECT count(*)::int AS left FROM notes WHERE b = 0'
let database: Database
let facts: SchemaFacts

beforeAll(async () => {
  database = await createDatabase(servers()[0]!, KEYED)
  facts = createCatalogue(await snapshotOf(database.admin), sql)
})
afterAll(() => database?.drop())

async function judged(text: string): Promise<string> {
  return decide(await facts.deepen(await sql.analyse(text), { moved: false }), BUILT_IN.strict).kind
}

/** Notes that are there, untouched, after the statement; it is rolled back. */
async function leftAfter(text: string): Promise<number> {
  await database.admin.query('BEGIN')
  try {
    await database.admin.query(text)
    const { rows } = await database.admin.query(LEFT)
    return rows[0].left
  } finally {
    await database.admin.query('ROLLBACK')
    await database.admin.query('DEALLOCATE ALL')
  }
}

describe('code that picks one row by key', () => {
  it.each(MANY)('is held for many: %s', async (text) => {
    expect(await leftAfter(text)).toBeLessThan(10)
    expect(await judged(text)).not.toMatch(/allow|warn/)
  })

  it.each(FEW)('passes for a few: %s', async (text) => {
    expect(await leftAfter(text)).toBeGreaterThan(50)
    expect(await judged(text)).toMatch(/allow|warn/)
  })

  it.each(['COPY watched FROM STDIN', 'COPY checked FROM STDIN', 'COPY typed FROM STDIN'])(
    'is held for the rows of %s',
    async (text) => {
      expect(await judged(text)).not.toMatch(/allow|warn/)
    },
  )

  it('is held where this connection defined it before', async () => {
    const body = await sql.analyse(
      'CREATE FUNCTION late(n int) RETURNS int LANGUAGE plpgsql AS $f$ BEGIN DELETE FROM notes WHERE id = n; RETURN n; END $f$',
    )
    const defined = {
      functions: (name: string) => (name === 'late' ? [body] : []),
      relations: () => [],
      columns: () => false,
      switched: () => false,
      anywhere: [],
    }
    const deleting = async (text: string) =>
      (await facts.deepen(await sql.analyse(text), { moved: false, defined })).filter(
        ({ action, rows }) => action === 'delete' && rows === 'unknown',
      )
    expect(await deleting('SELECT late(1)')).toEqual([])
    expect(await deleting('SELECT late(id) FROM users')).toHaveLength(1)
  })
})
