// `predicates: strict` through the whole relay on real servers: what asks about values is held, what only shows them is not.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Guard } from '../../src/core/grant.ts'
import { createAnalyser } from '../../src/sql/create.ts'
import { createDatabase, type Database, servers } from '../fixtures/database.ts'
import { type Guarded, guarded, outcome } from '../session/guarded.ts'
import { PROTECTED, SCHEMA } from './schema.ts'
import { CHANGES, CODE, DEFINITIONS, ORDINARY, QUERIES } from './strict.ts'

/** Nothing else stands in the way. */
const guard: Guard = { name: 'test', mode: 'enforce', rules: { 'masked-predicate': 'hold' }, allow: [] }
const masks = {
  columns: PROTECTED.map((pattern) => ({ pattern, mask: 'redact' as const })),
  detect: [],
  predicates: 'strict' as const,
}

const analyser = createAnalyser({ worker: new URL('../../src/sql/worker.ts', import.meta.url) })
afterAll(() => analyser.close())

describe.each(servers())('PostgreSQL $version', (server) => {
  let database: Database
  let session: Guarded
  let client: Awaited<ReturnType<Guarded['connect']>>

  beforeAll(async () => {
    database = await createDatabase(server, SCHEMA)
    session = await guarded(database, guard, analyser, masks)
    client = await session.connect()
  })
  afterAll(async () => {
    await session?.close()
    await database?.drop()
  })

  /** What the last of the statements came to. */
  async function asked(texts: readonly string[]): Promise<string> {
    await client.query('BEGIN')
    let told = ''
    for (const text of texts) told = await outcome(client.query(text))
    await client.query('ROLLBACK')
    return told
  }

  describe.each(Object.entries({ QUERIES, CHANGES, CODE, DEFINITIONS }))('%s', (_, asks) => {
    test.each(asks)('$name', async ({ sql }) => {
      expect(await asked(sql)).toMatch(/would tell the masked/)
    })
  })

  test.each(ORDINARY)('lets pass: %s', async (text) => {
    expect(await asked([text])).toBe('ok')
  })
})
