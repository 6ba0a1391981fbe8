import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { decide } from '../../../../src/server/approvals/decide.ts'
import { LOCAL_ADMIN, type Person } from '../../../../src/server/people/person.ts'
import { type Change, type Harness, startHarness } from '../../harness.ts'
import { administrator, tokenFor } from '../../people/administrator.ts'
import { type FakeGithub, startGithub } from './api.ts'
import { PING, requested } from './events.ts'

const SECRET = 'It’s a secret to everybody'
let github: FakeGithub
let harness: Harness
let token: string
let next = 1000

const gated: Change = (file) => {
  Object.assign(file.server, {
    github: {
      app_id: '4711',
      private_key: 'env:APP_KEY',
      webhook_secret: 'env:HOOK_SECRET',
      api_url: github.url,
      environments: [
        { repository_id: '186853002', environment: 'Production', by: ['dba'], timeout: '10m' },
        { repository_id: '186853002', environment: 'two', by: ['dba'], min: 2 },
      ],
    },
  })
}
beforeAll(async () => {
  github = await startGithub('4711')
  harness = await startHarness({ change: gated, env: { APP_KEY: github.pem, HOOK_SECRET: SECRET } })
  token = await tokenFor(harness, LOCAL_ADMIN)
})
afterAll(async () => {
  expect(harness.logs.join('')).not.toMatch(/ghs_|PRIVATE KEY|secret to everybody/)
  await harness.close()
  await github.close()
})
beforeEach(() => {
  github.calls.length = 0
  github.reviews.length = 0
})

const sign = (text: string, secret = SECRET) =>
  `sha256=${createHmac('sha256', secret).update(text).digest('hex')}`

function send(body: unknown, headers: Record<string, string> = {}, text = JSON.stringify(body)) {
  return fetch(`${harness.url}/github/webhook`, {
    method: 'POST',
    body: text,
    headers: {
      'content-type': 'application/json',
      'x-github-event': 'deployment_protection_rule',
      'x-github-delivery': '72d3162e-cc78-11e3-81ab-4c9367dc0958',
      'x-hub-signature-256': sign(text),
      ...headers,
    },
  })
}

/** A deployment of a run of its own. */
async function ask(changes: Record<string, unknown> = {}): Promise<{ id: string; run: number }> {
  const run = next++
  const callback = `${github.url}/repos/octo-org/orders/actions/runs/${run}/deployment_protection_rule`
  const reply = await send(requested(github.url, { deployment_callback_url: callback, ...changes }))
  expect(reply.status).toBe(202)
  return { id: ((await reply.json()) as { approval: string }).approval, run }
}

const person = (name: string, login = name.toLowerCase()): Person => ({
  id: `idp#${name}`,
  name,
  groups: ['dba'],
  logins: [login],
  local: false,
  roles: new Set(),
})

async function say(
  id: string,
  decision: 'approved' | 'denied',
  by = person('Dana'),
  reason = 'see @octocat [x](y)',
) {
  const { request_sha256: requestSha256 } = await harness.server.services.store
    .selectFrom('approvals')
    .select('request_sha256')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const word = { decision, scope: 'session', requestSha256, reason } as const
  return decide(harness.server.services, by, { id, word, entry: { event: 'decide', correlationId: 't' } })
}

const api = async (path: string) =>
  (await fetch(`${harness.url}/api${path}`, { headers: { authorization: `Bearer ${token}` } })).json()
const rows = () =>
  harness.server.services.store.selectFrom('approvals').selectAll().where('kind', '=', 'deployment').execute()

test('a deployment waits, is shown with who set it off, and is approved at GitHub as the app', async () => {
  const { id, run } = await ask()
  expect(await api(`/approvals/${id}`)).toMatchObject({
    kind: 'deployment',
    state: 'waiting',
    repository: 'octo-org/orders',
    environment: 'production',
    ref: 'main',
    started_by: ['octocat'],
    access: 'GitHub environment Production',
    targets: [],
    approvers: ['dba'],
    request: {
      claims: { sha: 'f95f852bd8fca8fcc58a9a2d6c842781e32a215e', run_id: String(run), event_name: 'push' },
    },
  })
  expect(await say(id, 'approved')).toBe('approved')
  const [review] = await github.wait(1)
  expect(review).toEqual({
    path: `/repos/octo-org/orders/actions/runs/${run}/deployment_protection_rule`,
    status: 204,
    body: {
      environment_name: 'production',
      state: 'approved',
      comment: `Approved by Dana: see @\u200boctocat \\[x\\]\\(y\\) (${harness.url}/approvals/${id})`,
    },
  })
  expect(github.calls[0]).toMatchObject({
    path: '/app/installations/2311213/access_tokens',
    body: { repository_ids: [186853002], permissions: { deployments: 'write' } },
  })
})

test('who is not asked any more releases none', async () => {
  const { id } = await ask()
  await harness.restart((file) => {
    gated(file)
    const { server } = file as unknown as { server: { github: { environments: { min?: number }[] } } }
    Object.assign(server.github.environments[0] ?? {}, { min: 2 })
  })
  await expect(say(id, 'approved')).rejects.toMatchObject({ check: 'approval-policy' })
  await harness.restart()
  expect(await say(id, 'approved')).toBe('approved')
  await github.wait(1)
})

test('one that is denied, or that nobody answers, is rejected', async () => {
  const no = await ask()
  await say(no.id, 'denied', person('Dana'), 'not today')
  await github.wait(1)
  const { id } = await ask()
  harness.skew += 601_000
  const [denied, expired] = await github.wait(2)
  harness.skew -= 601_000
  expect(denied?.body).toMatchObject({
    state: 'rejected',
    comment: expect.stringContaining('Denied by Dana: not today'),
  })
  expect(expired?.body).toMatchObject({
    state: 'rejected',
    comment: `Nobody answered in time (${harness.url}/approvals/${id})`,
  })
})

test('two must agree where the policy file says so, and nobody approves what they set off', async () => {
  const { id } = await ask({ environment: 'two' })
  await expect(say(id, 'approved', person('Octo', 'OctoCat'))).rejects.toThrow(/whoever started a run/)
  expect(await say(id, 'approved')).toBe('waiting')
  expect(github.calls).toEqual([])
  expect(await say(id, 'approved', person('Eve'))).toBe('approved')
  await github.wait(1)
})

test('whoever GitHub names as the deployment’s maker may not approve it either', async () => {
  const deployment = { ...requested(github.url).deployment, creator: { login: 'maker' } }
  const { id } = await ask({ deployment })
  await expect(say(id, 'approved', person('M', 'Maker'))).rejects.toThrow(/whoever started a run/)
})

test('an event that comes again asks nobody again', async () => {
  const event = requested(github.url)
  const first = (await (await send(event)).json()) as { approval: string }
  const before = (await rows()).length
  expect(await (await send(event, { 'x-github-delivery': 'another' })).json()).toEqual(first)
  expect(await rows()).toHaveLength(before)
})

test('an answer that GitHub does not take is given again, also after a restart', async () => {
  github.reviews.push(502, 403)
  const { id } = await ask()
  await say(id, 'approved')
  await github.wait(1)
  await harness.restart(gated)
  const reviews = await github.wait(3)
  expect(reviews.map(({ status }) => status)).toEqual([502, 403, 204])
})

test('a run that does not wait any more is left alone', async () => {
  github.reviews.push(422)
  const { id } = await ask()
  await say(id, 'approved')
  await github.wait(1)
  await new Promise((resolve) => setTimeout(resolve, 1500))
  expect(await github.wait(1)).toHaveLength(1)
  const left = await harness.server.services.store.selectFrom('outbox').selectAll().execute()
  expect(left).toEqual([])
})

describe('nothing is asked', () => {
  const event = () => requested(github.url)
  const otherRun = 'http://169.254.169.254/repos/octo-org/orders/actions/runs/1/deployment_protection_rule'
  test.each([
    [
      'with another secret',
      () => send(event(), { 'x-hub-signature-256': sign(JSON.stringify(event()), 'x') }),
      403,
    ],
    ['without a signature', () => send(event(), { 'x-hub-signature-256': '' }), 403],
    [
      'with one of SHA-1',
      () => send(event(), { 'x-hub-signature-256': '', 'x-hub-signature': 'sha1=00' }),
      403,
    ],
    ['with one of other bytes', () => send(event(), { 'x-hub-signature-256': sign('{}') }), 403],
    ['that is no JSON', () => send(undefined, {}, '{"action":'), 400],
    ['that is a ping', () => send(PING, { 'x-github-event': 'ping' }), 200],
    ['of another kind', () => send(event(), { 'x-github-event': 'push' }), 202],
    ['of another action', () => send({ ...event(), action: 'other' }), 202],
    ['of another environment', () => send({ ...event(), environment: 'staging' }), 202],
    ['of another repository', () => send({ ...event(), repository: { ...event().repository, id: 5 } }), 202],
    ['whose answer goes elsewhere', () => send({ ...event(), deployment_callback_url: otherRun }), 400],
    [
      'whose answer is for another repository',
      () =>
        send({
          ...event(),
          deployment_callback_url: event().deployment_callback_url.replace('orders', 'other'),
        }),
      400,
    ],
    [
      'whose answer is for another path',
      () => send({ ...event(), deployment_callback_url: `${event().deployment_callback_url}/../x` }),
      400,
    ],
    ['that names nobody', () => send({ ...event(), sender: undefined }), 400],
  ] as [string, () => Promise<Response>, number][])('by an event %s', async (_name, act, status) => {
    const before = (await rows()).length
    expect((await act()).status).toBe(status)
    expect(await rows()).toHaveLength(before)
    expect(github.calls).toEqual([])
  })

  test('where the policy file names no app', async () => {
    await harness.restart(() => {})
    expect((await send(event())).status).toBe(404)
    await harness.restart(gated)
  })
})

test('its page shows what a stranger wrote as text, and links only to what has the form of GitHub', async () => {
  const browser = await administrator(harness)
  const evil = '<script>alert(1)</script>'
  const deployment = { ...requested(github.url).deployment, ref: evil }
  const { id } = await ask({ deployment })
  const html = await (
    await browser.go(`${harness.url}/approvals/${id}`, { headers: { accept: 'text/html' } })
  ).text()
  expect(html).toContain('A deployment waits')
  expect(html).toContain('&lt;script&gt;alert(1)')
  expect(html).not.toContain(evil)
  expect(html).toContain('octocat')
  const list = await (
    await browser.go(`${harness.url}/approvals`, { headers: { accept: 'text/html' } })
  ).text()
  expect(list).toContain('Deployment: production')
})

test('it is no session: none is listed, searched or exported', async () => {
  await ask()
  const from = new Date(Date.now() - 86_400_000).toISOString()
  const text = await (
    await fetch(`${harness.url}/api/export/sessions?from=${from}`, {
      headers: { authorization: `Bearer ${token}` },
    })
  ).text()
  expect(text).toBe('')
  expect(await harness.server.services.store.selectFrom('sessions').selectAll().execute()).toEqual([])
})
