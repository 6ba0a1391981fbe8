// What a held statement keeps others from, told while it waits, and shown as it changes.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from '../../fixtures/axe.ts'
import { DANA } from '../../fixtures/identity-provider.ts'
import { createRequests, HELD, type Requests } from './requests.ts'
import { type Stage, startStage } from './stage.ts'

let stage: Stage
let requests: Requests

beforeAll(async () => {
  stage = await startStage()
  requests = createRequests(stage.harness)
})
afterAll(() => stage?.close())

const NOBODY = {
  since: '2026-11-22T08:00:00.000Z',
  locks: [{ relation: 'public.orders', lock: 'ACCESS EXCLUSIVE' }],
  waiting: [],
  behind: 0,
}
const WAITER = {
  application: 'shop <b>web</b>',
  lock: 'ACCESS SHARE',
  relation: 'public.orders',
  since: '2026-11-22T08:01:00.000Z',
}

async function hold(changes: object = {}) {
  const { caller, token } = await requests.job()
  const { body } = await caller.call('POST', '/v1/approvals', token, {}, { ...HELD, ...changes })
  const path = `/v1/approvals/${String(body.id)}`
  return {
    id: String(body.id),
    tell: (blocking: object) => caller.call('POST', `${path}/blocking`, token, {}, blocking),
    withdraw: () => caller.call('POST', `${path}/withdraw`, token),
  }
}

test('who waits behind it shows without a reload, in plain words, and goes when it is over', async () => {
  const page = await stage.signedIn(DANA)
  const { id, tell, withdraw } = await hold()
  await page.goto(`${stage.harness.url}/approvals/${id}`)
  const part = page.locator('#blocking')
  await part.getByText('not told by the session').waitFor()
  expect((await tell(NOBODY)).status).toBe(200)
  await part.getByText('nobody', { exact: true }).waitFor()
  expect(await part.textContent()).toMatch(
    /public\.orders: nobody else can read or write it \(ACCESS EXCLUSIVE\)/,
  )
  const others = [{ application: '' }, { application: 'job', lock: 'SHARE', relation: 'public.orders' }]
  await tell({ ...NOBODY, waiting: [WAITER, ...others], behind: 7 })
  await part.getByText('7 connections').waitFor()
  const text = (await part.textContent()) ?? ''
  for (const words of [
    'shop <b>web</b> wants to read public.orders (ACCESS SHARE), since 2026-11-22 08:01:00 UTC',
    'one that gives no name waits for a row, or for the end of a transaction',
    'job wants to change public.orders (SHARE)',
    'and 4 more',
  ])
    expect(text).toContain(words)
  expect(await violations(page)).toEqual([])
  await page.screenshot({ path: `${stage.shots}/blocking.png`, fullPage: true })
  await withdraw()
  await part.getByText('7 connections').waitFor({ state: 'detached' })
})

test('tables, locks, what ran before and how long it may wait are told; what is good once says so', async () => {
  const page = await stage.signedIn(DANA)
  const { id } = await hold({
    text: 'COMMIT',
    once: true,
    ran: true,
    effects: [
      { action: 'transaction', object: 'commit', estimate: 12_000, detail: 'besides 500 that were approved' },
      { action: 'alter', object: 'table', name: 'orders', lock: 'SHARE ROW EXCLUSIVE' },
    ],
    tables: [
      { relation: 'public.orders', rows: 120_000, bytes: 52_428_800 },
      { relation: 'public.fresh', bytes: 8192 },
    ],
    transaction: { ...HELD.transaction, idle: 300_000, earlier: ['UPDATE orders SET paid = true'] },
  })
  await page.goto(`${stage.harness.url}/approvals/${id}`)
  const text = ((await page.locator('main').textContent()) ?? '').replaceAll(/\s+/g, ' ')
  for (const words of [
    'make last what the transaction changed; 12,000 rows were deleted or updated; besides 500 that were approved',
    'public.orders: about 120,000 rows, 50.0 MiB on disk with indexes',
    'public.fresh: never counted, 8 KiB on disk with indexes',
    'orders: others can read it, and not write to it (SHARE ROW EXCLUSIVE)',
    'The statement has run. What waits is that its changes are made last',
    'UPDATE orders SET paid = true',
    'after 5 min 0 s of waiting',
  ])
    expect(text).toContain(words)
  expect(await page.getByRole('checkbox').count()).toBe(0)
  await page.screenshot({ path: `${stage.shots}/commit.png`, fullPage: true })
})

test('nobody else may tell, nothing else is taken, and nothing after the end', async () => {
  const one = await hold()
  const other = await requests.job()
  const path = `/v1/approvals/${one.id}/blocking`
  expect((await other.caller.call('POST', path, other.token, {}, NOBODY)).status).toBe(404)
  for (const wrong of [
    {},
    { ...NOBODY, query: 'SELECT 1' },
    { ...NOBODY, since: 'yesterday' },
    { ...NOBODY, behind: -1 },
    { ...NOBODY, waiting: [{ ...WAITER, query: 'SELECT 1' }] },
    { ...NOBODY, locks: [{ relation: 'x'.repeat(40_000), lock: 'SHARE' }] },
  ])
    expect([wrong, (await one.tell(wrong)).status]).toEqual([wrong, 400])
  await one.withdraw()
  await one.tell({ ...NOBODY, behind: 3 })
  const row = await stage.harness.server.services.store
    .selectFrom('approvals')
    .select('blocking')
    .where('id', '=', one.id)
    .executeTakeFirstOrThrow()
  expect(row.blocking).toBeNull()
})
