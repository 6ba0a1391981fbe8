import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from '../../fixtures/chromium.ts'
import { VIEWER } from '../../fixtures/identity-provider.ts'
import { startJob } from '../sessions/recorded.ts'
import { everything, type Stage, startStage } from './stage.ts'

let stage: Stage
let harness: Stage['harness']
let page: Page

beforeAll(async () => {
  stage = await startStage()
  harness = stage.harness
  page = await stage.signedIn(VIEWER)
  const job = await startJob(harness, { claims: { actor: 'carla', sha: 'a'.repeat(40) } })
  job.record(...everything())
  await job.end()
})
afterAll(() => stage?.close())

const rows = (page: Page) => page.locator('#list tbody tr')

describe('the list', () => {
  test.each([
    ['Repository', 'ACME/ord'],
    ['Target', 'orders-prod'],
    ['Started by', 'carl'],
    ['Statement', 'drop table customers_old'],
    ['Masked column', 'iban'],
    ['From (UTC)', new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)],
    ['To (UTC)', new Date().toISOString().slice(0, 10)],
  ])('is searched by %s', async (label, value) => {
    await page.getByRole('link', { name: 'Sessions' }).click()
    await page.getByLabel(label).fill(value)
    await page.getByRole('button', { name: 'Search' }).click()
    await rows(page).filter({ hasText: 'carla' }).waitFor()
    expect(await page.getByLabel(label).inputValue()).toBe(value)
    await page.goto(`${harness.url}/sessions`)
    const other = /UTC/.test(label)
      ? label.startsWith('From')
        ? '2999-01-01'
        : '2001-01-01'
      : 'no-such-thing'
    await page.getByLabel(label).fill(other)
    await page.getByRole('button', { name: 'Search' }).click()
    await page.getByText('No session has all of this.').waitFor()
  })

  test.each([
    ['something was to be blocked', 1],
    ['something was refused', 1],
    ['something was to be held', 0],
    ['everything was allowed', 0],
  ])('is searched by verdict: %s', async (verdict, count) => {
    await page.goto(`${harness.url}/sessions?actor=carla`)
    await page.getByLabel('Verdict').selectOption(verdict)
    await page.getByRole('button', { name: 'Search' }).click()
    await page.waitForURL(/verdict=/)
    expect(await rows(page).count()).toBe(count)
  })

  test('says that a text is too short', async () => {
    await page.goto(`${harness.url}/sessions?text=ab`)
    await page.getByText('at least 3 characters').waitFor()
  })

  test('shows a session that begins without a reload', async () => {
    await page.goto(`${harness.url}/sessions?actor=newcomer`)
    await page.getByText('No session has all of this.').waitFor()
    const job = await startJob(harness, { claims: { actor: 'newcomer' } })
    await rows(page).filter({ hasText: 'running' }).waitFor()
    await job.end()
    await rows(page).filter({ hasText: 'ended' }).waitFor()
  })
})
