import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reap } from '../../src/server/reaper.ts'
import { decideApproval } from '../../src/server/store/approvals.ts'
import { type Caller, checkOf, createCaller, type Reply } from './caller.ts'
import { type Harness, startHarness } from './harness.ts'

let harness: Harness
let caller: Caller
let run = 1
beforeAll(async () => {
  harness = await startHarness()
  caller = await createCaller(harness)
})
afterAll(() => harness.close())

const CIBA = 'urn:openid:params:grant-type:ciba'
const MINUTE = 60_000

/** A token of this run, good at the skewed clock. */
const job = () => {
  const now = Math.floor((Date.now() + harness.skew) / 1000)
  return harness.issuer.github(harness.url, { run_id: String(run), iat: now, nbf: now, exp: now + 300 })
}
const ask = async () => {
  run++
  return caller.exchange(await job(), ['gated-prod'])
}
const poll = (pending: Reply, by = caller) =>
  by.post('/oauth/token', { grant_type: CIBA, auth_req_id: String(pending.body.auth_req_id) })

/** The next poll that is not too early. */
const later = async (pending: Reply, by = caller, minutes = 0.1) => {
  harness.skew += minutes * MINUTE
  return poll(pending, by)
}
const rowOf = async (pending: Reply) => {
  const id = String(pending.body.approval_uri).split('/').at(-1) ?? ''
  const { store } = harness.server.services
  return store.selectFrom('approvals').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}
const decide = async (
  pending: Reply,
  state: 'approved' | 'denied',
  changes: { requestSha256?: string } = {},
) => {
  const { id, request_sha256 } = await rowOf(pending)
  const { store, clock } = harness.server.services
  return decideApproval(store, id, {
    state,
    by: 'dba',
    requestSha256: request_sha256,
    now: clock(),
    ...changes,
  })
}

test('an exchange that needs an approval waits, and its clock starts with the grant', async () => {
  const pending = await ask()
  expect(pending).toMatchObject({
    status: 400,
    body: { error: 'authorization_pending', interval: 5, expires_in: 3600 },
  })
  expect(pending.body.auth_req_id).toMatch(/^sluice_rq_[\w-]{43}$/)
  expect(pending.body.approval_uri).toMatch(new RegExp(`^${harness.url}/approvals/[0-9a-f]{32}$`))
  expect(pending.body).not.toHaveProperty('access_token')
  expect((await poll(pending)).body.error).toBe('authorization_pending')
  expect((await poll(pending)).body.error).toBe('slow_down')
  expect((await later(pending)).body.error).toBe('authorization_pending')
  harness.skew += 30 * MINUTE
  expect(await decide(pending, 'approved')).toBe(true)
  const granted = await later(pending)
  expect(granted).toMatchObject({ status: 200, body: { token_type: 'DPoP' } })
  const end = Date.parse(String(granted.body.session_expires_at)) - (Date.now() + harness.skew)
  expect(end).toBeGreaterThan(9.9 * MINUTE)
  expect((await caller.call('GET', '/v1/grant', String(granted.body.access_token))).status).toBe(200)
})

test('what an approver is shown is stored, whole and hashed', async () => {
  const row = await rowOf(await ask())
  expect(JSON.parse(row.request)).toMatchObject({
    issuer: 'github',
    targets: ['gated-prod'],
    claims: { repository: 'acme/orders', environment: 'production' },
    rule: { name: 'gated orders', guard: 'strict', ttl: 600_000, approvers: ['dba'] },
  })
  expect(row.request_sha256).toMatch(/^[0-9a-f]{64}$/)
})

describe('refused', () => {
  test('polling with another key, or with a request that does not exist', async () => {
    const pending = await ask()
    await decide(pending, 'approved')
    const thief = await createCaller(harness)
    const stolen = await later(pending, thief)
    expect(stolen).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
    expect(await checkOf(harness, stolen)).toBe('approval-key')
    expect((await caller.post('/oauth/token', { grant_type: CIBA, auth_req_id: 'x' })).body.error).toBe(
      'invalid_grant',
    )
    expect((await later(pending)).status).toBe(200)
  })

  test('redeeming twice, also at once', async () => {
    const pending = await ask()
    await decide(pending, 'approved')
    expect((await later(pending)).status).toBe(200)
    expect((await later(pending)).status).toBe(400)
    const next = await ask()
    await decide(next, 'approved')
    harness.skew += MINUTE
    const replies = await Promise.all(Array.from({ length: 10 }, () => poll(next)))
    expect(replies.filter((reply) => reply.status === 200)).toHaveLength(1)
  })

  test('a denied request', async () => {
    const pending = await ask()
    await decide(pending, 'denied')
    expect((await later(pending)).body.error).toBe('access_denied')
  })

  test('approve and deny race: one decision wins', async () => {
    const pending = await ask()
    const decisions = await Promise.all([decide(pending, 'approved'), decide(pending, 'denied')])
    expect(decisions.filter(Boolean)).toHaveLength(1)
    expect(await decide(pending, 'approved')).toBe(false)
  })

  test('an approval of something else than what was asked', async () => {
    const pending = await ask()
    expect(await decide(pending, 'approved', { requestSha256: '0'.repeat(64) })).toBe(false)
    expect((await later(pending)).body.error).toBe('authorization_pending')
  })

  test('an approval after the deadline, and a redemption after it', async () => {
    const late = await ask()
    const missed = await ask()
    await decide(missed, 'approved')
    harness.skew += 61 * MINUTE
    expect(await decide(late, 'approved')).toBe(false)
    expect((await later(late)).body.error).toBe('expired_token')
    expect((await later(missed)).body.error).toBe('expired_token')
    await reap(harness.server.services)
    const rows = await harness.server.services.store
      .selectFrom('grants')
      .select(['state', 'end_reason'])
      .where('id', 'in', [(await rowOf(late)).grant_id, (await rowOf(missed)).grant_id])
      .execute()
    expect(rows).toEqual(Array(2).fill({ state: 'ended', end_reason: 'abandoned' }))
  })

  test('the rule was removed, or changed, after the approval', async () => {
    const removed = await ask()
    const changed = await ask()
    await decide(removed, 'approved')
    await decide(changed, 'approved')
    await harness.restart((file) => {
      file.access = file.access.filter((rule) => rule.name !== 'gated orders')
    })
    expect((await later(removed)).body.error).toBe('invalid_target')
    await harness.restart((file) => {
      const rule = file.access.find(({ name }) => name === 'gated orders')
      if (rule) rule.ttl = '8h'
    })
    const stale = await later(changed)
    expect(stale.body.error).toBe('access_denied')
    expect(await checkOf(harness, stale)).toBe('approval-stale')
    await harness.restart()
    expect((await later(changed)).status).toBe(400)
  })

  test('a second exchange of the job while the first waits', async () => {
    await ask()
    const second = await caller.exchange(await job(), ['gated-prod'])
    expect(await checkOf(harness, second)).toBe('job-once')
  })
})
