// What commands showed, in the pages of a session: as text, found by a search, and played on a page of its own.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EventBody } from '../../../src/core/event.ts'
import { violations } from '../../fixtures/axe.ts'
import type { Page } from '../../fixtures/chromium.ts'
import { VIEWER } from '../../fixtures/identity-provider.ts'
import { statement } from '../../recording/samples.ts'
import { startJob } from '../sessions/recorded.ts'
import { type Stage, startStage } from './stage.ts'

let stage: Stage
let page: Page
let session: string
const wrong: string[] = []

const HOSTILE = '\u001b]0;owned\u0007\u001b]52;c;ZXZpbA==\u0007<img src=x onerror=alert(1)>\u202e'
const command = (id: number, text: string): EventBody => ({
  ...(statement(id, text) as EventBody & { type: 'statement' }),
  relations: [],
  effects: [],
})
const output = (id: number, text: string, stream: 'stdout' | 'stderr' = 'stdout'): EventBody => ({
  ...{ type: 'output', conn: 1, id, stream, text },
})
const exit = (id: number, tag: string, bytes: number): EventBody => ({
  ...{ type: 'result', conn: 1, id, tag, rows: 0, bytes, ms: 12 },
})

beforeAll(async () => {
  stage = await startStage()
  page = await opened()
  const target = {
    name: 'orders-prod',
    protocol: 'ssh',
    address: 'web:22',
    guard: 'servers',
    mode: 'enforce',
  }
  const job = await startJob(stage.harness, { start: { targets: [target] } })
  job.record(
    { type: 'connection.open', conn: 1, target: 'orders-prod', client: '127.0.0.1:1', tls: 'ssh' },
    command(1, 'ls --all -- /srv'),
    output(1, '\u001b[32mreleases\u001b[0m\r\n'),
    output(1, `a warning ${HOSTILE}\n`, 'stderr'),
    exit(1, 'exit 2', 40),
    command(2, 'journalctl'),
    output(2, 'a line of the log\n'.repeat(200)),
    exit(2, 'exit 0', 3600),
    command(3, 'upload /srv/app.tar.gz'),
    { type: 'transfer', conn: 1, id: 3, direction: 'in', bytes: 123_456, sha256: 'a'.repeat(64) },
    exit(3, 'closed', 123_456),
    command(4, '(interactive shell)'),
    { type: 'terminal', conn: 1, id: 4, columns: 60, rows: 12 },
    output(4, '\u001b[32mdeploy@web\u001b[0m:~$ '),
    output(4, `df -h\r\nFilesystem  Size\r\n\u001b[1m/dev/sda1\u001b[0m    40G\r\n${HOSTILE}`),
    exit(4, 'exit 0', 300),
  )
  await job.end()
  session = job.session
})
afterAll(() => stage?.close())

async function opened(options?: { dark?: boolean; phone?: boolean }): Promise<Page> {
  const page = await stage.signedIn(VIEWER, options)
  page.setDefaultTimeout(5000)
  page.on('pageerror', (error) => wrong.push(String(error)))
  page.on('dialog', (dialog) => wrong.push(dialog.message()))
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(message.text())
  })
  return page
}

const go = (path: string, on = page) => on.goto(`${stage.harness.url}/sessions/${session}${path}`)
const text = async (selector: string) =>
  ((await page.locator(selector).first().textContent()) ?? '').replace(/\s+/g, ' ').trim()

describe('a command', () => {
  test('stands as it is, with its status and bytes', async () => {
    await go('?group=statements')
    const rows = await page.locator('table.events tbody tr').allTextContents()
    expect(rows.map((row) => row.replace(/\s+/g, ' ').replace(/^\d+ [\d:.]{12}/, ''))).toEqual([
      expect.stringMatching(/^ls --all -- \/srv.*exit 2, 40 bytes, 12 ms$/),
      expect.stringMatching(/^journalctl.*exit 0, 3600 bytes, 12 ms$/),
      expect.stringMatching(
        /^upload \/srv\/app\.tar\.gz.*closed, 123456 bytes, 12 ms123456 bytes to the target, SHA-256 a{64}$/,
      ),
      expect.stringMatching(/^\(interactive shell\).*exit 0, 300 bytes, 12 ms$/),
    ])
    await go('?event=2')
    expect(await page.locator('main .keyword, main .comment').count()).toBe(0)
    expect(await text('main > pre')).toBe('ls --all -- /srv')
  })

  test('has what it showed under it, both streams told apart, as text that does nothing', async () => {
    await go('?event=2')
    const pieces = await page.locator('.piece').allInnerTexts()
    expect(pieces).toEqual([
      expect.stringMatching(/^\+0\.0 s\s+releases\s*$/),
      expect.stringMatching(/^\+0\.0 s stderr\s+a warning <img src=x onerror=alert\(1\)>⟨U\+202E⟩\s*$/),
    ])
    expect(await page.getByRole('link', { name: 'Replay' }).count()).toBe(0)
    expect(await violations(page)).toEqual([])
    await go('?event=6')
    expect(await page.locator('.pieces').isVisible()).toBe(false)
    await page.getByText('As text: 3,600 characters in 200 lines').click()
    expect(await page.locator('.pieces').isVisible()).toBe(true)
  })

  test('is found by what it showed', async () => {
    await go(`?${new URLSearchParams({ group: 'transfers and output', text: 'of the log' })}`)
    expect(await page.locator('table.events tbody tr').count()).toBe(1)
    expect(await text('table.events tbody')).toContain('statement 1.2 shows: a line of the log')
    await go(`?${new URLSearchParams({ text: 'a warning' })}`)
    expect(await text('table.events tbody')).toContain('shows on stderr: a warning <img')
  })
})

describe('a terminal', () => {
  const played = async (on: Page) => {
    await go('?event=12', on)
    await on.getByRole('link', { name: 'Replay' }).click()
    await on.getByRole('group', { name: 'Replay of the terminal' }).waitFor()
    await on.getByRole('button', { name: 'Play' }).press('Enter')
    await on.getByRole('button', { name: 'Play again' }).waitFor()
  }

  test.each([
    ['light', {}],
    ['dark', { dark: true }],
    ['phone', { phone: true }],
  ])('is played on a page of its own: %s', async (name, options) => {
    const own = await opened(options)
    await played(own)
    const screen = () => own.locator('.screen').textContent()
    await expect.poll(screen).toContain('<img src=x onerror=alert(1)>')
    expect(await screen()).toContain('deploy@web:~$ df -h')
    expect(await own.title()).toMatch(/^Replay of/)
    expect(await own.locator('.piece').allInnerTexts()).toEqual([
      expect.stringContaining('deploy@web:~$ df -h'),
    ])
    expect(await violations(own)).toEqual([])
    expect(await own.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    await own.screenshot({ path: `${stage.shots}/replay-${name}.png`, fullPage: true })
    await own.context().close()
  })

  test('may compile WebAssembly there and nowhere else', async () => {
    const policy = async (path: string) => (await go(path))?.headers()['content-security-policy'] ?? ''
    expect(await policy('/replay?event=12')).toContain("script-src 'self' 'wasm-unsafe-eval';")
    for (const path of ['', '?event=12', '/replay/', '/replay.cast?event=2'])
      expect(await policy(path)).toContain("script-src 'self';")
    await go('?event=12')
    expect(await page.evaluate("performance.getEntries().some(({ name }) => name.includes('replay'))")).toBe(
      false,
    )
  })

  test('is an asciicast to take away, which does nothing but draw', async () => {
    await go('/replay?event=12')
    const href = await page.getByRole('link', { name: 'Download as asciicast' }).getAttribute('href')
    const cast = await page.evaluate<string>(`fetch(${JSON.stringify(href)}).then((answer) => answer.text())`)
    const [header, ...events] = cast
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown)
    expect(header).toMatchObject({ version: 2, width: 60, height: 12, title: '(interactive shell)' })
    expect(events).toHaveLength(2)
    expect(cast).not.toMatch(/owned|ZXZpbA|\\u0007/)
  })

  test('is none where there is none', async () => {
    for (const path of [
      '/replay?event=2',
      '/replay?event=3',
      '/replay?event=999',
      '/replay',
      '/replay.cast?event=2',
    ])
      expect([path, (await go(path))?.status()]).toEqual([path, 404])
  })

  test('is in the page that is downloaded', async () => {
    const html = await page.evaluate<string>(
      `fetch('/sessions/${session}/session.html').then((answer) => answer.text())`,
    )
    expect(html).toContain("'wasm-unsafe-eval'")
  })
})

test('no page broke its own policy', () => {
  expect(wrong.filter((each) => !/404/.test(each))).toEqual([])
})
