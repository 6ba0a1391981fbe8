// Keys of what the connection made itself, in earlier statements, on real servers.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BUILT_IN } from '../../src/policy/guards.ts'
import { createAnalyser } from '../../src/sql/create.ts'
import { createDatabase, type Database, servers } from '../fixtures/database.ts'
import { guarded, outcome } from './guarded.ts'

const SETUP = `
  CREATE TABLE items (id int PRIMARY KEY, qty int);
  INSERT INTO items SELECT n, n FROM generate_series(1, 500) n;`
const analyser = createAnalyser({ worker: new URL('../../src/sql/worker.ts', import.meta.url) })
afterAll(() => analyser.close())

describe.each(servers())('PostgreSQL $version', (server) => {
  let database: Database
  beforeAll(async () => {
    database = await createDatabase(server, SETUP)
  })
  afterAll(() => database?.drop())

  test.each([
    ['ALTER TABLE items ADD COLUMN one int DEFAULT 1', 'DELETE FROM items WHERE one = 1'],
    [
      'ALTER TABLE items ADD COLUMN first int DEFAULT 1; ALTER TABLE items RENAME first TO second',
      'DELETE FROM items WHERE second = 1',
    ],
    ['CREATE VIEW ones AS SELECT *, 1 AS flat FROM items', 'DELETE FROM ones WHERE flat = 1'],
    [
      'CREATE TABLE pairs AS SELECT id, 1 AS flat FROM items',
      'DELETE FROM items USING pairs p WHERE items.id = p.id AND p.flat = 1',
    ],
    [
      'CREATE TEMP TABLE own AS SELECT id, 1 AS flat FROM items',
      'DELETE FROM items USING own p WHERE items.id = p.id AND p.flat = 1',
    ],
  ])('%s, then %s', async (made, text) => {
    const session = await guarded(database, BUILT_IN.migrations, analyser)
    const client = await session.connect()
    for (const statement of made.split('; ')) expect(await outcome(client.query(statement))).toBe('ok')
    expect(await outcome(client.query(text))).toMatch(/^refused by policy: This DELETE may re/)
    expect(await outcome(client.query('DELETE FROM items WHERE id = 501'))).toBe('ok')
    await session.close()
  })
})
