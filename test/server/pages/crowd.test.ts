// 500 requests at once: still a small page that somebody can use.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from '../../fixtures/axe.ts'
import type { Page } from '../../fixtures/chromium.ts'
import { DANA } from '../../fixtures/identity-provider.ts'
import { createRequests, HELD, type Requests } from './requests.ts'
import { type Stage, sizeOf, startStage } from './stage.ts'

const MANY = 500

let stage: Stage
let page: Page
let requests: Requests
/** Of the list, while all of them arrived. */
let refreshes = 0
let arrived = 0

beforeAll(async () => {
  stage = await startStage()
  requests = createRequests(stage.harness)
  const { caller, token } = await requests.job()
  const ask = (text: string) => caller.call('POST', '/v1/approvals', token, {}, { ...HELD, text })
  page = await stage.signedIn(DANA)
  page.on('request', (request) => {
    if (request.resourceType() === 'fetch') refreshes++
  })
  const start = performance.now()
  for (let n = 0; n < MANY; n += 25)
    await Promise.all(Array.from({ length: 25 }, (_, i) => ask(`DROP TABLE t${n + i}`)))
  await page.locator('#list').getByText(`${MANY} requests wait.`).waitFor()
  arrived = performance.now() - start
}, 60_000)
afterAll(() => stage?.close())

const rows = () => page.locator('tbody tr')

test('an open list follows them without asking for each', () => {
  expect(refreshes).toBeLessThan(arrived / 250 + 3)
  console.log(`${MANY} requests in ${Math.round(arrived)} ms: the page asked ${refreshes} times`)
})

test('the page is small, says how many there are, and shows all of them in steps', async () => {
  await page.goto(`${stage.harness.url}/approvals`)
  expect(await page.title()).toBe(`(${MANY}) Waiting for approval · Sluice`)
  expect(await sizeOf(page)).toBeLessThan(100_000)
  expect(await violations(page)).toEqual([])
  const seen = new Set<string>()
  for (let pages = 1; ; pages++) {
    expect(await rows().count()).toBe(50)
    for (const text of await page.locator('tbody tr a').allTextContents()) seen.add(text)
    const older = page.getByRole('link', { name: 'Older ones' })
    if ((await older.count()) === 0) break
    expect(pages).toBeLessThan(10)
    const before = page.url()
    await older.click()
    await page.waitForURL((url) => url.href !== before)
  }
  expect(seen.size).toBe(MANY)
  await page.getByRole('link', { name: 'Newest' }).click()
  await page.waitForURL('**/approvals')
})

test('what keeps the list fresh costs the server little', async () => {
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const headers = { cookie, accept: 'text/html' }
  const took: number[] = []
  let bytes = 0
  for (let n = 0; n < 10; n++) {
    const start = performance.now()
    bytes = (await (await fetch(`${stage.harness.url}/approvals`, { headers })).text()).length
    took.push(performance.now() - start)
  }
  took.sort((a, b) => a - b)
  console.log(`the list of ${MANY}: ${Math.round(took[5] ?? 0)} ms, ${bytes} bytes`)
  expect(took[5]).toBeLessThan(150)
  expect(bytes).toBeLessThan(60_000)
})

test('somebody at a link with the keyboard stays there when more arrive', async () => {
  await page.goto(`${stage.harness.url}/approvals`)
  const links = page.locator('tbody tr a')
  const third = (await links.nth(2).textContent()) ?? ''
  await links.nth(2).focus()
  await requests.hold({ text: 'DROP TABLE one_more' })
  await links.filter({ hasText: 'one_more' }).waitFor()
  expect(await page.evaluate<string>('document.activeElement.textContent')).toBe(third)
  await page
    .getByRole('status')
    .getByText(`${MANY + 1} requests wait.`)
    .waitFor({ state: 'attached' })
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'A statement waits' }).waitFor()
  await page.getByText(third).first().waitFor()
})

test('a tab that nobody looks at gives its connection back, and catches up when it is looked at', async () => {
  const tab = await page.context().newPage()
  await tab.clock.install()
  await tab.goto(`${stage.harness.url}/approvals`)
  await tab.clock.runFor(2000)
  const look = (hidden: boolean) =>
    tab.evaluate(`Object.defineProperty(document, 'hidden', { value: ${hidden}, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))`)
  const asked: string[] = []
  tab.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await look(true)
  await tab.clock.runFor(61_000)
  await requests.hold({ text: 'DROP TABLE unseen' })
  await tab.clock.runFor(2000)
  expect(await tab.getByRole('link', { name: 'DROP TABLE unseen' }).count()).toBe(0)
  expect(asked).toEqual([])
  await look(false)
  await tab.getByRole('link', { name: 'DROP TABLE unseen' }).waitFor()
  expect(asked).toContain('/live')
})
