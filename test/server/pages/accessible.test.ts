// Every page in every look: WCAG 2.2 AA as far as axe sees it, nothing wider than the window, nothing that moves.
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withdrawApproval } from '../../../src/server/store/approvals.ts'
import { violations } from '../../fixtures/axe.ts'
import type { Page } from '../../fixtures/chromium.ts'
import { DANA, VIEWER } from '../../fixtures/identity-provider.ts'
import { startJob } from '../sessions/recorded.ts'
import { createRequests } from './requests.ts'
import { everything, type Stage, startStage } from './stage.ts'

let stage: Stage
/** By the name of the picture that is taken. */
const paths: Record<string, string> = {}

beforeAll(async () => {
  stage = await startStage()
  const { harness } = stage
  const requests = createRequests(harness)
  const job = await startJob(harness, { claims: { actor: 'carla', sha: 'a'.repeat(40) } })
  job.record(...everything())
  await job.end()
  const withdrawn = (await requests.hold()).id
  await withdrawApproval(harness.server.services.store, withdrawn, harness.server.services.clock())
  Object.assign(paths, {
    approvals: '/approvals',
    all: '/approvals?state=all',
    statement: `/approvals/${(await requests.hold()).id}`,
    session: `/approvals/${await requests.gated()}`,
    withdrawn: `/approvals/${withdrawn}`,
    account: '/account',
    sessions: '/sessions?actor=carla',
    record: `/sessions/${job.session}`,
    event: `/sessions/${job.session}?event=6`,
    policy: '/policy',
    'signed-out': '/signed-out',
    link: '/sign-in/link?token=x',
    nowhere: '/nowhere',
  })
})
afterAll(() => stage?.close())

/** Elements that reach beyond the window. */
const wide = (page: Page) =>
  page
    .locator('html')
    .evaluate((html) =>
      [...html.querySelectorAll('*')]
        .filter((element) => element.getBoundingClientRect().right > html.clientWidth + 1)
        .map((element) => element.outerHTML.slice(0, 100)),
    )

/** Whatever is animated, now or when it changes. */
const moving = (page: Page) =>
  page.evaluate<string[]>(`[...document.querySelectorAll('*')].filter((element) => {
    const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element)
    return animationName !== 'none' || transitionDuration !== '0s' || scrollBehavior !== 'auto'
  }).map(({ outerHTML }) => outerHTML.slice(0, 100))`)

describe.each([
  ['light', {}],
  ['dark-phone', { dark: true, phone: true }],
])('in %s', (look, options) => {
  test('every page is accessible, and fits', async () => {
    const page = await stage.signedIn(DANA, options)
    for (const [name, path] of Object.entries(paths)) {
      await page.goto(stage.harness.url + path)
      if (name === 'policy') await page.getByText('Rules of orders').click()
      expect([name, await violations(page)]).toEqual([name, []])
      expect([name, await wide(page)]).toEqual([name, []])
      expect([name, await moving(page)]).toEqual([name, []])
      await page.screenshot({ path: join(stage.shots, `${look}-${name}.png`), fullPage: true })
    }
    await page.context().close()
  }, 60_000)

  test('so are refusals of what somebody sends', async () => {
    const page = await stage.signedIn(DANA, options)
    await page.goto(stage.harness.url + paths.statement)
    await page.getByLabel(/^Why/).fill('as agreed')
    await page.locator('[name=request_sha256]').evaluate((field) => field.setAttribute('value', 'x'))
    await page.getByRole('button', { name: 'Approve' }).click()
    await page.getByRole('alert').waitFor()
    expect(await violations(page)).toEqual([])
    expect(await page.getByLabel(/^Why/).inputValue()).toBe('as agreed')
    await page.context().clearCookies({ name: 'sluice' })
    await page.getByRole('button', { name: 'Approve' }).click()
    await page.getByRole('heading', { name: 'You are signed out' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.context().close()
    const viewer = await stage.signedIn(VIEWER, options)
    await viewer.goto(`${stage.harness.url}/policy`)
    await viewer.getByRole('heading', { name: 'That is not possible' }).waitFor()
    expect(await violations(viewer)).toEqual([])
    await viewer.context().close()
  })
})

test.each([
  ['200 %', 640],
  ['400 %', 320],
])('at %s of its size every page is read without scrolling sideways', async (_zoom, width) => {
  const page = await stage.signedIn(DANA)
  await page.setViewportSize({ width, height: 450 })
  for (const [name, path] of Object.entries(paths)) {
    await page.goto(stage.harness.url + path)
    expect([name, await wide(page)]).toEqual([name, []])
    const over = await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')
    expect([name, over]).toEqual([name, false])
  }
})
