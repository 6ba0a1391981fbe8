// As large as a record gets in practice: every row is there, and nothing makes the page wait.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EventBody } from '../../../src/core/event.ts'
import { type Chromium, type Page, startChromium } from '../../fixtures/chromium.ts'
import { result, START, statement } from '../samples.ts'
import { CLAIMS, pageOf, write } from './records.ts'

const EVENTS = 100_000
const FILLING = 'lorem ipsum dolor sit amet '.repeat(16)

let chromium: Chromium
let page: Page

beforeAll(async () => {
  chromium = await startChromium()
  const url = pageOf(await write([...session()]))
  page = await chromium.open()
  const start = performance.now()
  const since = () => `${Math.round(performance.now() - start)} ms`
  await page.goto(url, { waitUntil: 'commit' })
  await page.waitForSelector('.list [role=option]')
  const rows = since()
  await page.getByText(`of ${(EVENTS + 2).toLocaleString('en')} events`, { exact: false }).waitFor()
  await page.waitForSelector('[data-status]', { timeout: 30_000 })
  console.log(`${EVENTS} events: first rows after ${rows}, checked after ${since()}`)
})
afterAll(() => chromium?.close())

function* session(): Generator<EventBody> {
  yield { ...START, claims: CLAIMS }
  for (let id = 1; id <= EVENTS / 2; id++) {
    yield statement(id, `UPDATE notes /* ${id} */ SET text = '${FILLING}' WHERE id = ${id}`)
    yield result(id)
  }
}

const count = () => page.locator('.count').textContent()
const last = () => page.locator('.list [role=option]').last().textContent()
const drawn = () => page.locator('.list [role=option]').count()

test('it holds', async () => {
  expect(await page.locator('[data-status]').getAttribute('data-status')).toBe('local')
  expect(await page.locator('.state').textContent()).toContain(`${EVENTS + 2} events`)
  expect(await count()).toBe('50,000 of 100,002 events')
})

test('it scrolls to its end, with few rows at any time', async () => {
  await page.evaluate('(list => list.scrollTop = list.scrollHeight)(document.querySelector(".list"))')
  await expect.poll(last).toContain('/* 50000 */')
  expect(await drawn()).toBeLessThan(60)
})

test('it scrolls smoothly', async () => {
  const frames = await page.evaluate<number[]>(`(async () => {
    const list = document.querySelector('.list')
    list.scrollTop = 0
    const frames = []
    let before = performance.now()
    for (let frame = 0; frame < 120; frame++) {
      list.scrollTop += 900
      await new Promise(requestAnimationFrame)
      const now = performance.now()
      frames.push(now - before)
      before = now
    }
    return frames.sort((a, b) => a - b)
  })()`)
  const [usual = 0, longest = 0] = [frames[60], frames.at(-1)]
  console.log(`120 frames: ${Math.round(usual)} ms as a rule, ${Math.round(longest)} ms at most`)
  // Twice what the eye notices, for machines that are busy with other tests.
  expect(usual).toBeLessThan(100)
  expect(await drawn()).toBeLessThan(60)
})

test('the keyboard reaches both ends', async () => {
  await page.getByRole('listbox').focus()
  await page.keyboard.press('End')
  await page.getByRole('heading', { name: 'Statement 50000 of' }).waitFor()
  expect(await page.locator('[aria-selected=true]').getAttribute('aria-posinset')).toBe('50000')
  await page.keyboard.press('Home')
  await page.getByRole('heading', { name: 'Statement 1 of' }).waitFor()
  expect(
    await page.locator('.list').evaluate((list) => (list as unknown as { scrollTop: number }).scrollTop),
  ).toBe(0)
})

test('a search finds the one among them', async () => {
  const start = performance.now()
  await page.getByLabel('Search').fill('where ID = 49999')
  await expect.poll(count).toBe('1 of 100,002 events')
  console.log(`searched in ${Math.round(performance.now() - start)} ms`)
  expect(await last()).toContain('WHERE id = 49999')
  await page.getByLabel('Search').fill('')
  await page.getByLabel('Show').selectOption('')
  await expect.poll(count).toBe('100,002 of 100,002 events')
})

test('the timeline goes to a moment', async () => {
  await page.getByLabel('Go to a moment').press('End')
  await page.getByRole('heading', { name: /session/ }).waitFor()
})
