// All the queries in a real session: no protected value in its files, its log, its record, its summary or its process.
import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { summaryMarkdown } from '../../src/action/summary.ts'
import { resolveGuard } from '../../src/policy/guards.ts'
import type { Closed } from '../../src/session/files.ts'
import { stopSession } from '../../src/session/stop.ts'
import { createDatabase, type Database, servers } from '../fixtures/database.ts'
import { filesBelow } from '../fixtures/leaks.ts'
import { connect, endDaemons, events, startDaemon } from '../session/standalone.ts'
import { ADVERSARY } from './adversary.ts'
import { canariesIn, wholeCanariesIn } from './canaries.ts'
import { PLAIN } from './queries.ts'
import { PROTECTED, SCHEMA } from './schema.ts'
import { WRITTEN } from './written.ts'

const server = servers()[0]!
let database: Database
beforeAll(async () => {
  database = await createDatabase(server, SCHEMA)
})
afterEach(endDaemons)
afterAll(() => database.drop())

test('nothing is left of what was masked', { timeout: 60_000 }, async () => {
  const daemon = await startDaemon(database, {
    target: {
      guard: resolveGuard('watched', { watched: { name: 'watched', extends: 'strict', mode: 'observe' } }),
      masks: { columns: PROTECTED.map((pattern) => ({ pattern, mask: 'redact' })), detect: ['email'] },
    },
  })
  const client = await connect(daemon)
  const notices: string[] = []
  client.on('notice', (notice) => notices.push(JSON.stringify(notice)))
  const seen: string[] = []
  for (const { sql, before = [], since = 0 } of [...PLAIN, ...ADVERSARY, ...WRITTEN]) {
    if (since > server.version) continue
    for (const text of ['DEALLOCATE ALL', 'BEGIN', ...before, sql, 'ROLLBACK'])
      await client.query({ text, rowMode: 'array' }).then(
        ({ rows }) => seen.push(JSON.stringify(rows)),
        (error: unknown) => seen.push(JSON.stringify(error)),
      )
  }
  const { pid } = daemon.ready
  const process = ['cmdline', 'environ'].map((file) => readFileSync(`/proc/${pid}/${file}`))
  await client.end()
  const closed: Closed = await stopSession(daemon)
  expect(closed.totals.masked).toBeGreaterThan(200)
  expect(events(daemon).filter(({ type }) => type === 'statement').length).toBeGreaterThan(600)

  const places: Record<string, Buffer> = {
    results: Buffer.from(seen.join('\n')),
    notices: Buffer.from(notices.join('\n')),
    process: Buffer.concat(process),
    summary: Buffer.from(summaryMarkdown({ closed, refused: [], places: [] })),
    ...Object.fromEntries(filesBelow(daemon.dir)),
  }
  expect(
    Object.keys(places).filter((place) => /daemon\.log|session\.jsonl|closed\.json/.test(place)),
  ).toHaveLength(3)
  // The record's seal and chunks are signed: random letters, among which a short canary turns up by chance.
  const search = (place: string) =>
    /(?:chunks\.jsonl|seal\.json)$/.test(place) ? wholeCanariesIn : canariesIn
  const leaks = Object.entries(places).map(([place, bytes]) => [place, search(place)(bytes)])
  expect(leaks.filter(([, found]) => found?.length)).toEqual([])
})

test.each(['flag', 'strict'] as const)('conditions on masked columns: %s', async (predicates) => {
  const columns = PROTECTED.map((pattern) => ({ pattern, mask: 'redact' as const }))
  const daemon = await startDaemon(database, { target: { masks: { columns, detect: [], predicates } } })
  const client = await connect(daemon)
  const asked = client.query('SELECT name FROM people WHERE ssn = $1', ['x'])
  if (predicates === 'flag') expect((await asked).rows).toEqual([])
  else await expect(asked).rejects.toThrow(/would tell the masked column ssn/)
  expect((await client.query('SELECT ssn FROM people WHERE id = 1')).rows).toEqual([{ ssn: '****' }])
  await client.end()
  await stopSession(daemon)
  const rules = events(daemon).flatMap((event) => (event.type === 'statement' ? event.rules : []))
  expect(rules).toContain(predicates === 'flag' ? 'masked-comparison' : 'masked-predicate')
})
