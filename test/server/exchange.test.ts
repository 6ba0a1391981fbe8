import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hmac } from '../identity/tokens.ts'
import { auditOf, type Caller, checkOf, createCaller, EXCHANGE } from './caller.ts'
import { type Harness, startHarness } from './harness.ts'

let harness: Harness
let caller: Caller
let run = 1
beforeAll(async () => {
  harness = await startHarness()
  caller = await createCaller(harness)
})
afterAll(() => harness.close())

/** A token of a job of its own. */
const job = (claims: Record<string, unknown> = {}) =>
  harness.issuer.github(harness.url, { run_id: String(++run), ...claims })

test('a grant: opaque tokens bound to the key, nothing cached', async () => {
  const reply = await caller.exchange(await job())
  expect(reply).toMatchObject({
    status: 200,
    body: {
      token_type: 'DPoP',
      expires_in: 900,
      issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      authorization_details: [{ type: 'sluice', target: 'orders-prod' }],
    },
  })
  expect(reply.body.access_token).toMatch(/^sluice_at_[\w-]{43}$/)
  expect(reply.body.refresh_token).toMatch(/^sluice_rt_[\w-]{43}$/)
  expect(reply.headers.get('cache-control')).toBe('no-store')
  expect(reply.headers.get('x-content-type-options')).toBe('nosniff')
  const stored = JSON.stringify(
    await harness.server.services.store.selectFrom('tokens').selectAll().execute(),
  )
  expect(stored).not.toContain(String(reply.body.access_token))
  expect(stored).not.toContain(String(reply.body.refresh_token))
})

test('ES256 session keys work too', async () => {
  const other = await createCaller(harness, 'ES256')
  expect((await other.exchange(await job())).status).toBe(200)
})

test('several targets in one grant; one that is not allowed refuses all', async () => {
  const both = await caller.exchange(await job(), ['orders-prod', 'billing-prod'])
  expect(both.body.authorization_details).toHaveLength(2)
  const mixed = await caller.exchange(await job(), ['orders-prod', 'gitlab-prod'])
  expect(mixed).toMatchObject({ status: 400, body: { error: 'invalid_target' } })
  const rules = await caller.exchange(await job(), ['orders-prod', 'gated-prod'])
  expect(await checkOf(harness, rules)).toBe('access-rules-differ')
})

test('a target that does not exist is refused in the words of one that is not allowed', async () => {
  const missing = await caller.exchange(await job(), ['no-such-target'])
  const forbidden = await caller.exchange(await job(), ['gitlab-prod'])
  const { correlation_id: _a, ...one } = missing.body
  const { correlation_id: _b, ...other } = forbidden.body
  expect(one).toEqual(other)
})

describe('claims that no rule matches', () => {
  test.each<[string, Record<string, unknown>]>([
    ['repository recreated: the same name, another id', { repository_id: '124' }],
    ['owner recreated: the same name, another id', { repository_owner_id: '10' }],
    ['repository renamed', { repository: 'acme/orders-old' }],
    ['name prefix', { repository: 'acme/orders-evil' }],
    ['another branch', { ref: 'refs/heads/feature' }],
    ['a branch below', { ref: 'refs/heads/main/evil' }],
    ['a tag named like the branch', { ref: 'refs/tags/main', ref_type: 'tag' }],
    ['a tag that says it is the branch', { ref_type: 'tag' }],
    ['ref with environment text', { ref: 'refs/heads/x:environment:production', environment: 'dev' }],
    ['subject with the right text, environment missing', { environment: undefined }],
    ['environment empty', { environment: '' }],
    ['environment as a list', { environment: ['production'] }],
    ['fork pull request', { event_name: 'pull_request', ref: 'refs/pull/1/merge' }],
    ['pull_request_target', { event_name: 'pull_request_target' }],
    ['workflow_run', { event_name: 'workflow_run' }],
    ['issue_comment', { event_name: 'issue_comment' }],
    [
      'reusable workflow from another repository',
      { job_workflow_ref: 'evil/tools/.github/workflows/deploy.yml@refs/heads/main' },
    ],
    [
      'another version of the workflow',
      { job_workflow_ref: 'acme/orders/.github/workflows/deploy.yml@refs/heads/x' },
    ],
    ['self-hosted runner', { runner_environment: 'self-hosted' }],
    ['upper case', { repository: 'Acme/Orders' }],
  ])('%s', async (_name, claims) => {
    const reply = await caller.exchange(await job(claims))
    expect(reply).toMatchObject({ status: 400, body: { error: 'invalid_target' } })
    expect(await checkOf(harness, reply)).toBe('access')
    expect(JSON.stringify(reply.body)).not.toContain('orders from main')
  })

  test('the audit log says which claim did not match', async () => {
    const reply = await caller.exchange(await job({ ref: 'refs/heads/feature' }))
    expect(await auditOf(harness, reply)).toMatchObject([
      {
        event: 'exchange',
        outcome: 'refused',
        issuer: 'github',
        repository: '123',
        address: '127.0.0.1',
        detail: 'orders from main: ref must be refs/heads/main, not refs/heads/feature',
      },
    ])
  })

  test('what users control is not looked at', async () => {
    const display = {
      actor: 'dba',
      workflow: 'orders from main',
      head_ref: 'refs/heads/main',
      sub: 'repo:x:*',
    }
    expect((await caller.exchange(await job(display))).status).toBe(200)
  })
})

describe('GitLab', () => {
  const gitlab = (claims: Record<string, unknown> = {}) => {
    const now = Math.floor(Date.now() / 1000)
    return harness.issuer.sign({
      iss: `${harness.issuer.url}/gitlab`,
      aud: harness.url,
      exp: now + 3600,
      project_id: '7',
      namespace_id: '3',
      project_path: 'group/sub/orders',
      pipeline_id: '50',
      job_id: String(++run),
      ref: 'main',
      ref_type: 'branch',
      ref_path: 'refs/heads/main',
      ref_protected: 'true',
      pipeline_source: 'push',
      ...claims,
    })
  }

  test('a good job, once', async () => {
    const claims = { job_id: '77' }
    expect((await caller.exchange(await gitlab(claims), ['gitlab-prod'])).status).toBe(200)
    const again = await caller.exchange(await gitlab(claims), ['gitlab-prod'])
    expect(await checkOf(harness, again)).toBe('job-once')
  })

  test.each<[string, Record<string, unknown>]>([
    ['fork merge request: the fork’s project', { project_id: '8', project_path: 'evil/orders' }],
    ['fork pipeline run in the project', { pipeline_source: 'merge_request_event' }],
    ['job of another project', { job_project_id: '8' }],
    ['path prefix', { project_path: 'group/sub-evil/orders' }],
    ['namespace recreated', { namespace_id: '4' }],
    ['unprotected ref', { ref_protected: 'false' }],
    ['protected as a boolean', { ref_protected: true }],
    ['tag', { ref_path: 'refs/tags/main' }],
  ])('%s', async (_name, claims) => {
    const reply = await caller.exchange(await gitlab(claims), ['gitlab-prod'])
    expect(reply).toMatchObject({ status: 400, body: { error: 'invalid_target' } })
  })

  test('a GitHub token does not pass as GitLab’s', async () => {
    const reply = await caller.exchange(await job({ project_id: '7', project_path: 'group/sub/orders' }), [
      'gitlab-prod',
    ])
    expect(await checkOf(harness, reply)).toBe('access')
  })
})

describe('one grant a job', () => {
  test('a second step that mints its own token is refused, and it is an alert', async () => {
    const claims = { run_id: '7001' }
    expect((await caller.exchange(await job(claims))).status).toBe(200)
    const thief = await createCaller(harness)
    const second = await thief.exchange(await job(claims))
    expect(second).toMatchObject({ status: 400, body: { error: 'invalid_request' } })
    expect(await checkOf(harness, second)).toBe('job-once')
    expect(harness.logs.filter((line) => line.includes(String(second.body.correlation_id))).join()).toContain(
      '"alert":"job-once"',
    )
    const metrics = await (await fetch(`${harness.url}/metrics`)).text()
    expect(metrics).toMatch(/sluice_alerts_total\{check="job-once"\} [1-9]/)
  })

  test('another target of the same job is another grant; a list that overlaps is refused whole', async () => {
    const claims = { run_id: '7002' }
    expect((await caller.exchange(await job(claims), ['orders-prod'])).status).toBe(200)
    const overlap = await caller.exchange(await job(claims), ['billing-prod', 'orders-prod'])
    expect(await checkOf(harness, overlap)).toBe('job-once')
    expect((await caller.exchange(await job(claims), ['billing-prod'])).status).toBe(200)
  })

  test('another attempt and another job of the run are others', async () => {
    const claims = { run_id: '7003' }
    expect((await caller.exchange(await job(claims))).status).toBe(200)
    expect((await caller.exchange(await job({ ...claims, run_attempt: '2' }))).status).toBe(200)
    expect((await caller.exchange(await job({ ...claims, check_run_id: '5550002' }))).status).toBe(200)
  })

  test('values that would join to the same text are others', async () => {
    expect((await caller.exchange(await job({ run_id: '70', run_attempt: '04' }))).status).toBe(200)
    expect((await caller.exchange(await job({ run_id: '700', run_attempt: '4' }))).status).toBe(200)
  })

  test('50 exchanges of the same job at once give one grant', async () => {
    const claims = { run_id: '7005' }
    const tokens = await Promise.all(Array.from({ length: 50 }, () => job(claims)))
    const replies = await Promise.all(tokens.map((token) => caller.exchange(token)))
    expect(replies.filter((reply) => reply.status === 200)).toHaveLength(1)
    const grants = await harness.server.services.store
      .selectFrom('grants')
      .selectAll()
      .where('job', 'like', '%"7005"%')
      .execute()
    expect(grants).toHaveLength(1)
  })
})

describe('a token once', () => {
  test('a second time', async () => {
    const token = await job()
    expect((await caller.exchange(token)).status).toBe(200)
    expect(await checkOf(harness, await caller.exchange(token))).toBe('token-replay')
  })

  test('the same jti in another token', async () => {
    const jti = randomUUID()
    expect((await caller.exchange(await job({ jti }))).status).toBe(200)
    expect(await checkOf(harness, await caller.exchange(await job({ jti })))).toBe('token-replay')
  })

  test('50 times at the same moment', async () => {
    const token = await job()
    const replies = await Promise.all(Array.from({ length: 50 }, () => caller.exchange(token)))
    expect(replies.filter((reply) => reply.status === 200)).toHaveLength(1)
    const checks = await Promise.all(
      replies.filter((reply) => reply.status !== 200).map((reply) => checkOf(harness, reply)),
    )
    expect(new Set(checks)).toEqual(new Set(['token-replay']))
  })

  test('a refused token does not come back either, after a restart', async () => {
    const token = await job({ ref: 'refs/heads/feature' })
    expect(await checkOf(harness, await caller.exchange(token))).toBe('access')
    await harness.restart()
    expect(await checkOf(harness, await caller.exchange(token))).toBe('token-replay')
  })
})

describe('tokens that do not verify', () => {
  test('the caller learns a correlation id, the audit log the check', async () => {
    const token = hmac(
      { alg: 'HS256', kid: 'key-1' },
      { iss: harness.issuer.url },
      await harness.issuer.publicPem(),
    )
    const reply = await caller.exchange(token)
    expect(reply).toMatchObject({ status: 400, body: { error: 'invalid_request' } })
    expect(reply.body.error_description).toBe('the subject token is not accepted')
    expect(await checkOf(harness, reply)).toBe('algorithm')
  })

  test.each([-5, 5])('server clock off by %d minutes', async (minutes) => {
    harness.skew = minutes * 60_000
    const now = Math.floor(Date.now() / 1000)
    const reply = await caller.exchange(await job({ iat: now, nbf: now, exp: now + 250 }))
    harness.skew = 0
    expect(await checkOf(harness, reply)).toBe('times')
  })

  test('the issuer’s keys cannot be fetched: try again', async () => {
    const away = await startHarness()
    away.issuer.intercept((_request, response) => response.writeHead(500).end())
    const reply = await (await createCaller(away)).exchange(await away.issuer.github(away.url))
    expect(reply).toMatchObject({ status: 503, body: { error: 'temporarily_unavailable' } })
    expect(away.logs.join()).toContain('"alert":"keys-unavailable"')
    await away.close()
  })
})

describe('what is asked for', () => {
  test.each([
    ['no JSON', '{'],
    ['no list', '{"type":"sluice","target":"orders-prod"}'],
    ['an empty list', '[]'],
    ['null within', '[null]'],
    ['another type', '[{"type":"x","target":"orders-prod"}]'],
    ['more members', '[{"type":"sluice","target":"orders-prod","role":"admin"}]'],
    ['a member twice', '[{"type":"sluice","target":"a","target":"orders-prod"}]'],
    ['a target twice', '[{"type":"sluice","target":"orders-prod"},{"type":"sluice","target":"orders-prod"}]'],
    ['a list as target', '[{"type":"sluice","target":["orders-prod"]}]'],
    ['too many', JSON.stringify(Array.from({ length: 17 }, (_, i) => ({ type: 'sluice', target: `t${i}` })))],
  ])('%s', async (_name, authorization_details) => {
    const reply = await caller.post('/oauth/token', {
      ...EXCHANGE,
      subject_token: await job(),
      authorization_details,
    })
    expect(reply).toMatchObject({ status: 400, body: { error: 'invalid_authorization_details' } })
  })

  test.each(['__proto__', 'constructor', 'toString', '../orders-prod', 'orders-prod ', 'ORDERS-PROD'])(
    'target %s',
    async (target) => {
      expect((await caller.exchange(await job(), [target])).body.error).toBe('invalid_target')
    },
  )

  test('grant types and token types that are not ours', async () => {
    const good = { ...EXCHANGE, subject_token: await job(), authorization_details: '[]' }
    const post = (change: Record<string, string>) => caller.post('/oauth/token', { ...good, ...change })
    expect((await post({ grant_type: 'password' })).body.error).toBe('unsupported_grant_type')
    expect((await post({ grant_type: '__proto__' })).body.error).toBe('unsupported_grant_type')
    expect((await post({ subject_token_type: 'urn:ietf:params:oauth:token-type:saml2' })).body.error).toBe(
      'invalid_request',
    )
    expect((await caller.post('/oauth/token', {})).body.error).toBe('invalid_request')
  })
})

test('exchanges are limited by repository and requests by address', async () => {
  const limited = await startHarness({
    change: (file) => Object.assign(file.server.limits, { exchanges_per_minute: 3, requests_per_minute: 12 }),
  })
  const other = await createCaller(limited)
  const ask = async () => {
    const token = await limited.issuer.github(limited.url, { run_id: String(++run) })
    return (await other.exchange(token)).status
  }
  const statuses = []
  for (let count = 0; count < 14; count++) statuses.push(await ask())
  expect(statuses.slice(0, 4)).toEqual([200, 200, 200, 429])
  expect(statuses.slice(-2)).toEqual([429, 429])
  expect((await other.post('/oauth/revoke', { token: 'x' })).status).toBe(429)
  expect((await fetch(`${limited.url}/healthz`)).status).toBe(200)
  await limited.close()
})
