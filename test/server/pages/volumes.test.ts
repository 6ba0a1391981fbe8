import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EventBody } from '../../../src/core/event.ts'
import type { Page } from '../../fixtures/chromium.ts'
import { VIEWER } from '../../fixtures/identity-provider.ts'
import { statement } from '../../recording/samples.ts'
import { startJob } from '../sessions/recorded.ts'
import { addPast } from './past.ts'
import { type Stage, sizeOf, startStage } from './stage.ts'

let stage: Stage
let harness: Stage['harness']
let page: Page

beforeAll(async () => {
  stage = await startStage()
  harness = stage.harness
  page = await stage.signedIn(VIEWER)
})
afterAll(() => stage?.close())

const rows = (page: Page) => page.locator('#list tbody tr')

test('a page of long statements only is small, too', async () => {
  const job = await startJob(harness)
  const effects = ['orders', 'customers', 'invoices'].map(
    (name) =>
      ({
        action: 'drop',
        object: 'table',
        name: `public.${name}_of_the_year_before`,
        cascade: true,
      }) as const,
  )
  const text = `DROP TABLE public.orders_of_the_year_before, ${"public.customers_of_the_year_before /* 'x' */, ".repeat(50)}`
  const rules = ['drop-table', 'drop-cascade']
  const blocked = { verdict: 'block', effects, rules } as const
  job.record(...Array.from({ length: 400 }, (_, id) => ({ ...statement(id, text), ...blocked }) as EventBody))
  await job.end()
  await page.goto(`${harness.url}/sessions/${job.session}?from=200`)
  expect(await page.locator('table.events tbody tr').count()).toBe(200)
  expect(await sizeOf(page)).toBeLessThan(100_000)
})

test('10,000 sessions are listed and searched quickly, 50 on a page', async () => {
  await addPast(harness.server.services.store, 10_000)
  const timed = async (path: string) => {
    const start = performance.now()
    await page.goto(harness.url + path)
    return performance.now() - start
  }
  expect(await timed('/sessions')).toBeLessThan(1500)
  expect(await rows(page).count()).toBe(50)
  expect(await sizeOf(page)).toBeLessThan(100_000)
  const seen = new Set<string>()
  for (let pages = 0; pages < 3; pages++) {
    for (const href of await rows(page)
      .locator('a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href'))))
      seen.add(String(href))
    await page.getByRole('link', { name: 'Older ones' }).click()
    await page.waitForURL(/before=/)
  }
  expect(seen.size).toBe(150)
  for (const query of [
    'repository=nowhere',
    'text=customers_77+',
    'text=select',
    'masked=email',
    'target=billing',
    'verdict=block',
  ])
    expect(await timed(`/sessions?${query}`)).toBeLessThan(1500)
  await page.goto(`${harness.url}/sessions?text=customers_77+where`)
  expect(await rows(page).count()).toBe(1)
}, 60_000)
