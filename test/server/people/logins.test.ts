// How long and for whom cookies and personal tokens count.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Account,
  CLIENT,
  DANA,
  type IdentityProvider,
  startIdentityProvider,
} from '../../fixtures/identity-provider.ts'
import { type Change, type Harness, startHarness } from '../harness.ts'
import { tokenFor } from './administrator.ts'
import { type Browser, createBrowser } from './browser.ts'

const DAY = 24 * 3600_000
const ADA: Account = { ...DANA, sub: 'u-9', name: 'Ada Admin', groups: ['platform'] }
let harness: Harness
let idp: IdentityProvider

const and =
  (more: Change = () => {}): Change =>
  (file) => {
    Object.assign(file.server, {
      sign_in: { issuer: idp.url, client_id: CLIENT.id, client_secret: 'env:SIGN_IN_SECRET' },
      roles: { admin: ['platform'] },
    })
    more(file)
  }
beforeAll(async () => {
  harness = await startHarness({ env: { SIGN_IN_SECRET: CLIENT.secret } })
  idp = await startIdentityProvider(`${harness.url}/sign-in/callback`)
  await harness.restart(and())
})
afterAll(async () => {
  await idp.close()
  await harness.close()
})

async function signIn(account: Account, browser = createBrowser()): Promise<Browser> {
  idp.next = account
  expect((await browser.go(`${harness.url}/sign-in?to=/api/me`)).status).toBe(200)
  return browser
}
const csrfOf = async (browser: Browser) => {
  const page = await (await browser.go(`${harness.url}/account`)).text()
  return /name="csrf" value="([\w-]+)"/.exec(page)?.[1] ?? ''
}
async function post(browser: Browser, path: string, body: object, headers: Record<string, string> = {}) {
  return browser.go(`${harness.url}${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', 'x-csrf-token': await csrfOf(browser), ...headers },
  })
}
const newToken = async (browser: Browser) => {
  const made = await post(browser, '/api/tokens', { name: 'laptop', days: 30 })
  return ((await made.json()) as { token: string }).token
}
const me = (token: string) =>
  fetch(`${harness.url}/api/me`, { headers: { authorization: `Bearer ${token}` } })

test('a token rests when nobody has asked the provider about its owner for a week', async () => {
  const token = await newToken(await signIn(DANA))
  const old = await tokenFor(harness, {
    id: `${idp.url}#u-7`,
    name: 'Old',
    groups: [],
    logins: [],
    local: false,
  })
  harness.skew += 6.9 * DAY
  expect((await me(token)).status).toBe(200)
  harness.skew += 0.2 * DAY
  const rests = await me(token)
  expect(rests.status).toBe(401)
  expect(await rests.json()).toMatchObject({
    error_description: 'the token rests: sign in at /account to go on',
  })
  expect((await me(old)).status).toBe(401)
  await signIn({ ...DANA, groups: ['engineering'] })
  expect(await (await me(token)).json()).toMatchObject({ groups: ['engineering'] })
})

test('an administrator signs somebody else out, and ends their tokens', async () => {
  const dana = await signIn(DANA)
  const token = await newToken(dana)
  const person = `${idp.url}#${DANA.sub}`
  const ada = await signIn(ADA)
  expect((await post(dana, '/api/sign-outs', { person: `${idp.url}#${ADA.sub}` })).status).toBe(403)
  expect((await post(ada, '/api/sign-outs', {})).status).toBe(400)
  const reply = (await (await post(ada, '/api/sign-outs', { person })).json()) as { ended: number }
  expect(reply.ended).toBeGreaterThanOrEqual(2)
  expect((await me(token)).status).toBe(401)
  expect((await dana.go(`${harness.url}/api/me`)).status).toBe(401)
  expect((await ada.go(`${harness.url}/api/me`)).status).toBe(200)
  const row = await harness.server.services.store
    .selectFrom('audit')
    .selectAll()
    .where('event', '=', 'sign-out-other')
    .where('outcome', '=', 'ok')
    .executeTakeFirstOrThrow()
  expect(row.detail).toBe(`Ada Admin (${idp.url}#u-9): ${reply.ended} of ${person}`)
})

test('who signs in again in the same browser leaves no login behind', async () => {
  const browser = await signIn(DANA)
  const first = browser.cookies(harness.url)
  await signIn(ADA, browser)
  const reply = await fetch(`${harness.url}/api/me`, { headers: { cookie: first } })
  expect(reply.status).toBe(401)
})

test('what another provider said of somebody counts no more', async () => {
  const browser = await signIn(DANA)
  const token = await newToken(browser)
  await harness.restart(
    and(({ server }) => Object.assign(server, { sign_in: { issuer: 'https://other.test', client_id: 'x' } })),
  )
  expect((await browser.go(`${harness.url}/api/me`)).status).toBe(401)
  expect((await me(token)).status).toBe(401)
  await harness.restart(and())
  expect((await me(token)).status).toBe(200)
})

test('a login claim may be a list; one that cannot be read leaves nobody known', async () => {
  const loginsOf = async (claims: Record<string, unknown>) => {
    idp.next = { ...DANA, sub: 'u-20', ...claims } as Account
    const browser = createBrowser()
    await browser.go(`${harness.url}/sign-in?to=/api/me`)
    const { store } = harness.server.services
    const { person } = await store
      .selectFrom('logins')
      .select('person')
      .where('person_id', '=', `${idp.url}#u-20`)
      .executeTakeFirstOrThrow()
    return (JSON.parse(person) as { logins: string[] }).logins
  }
  expect(await loginsOf({ preferred_username: ['dana', 'dana-2'] })).toEqual([
    'dana',
    'dana-2',
    'dana@acme.test',
  ])
  expect(await loginsOf({ preferred_username: undefined })).toEqual(['dana@acme.test'])
  expect(await loginsOf({ preferred_username: { login: 'dana' } })).toEqual([])
  expect(await loginsOf({ preferred_username: ['dana', 5] })).toEqual([])
})

test('people of whose ids only the end differs are different people', async () => {
  const ids: string[] = []
  for (const end of ['a', 'b']) {
    const browser = await signIn({ ...DANA, sub: `${'x'.repeat(240)}${end}`, name: 'Two\nLines' })
    const answer = (await (await browser.go(`${harness.url}/api/me`)).json()) as { id: string; name: string }
    expect(answer.name).toBe('Two Lines')
    ids.push(answer.id)
  }
  expect(new Set(ids).size).toBe(2)
})

describe('refused', () => {
  test.each(['Basic eDp5', 'Bearer', 'Negotiate x'])(
    'a cookie without the page’s token, with `Authorization: %s`',
    async (authorization) => {
      const browser = await signIn(DANA)
      const headers = { authorization, 'x-csrf-token': 'x' }
      const reply = await post(browser, '/api/tokens', { name: 'mine', days: 1 }, headers)
      expect(reply.status).toBe(403)
    },
  )

  test('a flood of sign-ins, which leaves no more behind than one network may ask', async () => {
    await harness.restart(and(({ server }) => Object.assign(server.limits, { requests_per_minute: 10 })))
    // All of them within one minute.
    harness.skew += 60_000 - ((Date.now() + harness.skew) % 60_000)
    const { store } = harness.server.services
    const before = (await store.selectFrom('sign_ins').select('hash').execute()).length
    const begin = () => fetch(`${harness.url}/sign-in`, { redirect: 'manual' })
    const replies = await Promise.all(Array.from({ length: 30 }, begin))
    expect(replies.filter(({ status }) => status === 303)).toHaveLength(10)
    expect(replies.filter(({ status }) => status === 429)).toHaveLength(20)
    const after = (await store.selectFrom('sign_ins').select('hash').execute()).length
    expect(after - before).toBe(10)
    await harness.restart(and())
  })

  test.each([
    ['multipart/form-data; boundary=x', 'no part'],
    ['multipart/form-data', '--x'],
    ['text/plain', 'token=x'],
    ['', ''],
  ])('a body of type %j, as a mistake of the caller', async (type, body) => {
    const headers = { 'content-type': type }
    const reply = await fetch(`${harness.url}/sign-in/link`, { method: 'POST', body, headers })
    expect(reply.status).toBe(400)
    const browser = await signIn(DANA)
    for (const path of ['/account/tokens', '/approvals/x']) {
      const init = { method: 'POST', body, headers: { ...headers, 'x-csrf-token': await csrfOf(browser) } }
      expect((await browser.go(`${harness.url}${path}`, init)).status).toBe(400)
    }
    expect(harness.logs.join('')).not.toContain('request failed')
  })

  test('a sign-in, with one line in the audit log', async () => {
    await harness.restart(() => {})
    const reply = (await (await fetch(`${harness.url}/sign-in`)).json()) as { correlation_id: string }
    const rows = await harness.server.services.store
      .selectFrom('audit')
      .select(['event', 'check_id'])
      .where('correlation_id', '=', reply.correlation_id)
      .execute()
    expect(rows).toEqual([{ event: 'sign-in', check_id: 'no-provider' }])
    await harness.restart(and())
  })
})
