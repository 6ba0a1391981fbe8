// Commands and terminals in the page: what they showed, as text and played, with the page's strict policy.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { EventBody } from '../../../src/core/event.ts'
import type { RecordFiles } from '../../../src/recording/verify.ts'
import { violations } from '../../fixtures/axe.ts'
import { type Chromium, type Page, startChromium } from '../../fixtures/chromium.ts'
import { START, statement } from '../samples.ts'
import { fakeServer } from '../server.ts'
import { CLAIMS, EVENTS, pageOf, SERVER, write } from './records.ts'

const ssh = (events: readonly EventBody[]): EventBody[] => [
  {
    ...START,
    claims: CLAIMS,
    targets: [{ name: 'web', protocol: 'ssh', address: 'web:22', guard: 'servers', mode: 'enforce' }],
  },
  { type: 'connection.open', conn: 1, target: 'web', client: '127.0.0.1:1', tls: 'ssh' },
  ...events,
  { type: 'connection.close', conn: 1, reason: 'client', statements: 4, bytes_in: 100, bytes_out: 200 },
]
const command = (id: number, text: string): EventBody => ({
  ...(statement(id, text) as EventBody & { type: 'statement' }),
  relations: [],
  effects: [],
})
const output = (id: number, text: string, stream: 'stdout' | 'stderr' = 'stdout'): EventBody => ({
  type: 'output',
  conn: 1,
  id,
  stream,
  text,
})
const exit = (id: number, tag: string, bytes: number): EventBody => ({
  type: 'result',
  conn: 1,
  id,
  tag,
  rows: 0,
  bytes,
  ms: 12,
})

const HOSTILE = '\u001b]0;owned\u0007\u001b]52;c;ZXZpbA==\u0007\u001b[2J<img src=x onerror=alert(1)>\u202e'
const COMMANDS = ssh([
  command(1, 'select from where -- make deploy'),
  output(1, 'building\u001b[32m ok\u001b[0m\r\n'),
  output(1, 'a warning\n', 'stderr'),
  output(1, `${HOSTILE}\n`),
  exit(1, 'exit 3', 40),
  command(2, 'journalctl'),
  output(2, 'a line of the log\n'.repeat(200)),
  exit(2, 'exit 0', 3600),
  command(3, 'upload /srv/app/release.tar.gz'),
  { type: 'transfer', conn: 1, id: 3, direction: 'in', bytes: 123_456, sha256: 'a'.repeat(64) },
  exit(3, 'closed', 123_456),
])
const TERMINAL = ssh([
  command(1, '(interactive shell)'),
  { type: 'terminal', conn: 1, id: 1, columns: 60, rows: 12 },
  output(1, '\u001b[32mdeploy@web\u001b[0m:~$ '),
  ...Array.from(
    { length: 800 },
    (): EventBody => ({ type: 'notice', conn: 1, sqlstate: '00000', message: 'time passes' }),
  ),
  output(1, 'df -h\r\nFilesystem  Size\r\n\u001b[1m/dev/sda1\u001b[0m    40G\r\n'),
  output(1, HOSTILE),
  exit(1, 'exit 0', 300),
])

let chromium: Chromium
let records: Record<'commands' | 'terminal' | 'sql', RecordFiles>
const pages: Page[] = []
const wrong: string[] = []

beforeAll(async () => {
  chromium = await startChromium()
  const written = (events: readonly EventBody[]) => write(events, { upload: fakeServer(SERVER) })
  records = { commands: await written(COMMANDS), terminal: await write(TERMINAL), sql: await write(EVENTS) }
})
afterAll(() => chromium?.close())
afterEach(async () => {
  for (const page of pages.splice(0)) await page.context().close()
})

async function open(files: RecordFiles, options?: { dark?: boolean; phone?: boolean }): Promise<Page> {
  const page = await chromium.open(options)
  pages.push(page)
  page.setDefaultTimeout(5000)
  page.on('pageerror', (error) => wrong.push(String(error)))
  page.on('dialog', (dialog) => wrong.push(dialog.message()))
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(message.text())
  })
  page.on('request', (request) => {
    if (!/^(file|data):/.test(request.url())) wrong.push(request.url())
  })
  await page.goto(pageOf(files))
  await page.waitForSelector('[data-status]')
  return page
}

const row = (page: Page, text: string) => page.locator('.list [role=option]', { hasText: text })

describe('commands', () => {
  test('have their status and bytes, no rows, and no words of SQL', async () => {
    const page = await open(records.commands)
    const all = await page.locator('.list [role=option]').allTextContents()
    expect(all.map((text) => text.trim().replace(/\s+/g, ' ').replace(/^\S+ /, ''))).toEqual([
      'c1 allowed select from where -- make deploy exit 3 · 40 bytes · 12 ms',
      'c1 allowed journalctl exit 0 · 3,600 bytes · 12 ms',
      'c1 allowed upload /srv/app/release.tar.gz closed · 123,456 bytes · 12 ms',
    ])
    await row(page, 'make deploy').click()
    expect(await page.locator('.detail .keyword, .detail .comment').count()).toBe(0)
    for (const part of ['.detail .facts', '.detail ul'])
      expect(await page.locator(part).textContent()).toMatch(/^(?!.*\brow).*exit 3/)
  })

  test('show both streams as text that does nothing', async () => {
    const page = await open(records.commands)
    await row(page, 'make deploy').click()
    const pieces = page.locator('.piece')
    expect(await pieces.allInnerTexts()).toEqual([
      expect.stringMatching(/^\+0\.0 s\s+building ok\s*$/),
      expect.stringMatching(/^\+0\.0 s stderr\s+a warning\s*$/),
      expect.stringContaining('<img src=x onerror=alert(1)>⟨U+202E⟩'),
    ])
    expect(await page.title()).toBe('Session record · Sluice')
    expect(await page.locator('.output summary').textContent()).toContain('5 control sequences left out')
    expect(await page.locator('.detail').getByText('Replay').count()).toBe(0)
  })

  test('fold what is long, and tell transfers', async () => {
    const page = await open(records.commands)
    await row(page, 'journalctl').click()
    expect(await page.locator('.pieces').isVisible()).toBe(false)
    await page.locator('.output summary').press('Enter')
    expect(await page.locator('.pieces').isVisible()).toBe(true)
    await row(page, 'release.tar.gz').click()
    expect(await page.locator('.detail').textContent()).toContain(
      `123,456 bytes to the target, SHA-256 ${'a'.repeat(64)}`,
    )
  })

  test('and what they showed stands among all events without its colours', async () => {
    const page = await open(records.commands)
    await page.getByLabel('Show').selectOption({ label: 'everything' })
    expect((await row(page, 'building').textContent())?.replace(/\s+/g, ' ')).toContain('shows building ok')
  })

  test('are found by what they showed', async () => {
    const page = await open(records.commands)
    await page.getByLabel('Search (/)').fill('line of the log')
    await page.getByText('1 of', { exact: false }).first().waitFor()
    await expect.poll(() => page.locator('.list [role=option]').allTextContents()).toHaveLength(1)
    expect(await row(page, 'journalctl').count()).toBe(1)
  })

  test('need no player', () => {
    for (const files of [records.commands, records.sql])
      expect(readFileSync(fileURLToPath(pageOf(files)), 'utf8')).not.toMatch(/wasm|asciinema/i)
  })
})

describe('a terminal', () => {
  const replayed = async (options?: { dark?: boolean; phone?: boolean }) => {
    const page = await open(records.terminal, options)
    await row(page, '(interactive shell)').click()
    await page.getByRole('button', { name: 'Replay' }).click()
    await page.getByRole('group', { name: 'Replay of the terminal' }).waitFor()
    return page
  }

  test('is played from disk, with nothing but its keys', async () => {
    const page = await replayed()
    const play = page.getByRole('button', { name: 'Play' })
    await play.waitFor()
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Play')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Play again' }).waitFor()
    await expect.poll(() => page.locator('.screen').textContent()).toContain('<img src=x onerror=alert(1)>')
    const position = page.getByRole('slider', { name: 'Position' })
    expect(await position.getAttribute('aria-valuetext')).toBe('0:00 of 0:00')
    await position.press('Home')
    await expect.poll(() => page.locator('.screen').textContent()).not.toContain('<img')
    expect(await page.title()).toBe('Session record · Sluice')
    expect(await page.locator('.piece').allInnerTexts()).toEqual([
      expect.stringContaining('deploy@web:~$ df -h'),
    ])
  })

  test.each([{}, { dark: true }, { phone: true }])('breaks no rule of accessibility: %j', async (options) => {
    const page = await replayed(options)
    expect(await violations(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    const shot = process.env.SCREENSHOTS
    if (shot)
      await page.screenshot({
        path: `${shot}/report-${JSON.stringify(options).replace(/\W+/g, '')}.png`,
        fullPage: true,
      })
  })
})

test('no page asked anything of a network, or broke its own policy', () => {
  expect(wrong).toEqual([])
})
