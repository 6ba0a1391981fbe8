import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isSealFile } from '../../../src/recording/shapes.ts'
import { LOCAL_ADMIN } from '../../../src/server/people/person.ts'
import { reap } from '../../../src/server/reaper.ts'
import { addApproval, findApproval } from '../../../src/server/store/approvals.ts'
import { searchSessions } from '../../../src/server/store/search.ts'
import { result, statement } from '../../recording/samples.ts'
import { type Harness, startHarness } from '../harness.ts'
import { tokenFor } from '../people/administrator.ts'
import { type Job, startJob } from '../sessions/recorded.ts'

const DAY = 86_400_000
let harness: Harness
const jobs = new Map<string, Job>()

beforeAll(async () => {
  harness = await startHarness({
    change: (file) => {
      const { 'orders-prod': orders, 'billing-prod': billing } = file.targets
      Object.assign(file.targets, {
        'orders-prod': { ...orders, retention: '90d' },
        'billing-prod': { ...billing, retention: '180d' },
      })
    },
  })
  for (const [name, targets] of [
    ['orders', ['orders-prod']],
    ['both', ['orders-prod', 'billing-prod']],
    ['late', ['orders-prod']],
  ] as const) {
    const job = await startJob(harness, { targets: [...targets] })
    job.record(statement(1, `select '${name}' from users`), result(1))
    await job.end()
    jobs.set(name, job)
  }
  // Sessions end by time; the reaper then knows that their records are sealed.
  harness.skew += 3600_000
  await reap(harness.server.services)
  await harness.server.services.store
    .updateTable('grants')
    .set({ ended_at: Date.now() + 60 * DAY })
    .where('id', '=', jobs.get('late')?.session ?? '')
    .execute()
  harness.skew += 60 * DAY
})
afterAll(() => harness.close())

/** Files that are not empty. */
const filesOf = (name: string) => {
  const dir = join(harness.data, 'sessions', jobs.get(name)?.session ?? '')
  return readdirSync(dir)
    .filter((file) => statSync(join(dir, file)).size > 0)
    .sort()
}
const rowOf = (name: string) =>
  harness.server.services.store
    .selectFrom('grants')
    .select(['sealed', 'record_deleted_at'])
    .where('id', '=', jobs.get(name)?.session ?? '')
    .executeTakeFirstOrThrow()
const found = async (text: string) => {
  const list = await searchSessions(harness.server.services.store, { text }, { limit: 10 })
  return list.length
}
const checkpoint = async () => (await fetch(`${harness.url}/v1/log/checkpoint`)).text()
const ALL = ['chunks.jsonl', 'receipts.jsonl', 'seal.json', 'session.jsonl']

test('a record is deleted when the longest retention of its targets is over, and not before', async () => {
  const before = await checkpoint()
  expect(await found("select 'orders'")).toBe(1)
  harness.skew += 25 * DAY
  await reap(harness.server.services)
  for (const name of jobs.keys()) expect(filesOf(name)).toEqual(ALL)
  harness.skew += 6 * DAY
  await reap(harness.server.services)
  expect(filesOf('orders')).toEqual(['seal.json'])
  expect((await rowOf('orders')).record_deleted_at).toBeGreaterThan(Date.now())
  expect(await found("select 'orders'")).toBe(0)
  expect(filesOf('both')).toEqual(ALL)
  expect(filesOf('late')).toEqual(ALL)
  expect(await found("select 'late'")).toBe(1)
  harness.skew += 90 * DAY
  await reap(harness.server.services)
  expect(filesOf('both')).toEqual(['seal.json'])
  expect(filesOf('late')).toEqual(['seal.json'])
  expect(await checkpoint()).toBe(before)
  const rows = await harness.server.services.store
    .selectFrom('audit')
    .selectAll()
    .where('event', '=', 'retention')
    .execute()
  expect(rows).toHaveLength(3)
  expect(rows[0]).toMatchObject({
    outcome: 'ok',
    grant_id: jobs.get('orders')?.session,
    detail: 'the record of orders-prod was deleted',
  })
})

test('the seal that stays is whole, the session is still known, and nothing can be added to it', async () => {
  const { reader, records, store } = harness.server.services
  const session = jobs.get('orders')?.session ?? ''
  const bytes = await reader.bytes(session, 'seal', 0, await reader.size(session, 'seal'))
  expect(isSealFile(JSON.parse(bytes.toString()))).toBe(true)
  expect(await records.abandon(session)).toEqual({ sealed: true, reason: 'clean' })
  await records.forget(session)
  expect(filesOf('orders')).toEqual(['seal.json'])
  const row = await store.selectFrom('sessions').selectAll().where('id', '=', session).executeTakeFirst()
  expect(row).toMatchObject({ statements: 1, masked: 1, reason: 'clean' })
})

test('no record is deleted that is not sealed, or whose target keeps its records for good', async () => {
  harness.skew = 0
  const open = await startJob(harness, { targets: ['orders-prod'] })
  open.record(statement(1))
  await open.arrived()
  await expect(harness.server.services.records.forget(open.session)).rejects.toThrow(/not sealed/)
  await open.end()
  await harness.restart(() => {})
  harness.skew += 400 * DAY
  await reap(harness.server.services)
  harness.skew += DAY
  await reap(harness.server.services)
  jobs.set('kept', open)
  expect((await rowOf('kept')).sealed).toBe(1)
  expect(filesOf('kept')).toEqual(ALL)
})

test('what was held is known by its digests only, once the record is deleted', async () => {
  harness.skew = 0
  await harness.restart((file) => {
    Object.assign(file.targets['orders-prod'], { retention: '90d' })
    Object.assign(file.access[0] ?? {}, { holds: { by: ['dba'] } })
  })
  const { store } = harness.server.services
  const job = await startJob(harness, { targets: ['orders-prod'] })
  job.record(statement(1))
  const secret = 'customer-4711'
  const held = {
    target: 'orders-prod',
    conn: 1,
    statement: 1,
    sha256: 'a'.repeat(64),
    text: `delete from customers where name = '${secret}'`,
    redacted: false,
    parameters: { sha256: 'b'.repeat(64), values: [secret] },
    findings: [{ rule: 'delete', verdict: 'hold', reason: secret, hint: secret }],
    effects: [{ action: 'delete', object: 'table', name: secret }],
    relations: [secret],
    hints: [secret],
    transaction: {
      state: 'open',
      age: 5,
      statements: 2,
      locks: [{ relation: secret, lock: 'ACCESS EXCLUSIVE' }],
    },
    source: { file: `${secret}.sql`, line: 1 },
  }
  const request = JSON.stringify({ session: job.session, issuer: 'github', claims: {}, statement: held })
  await addApproval(store, {
    id: 'held',
    kind: 'statement',
    grant_id: job.session,
    poll_hash: null,
    request,
    request_sha256: 'c'.repeat(64),
    subject_sha256: null,
    approvers: '["dba"]',
    min: 1,
    created_at: Date.now(),
    expires_at: Date.now(),
  })
  await job.end()
  harness.skew += 3600_000
  await reap(harness.server.services)
  expect(JSON.stringify(await findApproval(store, 'held'))).toContain(secret)
  harness.skew += 91 * DAY
  await reap(harness.server.services)
  const row = await findApproval(store, 'held')
  expect(JSON.stringify(row)).not.toContain(secret)
  expect(row?.request_sha256).toBe('c'.repeat(64))
  const headers = { authorization: `Bearer ${await tokenFor(harness, LOCAL_ADMIN)}` }
  for (const path of ['/approvals?state=all', '/approvals/held', `/sessions/${job.session}`]) {
    const page = await fetch(`${harness.url}${path}`, { headers })
    expect(page.status).toBe(200)
    const text = (await page.text()).replace(/<[^>]*>/g, '')
    expect(text).not.toContain(secret)
    if (path.startsWith('/approvals')) expect(text).toContain('deleted with the record of its session')
  }
  const exported = await fetch(
    `${harness.url}/api/export/approvals?from=${new Date().toISOString().slice(0, 10)}`,
    {
      headers,
    },
  )
  expect(await exported.text()).toMatch(/"rules":\["delete"\],"statement_sha256":"a{64}"/)
})
