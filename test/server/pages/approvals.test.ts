import { afterAll, beforeAll, expect, test } from 'vitest'
import { DANA, DEV, ELI, VIEWER } from '../../fixtures/identity-provider.ts'
import { createRequests, type Requests } from './requests.ts'
import { type Stage, startStage } from './stage.ts'

let stage: Stage
let harness: Stage['harness']
let requests: Requests

beforeAll(async () => {
  stage = await startStage()
  harness = stage.harness
  requests = createRequests(harness)
})
afterAll(() => stage?.close())

test('a request that arrives shows without a reload, and is approved with a reason', async () => {
  const page = await stage.signedIn(DANA)
  await page.getByText('Nothing waits.').waitFor()
  const { id, settled } = await requests.hold()
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
  const page = await stage.signedIn(DANA)
  const { id, settled } = await requests.hold()
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
  const [dana, eli] = [await stage.signedIn(DANA), await stage.signedIn(ELI)]
  const { id } = await requests.hold()
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
  const id = await requests.gated()
  for (const [account, reason] of [
    [DEV, 'whoever started a run cannot approve it'],
    [VIEWER, 'only dba may decide this'],
  ] as const) {
    const page = await stage.signedIn(account)
    await page.goto(`${harness.url}/approvals/${id}`)
    await page.getByText(reason).waitFor()
    expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(0)
  }
})

test('a sign-in that expired leads back to the page that was asked for', async () => {
  const id = await requests.gated()
  const page = await stage.signedIn(DANA)
  await page.context().clearCookies({ domain: '127.0.0.1' })
  stage.idp.next = DANA
  await page.goto(`${harness.url}/approvals/${id}`)
  await page.getByRole('heading', { name: 'A session waits' }).waitFor()
})

test('a personal token is made and ended', async () => {
  const page = await stage.signedIn(ELI)
  await page.getByRole('link', { name: 'Eli' }).click()
  await page.getByLabel('Name').fill('laptop')
  await page.getByRole('button', { name: 'Make a token' }).click()
  const token = (await page.locator('.note code').textContent()) ?? ''
  const reply = await fetch(`${harness.url}/api/me`, { headers: { authorization: `Bearer ${token}` } })
  expect(await reply.json()).toMatchObject({ name: 'Eli' })
  await page.getByRole('button', { name: 'End laptop' }).click()
  await page.getByText('You have none.').waitFor()
})
