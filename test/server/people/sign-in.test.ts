import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Account,
  CLIENT,
  DANA,
  DEV,
  type IdentityProvider,
  startIdentityProvider,
  VIEWER,
} from '../../fixtures/identity-provider.ts'
import { createCaller } from '../caller.ts'
import { type Harness, startHarness } from '../harness.ts'
import { type Browser, createBrowser } from './browser.ts'

let harness: Harness
let idp: IdentityProvider
let run = 5000
beforeAll(async () => {
  harness = await startHarness({ env: { SIGN_IN_SECRET: CLIENT.secret } })
  idp = await startIdentityProvider(`${harness.url}/sign-in/callback`)
  await harness.restart((file) => withSignIn(file, idp.url))
})
afterAll(async () => {
  await idp.close()
  await harness.close()
})

function withSignIn(file: { server: object }, issuer: string) {
  Object.assign(file.server, {
    sign_in: { issuer, client_id: CLIENT.id, client_secret: 'env:SIGN_IN_SECRET' },
    roles: { viewer: ['engineering'], admin: ['platform'] },
  })
}

async function signIn(account: Account): Promise<Browser> {
  idp.next = account
  const browser = createBrowser()
  const reply = await browser.go(`${harness.url}/sign-in?to=/api/me`)
  expect(reply.status).toBe(200)
  return browser
}

async function ask(): Promise<string> {
  const caller = await createCaller(harness)
  const now = Math.floor((Date.now() + harness.skew) / 1000)
  const claims = { run_id: String(run++), iat: now, nbf: now, exp: now + 300 }
  const reply = await caller.exchange(await harness.issuer.github(harness.url, claims), ['gated-prod'])
  return String(reply.body.approval_uri).split('/').at(-1) ?? ''
}

interface Answer {
  approvals: { id: string }[]
  request_sha256: string
  decisions: unknown[]
  state: string
  token: string
  tokens: { id: string }[]
}

async function read(url: string, browser: Browser): Promise<Answer> {
  return (await (await browser.go(url)).json()) as Answer
}

const csrfOf = async (browser: Browser) => {
  const cookie = /sluice=([^;]+)/.exec(browser.cookies(harness.url))?.[1] ?? ''
  const { tokenHash } = await import('../../../src/server/store/tokens.ts')
  const { csrf } = await harness.server.services.store
    .selectFrom('logins')
    .select('csrf')
    .where('hash', '=', tokenHash(cookie))
    .executeTakeFirstOrThrow()
  return csrf ?? ''
}
const json = async (browser: Browser, body: unknown, more: Record<string, string> = {}) => ({
  method: 'POST',
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json', 'x-csrf-token': await csrfOf(browser), ...more },
})

test('somebody signs in with the provider, and is who it says', async () => {
  const browser = await signIn(DANA)
  const me = await (await browser.go(`${harness.url}/api/me`)).json()
  expect(me).toEqual({
    id: `${idp.url}#u-1`,
    name: 'Dana Dba',
    groups: ['engineering', 'dba'],
    roles: ['viewer'],
  })
})

test('an approver sees what waits and decides, once', async () => {
  const id = await ask()
  const browser = await signIn(DANA)
  const { approvals } = await read(`${harness.url}/api/approvals`, browser)
  expect(approvals[0]).toMatchObject({
    id,
    kind: 'access',
    state: 'waiting',
    repository: 'acme/orders',
    started_by: ['dev'],
    targets: ['gated-prod'],
    approvers: ['dba'],
    may_decide: true,
  })
  const detail = await read(`${harness.url}/api/approvals/${id}`, browser)
  const word = { decision: 'approved', request_sha256: detail.request_sha256, reason: 'OPS-1' }
  const path = `${harness.url}/api/approvals/${id}/decision`
  const reply = await browser.go(path, await json(browser, word))
  expect(await reply.json()).toEqual({ id, state: 'approved' })
  const again = await browser.go(path, await json(browser, word))
  expect(again.status).toBe(409)
  const after = await read(`${harness.url}/api/approvals/${id}`, browser)
  expect(after.decisions).toMatchObject([{ name: 'Dana Dba', decision: 'approved', reason: 'OPS-1' }])
  const rows = await harness.server.services.store
    .selectFrom('audit')
    .selectAll()
    .where('event', '=', 'approve')
    .execute()
  expect(rows.at(-1)).toMatchObject({ outcome: 'ok', detail: `Dana Dba (${idp.url}#u-1): ${id}` })
})

test.each([
  ['who started the run', DEV, 'whoever started a run cannot approve it'],
  ['who only looks', VIEWER, 'only dba may decide this'],
])('%s may not decide', async (_name, account, message) => {
  const id = await ask()
  const browser = await signIn(account)
  const detail = await read(`${harness.url}/api/approvals/${id}`, browser)
  expect(detail).toMatchObject({ may_decide: false, why_not: message })
  const path = `${harness.url}/api/approvals/${id}/decision`
  const word = { decision: 'approved', request_sha256: detail.request_sha256 }
  const reply = await browser.go(path, await json(browser, word))
  expect(reply.status).toBe(403)
  expect(await reply.json()).toMatchObject({ error_description: message })
})

test('a personal token works in programs, until it is ended', async () => {
  const browser = await signIn(DANA)
  const path = `${harness.url}/api/tokens`
  const made = (await (
    await browser.go(path, await json(browser, { name: 'laptop', days: 7 }))
  ).json()) as Answer
  expect(made.token).toMatch(/^sluice_pt_[\w-]{43}$/)
  const authorization = `Bearer ${made.token}`
  const call = (route: string, init: RequestInit = {}) =>
    fetch(`${harness.url}${route}`, { ...init, headers: { authorization, ...init.headers } })
  expect(await (await call('/api/me')).json()).toMatchObject({ name: 'Dana Dba' })
  const more = await call('/api/tokens', { method: 'POST', body: '{"name":"x"}' })
  expect(more.status).toBe(403)
  const { tokens } = (await (await call('/api/tokens')).json()) as Answer
  expect(tokens).toMatchObject([{ name: 'laptop' }])
  expect((await call(`/api/tokens/${tokens[0]?.id}`, { method: 'DELETE' })).status).toBe(204)
  expect((await call('/api/me')).status).toBe(401)
})

test('who loses a group loses it for their tokens too, when they sign in again', async () => {
  const browser = await signIn(DANA)
  const path = `${harness.url}/api/tokens`
  const { token } = (await (await browser.go(path, await json(browser, { name: 'ci' }))).json()) as Answer
  await signIn({ ...DANA, groups: ['engineering'] })
  const reply = await fetch(`${harness.url}/api/me`, { headers: { authorization: `Bearer ${token}` } })
  expect(await reply.json()).toMatchObject({ groups: ['engineering'] })
})

describe('refused', () => {
  test('nobody, and somebody without a role', async () => {
    expect((await fetch(`${harness.url}/api/approvals`)).status).toBe(401)
    const browser = await signIn({ ...VIEWER, groups: [] }).catch((error: unknown) => error)
    expect(browser).toBeInstanceOf(Error)
  })

  test('a sign-in that the provider refuses, that was not begun here, or that is sent twice', async () => {
    idp.next = undefined
    const refused = await createBrowser().go(`${harness.url}/sign-in`)
    expect(refused.status).toBe(403)
    const foreign = await createBrowser().go(`${harness.url}/sign-in/callback?code=x&state=y`)
    expect(foreign.status).toBe(403)
    const browser = await signIn(DANA)
    expect((await browser.go(`${harness.url}/sign-in/callback?code=x&state=y`)).status).toBe(403)
  })

  test('a sign-in that took too long, and a login that has expired', async () => {
    const browser = await signIn(DANA)
    harness.skew += 12 * 3600_000
    expect((await browser.go(`${harness.url}/api/me`)).status).toBe(401)
    harness.skew -= 12 * 3600_000
  })

  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a sister site', { 'sec-fetch-site': 'same-site' }],
    ['another origin', { origin: 'https://evil.test' }],
    ['a page without the token', { 'x-csrf-token': 'x' }],
  ] as [string, Record<string, string>][])(
    'a decision that %s makes the browser send',
    async (_name, headers) => {
      const id = await ask()
      const browser = await signIn(DANA)
      const { request_sha256 } = await read(`${harness.url}/api/approvals/${id}`, browser)
      const path = `${harness.url}/api/approvals/${id}/decision`
      const init = await json(browser, { decision: 'approved', request_sha256 }, headers)
      const site = headers['sec-fetch-site'] ?? 'same-origin'
      const reply = await browser.go(path, { ...init, site })
      expect(reply.status).toBe(403)
      expect(await reply.json()).toMatchObject({ error: 'access_denied' })
      const after = await read(`${harness.url}/api/approvals/${id}`, browser)
      expect(after.state).toBe('waiting')
    },
  )

  test.each([
    '//evil.test',
    '/\\evil.test',
    'https://evil.test',
    '/x\r\nset-cookie: a=b',
    'javascript:alert(1)',
  ])('a way back to %s', async (to) => {
    idp.next = DANA
    const browser = createBrowser()
    const begun = await browser.go(`${harness.url}/sign-in?to=${encodeURIComponent(to)}`)
    expect(new URL(begun.url).origin).toBe(harness.url)
  })

  test('a person of the provider once the file names none, and the link once it names one', async () => {
    const browser = await signIn(DANA)
    await harness.restart(() => {})
    expect((await browser.go(`${harness.url}/api/me`)).status).toBe(401)
    const link = harness.server.administratorLink ?? ''
    const token = new URL(link).searchParams.get('token') ?? ''
    const admin = createBrowser()
    const use = (by: Browser) =>
      by.go(`${harness.url}/sign-in/link`, { method: 'POST', body: new URLSearchParams({ token }) })
    await use(admin)
    const me = await (await admin.go(`${harness.url}/api/me`)).json()
    expect(me).toMatchObject({ id: 'local#admin', roles: ['viewer', 'admin'] })
    expect((await use(createBrowser())).status).toBe(403)
    await harness.restart((file) => withSignIn(file, idp.url))
    expect((await admin.go(`${harness.url}/api/me`)).status).toBe(401)
    expect(harness.server.administratorLink).toBeUndefined()
  })
})
