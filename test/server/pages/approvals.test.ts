import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { violations } from '../../fixtures/axe.ts'
import { type Chromium, type Page, startChromium } from '../../fixtures/chromium.ts'
import {
  type Account,
  CLIENT,
  DANA,
  DEV,
  ELI,
  type IdentityProvider,
  startIdentityProvider,
  VIEWER,
} from '../../fixtures/identity-provider.ts'
import { type Caller, createCaller } from '../caller.ts'
import { type Harness, startHarness } from '../harness.ts'

let harness: Harness
let idp: IdentityProvider
let chromium: Chromium
let run = 7000

beforeAll(async () => {
  harness = await startHarness({ env: { SIGN_IN_SECRET: CLIENT.secret } })
  idp = await startIdentityProvider(`${harness.url}/sign-in/callback`)
  await harness.restart((file) => {
    Object.assign(file.server, {
      sign_in: { issuer: idp.url, client_id: CLIENT.id, client_secret: 'env:SIGN_IN_SECRET' },
    })
    Object.assign(file.access[0] ?? {}, { holds: { by: ['dba'] } })
  })
  chromium = await startChromium()
})
afterAll(async () => {
  await chromium?.close()
  await idp.close()
  await harness.close()
})

async function signedIn(account: Account, options: { dark?: boolean; phone?: boolean } = {}): Promise<Page> {
  const page = await chromium.open(options)
  idp.next = account
  await page.goto(`${harness.url}/`)
  await page.waitForURL('**/approvals')
  return page
}

async function job(claims: Record<string, string> = {}): Promise<{ caller: Caller; token: string }> {
  const caller = await createCaller(harness)
  const idToken = await harness.issuer.github(harness.url, { run_id: String(run++), ...claims })
  const { body } = await caller.exchange(idToken)
  return { caller, token: String(body.access_token) }
}

async function gated(claims: Record<string, string> = {}): Promise<string> {
  const caller = await createCaller(harness)
  const idToken = await harness.issuer.github(harness.url, { run_id: String(run++), ...claims })
  const { body } = await caller.exchange(idToken, ['gated-prod'])
  return String(body.approval_uri).split('/').at(-1) ?? ''
}

const HELD = {
  target: 'orders-prod',
  conn: 1,
  statement: 9,
  sha256: 'd'.repeat(64),
  text: "-- the old table\nDROP TABLE customers_old CASCADE; -- 'x'",
  redacted: true,
  parameters: { sha256: 'e'.repeat(64), values: ['42', null, '****'] },
  findings: [
    {
      rule: 'drop-table',
      verdict: 'hold',
      reason: 'it drops the table customers_old',
      hint: 'rename it first',
    },
  ],
  effects: [
    {
      action: 'drop',
      object: 'table',
      name: 'customers_old',
      cascade: true,
      estimate: 120000,
      bytes: 52428800,
    },
  ],
  relations: ['customers_old'],
  hints: ['OPS-12: nobody reads it'],
  transaction: {
    state: 'open',
    age: 12_000,
    statements: 3,
    locks: [{ relation: 'orders', lock: 'ACCESS EXCLUSIVE' }],
  },
  source: { file: 'migrations/0007.sql', line: 12 },
}

async function hold(changes: object = {}, claims: Record<string, string> = {}) {
  const { caller, token } = await job(claims)
  const { body } = await caller.call('POST', '/v1/approvals', token, {}, { ...HELD, ...changes })
  const id = String(body.id)
  const settled = (wait = 20) => caller.call('GET', `/v1/approvals/${id}?wait=${wait}`, token)
  return { id, settled }
}

test('a request that arrives shows without a reload, and is approved with a reason', async () => {
  const page = await signedIn(DANA)
  await page.getByText('Nothing waits.').waitFor()
  const { id, settled } = await hold()
  const link = page.getByRole('link', { name: /DROP TABLE customers_old/ })
  await link.waitFor()
  const answer = settled()
  await link.click()
  for (const text of [
    'migrations/0007.sql:12',
    'OPS-12: nobody reads it',
    'it drops the table customers_old',
    'drop table customers_old: about 120,000 rows; 50.0 MiB on disk; and everything that depends on it',
    'ACCESS EXCLUSIVE',
    '12 s, 3 statements',
    'This is not all of it',
  ])
    await page.getByText(text).first().waitFor()
  await page.getByLabel(/^Why/).fill('OPS-12 is reviewed')
  await page.getByRole('button', { name: 'Approve' }).click()
  await page.getByText('OPS-12 is reviewed').waitFor()
  expect((await answer).body).toMatchObject({ id, state: 'approved', scope: 'once', by: ['Dana Dba'] })
})

test('a denial needs a reason, and tells it', async () => {
  const page = await signedIn(DANA)
  const { id, settled } = await hold()
  await page.goto(`${harness.url}/approvals/${id}`)
  await page.getByRole('button', { name: 'Deny' }).click()
  const why = page.getByLabel(/^Why/)
  expect(await page.locator('textarea:invalid').count()).toBe(1)
  await why.fill('  ')
  await page.getByRole('button', { name: 'Deny' }).click()
  await page.getByRole('alert').getByText('a reason is needed to deny').waitFor({ timeout: 5000 })
  await why.fill('not before the backup')
  await page.getByRole('button', { name: 'Deny' }).click()
  await page.getByText('not before the backup').waitFor()
  expect((await settled(0)).body).toMatchObject({ state: 'denied', reason: 'not before the backup' })
})

test('two approvers at once: the second is told, and the page of the second changes by itself', async () => {
  const [dana, eli] = [await signedIn(DANA), await signedIn(ELI)]
  const { id } = await hold()
  for (const page of [dana, eli]) await page.goto(`${harness.url}/approvals/${id}`)
  const form = await eli.locator('form.decide').evaluate((element) => element.outerHTML)
  await dana.getByRole('button', { name: 'Approve' }).click()
  await dana.locator('#state').getByText('Approved by Dana Dba.').waitFor()
  await eli.locator('#state').getByText('Approved by Dana Dba.').waitFor()
  expect(await eli.getByRole('button', { name: 'Approve' }).count()).toBe(0)
  await eli.locator('main').evaluate((main, text) => {
    main.innerHTML = text
  }, form)
  await eli.getByRole('button', { name: 'Approve' }).click()
  await eli.getByText('too late: it is approved (Dana Dba)').waitFor()
})

test('who started the run, and who only looks, see why they cannot decide', async () => {
  const id = await gated()
  for (const [account, reason] of [
    [DEV, 'whoever started a run cannot approve it'],
    [VIEWER, 'only dba may decide this'],
  ] as const) {
    const page = await signedIn(account)
    await page.goto(`${harness.url}/approvals/${id}`)
    await page.getByText(reason).waitFor()
    expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(0)
  }
})

test('a sign-in that expired leads back to the page that was asked for', async () => {
  const id = await gated()
  const page = await signedIn(DANA)
  await page.context().clearCookies({ domain: '127.0.0.1' })
  idp.next = DANA
  await page.goto(`${harness.url}/approvals/${id}`)
  await page.getByRole('heading', { name: 'A session waits' }).waitFor()
})

test('nothing that a job says becomes markup', async () => {
  const attack = `"><img src=x onerror="globalThis.pwned=1"><script>globalThis.pwned=1</script>'`
  const { id } = await hold(
    {
      text: attack,
      parameters: { sha256: 'e'.repeat(64), values: [attack] },
      findings: [{ rule: attack, verdict: 'hold', reason: attack, hint: attack }],
      effects: [
        { action: 'drop', object: attack, name: attack, column: attack, detail: attack, lock: attack },
      ],
      relations: [attack],
      hints: [attack],
      transaction: { state: 'open', age: 1, statements: 1, locks: [{ relation: attack, lock: attack }] },
      source: { file: attack, line: 1 },
    },
    { actor: attack, workflow_ref: attack, sha: attack, run_attempt: attack },
  )
  const page = await signedIn({ ...DANA, name: attack })
  const errors: string[] = []
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', (error) => errors.push(String(error)))
  for (const path of ['/approvals', '/approvals?state=all', `/approvals/${id}`, '/account']) {
    await page.goto(harness.url + path)
    expect(await page.evaluate(() => (globalThis as { pwned?: number }).pwned)).toBeUndefined()
    expect(await page.locator('img, main script, header script').count()).toBe(0)
  }
  expect(errors).toEqual([])
})

test('a personal token is made and ended', async () => {
  const page = await signedIn(ELI)
  await page.getByRole('link', { name: 'Eli' }).click()
  await page.getByLabel('Name').fill('laptop')
  await page.getByRole('button', { name: 'Make a token' }).click()
  const token = (await page.locator('.note code').textContent()) ?? ''
  const reply = await fetch(`${harness.url}/api/me`, { headers: { authorization: `Bearer ${token}` } })
  expect(await reply.json()).toMatchObject({ name: 'Eli' })
  await page.getByRole('button', { name: 'End laptop' }).click()
  await page.getByText('You have none.').waitFor()
})

test('the page of 500 waiting requests stays quick and small', async () => {
  const { caller, token } = await job()
  for (let n = 0; n < 500; n += 25)
    await Promise.all(
      Array.from({ length: 25 }, (_, i) =>
        caller.call('POST', '/v1/approvals', token, {}, { ...HELD, text: `DROP TABLE t${n + i}` }),
      ),
    )
  const page = await signedIn(DANA)
  expect(await page.locator('tbody tr').count()).toBe(50)
  const size = await page.evaluate(() =>
    performance
      .getEntries()
      .map((entry) => ('encodedBodySize' in entry ? Number(entry.encodedBodySize) : 0))
      .reduce((sum, bytes) => sum + bytes, 0),
  )
  expect(size).toBeLessThan(100_000)
}, 60_000)

describe.each([
  ['light', {}],
  ['dark', { dark: true }],
  ['phone', { phone: true }],
])('in %s', (name, options) => {
  test('the pages are accessible', async () => {
    const [{ id }, session] = [await hold(), await gated()]
    const page = await signedIn(DANA, options)
    const shots = join('.tmp', 'screenshots')
    mkdirSync(shots, { recursive: true })
    for (const path of ['/approvals', `/approvals/${id}`, `/approvals/${session}`, '/account', '/nowhere']) {
      await page.goto(harness.url + path)
      expect(await violations(page)).toEqual([])
      const wide = await page
        .locator('html')
        .evaluate((html) =>
          [...html.querySelectorAll('*')]
            .filter((element) => element.getBoundingClientRect().right > html.clientWidth + 1)
            .map((element) => element.outerHTML.slice(0, 100)),
        )
      expect(wide).toEqual([])
      await page.screenshot({
        path: join(shots, `${name}${path.slice(0, 10).replaceAll('/', '-')}-${path.length}.png`),
      })
    }
  })
})
