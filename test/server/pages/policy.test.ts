import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from '../../fixtures/chromium.ts'
import { CLIENT, DANA, VIEWER } from '../../fixtures/identity-provider.ts'
import { startJob } from '../sessions/recorded.ts'
import { everything, type Stage, startStage } from './stage.ts'

let stage: Stage
let harness: Stage['harness']
let page: Page
/** An ended session in which everything happens. */
let rich: string

beforeAll(async () => {
  stage = await startStage()
  harness = stage.harness
  page = await stage.signedIn(VIEWER)
  const job = await startJob(harness, { claims: { actor: 'carla', sha: 'a'.repeat(40) } })
  job.record(...everything())
  await job.end()
  rich = job.session
})
afterAll(() => stage?.close())

describe('the policy', () => {
  test('is shown to administrators, without what secrets are', async () => {
    const page = await stage.signedIn(DANA)
    await page.goto(`${harness.url}/sessions/${rich}`)
    await page.getByRole('link', { name: 'orders from main' }).click()
    await page.waitForURL('**/policy#access-1')
    for (const text of [
      'acme/orders/.github/workflows/deploy.yml@refs/heads/main',
      'dba, within 1 h',
      'dba, within 15 min',
      '1,000 rows a result; 50 connections',
      'env:ORDERS_PASSWORD',
      'more than 10,000 rows are held',
      '*.*.email',
      'Approver dba',
    ])
      await page.getByText(text).first().waitFor()
    await page.getByText('Rules of orders').click()
    await page
      .getByText(/drop-table, drop-schema/)
      .first()
      .waitFor()
    const text = await page.content()
    for (const secret of ['upstream-orders-password', 'upstream-billing-password', CLIENT.secret])
      expect(text).not.toContain(secret)
    expect(Buffer.byteLength(text)).toBeLessThan(100_000)
  })

  test('is not shown to others', async () => {
    const response = await page.goto(`${harness.url}/policy`)
    expect(response?.status()).toBe(403)
    await page.getByText('only an administrator may do this').waitFor()
  })
})
