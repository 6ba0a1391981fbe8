// The longest session that is likely: its pages are read from the disk as they are asked for.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EventBody } from '../../../src/core/event.ts'
import type { Page } from '../../fixtures/chromium.ts'
import { VIEWER } from '../../fixtures/identity-provider.ts'
import { result, statement } from '../../recording/samples.ts'
import { startJob } from '../sessions/recorded.ts'
import { type Stage, sizeOf, startStage } from './stage.ts'

const STATEMENTS = 50_000

let stage: Stage
let harness: Stage['harness']
let page: Page

beforeAll(async () => {
  stage = await startStage()
  harness = stage.harness
  page = await stage.signedIn(VIEWER)
})
afterAll(() => stage?.close())

test('a session of 100,000 events is shown in pages, quickly, and searched', async () => {
  const job = await startJob(harness, { claims: { actor: 'busy' } })
  const batch: EventBody[] = []
  for (let id = 1; id <= STATEMENTS; id++) {
    const text = `insert into customers (id, name, note) values (${id}, 'n${id}', '${'x'.repeat(60)}')`
    batch.push(statement(id, text), result(id))
    if (id % 5000 === 0) {
      job.record(...batch.splice(0))
      await job.arrived()
    }
  }
  await job.end()
  const timed = async (path: string) => {
    const start = performance.now()
    await page.goto(`${harness.url}/sessions/${job.session}${path}`)
    return performance.now() - start
  }
  const first = await timed('')
  console.log(
    `100,000 events: the first page after ${Math.round(first)} ms, again ${Math.round(await timed(''))} ms`,
  )
  expect(await page.locator('table.events tbody tr').count()).toBeLessThanOrEqual(200)
  expect(await sizeOf(page)).toBeLessThan(100_000)
  await page.getByText('Events 0 to 199 of 100002').first().waitFor()
  await page.getByRole('link', { name: 'Last' }).first().click()
  await page.getByText('the session ends: clean').waitFor()
  expect(await timed('?from=99800')).toBeLessThan(1500)
  await page.getByText('values (49999,').waitFor()
  await page.getByRole('link', { name: 'Earlier' }).first().click()
  await page.getByText('Events 99600 to 99799 of 100002').first().waitFor()
  // A search reads so much at a time, and says that there is more.
  expect(await timed('?text=values+(49876,')).toBeLessThan(2000)
  let pages = 1
  for (; (await page.getByText('None here yet: the record is long.').count()) > 0; pages++)
    await page.getByRole('link', { name: 'Later' }).first().click()
  expect(pages).toBeLessThan(10)
  await page.getByText('values (49876,').waitFor()
  expect(await page.locator('table.events tbody tr').count()).toBe(1)
  await timed('?verdict=allow')
  expect(await page.locator('table.events tbody tr').count()).toBe(200)
  await page.getByText('1 masked').or(page.getByText('masked: email 1')).first().waitFor()
  await page.getByRole('link', { name: 'Later' }).first().click()
  await page.getByText('values (201,').waitFor()
}, 90_000)
