// Who sees what: a stranger nothing, a viewer all but the policy, an approver what they decide on.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DANA, VIEWER } from '../../fixtures/identity-provider.ts'
import { startJob } from '../sessions/recorded.ts'
import { createRequests } from './requests.ts'
import { everything, type Stage, startStage } from './stage.ts'

let stage: Stage
let paths: string[]
let waiting: string

beforeAll(async () => {
  stage = await startStage({
    change: (file) => Object.assign(file.server, { roles: { viewer: ['engineering'], admin: ['platform'] } }),
  })
  const job = await startJob(stage.harness)
  job.record(...everything())
  await job.end()
  waiting = `/approvals/${await createRequests(stage.harness).gated()}`
  const session = `/sessions/${job.session}`
  paths = [
    '/approvals',
    '/approvals?state=all',
    waiting,
    '/sessions',
    session,
    `${session}?event=6`,
    '/account',
  ]
  paths.push(`${session}/record.zip`, `${session}/session.html`, '/live', `/live?session=${job.session}`)
})
afterAll(() => stage?.close())

/** Statuses of all paths for somebody in these groups; a stream is left when it begins. */
async function seenBy(groups: readonly string[]): Promise<Record<string, number>> {
  const page = await stage.signedIn({ ...VIEWER, sub: `u-${groups.join('-')}`, groups })
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const seen: Record<string, number> = {}
  for (const path of [...paths, '/policy']) {
    const response = await fetch(stage.harness.url + path, { headers: { cookie, accept: 'text/html' } })
    seen[path] = response.status
    await response.body?.cancel()
  }
  await page.context().close()
  return seen
}

const all = (status: number) => Object.fromEntries(paths.map((path) => [path, status]))

test.each([
  ['somebody without a group', [], 403, 403],
  ['a viewer', ['engineering'], 200, 403],
  ['an approver who is in no other group', ['dba'], 200, 403],
  ['an administrator', ['platform'], 200, 200],
])('%s', async (_who, groups, pages, policy) => {
  expect(await seenBy(groups)).toEqual({ ...all(pages), '/policy': policy })
})

test('only the approver has a form, and the list says whose it is', async () => {
  for (const [account, forms] of [
    [DANA, 1],
    [VIEWER, 0],
  ] as const) {
    const page = await stage.signedIn(account)
    expect(await page.getByText('not yours to decide').count()).toBe(1 - forms)
    await page.goto(stage.harness.url + waiting)
    expect(await page.locator('form.decide').count()).toBe(forms)
  }
})

test('a viewer who sends the form all the same decides nothing', async () => {
  const page = await stage.signedIn(VIEWER)
  await page.goto(stage.harness.url + waiting)
  const csrf = await page.locator('[name=csrf]').first().inputValue()
  await page.locator('#decision').evaluate(
    (part, [path, token]) => {
      part.innerHTML = `<form method="post" action="${path}"><input name="csrf" value="${token}"><button name="decision" value="approved">Go</button></form>`
    },
    [waiting, csrf] as const,
  )
  await page.getByRole('button', { name: 'Go' }).click()
  await page.getByRole('alert').getByText('only dba may decide this').waitFor()
  await page.getByRole('heading', { name: 'A session waits' }).waitFor()
})
