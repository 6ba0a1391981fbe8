// psql waits in a real session, on a real database, until somebody clicks in a real browser.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from '../../fixtures/chromium.ts'
import { createDatabase, type Database, servers } from '../../fixtures/database.ts'
import { DANA, ELI } from '../../fixtures/identity-provider.ts'
import { type OpenJob, openJob, serve, sluiceRun } from './job.ts'
import { type Stage, startStage } from './stage.ts'

const TABLES = ['approved', 'denied', 'killed', 'stale', 'cancelled', 'watched']

let database: Database
let stage: Stage
let job: OpenJob
let dana: Page

beforeAll(async () => {
  const [server] = servers()
  if (!server) throw new Error('there is no database')
  database = await createDatabase(server, TABLES.map((name) => `CREATE TABLE ${name} (id int);`).join('\n'))
  stage = await startStage(serve(database))
  dana = await stage.signedIn(DANA)
  job = await openJob(stage.harness, 'orders-prod')
})
afterAll(async () => {
  await job?.close()
  await stage?.close()
  await database?.drop()
})

const exists = async (table: string) => {
  const { rows } = await database.admin.query('SELECT to_regclass($1) IS NOT NULL AS there', [table])
  return rows[0].there as boolean
}

/** psql drops the table, and the page shows the request. */
async function held(table: string, page: Page) {
  await page.goto(`${stage.harness.url}/approvals`)
  const psql = job.psql(`DROP TABLE ${table}`)
  await page.getByRole('link', { name: `DROP TABLE ${table}` }).click()
  await page.getByRole('heading', { name: 'A statement waits' }).waitFor()
  return psql
}

test('approved by a click: psql ends well, and was told where to look', async () => {
  const psql = await held('approved', dana)
  expect(await exists('approved')).toBe(true)
  await dana.getByLabel(/^Why/).fill('OPS-12 is reviewed')
  await dana.getByRole('button', { name: 'Approve' }).click()
  expect(await psql.ended).toBe(0)
  expect(psql.text()).toContain('DROP TABLE')
  expect(psql.text()).toContain(`held for approval (drop-table) by dba within 15 min: ${dana.url()}`)
  expect(await exists('approved')).toBe(false)
  await dana.getByRole('heading', { name: 'A statement was approved' }).waitFor()
  await dana.getByText('OPS-12 is reviewed').waitFor()
})

test('denied by a click: psql ends with 42501 and the reason', async () => {
  const psql = await held('denied', dana)
  await dana.getByLabel(/^Why/).fill('not before the backup')
  await dana.getByRole('button', { name: 'Deny' }).click()
  expect(await psql.ended).toBe(1)
  expect(psql.text()).toMatch(/ERROR: {2}42501: .*denied by Dana Dba: not before the backup/)
  expect(await exists('denied')).toBe(true)
})

test('psql is killed: the page says that it is withdrawn, by itself', async () => {
  const psql = await held('killed', dana)
  await dana.getByLabel(/^Why/).fill('I am just about to')
  psql.child.kill('SIGKILL')
  await dana.getByRole('heading', { name: 'A statement was withdrawn' }).waitFor()
  await dana.locator('#state').getByText('has gone or given up. It did not run').waitFor()
  expect(await dana.getByRole('button', { name: 'Approve' }).count()).toBe(0)
  expect(await dana.getByRole('status').allTextContents()).toContainEqual(expect.stringMatching(/^Withdrawn/))
  expect(
    await dana.evaluate(
      () =>
        (globalThis as unknown as { document: { activeElement: { id: string } } }).document.activeElement.id,
    ),
  ).toBe('state')
})

test('a click on a page that did not hear of it answers clearly', async () => {
  const psql = await held('stale', dana)
  const storageState = await dana.context().storageState()
  const context = await dana.context().browser()?.newContext({ storageState, javaScriptEnabled: false })
  const plain = await context?.newPage()
  if (!plain) throw new Error('there is no browser')
  await plain.goto(dana.url())
  psql.child.kill('SIGINT')
  expect(await psql.ended).toBe(1)
  expect(psql.text()).toContain('57014')
  await dana.getByRole('heading', { name: 'A statement was withdrawn' }).waitFor()
  await plain.getByRole('button', { name: 'Approve' }).click()
  await plain
    .getByRole('alert')
    .getByText('Your decision does not count: too late: it is withdrawn')
    .waitFor()
  await plain.getByRole('heading', { name: 'A statement was withdrawn' }).waitFor()
  expect(await exists('stale')).toBe(true)
})

test('the page of the session shows it wait, and what came of it', async () => {
  const psql = await held('watched', dana)
  const eli = await stage.signedIn(ELI)
  await eli.goto(`${stage.harness.url}/sessions`)
  await eli.locator('#list tbody a').first().click()
  const row = eli.getByRole('row', { name: /DROP TABLE watched/ }).last()
  await row.getByRole('link', { name: 'waiting' }).waitFor()
  await dana.getByRole('button', { name: 'Approve' }).click()
  await row.getByRole('link', { name: 'approved by Dana Dba' }).waitFor()
  await row.getByText('DROP TABLE, 0 rows').waitFor()
  expect(await psql.ended).toBe(0)
})

test('a session that must be approved opens when somebody clicks', async () => {
  const command = ['psql', '-X', '-At', '-c', "SELECT 'in' || 'side'"]
  const running = await sluiceRun(stage.harness, 'gated-prod', command)
  await dana.goto(`${stage.harness.url}/approvals`)
  await dana.getByRole('link', { name: 'Session: gated orders' }).click()
  expect(running.text()).not.toContain('inside')
  await dana.getByRole('button', { name: 'Approve' }).click()
  expect(await running.ended).toBe(0)
  expect(running.text()).toContain(dana.url())
  expect(running.text()).toContain('inside')
  await dana.reload()
  await dana.locator('#state').getByText('Approved by Dana Dba, and the job has its session.').waitFor()
})
