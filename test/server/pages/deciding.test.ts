// Several people, old pages, wrong clocks and other sites: what a click comes to then.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from '../../fixtures/chromium.ts'
import { DANA, ELI } from '../../fixtures/identity-provider.ts'
import { createRequests, type Requests } from './requests.ts'
import { type Stage, startStage } from './stage.ts'

let stage: Stage
let requests: Requests
let dana: Page
let eli: Page

beforeAll(async () => {
  stage = await startStage({
    // The rule behind `hold` takes two people, the one behind `gated` one.
    change: (file) => Object.assign(file.access[0] ?? {}, { holds: { by: ['dba'], min: 2 } }),
  })
  requests = createRequests(stage.harness)
  dana = await stage.signedIn(DANA)
  eli = await stage.signedIn(ELI)
})
afterAll(() => stage?.close())
afterEach(() => {
  stage.harness.skew = 0
})

const open = (id: string, ...pages: Page[]) =>
  Promise.all(pages.map((page) => page.goto(`${stage.harness.url}/approvals/${id}`)))
const click = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
/** The form may be gone before the click: then the page tells who was quicker. */
const race = (page: Page, name: string) =>
  page
    .getByRole('button', { name, exact: true })
    .click({ timeout: 3000 })
    .catch(() => undefined)
const why = (page: Page) => page.getByLabel(/^Why/)
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true }).waitFor()
const stateOf = async (id: string) => {
  const { store } = stage.harness.server.services
  const row = store.selectFrom('approvals').select('state').where('id', '=', id)
  return (await row.executeTakeFirstOrThrow()).state
}

describe('two people', () => {
  test('must agree: the first one’s page says so, and both are named', async () => {
    const { id, settled } = await requests.hold()
    await open(id, dana, eli)
    await click(dana, 'Approve')
    await dana.getByText('You have approved this. It takes 2 people.').waitFor()
    await eli.locator('#state').getByText('Waits for dba: 1 of 2 have approved.').waitFor()
    expect((await settled(0)).body.state).toBe('waiting')
    await click(eli, 'Approve')
    await heading(dana, 'A statement was approved')
    expect((await settled(0)).body).toMatchObject({ state: 'approved', by: ['Dana Dba', 'Eli'] })
  })

  test('who click at the same moment both count', async () => {
    const { id } = await requests.hold()
    await open(id, dana, eli)
    await Promise.all([click(dana, 'Approve'), click(eli, 'Approve')])
    await Promise.all([heading(dana, 'A statement was approved'), heading(eli, 'A statement was approved')])
    expect(await stateOf(id)).toBe('approved')
  })

  test('are not one person in two tabs', async () => {
    const { id } = await requests.hold()
    const other = await dana.context().newPage()
    await open(id, dana, other)
    // The second tab does not hear of the first.
    await other.route('**/approvals/*', (route) =>
      route.request().resourceType() === 'fetch' ? route.abort() : route.continue(),
    )
    await click(dana, 'Approve')
    await dana.getByText('It takes 2 people').waitFor()
    await click(other, 'Approve')
    await other.getByRole('alert').getByText('you have decided this already: it is waiting').waitFor()
    expect(await stateOf(id)).toBe('waiting')
    await other.close()
  })

  test('of whom one denies while the other approves: it is denied', async () => {
    const { id, settled } = await requests.hold()
    await open(id, dana, eli)
    await why(eli).fill('not today')
    await Promise.all([race(dana, 'Approve'), race(eli, 'Deny')])
    await Promise.all([heading(dana, 'A statement was denied'), heading(eli, 'A statement was denied')])
    expect((await settled(0)).body).toMatchObject({ state: 'denied', reason: 'not today' })
  })

  test('of whom one approves and one denies what takes one: the first wins, and the other is told', async () => {
    const id = await requests.gated()
    await open(id, dana, eli)
    await why(eli).fill('not today')
    await Promise.all([race(dana, 'Approve'), race(eli, 'Deny')])
    const state = await stateOf(id)
    await Promise.all([heading(dana, `A session was ${state}`), heading(eli, `A session was ${state}`)])
    expect(['approved', 'denied']).toContain(state)
    const { store } = stage.harness.server.services
    const words = await store.selectFrom('decisions').selectAll().where('approval_id', '=', id).execute()
    expect(words.map(({ decision }) => decision)).toEqual([state])
  })
})

describe('one person', () => {
  test('who clicks twice decides once, and is not told off for it', async () => {
    const id = await requests.gated()
    await open(id, dana)
    await dana.getByRole('button', { name: 'Approve' }).dblclick()
    await heading(dana, 'A session was approved')
    expect(await dana.getByRole('alert').count()).toBe(0)
  })

  test('decides with the keyboard alone, in the order of the page, and never by Enter in a field', async () => {
    const { id } = await requests.hold()
    await open(id, dana)
    const focus = () =>
      dana.evaluate<string>(
        `(({ activeElement: at }) => at.labels?.[0]?.textContent.trim() ?? at.textContent.trim())(document)`,
      )
    const seen: string[] = []
    while (seen.at(-1) !== 'Approve') {
      await dana.keyboard.press('Tab')
      seen.push(await focus())
      expect(seen.length).toBeLessThan(40)
      if (seen.at(-1)?.startsWith('Equal')) await dana.keyboard.press('Enter')
    }
    expect(seen.slice(0, 6)).toEqual([
      'Skip to the content',
      'Approvals',
      'Sessions',
      'Policy',
      'Dana Dba',
      'Sign out',
    ])
    expect(seen.slice(-3).map((text) => text.split(' ')[0])).toEqual(['Why', 'Equal', 'Approve'])
    const { store } = stage.harness.server.services
    const words = store.selectFrom('decisions').selectAll().where('approval_id', '=', id)
    expect(await words.execute()).toEqual([])
    await dana.keyboard.press('Enter')
    await dana.getByText('You have approved this.').waitFor()
  })

  test('whose sign-in ends is told, and finds what was written again', async () => {
    const id = await requests.gated()
    const page = await stage.signedIn(ELI)
    await open(id, page)
    await why(page).fill('OPS-7: <b>checked</b> by me')
    await page.context().clearCookies({ domain: '127.0.0.1' })
    await click(page, 'Approve')
    await heading(page, 'You are signed out')
    await page.getByText('Nothing was done:').waitFor()
    expect(await page.getByLabel('What you wrote').inputValue()).toBe('OPS-7: <b>checked</b> by me')
    expect(await stateOf(id)).toBe('waiting')
    stage.idp.next = ELI
    await page.getByRole('link', { name: 'Go back and sign in' }).click()
    await heading(page, 'A session waits')
    expect(await why(page).inputValue()).toBe('OPS-7: <b>checked</b> by me')
    await click(page, 'Approve')
    await page.getByText('OPS-7: <b>checked</b> by me').waitFor()
    expect(await stateOf(id)).toBe('approved')
  })

  test('who signs out stays signed out; another tab says so, and goes on after the next sign-in', async () => {
    const id = await requests.gated()
    const page = await stage.signedIn(ELI)
    await open(id, page)
    await why(page).fill('half a sent')
    const other = await page.context().newPage()
    await other.goto(`${stage.harness.url}/account`)
    await click(other, 'Sign out')
    await heading(other, 'You are signed out')
    expect(new URL(other.url()).pathname).toBe('/signed-out')
    await requests.gated()
    await page.getByText('You are signed out: this page is not kept fresh').waitFor()
    stage.idp.next = ELI
    await other.getByRole('link', { name: 'Sign in again' }).click()
    await other.waitForURL('**/approvals')
    await page.getByText('You are signed out').waitFor({ state: 'hidden' })
    expect(await why(page).inputValue()).toBe('half a sent')
    await click(page, 'Approve')
    await heading(page, 'A session was approved')
  })

  test('with an old page of an earlier sign-in is told so', async () => {
    const id = await requests.gated()
    const page = await stage.signedIn(ELI)
    await open(id, page)
    await why(page).fill('as agreed')
    await page
      .locator('[name=csrf]')
      .last()
      .evaluate((field) => field.setAttribute('value', 'x'))
    await click(page, 'Approve')
    await page.getByText('Nothing was done:').waitFor()
    expect(await page.getByLabel('What you wrote').inputValue()).toBe('as agreed')
    expect(await stateOf(id)).toBe('waiting')
  })

  test.each([7, -7])('with a clock that is %i minutes off sees how much is left', async (minutes) => {
    stage.harness.skew = minutes * 60_000
    const page = await stage.signedIn(DANA)
    await requests.hold({ text: `DROP TABLE off_by_${minutes + 7}` })
    const row = page.getByRole('row', { name: `off_by_${minutes + 7}` })
    await row.getByText(/^14 min \d+ s left$/).waitFor()
    await row.getByRole('link').click()
    await page
      .locator('#state')
      .getByText(/^14 min \d+ s left$/)
      .waitFor()
  })
})

describe('another site', () => {
  let evil: Server
  let origins: string[]

  beforeAll(async () => {
    evil = createServer((request, response) => {
      const id = new URL(request.url ?? '', 'http://x').searchParams.get('id')
      response.setHeader('content-type', 'text/html')
      response.end(`<form method=post action="${stage.harness.url}/approvals/${id}"><input name=decision value=approved>
<input name=request_sha256 value="${new URL(request.url ?? '', 'http://x').searchParams.get('sha')}"></form>
<script>document.forms[0].submit()</script>`)
    })
    await new Promise<void>((resolve) => evil.listen(0, '127.0.0.1', resolve))
    const { port } = evil.address() as AddressInfo
    // The first is another site for the browser, the second the same site and another origin.
    origins = [`http://localhost:${port}`, `http://127.0.0.1:${port}`]
  })
  afterAll(() => evil?.close())

  test.each([0, 1])('cannot decide in somebody’s name (%i)', async (index) => {
    const id = await requests.gated()
    const page = await stage.signedIn(DANA)
    await open(id, page)
    const sha = await page.locator('[name=request_sha256]').getAttribute('value')
    const posted = page.waitForResponse((response) => response.request().method() === 'POST')
    await page.goto(`${origins[index]}/?id=${id}&sha=${sha}`)
    expect((await posted).status()).toBe(403)
    await page.getByText('this request does not come from a page of this server').waitFor()
    expect(await stateOf(id)).toBe('waiting')
    const cookies = await page.context().cookies(stage.harness.url)
    const own = cookies.find(({ name }) => name === 'sluice')
    expect(own).toMatchObject({ sameSite: 'Lax', httpOnly: true })
  })
})
