import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LOCAL_ADMIN } from '../../src/server/people/person.ts'
import { reap } from '../../src/server/reaper.ts'
import { auditOf, type Caller, checkOf, createCaller, EXCHANGE, send } from './caller.ts'
import { type Harness, startHarness } from './harness.ts'
import { tokenFor } from './people/administrator.ts'

let harness: Harness
let caller: Caller
let run = 1
beforeAll(async () => {
  harness = await startHarness()
  caller = await createCaller(harness)
})
afterAll(() => harness.close())

const job = (claims: Record<string, unknown> = {}, at = harness) =>
  at.issuer.github(at.url, { run_id: String(++run), ...claims })
const open = async () => {
  const { body } = await caller.exchange(await job())
  return {
    token: String(body.access_token),
    refresh: String(body.refresh_token),
    session: String(body.session),
  }
}

describe('every refusal has a line under its correlation id', () => {
  const FORM = 'application/x-www-form-urlencoded'

  test.each<[string, string, Record<string, string>]>([
    ['content-type', '{}', { 'content-type': 'application/json' }],
    ['repeated-parameter', 'grant_type=a&grant_type=b', { 'content-type': FORM }],
    ['missing-parameter', '', { 'content-type': FORM }],
    ['grant-type', 'grant_type=password', { 'content-type': FORM }],
    ['body-size', 'x'.repeat(70_000), { 'content-type': FORM }],
    [
      'subject-token-type',
      `grant_type=${EXCHANGE.grant_type}&subject_token_type=x`,
      { 'content-type': FORM },
    ],
  ])('%s', async (check, body, headers) => {
    const reply = await send(`${harness.url}/oauth/token`, { method: 'POST', body, headers })
    expect(await auditOf(harness, reply)).toMatchObject([{ outcome: 'refused', check_id: check }])
    expect(harness.logs.join('')).toContain(`"${String(reply.body.correlation_id)}"`)
  })

  test('and a number in the metrics', async () => {
    const text = await (await fetch(`${harness.url}/metrics`)).text()
    expect(text).toMatch(/sluice_refusals_total\{event="token",check="content-type"\} 1/)
  })

  test('a token or refresh token in other hands is an alert that names the session', async () => {
    const { token, refresh, session } = await open()
    const thief = await createCaller(harness)
    const used = await thief.call('GET', '/v1/grant', token)
    expect(await auditOf(harness, used)).toMatchObject([{ grant_id: session, check_id: 'access-token-key' }])
    const renewed = await thief.post('/oauth/token', { grant_type: 'refresh_token', refresh_token: refresh })
    expect(await auditOf(harness, renewed)).toMatchObject([
      { grant_id: session, check_id: 'refresh-token-key' },
    ])
    expect(harness.logs.join('')).toContain('"alert":"refresh-token-key"')
  })

  test('writing to another session’s record, or with another signature', async () => {
    const [mine, other] = [await open(), await open()]
    const path = `/v1/sessions/${other.session}/chunks`
    const proof = await caller.proof('POST', harness.url + path, mine.token)
    const reply = await send(harness.url + path, {
      method: 'POST',
      body: '{}',
      headers: {
        authorization: `DPoP ${mine.token}`,
        dpop: proof,
        'content-type': 'application/json',
      },
    })
    expect(reply.status).toBe(404)
    expect(await auditOf(harness, reply)).toMatchObject([
      { grant_id: mine.session, check_id: 'record-not_found' },
    ])
    expect(harness.logs.join('')).toContain('"alert":"record-not_found"')
  })
})

test('a flood of refusals is one line too many, not a full disk', async () => {
  const small = await startHarness({
    change: (file) => Object.assign(file.server.limits, { requests_per_minute: 5 }),
  })
  const post = () => fetch(`${small.url}/oauth/token`, { method: 'POST', body: '' })
  const statuses = []
  for (let count = 0; count < 30; count++) statuses.push((await post()).status)
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(10)
  const rows = await small.server.services.store.selectFrom('audit').select('check_id').execute()
  expect(rows.length).toBeLessThan(20)
  expect(small.logs.length).toBeLessThan(25)
  await small.close()
})

test('what looks the same is told apart', async () => {
  const reply = await caller.exchange(await job({ ref: 'refs/heads/m\u0430in\u202e' }))
  expect(await auditOf(harness, reply)).toMatchObject([
    { detail: 'orders from main: ref must be refs/heads/main, not refs/heads/m\\u{430}in\\u{202e}' },
  ])
})

test.each([
  ['decomposed', 'refs/heads/mai\u006e\u0303'],
  ['full width', 'refs/heads/ｍａｉｎ'],
  ['zero width', 'refs/heads/ma\u200bin'],
  ['a NUL', 'refs/heads/main\0'],
  ['a line feed', 'refs/heads/main\n'],
  ['upper case', 'refs/heads/MAIN'],
])('a claim is compared as it is: %s', async (_name, ref) => {
  expect(await checkOf(harness, await caller.exchange(await job({ ref })))).toBe('access')
})

test('behind a proxy each job has its own limit, and cannot choose it', async () => {
  const proxied = await startHarness({
    change: (file) => {
      Object.assign(file.server, { trusted_proxies: ['127.0.0.0/8'] })
      Object.assign(file.server.limits, { requests_per_minute: 3 })
    },
  })
  const ask = (forwarded: string) =>
    send(`${proxied.url}/oauth/revoke`, {
      method: 'POST',
      body: 'token=x',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': forwarded },
    })
  for (let count = 0; count < 3; count++) expect((await ask('203.0.113.1')).status).toBe(200)
  expect((await ask('203.0.113.1')).status).toBe(429)
  expect((await ask('198.51.100.7, 203.0.113.1')).status).toBe(429)
  expect((await ask('203.0.113.2')).status).toBe(200)
  const six = []
  for (let count = 0; count < 4; count++) six.push((await ask(`2001:db8::${count}`)).status)
  expect(six).toEqual([200, 200, 200, 429])
  const rows = await proxied.server.services.store.selectFrom('audit').select('address').execute()
  expect(rows.map(({ address }) => address)).toContain('203.0.113.1')
  await proxied.close()
})

test('old lines of the audit log and dead tokens are forgotten', async () => {
  const kept = await startHarness({
    change: (file) => Object.assign(file.server, { keep_audit: '30d' }),
  })
  const other = await createCaller(kept)
  await other.exchange(await job({}, kept))
  const { store } = kept.server.services
  const count = async (table: 'audit' | 'tokens') =>
    (await store.selectFrom(table).select('grant_id').execute()).length
  // The start and the exchange.
  expect([await count('audit'), await count('tokens')]).toEqual([2, 2])
  kept.skew = 8 * 24 * 3600_000
  await reap(kept.server.services)
  expect([await count('audit'), await count('tokens')]).toEqual([2, 0])
  kept.skew = 31 * 24 * 3600_000
  await reap(kept.server.services)
  expect([await count('audit'), await count('tokens')]).toEqual([0, 0])
  await kept.close()
})

test('failures of one address have no more lines than it may ask', async () => {
  const broken = await startHarness({
    change: (file) => Object.assign(file.server.limits, { requests_per_minute: 5 }),
  })
  const { store } = broken.server.services
  await store.schema.alterTable('sessions').renameTo('gone').execute()
  broken.skew += 60_000 - ((Date.now() + broken.skew) % 60_000)
  const headers = { authorization: `Bearer ${await tokenFor(broken, LOCAL_ADMIN)}` }
  const ask = () => fetch(`${broken.url}/sessions`, { headers })
  const replies = await Promise.all(Array.from({ length: 12 }, ask))
  expect(replies.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 500))
  const rows = await store.selectFrom('audit').select('id').where('outcome', '=', 'failed').execute()
  expect(rows).toHaveLength(5)
  await broken.close()
})
