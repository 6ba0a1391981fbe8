import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PROVIDERS } from '../../src/credentials/index.ts'
import { reap } from '../../src/server/reaper.ts'
import { type Caller, checkOf, createCaller, type Reply } from './caller.ts'
import { type Harness, startHarness } from './harness.ts'

let harness: Harness
let caller: Caller
let run = 1
const ended: string[] = []
let refuseEnds = false
let gate: Promise<void> | undefined

/** The static provider, watched: it can be slow to issue, or fail to end. */
const watched: typeof PROVIDERS = {
  ...PROVIDERS,
  static: {
    ...PROVIDERS.static,
    async issue(request) {
      const issued = await PROVIDERS.static.issue(request)
      await gate
      return issued
    },
    async end(request) {
      if (refuseEnds) throw new Error('connect ECONNREFUSED')
      ended.push(`${request.grantId}/${request.target.name}`)
      return { sessionsEnded: 2, objectsReassigned: false }
    },
  },
}

beforeAll(async () => {
  harness = await startHarness({ providers: watched })
  caller = await createCaller(harness)
})
afterAll(() => harness.close())

const MINUTE = 60_000
const open = async (
  targets = ['orders-prod'],
  by = caller,
): Promise<Reply & { token: string; session: string }> => {
  const now = Math.floor((Date.now() + harness.skew) / 1000)
  const claims = { run_id: String(++run), iat: now, nbf: now, exp: now + 300 }
  const reply = await by.exchange(await harness.issuer.github(harness.url, claims), targets)
  expect(reply.status).toBe(200)
  return { ...reply, token: String(reply.body.access_token), session: String(reply.body.session) }
}
const renew = (refresh_token: unknown, by = caller) =>
  by.post('/oauth/token', { grant_type: 'refresh_token', refresh_token: String(refresh_token) })
const revoke = (token: string) => caller.post('/oauth/revoke', { token }, { dpop: undefined })
const credentials = (session: string) =>
  harness.server.services.store
    .selectFrom('credentials')
    .selectAll()
    .where('grant_id', '=', session)
    .execute()

describe('terms', () => {
  test('everything to enforce, and the credential in clear, once per call', async () => {
    const { token, session } = await open(['orders-prod', 'billing-prod'])
    const terms = await caller.call('GET', '/v1/grant', token)
    expect(terms).toMatchObject({
      status: 200,
      body: {
        session,
        access: 'orders from main',
        policySha256: harness.server.services.config.sha256,
        serverKey: harness.server.services.serverKey,
        targets: [
          { name: 'orders-prod', credential: { user: 'app', password: 'upstream-orders-password' } },
          { name: 'billing-prod', credential: { user: 'billing', password: 'upstream-billing-password' } },
        ],
      },
    })
    expect(terms.headers.get('cache-control')).toBe('no-store')
    expect((terms.body.targets as { limits: object }[])[0]?.limits).toMatchObject({ rows: 1000 })
    const rows = await credentials(session)
    expect(rows.map(({ state }) => state)).toEqual(['live', 'live'])
    expect(JSON.stringify(rows)).not.toContain('password')
  })

  test('a second call ends the credentials of the first', async () => {
    const { token, session } = await open()
    await caller.call('GET', '/v1/grant', token)
    ended.length = 0
    expect((await caller.call('GET', '/v1/grant', token)).status).toBe(200)
    expect(ended).toEqual([`${session}/orders-prod`])
    expect((await credentials(session)).map(({ state }) => state).sort()).toEqual(['ended', 'live'])
  })

  test('the row is there before the credential; a session that ends meanwhile gets none', async () => {
    const { token, session } = await open()
    let release = () => {}
    gate = new Promise((resolve) => {
      release = resolve
    })
    const pending = caller.call('GET', '/v1/grant', token)
    await expect.poll(async () => (await credentials(session)).map(({ state }) => state)).toEqual(['making'])
    expect((await revoke(token)).body.revoked).toBe(true)
    ended.length = 0
    release()
    gate = undefined
    expect(await pending).toMatchObject({ status: 401, body: { error: 'invalid_token' } })
    expect(ended).toEqual([`${session}/orders-prod`])
    expect((await credentials(session)).map(({ state }) => state)).toEqual(['ended'])
  })

  test('a secret that is not there is named, and not shown', async () => {
    const bare = await startHarness({ env: { ORDERS_PASSWORD: '' } })
    const other = await createCaller(bare)
    const { body } = await other.exchange(await bare.issuer.github(bare.url))
    const reply = await other.call('GET', '/v1/grant', String(body.access_token))
    expect(reply).toMatchObject({ status: 502, body: { error: 'server_error' } })
    expect(reply.body.error_description).toContain('ORDERS_PASSWORD')
    await bare.close()
  })

  test('a rule that was removed gives nothing any more', async () => {
    const { token, body } = await open()
    await harness.restart((file) => {
      file.access = file.access.filter((rule) => rule.name !== 'orders from main')
    })
    expect((await caller.call('GET', '/v1/grant', token)).body.error).toBe('invalid_target')
    expect((await renew(body.refresh_token)).body.error).toBe('invalid_target')
    await harness.restart()
    expect((await caller.call('GET', '/v1/grant', token)).status).toBe(200)
  })
})

describe('renewal', () => {
  test('new tokens, the same session, the same end', async () => {
    const { body, session } = await open()
    harness.skew += 10 * MINUTE
    const next = await renew(body.refresh_token)
    expect(next).toMatchObject({ status: 200, body: { session, expires_in: 900 } })
    expect(next.body.session_expires_at).toBe(body.session_expires_at)
    expect((await caller.call('GET', '/v1/grant', String(next.body.access_token))).status).toBe(200)
    harness.skew += 14 * MINUTE
    const last = await renew(next.body.refresh_token)
    expect(last.body.expires_in).toBeLessThan(8.1 * 60)
    harness.skew += 6.1 * MINUTE
    expect((await caller.call('GET', '/v1/grant', String(last.body.access_token))).body.error).toBe(
      'invalid_token',
    )
    harness.skew += 2 * MINUTE
    expect(await checkOf(harness, await renew(last.body.refresh_token))).toBe('grant-over')
    harness.skew = 0
  })

  test('a lost answer may be asked for again within a minute; later it is a theft', async () => {
    const { body } = await open()
    expect((await renew(body.refresh_token)).status).toBe(200)
    expect((await renew(body.refresh_token)).status).toBe(200)
    harness.skew += 2 * MINUTE
    expect(await checkOf(harness, await renew(body.refresh_token))).toBe('refresh-replay')
    harness.skew = 0
  })

  test('another key, an access token, anything', async () => {
    const { body, token } = await open()
    const thief = await createCaller(harness)
    for (const [refresh, by] of [
      [body.refresh_token, thief],
      [token, caller],
      ['x', caller],
      [`${body.refresh_token}x`, caller],
    ] as const)
      expect((await renew(refresh, by)).body.error).toBe('invalid_grant')
  })

  test('not without a proof, nor after the end', async () => {
    const { body, token } = await open()
    const form = { grant_type: 'refresh_token', refresh_token: String(body.refresh_token) }
    expect((await caller.post('/oauth/token', form, { dpop: undefined })).body.error).toBe(
      'invalid_dpop_proof',
    )
    await revoke(token)
    expect(await checkOf(harness, await renew(body.refresh_token))).toBe('grant-over')
  })
})

describe('revocation', () => {
  test('ends the credentials, seals the record, says so, any number of times', async () => {
    const { token, session } = await open()
    await caller.call('GET', '/v1/grant', token)
    const receipt = {
      revoked: true,
      credentials: [{ target: 'orders-prod', provider: 'static', ended: true, sessions_ended: 2 }],
      record: { sealed: true, reason: 'abandoned' },
    }
    expect(await revoke(token)).toMatchObject({ status: 200, body: receipt })
    expect(await revoke(token)).toMatchObject({ status: 200, body: receipt })
    expect((await caller.call('GET', '/v1/grant', token)).status).toBe(401)
    expect((await credentials(session)).every(({ state }) => state === 'ended')).toBe(true)
  })

  test('works with a refresh token, and with a token that has expired', async () => {
    const one = await open()
    expect((await revoke(String(one.body.refresh_token))).body.revoked).toBe(true)
    const two = await open()
    harness.skew += 20 * MINUTE
    expect((await revoke(two.token)).body.revoked).toBe(true)
    harness.skew = 0
  })

  test.each(['x', 'sluice_at_', '__proto__', 'é'.repeat(100)])('an unknown token %s', async (token) => {
    expect(await revoke(token)).toMatchObject({ status: 200, body: {} })
  })

  test('a target that is away: the session is over, the reaper goes on', async () => {
    const { token, session } = await open()
    await caller.call('GET', '/v1/grant', token)
    refuseEnds = true
    expect((await revoke(token)).body).toMatchObject({ revoked: true, credentials: [{ ended: false }] })
    expect(harness.logs.at(-2)).toContain('"alert":"credential-left"')
    await reap(harness.server.services)
    expect((await credentials(session))[0]?.state).toBe('live')
    refuseEnds = false
    await reap(harness.server.services)
    expect((await credentials(session))[0]?.state).toBe('ended')
  })
})

describe('the reaper', () => {
  test('ends sessions whose time is over; the record stays open for two minutes', async () => {
    const { token, session } = await open()
    await caller.call('GET', '/v1/grant', token)
    const { store } = harness.server.services
    const state = () =>
      store
        .selectFrom('grants')
        .select(['state', 'end_reason', 'sealed'])
        .where('id', '=', session)
        .executeTakeFirst()
    await reap(harness.server.services)
    expect(await state()).toMatchObject({ state: 'active' })
    harness.skew = 30.1 * MINUTE
    await reap(harness.server.services)
    expect(await state()).toEqual({ state: 'ended', end_reason: 'expired', sealed: 0 })
    expect((await credentials(session))[0]?.state).toBe('ended')
    harness.skew = 33 * MINUTE
    await reap(harness.server.services)
    expect(await state()).toEqual({ state: 'ended', end_reason: 'expired', sealed: 1 })
    harness.skew = 0
  })

  test('runs at start: what a killed server left is ended', async () => {
    const { token, session } = await open()
    await caller.call('GET', '/v1/grant', token)
    harness.skew = 31 * MINUTE
    await harness.restart()
    await expect.poll(async () => (await credentials(session))[0]?.state).toBe('ended')
    harness.skew = 0
  })

  test('forgets ids that no check needs any more', async () => {
    await open()
    const { store } = harness.server.services
    const count = async () => (await store.selectFrom('replays').select('id').execute()).length
    expect(await count()).toBeGreaterThan(0)
    harness.skew = 24 * 60 * MINUTE
    await reap(harness.server.services)
    expect(await count()).toBe(0)
    harness.skew = 0
  })
})

test('no secret is in the logs, the audit log or the store', async () => {
  const { token, body } = await open(['orders-prod', 'billing-prod'])
  const idToken = await harness.issuer.github(harness.url, { ref: 'refs/heads/x', run_id: String(++run) })
  await caller.exchange(idToken)
  await caller.call('GET', '/v1/grant', token)
  const next = await renew(body.refresh_token)
  const last = String(next.body.access_token)
  await caller.call('GET', '/v1/grant', last, { authorization: `DPoP ${last}x` })
  await revoke(last)
  const { store, log } = harness.server.services
  log.error({ err: new Error('boom'), token: last, request: { authorization: last } }, 'on purpose')
  const tables = ['grants', 'tokens', 'audit', 'credentials', 'replays', 'approvals'] as const
  const rows = await Promise.all(tables.map((table) => store.selectFrom(table).selectAll().execute()))
  const written = harness.logs.join('') + JSON.stringify(rows)
  expect(harness.logs.length).toBeGreaterThan(10)
  for (const secret of [
    token,
    last,
    String(body.refresh_token),
    String(next.body.refresh_token),
    idToken,
    idToken.split('.')[2] ?? '',
    'upstream-orders-password',
    'upstream-billing-password',
  ])
    expect(written).not.toContain(secret)
  for (const line of harness.logs) expect(JSON.parse(line)).toHaveProperty('time')
})
