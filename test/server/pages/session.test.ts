import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EventBody } from '../../../src/core/event.ts'
import { addApproval, decideApproval } from '../../../src/server/store/approvals.ts'
import { violations } from '../../fixtures/axe.ts'
import type { Page } from '../../fixtures/chromium.ts'
import { DANA, VIEWER } from '../../fixtures/identity-provider.ts'
import { filesOf, newDir, result, statement } from '../../recording/samples.ts'
import { createCaller } from '../caller.ts'
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

describe('a session', () => {
  test('shows what happened, and that its record holds', async () => {
    await page.goto(`${harness.url}/sessions/${rich}`)
    for (const text of [
      'intact: 11 events, sealed and countersigned by the server',
      '3 statements, 1 to be blocked, 1 refused, 1 error, 6 cells masked, 1 connection',
      'email 4, iban 2',
      'orders from main',
      'DROP TABLE customers_old CASCADE',
      'drop table customers_old: about 120,000 rows; and everything',
      'refused by drop-table',
      'error 42P01: relation "missing" does not exist',
      'SELECT 1, 1 row, 2 ms',
      'notice 00000: so it is',
      'guard migrations',
    ])
      await page.getByText(text).first().waitFor()
    expect(await page.getByRole('link', { name: 'a'.repeat(40) }).getAttribute('href')).toBe(
      `https://github.com/acme/orders/commit/${'a'.repeat(40)}`,
    )
    expect(await page.getByRole('link', { name: 'Policy' }).count()).toBe(0)
    await page.screenshot({ path: join(stage.shots, 'session.png'), fullPage: true })
    await page
      .getByRole('row', { name: /DROP TABLE/ })
      .getByRole('link')
      .click()
    await page.getByText('OPS-12: nobody reads it').first().waitFor()
    await page.getByText('"type":"statement"').waitFor()
    await page.getByRole('link', { name: 'Event 7' }).click()
    await page.getByText('statement 1.3 is refused by drop-table').waitFor()
  })

  test.each([
    ['Verdict', 'block', ['DROP TABLE']],
    ['Events', 'errors and notices', ['missing', 'so it is']],
    ['Events', 'connections', ['begins', 'opens', 'closes', 'ends']],
    ['Text', 'customers_OLD   cascade', ['DROP TABLE']],
    ['Text', 'nowhere', []],
  ])('is filtered by %s %s', async (label, value, shown) => {
    await page.goto(`${harness.url}/sessions/${rich}`)
    const field = page.getByRole(label === 'Text' ? 'textbox' : 'combobox', { name: label })
    await (label === 'Text' ? field.fill(value) : field.selectOption(value))
    await page.getByRole('button', { name: 'Show' }).click()
    await page.waitForURL(/\?/)
    const found = await page.locator('table.events tbody tr').allTextContents()
    expect(found.length).toBe(shown.length)
    for (const [index, text] of shown.entries()) expect(found[index]).toContain(text)
  })

  test('grows while it runs, and says who decided what it held', async () => {
    const job = await startJob(harness, { claims: { actor: 'walter' } })
    const page = await stage.signedIn(DANA)
    await page.goto(`${harness.url}/sessions/${job.session}`)
    await page.getByText('None yet: the record is still open').waitFor()
    job.record(statement(1, 'select live_one'), result(1))
    await page.getByText('select live_one').waitFor()
    job.record(statement(2, 'select live_two'))
    await page.getByText('select live_two').waitFor()
    const id = 'c'.repeat(32)
    const { store, clock, changes } = harness.server.services
    const request = { statement: { target: 'orders-prod', text: 'delete from orders', findings: [] } }
    await addApproval(store, {
      id,
      kind: 'statement',
      grant_id: job.session,
      poll_hash: null,
      request: JSON.stringify(request),
      request_sha256: 'd'.repeat(64),
      subject_sha256: null,
      approvers: '["dba"]',
      min: 1,
      created_at: clock(),
      expires_at: clock() + 60_000,
    })
    const held = {
      ...statement(3, 'delete from orders'),
      verdict: 'hold',
      rules: ['delete-all'],
    } as EventBody
    job.record(held, { type: 'held', conn: 1, id: 3, approval: id })
    await page.getByRole('link', { name: 'waiting' }).first().waitFor()
    expect(await violations(page)).toEqual([])
    await decideApproval(store, id, {
      person: 'p#1',
      name: 'Eli',
      decision: 'approved',
      scope: 'once',
      reason: 'OPS-7',
      requestSha256: 'd'.repeat(64),
      now: clock(),
    })
    changes.tell(id)
    await page.getByRole('link', { name: 'approved by Eli' }).waitFor()
    await page.getByText('OPS-7').waitFor()
    await job.end()
    await page.getByText('intact: 7 events').waitFor()
  })

  test('is downloaded as the runner has it, and verifies', async () => {
    await page.goto(`${harness.url}/sessions/${rich}`)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'download the record' }).click(),
    ])
    expect(download.suggestedFilename()).toBe(`sluice-session-${rich}.zip`)
    const zip = readFileSync(await download.path())
    const stored = filesOf(join(harness.data, 'sessions', rich))
    const files = unzipSync(zip)
    expect(Object.keys(files)).toEqual(['session.jsonl', 'chunks.jsonl', 'receipts.jsonl', 'seal.json'])
    expect(Buffer.from(files['session.jsonl'] ?? []).equals(stored.session)).toBe(true)
    expect(Buffer.from(files['seal.json'] ?? []).equals(stored.seal ?? Buffer.alloc(0))).toBe(true)
    const path = join(newDir(), 'record.zip')
    writeFileSync(path, zip)
    const command = (await page.getByText(/^sluice verify/).textContent()) ?? ''
    const told = execFileSync(
      process.execPath,
      ['src/cli/index.ts', 'verify', path, ...command.split(' ').slice(3)],
      { encoding: 'utf8' },
    )
    expect(told).toContain('intact')
    const lines = await harness.server.services.store
      .selectFrom('audit')
      .select('detail')
      .where('event', '=', 'download')
      .execute()
    expect(lines.map(({ detail }) => detail)).toEqual([expect.stringContaining('Vic Viewer')])
  })

  test('is taken away as one page that the browser itself checks, with the server’s key', async () => {
    await page.goto(`${harness.url}/sessions/${rich}`)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'as one page' }).click(),
    ])
    expect(download.suggestedFilename()).toBe(`sluice-session-${rich}.html`)
    const path = join(newDir(), 'session.html')
    await download.saveAs(path)
    const key = / --server-key (\S+)/.exec((await page.getByText(/^sluice verify/).textContent()) ?? '')?.[1]
    const report = await page.context().newPage()
    await report.goto(pathToFileURL(path).href)
    await report.locator('[data-status=intact]').waitFor()
    await report.getByText('Compare the server’s key').click()
    await report.getByLabel('The server’s key that you know').fill(key ?? '')
    await report.getByRole('button', { name: 'Check with it' }).click()
    await report.getByText('the one that you gave').waitFor()
    await report.getByRole('option', { name: /DROP TABLE/ }).waitFor()
    await report.close()
  })

  test('that has recorded nothing is shown all the same', async () => {
    const caller = await createCaller(harness)
    const { body } = await caller.exchange(await harness.issuer.github(harness.url, { run_id: '77' }))
    await page.goto(`${harness.url}/sessions/${body.session}`)
    await page.getByText('Nothing was ever recorded.').waitFor()
    for (const form of ['record.zip', 'session.html'])
      expect((await page.goto(`${harness.url}/sessions/${body.session}/${form}`))?.status()).toBe(404)
  })

  test('whose record was deleted is shown without it', async () => {
    const job = await startJob(harness)
    job.record(statement(1))
    await job.end()
    rmSync(join(harness.data, 'sessions', job.session), { recursive: true })
    await page.goto(`${harness.url}/sessions/${job.session}`)
    await page.getByText('The record is not kept any more.').waitFor()
    await page.getByText('1 statement,').waitFor()
    expect((await page.goto(`${harness.url}/sessions/${job.session}?event=0`))?.status()).toBe(404)
  })

  test('is filtered and paged without scripts', async () => {
    const storageState = await page.context().storageState()
    const context = await page.context().browser()?.newContext({ storageState, javaScriptEnabled: false })
    const plain = await context?.newPage()
    if (!plain) throw new Error('there is no browser')
    await plain.goto(`${harness.url}/sessions?actor=carla`)
    await plain.locator('#list tbody a').click()
    await plain.getByRole('combobox', { name: 'Verdict' }).selectOption('block')
    await plain.getByRole('button', { name: 'Show' }).click()
    await plain.waitForURL(/verdict=block/)
    await plain.locator('table.events tbody a').click()
    await plain.getByText('OPS-12: nobody reads it').first().waitFor()
  })

  test('whose record was changed says where', async () => {
    const job = await startJob(harness)
    job.record(statement(1, 'select 1'))
    await job.end()
    const file = join(harness.data, 'sessions', job.session, 'session.jsonl')
    writeFileSync(file, readFileSync(file, 'utf8').replace('select 1', 'select 2'))
    await page.goto(`${harness.url}/sessions/${job.session}`)
    await page.getByText('The record does not hold').waitFor()
    await page.getByText(/changed: session.jsonl line 2/).waitFor()
  })

  test('that is not there has the same words, whatever was asked for', async () => {
    for (const id of ['0'.repeat(32), 'x', '%E2%82%AC', `${'a'.repeat(500)}`, '__proto__', "'%20or%201=1"])
      for (const rest of ['', '?event=1', '/record.zip']) {
        const response = await page.goto(`${harness.url}/sessions/${id}${rest}`)
        expect(response?.status()).toBe(404)
        expect(await page.locator('main .note').textContent()).toBe('there is no such session')
      }
    const response = await page.goto(`${harness.url}/sessions/${rich}?event=999`)
    expect(response?.status()).toBe(404)
  })

  test('is for people who are signed in', async () => {
    for (const path of [
      '/sessions',
      `/sessions/${rich}`,
      `/sessions/${rich}/record.zip`,
      `/sessions/${rich}/session.html`,
    ]) {
      const response = await fetch(harness.url + path, { redirect: 'manual' })
      expect([401, 303]).toContain(response.status)
    }
  })
})
