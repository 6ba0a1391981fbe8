import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decide as sayWord } from '../../src/server/approvals/decide.ts'
import type { Person } from '../../src/server/people/person.ts'
import { reap } from '../../src/server/reaper.ts'
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
  decision: 'approved' | 'denied',
  changes: { requestSha256?: string; person?: Person } = {},
) => {
  const { id, request_sha256: requestSha256 } = await rowOf(pending)
  const word = { decision, requestSha256, scope: 'once' as const, reason: 'as agreed', ...changes }
  const entry = { event: 'decide', correlationId: 'test' }
  return sayWord(harness.server.services, changes.person ?? DBA, { id, word, entry })
}

const DBA: Person = {
  id: 'idp#1',
  name: 'Dana',
  groups: ['dba'],
  logins: ['dana'],
  local: false,
  roles: new Set(['viewer']),
}
const someone = (changes: Partial<Person>): Person => ({ ...DBA, ...changes })

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
  expect(await decide(pending, 'approved')).toBe('approved')
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
    expect((await later(pending)).body).toMatchObject({
      error: 'access_denied',
      error_description: 'Dana said no: as agreed',
    })
  })

  test.each([
    ['another group', { groups: ['web'], logins: ['dana'] }, 'approver-group', 'only dba may decide this'],
    [
      'the person who started the run',
      { groups: ['dba'], logins: ['ACTOR'] },
      'approver-own-run',
      /cannot approve/,
    ],
    [
      'somebody whose login is not known',
      { groups: ['dba'], logins: [] },
      'approver-unknown',
      /names no login/,
    ],
  ])('a decision by %s', async (_name, changes, check, message) => {
    const pending = await ask()
    const { store } = harness.server.services
    const { grant_id } = await rowOf(pending)
    const { claims } = await store
      .selectFrom('grants')
      .select('claims')
      .where('id', '=', grant_id)
      .executeTakeFirstOrThrow()
    const logins = changes.logins.map((login) =>
      login.replace('ACTOR', JSON.parse(claims).actor.toUpperCase()),
    )
    const person = someone({ ...changes, logins })
    await expect(decide(pending, 'approved', { person })).rejects.toMatchObject({
      status: 403,
      check,
      message: typeof message === 'string' ? message : expect.stringMatching(message),
    })
    expect((await later(pending)).body.error).toBe('authorization_pending')
  })

  test('approve and deny race: one decision wins', async () => {
    const pending = await ask()
    const other = someone({ id: 'idp#2', name: 'Eli', logins: ['eli'] })
    const decisions = await Promise.allSettled([
      decide(pending, 'approved'),
      decide(pending, 'denied', { person: other }),
    ])
    expect(decisions.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const third = someone({ id: 'idp#3', name: 'Fay', logins: ['fay'] })
    await expect(decide(pending, 'approved', { person: third })).rejects.toMatchObject({
      status: 409,
      check: 'approval-late',
      message: expect.stringMatching(/^too late: it is (approved|denied) \((Dana|Eli)\)$/),
    })
  })

  test('an approval of something else than what was asked', async () => {
    const pending = await ask()
    await expect(decide(pending, 'approved', { requestSha256: '0'.repeat(64) })).rejects.toMatchObject({
      check: 'approval-stale',
    })
    expect((await later(pending)).body.error).toBe('authorization_pending')
  })

  test('an approval after the deadline, and a redemption after it', async () => {
    const late = await ask()
    const missed = await ask()
    await decide(missed, 'approved')
    harness.skew += 61 * MINUTE
    await expect(decide(late, 'approved')).rejects.toMatchObject({ message: 'too late: it is expired' })
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

test('a long poll answers when somebody decides', async () => {
  const pending = await ask()
  const waiting = caller.post('/oauth/token', {
    grant_type: CIBA,
    auth_req_id: String(pending.body.auth_req_id),
    wait: '20',
  })
  await new Promise((resolve) => setTimeout(resolve, 200))
  await decide(pending, 'approved')
  expect(await waiting).toMatchObject({ status: 200, body: { token_type: 'DPoP' } })
})

test('two of the approvers must agree, and one no is enough', async () => {
  await harness.restart((file) => {
    const rule = file.access.find(({ name }) => name === 'gated orders')
    if (rule) rule.approval = { by: ['dba'], timeout: '1h', ...{ min: 2 } }
  })
  const other = someone({ id: 'idp#2', name: 'Eli', logins: ['eli'] })
  const pending = await ask()
  expect(await decide(pending, 'approved')).toBe('waiting')
  await expect(decide(pending, 'approved')).rejects.toMatchObject({ check: 'approval-twice' })
  expect((await later(pending)).body.error).toBe('authorization_pending')
  expect(await decide(pending, 'approved', { person: other })).toBe('approved')
  expect((await later(pending)).status).toBe(200)
  const next = await ask()
  await decide(next, 'approved')
  expect(await decide(next, 'denied', { person: other })).toBe('denied')
  expect((await later(next)).body.error).toBe('access_denied')
  await harness.restart()
})

describe('a parked request', () => {
  const attempt = async (number: number, changes: Record<string, string> = {}, by = caller) => {
    const now = Math.floor((Date.now() + harness.skew) / 1000)
    const claims = { run_id: String(run), run_attempt: String(number), iat: now, nbf: now, exp: now + 300 }
    const token = await harness.issuer.github(harness.url, { ...claims, ...changes })
    return by.exchange(token, ['gated-prod'], {}, { on_pending: 'park' })
  }

  test('is taken over by the next attempt of the run, with its approval', async () => {
    run++
    const first = await attempt(1)
    expect(first.body).toMatchObject({ error: 'authorization_pending', approval_state: 'waiting' })
    const again = await createCaller(harness)
    const second = await attempt(2, {}, again)
    expect(second.body.approval_uri).toBe(first.body.approval_uri)
    await decide(first, 'approved')
    const last = await createCaller(harness)
    const third = await attempt(3, {}, last)
    expect(third.body).toMatchObject({ approval_uri: first.body.approval_uri, approval_state: 'approved' })
    expect((await poll(third, last)).status).toBe(200)
    expect((await later(second, again)).body.error).toBe('invalid_grant')
    const fresh = await attempt(4, {}, await createCaller(harness))
    expect(fresh.body.approval_uri).not.toBe(first.body.approval_uri)
  })

  test.each([
    ['another commit', { sha: 'e'.repeat(40) }],
    ['another person', { actor_id: '78', actor: 'mallory' }],
    ['another workflow', { workflow_ref: 'acme/orders/.github/workflows/other.yml@refs/heads/main' }],
  ])('is not taken over for %s', async (_name, changes) => {
    run++
    const first = await attempt(1)
    await decide(first, 'approved')
    const other = await attempt(2, changes, await createCaller(harness))
    expect(other.body).toMatchObject({ approval_state: 'waiting' })
    expect(other.body.approval_uri).not.toBe(first.body.approval_uri)
  })

  test('a request of a job that waits is nobody else’s', async () => {
    const first = await ask()
    await decide(first, 'approved')
    const second = await attempt(2, {}, await createCaller(harness))
    expect(second.body.approval_uri).not.toBe(first.body.approval_uri)
  })
})
