// `hash` keeps equal values equal, and no query makes a book of codes of it.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createAnalyser } from '../../src/sql/create.ts'
import { createDatabase, type Database, servers } from '../fixtures/database.ts'
import { type Relayed, relayed } from '../protocols/postgres/relayed.ts'
import { cells, query, type Wire, wire } from '../protocols/postgres/wire.ts'

const SETUP = `
  CREATE TABLE clients (id int PRIMARY KEY, ssn text, pin int);
  INSERT INTO clients VALUES (1, 'zq1aaa', 4711), (2, 'zq1aaa', 4711);
  CREATE VIEW shown AS SELECT id, ssn AS number, pin FROM clients;
  CREATE VIEW shown_again AS SELECT number, pin FROM shown;
  CREATE VIEW cut AS SELECT substr(ssn, 1, 1) AS number FROM clients;
  CREATE VIEW shown_cut AS SELECT number FROM cut;
  CREATE VIEW mixed AS SELECT pin FROM clients UNION ALL SELECT 4711;
  CREATE TABLE parts (id int, pin int) PARTITION BY RANGE (id);
  CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM (0) TO (100);
  INSERT INTO parts VALUES (1, 4711);`

const analyser = createAnalyser({ worker: new URL('../../src/sql/worker.ts', import.meta.url) })
afterAll(() => analyser.close())

describe.each(servers())('PostgreSQL $version', (server) => {
  let database: Database
  let relay: Relayed
  let client: Wire

  beforeAll(async () => {
    database = await createDatabase(server, SETUP)
    relay = await relayed({
      upstream: { host: '127.0.0.1', port: server.port },
      terms: {
        database: database.name,
        masks: {
          columns: ['public.clients.ssn', 'public.clients.pin', 'public.parts.pin'].map((pattern) => ({
            pattern,
            mask: 'hash' as const,
          })),
          detect: [],
        },
      },
      analyser,
    })
  })
  beforeEach(async () => {
    client = await wire(relay.port)
  })
  afterEach(() => {
    client.socket.destroy()
  })
  afterAll(async () => {
    await relay?.close()
    await database?.drop()
  })

  const rows = async (text: string) => {
    const answer = await client.send(query(text)).until('Z')
    return answer.filter(({ type }) => type === 'D').map(({ body }) => cells(body).join())
  }

  test('equal values stay equal: in the table, in views of it, in a partition', async () => {
    const [first, second] = await rows('SELECT ssn, pin FROM clients ORDER BY id')
    expect(first).toMatch(/^[0-9a-f]{16},\d+$/)
    expect(second).toBe(first)
    expect(await rows('SELECT number, pin FROM shown')).toEqual([first, first])
    expect(await rows('SELECT * FROM shown_again')).toEqual([first, first])
    expect(await rows('SELECT pin FROM parts_1')).toEqual([first?.split(',')[1]])
  })

  test.each([
    ['SELECT pin FROM clients UNION ALL SELECT g FROM generate_series(4710, 4711) g', '0'],
    [
      'SELECT substr(ssn, 1, 1) FROM clients UNION ALL SELECT chr(g) FROM generate_series(120, 123) g',
      '****',
    ],
    ["SELECT v FROM clients, LATERAL (VALUES (ssn), ('zq1aaa')) AS q (v)", '****'],
    ['SELECT CASE WHEN g = 0 THEN pin ELSE g END FROM clients, generate_series(0, 2) g', '0'],
    ['SELECT number FROM cut', '****'],
    ['SELECT number FROM shown_cut', '****'],
    ['SELECT pin FROM mixed', '0'],
    [
      "INSERT INTO clients (id, ssn, pin) SELECT 9, 'zq1aaa', pin FROM clients WHERE id = 1 RETURNING pin + 1",
      '0',
    ],
  ])('a computed value is only replaced: %s', async (text, replaced) => {
    await client.send(query('BEGIN')).until('Z')
    const found = await rows(text)
    expect(found.length).toBeGreaterThan(0)
    expect(new Set(found)).toEqual(new Set([replaced]))
  })
})
