import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { EventBody } from '../../../src/core/event.ts'
import { canonical, type Json } from '../../../src/core/json.ts'
import type { RecordFiles } from '../../../src/recording/verify.ts'
import { violations } from '../../fixtures/axe.ts'
import { type Chromium, type Page, startChromium } from '../../fixtures/chromium.ts'
import { newKey, statement } from '../samples.ts'
import { fakeServer } from '../server.ts'
import { EVENTS, pageOf, SERVER, sealedRecord, write } from './records.ts'

let chromium: Chromium
let record: RecordFiles
const pages: Page[] = []
let opened = 0

beforeAll(async () => {
  chromium = await startChromium()
  record = await sealedRecord()
})
afterAll(() => chromium?.close())
afterEach(async () => {
  for (const page of pages.splice(0)) await page.context().close()
})

/** What a page did that it must not: errors, and anything asked of a network. */
const wrong: string[] = []

async function open(url: string, options?: { dark?: boolean; phone?: boolean }): Promise<Page> {
  const page = await chromium.open(options)
  pages.push(page)
  opened++
  page.setDefaultTimeout(5000)
  page.on('pageerror', (error) => wrong.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(message.text())
  })
  page.on('request', (request) => {
    if (!/^(file|data):/.test(request.url())) wrong.push(request.url())
  })
  await page.goto(url)
  await page.waitForSelector('[data-status]')
  return page
}

const status = (page: Page) => page.locator('[data-status]').getAttribute('data-status')
const rowsOf = (page: Page) => page.locator('.list [role=option]')
const rows = (page: Page) => rowsOf(page).allTextContents()

describe('the check', () => {
  test('says that a record is intact, and by whose key', async () => {
    const page = await open(pageOf(record))
    expect(await status(page)).toBe('intact')
    expect(await page.locator('.state').textContent()).toContain(
      'intact: 15 events, sealed and countersigned',
    )
    expect(await page.locator('.integrity').textContent()).toContain(SERVER.x)
    expect(await page.locator('.integrity').textContent()).toContain('the record’s own claim')
  })

  test('with the key that somebody knows', async () => {
    const page = await open(pageOf(record))
    await page.getByText('Compare the server’s key').click()
    const field = page.getByLabel('The server’s key that you know')
    await field.fill(SERVER.x)
    await page.getByRole('button', { name: 'Check with it' }).click()
    await page.getByText('the one that you gave').waitFor()
    expect(await status(page)).toBe('intact')
    await field.fill(newKey().x)
    await field.press('Enter')
    await page.locator('[data-status=broken]').waitFor()
    await field.fill('<b>no key</b>')
    await field.press('Enter')
    await page.getByText('That is no key').waitFor()
  })

  test('names the line of one changed byte, and shows its event', async () => {
    const text = record.session.toString()
    const session = Buffer.from(text.replace('DELETE FROM orders', 'DELETE FROM ordeRs'))
    const page = await open(pageOf({ ...record, session }))
    expect(await status(page)).toBe('broken')
    const line = text.slice(0, text.indexOf('DELETE FROM')).split('\n').length
    await page.getByText(`changed: session.jsonl line ${line}`).waitFor()
    await page.getByRole('button', { name: `Show event ${line - 1}` }).click()
    await page.getByRole('heading', { name: 'Statement 2 of connection 1' }).waitFor()
    expect(await page.locator('[aria-selected=true]').textContent()).toContain('does not hold')
  })

  test('tells a local and an unsealed record apart', async () => {
    const local = await open(pageOf(await write(EVENTS)))
    expect(await status(local)).toBe('local')
    const unsealed = await write(EVENTS, { upload: fakeServer(SERVER), unsealed: true })
    expect(await status(await open(pageOf(unsealed)))).toBe('incomplete')
  })

  test('is of exactly these bytes, also where they are no text', async () => {
    const bytes = Buffer.from(record.session)
    bytes[bytes.indexOf('acme')] = 0xff
    const page = await open(pageOf({ ...record, session: bytes }))
    expect(await status(page)).toBe('broken')
    expect(await open(pageOf({ session: Buffer.alloc(0) })).then(status)).toBe('incomplete')
  })
})

describe('the view', () => {
  test('shows the job, its figures and each statement with what came of it', async () => {
    const page = await open(pageOf(record, { places: new Map([[8, { file: 'db/3.sql', line: 7 }]]) }))
    const overview = await page.locator('.overview').textContent()
    for (const part of ['4 statements', '1 refused', '1 held', '1 value masked', 'orders-prod', 'dana'])
      expect(overview).toContain(part)
    expect(await page.getByRole('link', { name: '42, attempt 2' }).getAttribute('href')).toBe(
      'https://github.com/acme/orders/actions/runs/42/attempts/2',
    )
    expect((await rows(page)).map((row) => row.replace(/\s+/g, ' '))).toEqual([
      expect.stringContaining('allowed select email from users where id = 1 1 row · 2 ms · 1 masked'),
      expect.stringContaining('held, approved DELETE FROM orders -- all of them 1,200 rows · 40 ms'),
      expect.stringContaining('refused DROP TABLE customers'),
      expect.stringContaining('warned select 1/0 failed'),
    ])
    await rowsOf(page).nth(1).click()
    const detail = await page.locator('.detail').textContent()
    for (const part of [
      'delete-without-where',
      'approved by eli: as agreed',
      'agreed with the DBA',
      'DELETE 1200',
    ])
      expect(detail).toContain(part)
    expect(detail).toContain('delete rows of table orders: all rows; about 1,200 rows')
    await rowsOf(page).nth(2).click()
    expect(await page.getByRole('link', { name: 'db/3.sql:7' }).getAttribute('href')).toMatch(
      /^https:\/\/github\.com\/acme\/orders\/blob\/a{40}\/db\/3\.sql#L7$/,
    )
  })

  test('is searched and filtered', async () => {
    const page = await open(pageOf(record))
    await page.keyboard.press('/')
    await page.keyboard.type('drop table')
    await page.getByText('1 of 15 events').waitFor()
    expect(await rows(page)).toEqual([expect.stringContaining('DROP TABLE customers')])
    await page.getByLabel('Search').fill('')
    await page.getByLabel('Show').selectOption({ label: 'everything' })
    await page.getByText('15 of 15 events').waitFor()
    await page.getByLabel('Verdict').selectOption('held')
    await page.getByText('4 of 15 events').waitFor()
    await page.getByLabel('Relation').selectOption('users')
    await page.getByText('Nothing fits.').waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByLabel('Verdict').selectOption('')
    await page.getByLabel('Masked').selectOption('email')
    await page.getByText('2 of 15 events').waitFor()
  })

  test('is read with the keyboard alone', async () => {
    const page = await open(pageOf(record))
    await page.getByLabel('Show').selectOption({ label: 'everything' })
    await page.getByText('15 of 15 events').waitFor()
    await page.getByRole('listbox').focus()
    const chosen = async () =>
      Number(await page.locator('[aria-selected=true]').getAttribute('aria-posinset'))
    const visited: number[] = []
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'End', 'PageUp', 'Home', 'PageDown']) {
      await page.keyboard.press(key)
      visited.push(await chosen())
    }
    expect(visited.slice(0, 4)).toEqual([1, 2, 1, 15])
    expect(visited[5]).toBe(1)
    expect(visited[4]).toBeLessThan(15)
    expect(visited[6]).toBeGreaterThan(1)
    const active = await page.getByRole('listbox').getAttribute('aria-activedescendant')
    expect(await page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H2')
    await page.keyboard.press('Escape')
    expect(await page.evaluate('document.activeElement.role')).toBe('listbox')
  })

  test('is printed as a table', async () => {
    const page = await open(pageOf(record))
    await page.evaluate('dispatchEvent(new Event("beforeprint"))')
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.paper tr').count()).toBe(4)
    expect(await page.locator('.paper').isVisible()).toBe(true)
    expect(await page.getByRole('listbox').isVisible()).toBe(false)
    await page.evaluate('dispatchEvent(new Event("afterprint"))')
    expect(await page.locator('.paper tr').count()).toBe(0)
  })

  test.each([{}, { dark: true }, { phone: true }, { phone: true, dark: true }])(
    'is accessible with %j',
    async (options) => {
      const page = await open(pageOf(record), options)
      expect(await violations(page)).toEqual([])
      await rowsOf(page).first().click()
      for (const summary of await page.locator('summary').all()) await summary.click()
      expect(await violations(page)).toEqual([])
      // No sideways scrolling, whatever the width; the last is a small window at four times its size.
      for (const width of [0, 640, 320]) {
        if (width > 0) await page.setViewportSize({ width, height: 450 })
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
      }
      const moving = `[...document.querySelectorAll('*')].map((element) => getComputedStyle(element))
        .filter((style) => style.animationName !== 'none' || style.transitionDuration !== '0s' || style.scrollBehavior !== 'auto')`
      expect(await page.evaluate(`${moving}.length`)).toBe(0)
    },
  )
})

describe('what is in a record', () => {
  const EVIL = `"'></script><script>window.evil=1</script><img src=x onerror="window.evil=1"><!--<script> javascript:window.evil=1 \u202e`

  test('never becomes markup', async () => {
    const session = await sealedRecord(EVENTS.map((event) => poisoned(event) as EventBody))
    const url = pageOf(session, { places: new Map([[4, { file: EVIL, line: 1 }]]) })
    const html = readFileSync(fileURLToPath(url), 'utf8')
    expect(html.split('window.evil').length - 1).toBe(3)
    expect(html.slice(html.indexOf('window.evil') - 20)).not.toMatch(/<img|<script>window|<!--/)
    const page = await open(url)
    expect(await status(page)).toBe('intact')
    await page.getByLabel('Show').selectOption({ label: 'everything' })
    const count = await rowsOf(page).count()
    expect(count).toBeGreaterThan(5)
    for (let index = 0; index < count; index++) await rowsOf(page).nth(index).click()
    for (const summary of await page.locator('summary').all()) await summary.click()
    await page.evaluate('dispatchEvent(new Event("beforeprint"))')
    expect(await page.evaluate('window.evil')).toBeUndefined()
    expect(await page.locator('img, iframe, object, embed, main script, main style').count()).toBe(0)
    const links = await page
      .locator('main a')
      .evaluateAll((all) => all.map((each) => each.getAttribute('href')))
    expect(links).toEqual([])
    expect(await page.locator('main').textContent()).toContain('⟨U+202E⟩')
    expect(await page.locator('main').textContent()).not.toContain('\u202e')
  })

  /** Every text is an attack, but for what the recorder itself writes. */
  function poisoned(value: unknown, name = ''): unknown {
    if (typeof value === 'string')
      return ['type', 'verdict', 'session'].includes(name) ? value : `${value}${EVIL}`
    if (Array.isArray(value)) return value.map((item) => poisoned(item))
    if (typeof value !== 'object' || value === null) return value
    const plain = name === 'masked' || name === 'claims'
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        plain && key !== 'repository' ? `${key}${EVIL}` : key,
        poisoned(item, key),
      ]),
    )
  }

  test('may have any form', async () => {
    const odd = [null, 7, [], {}, { name: null, estimate: null, rows: [] }]
    const lines = odd.map((value, seq) => {
      const members = {
        effects: [value],
        relations: value,
        rules: value,
        hints: value,
        text: value,
        verdict: value,
      }
      const event = { ...statement(seq + 1), ...members, v: 1, seq, t: '2026-11-22T10:00:00.000Z' }
      return `${canonical(event as unknown as Json)}\n`
    })
    const start = canonical({
      type: 'session.start',
      claims: odd,
      targets: odd,
      v: 1,
      seq: 5,
      t: '9999-99-99T99:99:99.999Z',
    })
    const page = await open(pageOf({ session: Buffer.from(`${lines.join('')}${start}\n`) }))
    expect(await status(page)).toBe('incomplete')
    for (let index = 0; index < odd.length; index++) await rowsOf(page).nth(index).click()
    await page.getByRole('heading', { name: 'Statement 5 of connection 1' }).waitFor()
  })
})

describe('the page', () => {
  test('lets nothing in and nothing out', async () => {
    const page = await open(pageOf(record))
    const policy = await page.locator('meta[http-equiv=Content-Security-Policy]').getAttribute('content')
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'sha256-[^' ]+'; style-src 'sha256-[^' ]+'; img-src data:;/,
    )
    const before = wrong.length
    const tried = await page.evaluate(`(async () => {
      const script = document.createElement('script')
      script.textContent = 'window.evil = 1'
      document.body.append(script)
      return [await fetch('https://example.com/').catch(() => 'refused'), window.evil]
    })()`)
    expect(tried).toEqual(['refused', undefined])
    // What the policy says about it is wanted here.
    wrong.splice(before)
  })

  test('says what to do where no script runs', () => {
    const html = readFileSync(fileURLToPath(pageOf(record)), 'utf8')
    expect(/<noscript>(.*)<\/noscript>/.exec(html)?.[1]).toContain('sluice verify')
  })

  test('has a small script and style', () => {
    const html = readFileSync(fileURLToPath(pageOf({ session: Buffer.alloc(0) })), 'utf8')
    expect(Buffer.byteLength(html)).toBeLessThan(60_000)
  })
})

test('no page failed, or asked anything of a network', () => {
  expect(opened).toBeGreaterThan(10)
  expect(wrong).toEqual([])
})
