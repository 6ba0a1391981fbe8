// The pictures in docs/images: real pages of a real server, with a session of psql on a real database behind them. Run it
// with `node scripts/screenshots.ts`, and look at what it made; with `--all DIRECTORY` it makes every page in every look.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import type { Page } from '../test/fixtures/chromium.ts'
import { DANA, ELI } from '../test/fixtures/identity-provider.ts'
import { startPostgres } from '../test/fixtures/postgres.ts'
import { type OpenJob, openJob, serve } from '../test/server/pages/job.ts'
import { createRequests } from '../test/server/pages/requests.ts'
import { type Stage, startStage } from '../test/server/pages/stage.ts'
import { palettePng } from './palette.ts'

const IMAGES = join(import.meta.dirname, '..', 'docs', 'images')
const LOOKS = {
  light: {},
  dark: { dark: true },
  phone: { phone: true },
  'phone-dark': { phone: true, dark: true },
}

const DATABASE = `
  CREATE TABLE customers (id int PRIMARY KEY, name text, email text, card text);
  CREATE TABLE orders (id int PRIMARY KEY, customer_id int REFERENCES customers, note text, placed date);
  CREATE TABLE deliveries (id int PRIMARY KEY, order_id int REFERENCES orders);
  INSERT INTO customers SELECT n, 'Customer ' || n, 'customer' || n || '@example.com', '4111111111111111' FROM generate_series(1, 5000) n;
  INSERT INTO orders SELECT n, n % 5000 + 1, 'leave at the door', date '2026-01-01' + n % 300 FROM generate_series(1, 120000) n;
  ANALYZE;
`

const MIGRATIONS = {
  'migrations/0041_delivery-window.sql': 'ALTER TABLE deliveries ADD COLUMN arrives tstzrange;\n',
  'migrations/0042_forget-notes.sql': `-- Notes moved to the service for messages.
BEGIN;
ALTER TABLE orders ADD COLUMN archived boolean;

-- sluice: OPS-318, nothing reads it since September
ALTER TABLE orders DROP COLUMN note;
COMMIT;
`,
}

const SHA = '9f4c2e81b7d05a3c6e92f1d84b7a0c35e6d19f28'

const closing: (() => Promise<unknown>)[] = []
try {
  const [flag, where] = process.argv.slice(2)
  await pictures(flag === '--all' ? where : undefined)
} finally {
  for (const close of closing.reverse()) await close().catch((error: unknown) => console.error(error))
}

async function pictures(all: string | undefined): Promise<void> {
  const stage = await company()
  const workspace = mkdtempSync(join(tmpdir(), 'sluice-workspace-'))
  for (const [file, text] of Object.entries(MIGRATIONS)) {
    mkdirSync(dirname(join(workspace, file)), { recursive: true })
    writeFileSync(join(workspace, file), text)
  }
  const dba = await stage.signedIn(DANA)
  const paths: Record<string, string> = {}
  const earlier = await openJob(stage.harness, 'orders-prod', {
    cwd: workspace,
    claims: { run_id: '8412', sha: SHA },
  })
  paths.session = await deploy(stage, earlier, dba)
  paths.report = pathToFileURL(join(earlier.record, 'session.html')).href

  const job = await openJob(stage.harness, 'orders-prod', {
    cwd: workspace,
    claims: { run_id: '8413', sha: SHA },
  })
  closing.push(() => job.close())
  await createRequests(stage.harness).gated({ actor: 'carla' })
  job.psql(['-f', 'migrations/0042_forget-notes.sql'])
  await dba.goto(`${stage.harness.url}/approvals`)
  const held = dba.getByRole('link', { name: /DROP COLUMN note/ })
  await held.waitFor()
  paths.held = (await held.getAttribute('href')) ?? ''
  paths.approvals = '/approvals'
  paths.sessions = '/sessions'
  paths.policy = '/policy'
  paths.account = '/account'
  paths.nowhere = '/nowhere'
  await sleep(1500)
  if (all) await everyLook(stage, paths, all)
  else await forReaders(stage, paths)
}

async function company(): Promise<Stage> {
  const postgres = await startPostgres()
  closing.push(() => postgres.stop())
  const root = new pg.Client({ connectionString: postgres.url() })
  await root.connect()
  await root.query('CREATE DATABASE orders')
  await root.end()
  const database = new pg.Client({ connectionString: postgres.url('orders') })
  await database.connect()
  await database.query(DATABASE)
  await database.end()
  const { change, env } = serve({ server: { url: postgres.url(), port: postgres.port }, name: 'orders' })
  const stage = await startStage({
    env,
    change(file) {
      change(file)
      Object.assign(file.guards, { orders: { extends: 'migrations', block: ['drop-table', 'truncate'] } })
      Object.assign(file.access[0] ?? {}, { guard: 'orders' })
      Object.assign(file, {
        masks: { customers: { columns: { 'public.customers.email': 'partial' }, detect: ['payment-card'] } },
      })
      Object.assign(file.access[0] ?? {}, { mask: 'customers' })
    },
  })
  closing.push(() => stage.close())
  return stage
}

/** An ended session in which everything happened. */
async function deploy(stage: Stage, job: OpenJob, dba: Page): Promise<string> {
  await job.psql(['-f', 'migrations/0041_delivery-window.sql']).ended
  await job.psql('SELECT id, name, email, card FROM customers WHERE id < 4').ended
  await job.psql("UPDATE orders SET note = 'call first' WHERE id = 17").ended
  await job.psql('SELECT * FROM invoices').ended
  await job.psql('DROP TABLE customers').ended
  await dba.goto(`${stage.harness.url}/approvals`)
  const emptied = job.psql("DELETE FROM orders WHERE placed < '2026-02-01'")
  await dba.getByRole('link', { name: /DELETE FROM orders/ }).click()
  await dba.getByLabel(/^Why/).fill('OPS-311: older than the retention')
  await dba.getByRole('button', { name: 'Approve' }).click()
  await emptied.ended
  await job.close()
  await dba.goto(`${stage.harness.url}/sessions`)
  await dba.locator('#list tbody').getByText('ended').first().waitFor()
  return (await dba.locator('#list tbody a').first().getAttribute('href')) ?? ''
}

async function everyLook(stage: Stage, paths: Record<string, string>, where: string): Promise<void> {
  mkdirSync(where, { recursive: true })
  for (const [look, options] of Object.entries(LOOKS)) {
    const page = await stage.signedIn(ELI, options)
    for (const [name, path] of Object.entries(paths)) {
      await show(page, stage, path)
      await page.screenshot({ path: join(where, `${look}-${name}.png`), fullPage: true })
    }
    await page.context().close()
  }
}

async function forReaders(stage: Stage, paths: Record<string, string>): Promise<void> {
  mkdirSync(IMAGES, { recursive: true })
  const page = await stage.signedIn(DANA)
  const phone = await stage.signedIn(ELI, { phone: true, dark: true })
  await page.setViewportSize({ width: 760, height: 900 })
  await show(page, stage, paths.held ?? '')
  await keep(page, 'held-statement', true)
  await show(phone, stage, paths.held ?? '')
  await keep(phone, 'approve-on-a-phone', false)
  await page.setViewportSize({ width: 1100, height: 1180 })
  await show(page, stage, paths.report ?? '')
  await page.getByRole('option', { name: /DELETE FROM orders/ }).click()
  await keep(page, 'session-report', false)
}

async function keep(page: Page, name: string, fullPage: boolean): Promise<void> {
  const shot = (await page.screenshot({ fullPage })).toString('base64')
  // The browser itself takes its picture apart: nothing else here reads PNG.
  const blank = await page.context().newPage()
  const { width, height, pixels } = await blank.evaluate<{
    width: number
    height: number
    pixels: string
  }>(`(async () => {
    const bytes = Uint8Array.from(atob('${shot}'), (letter) => letter.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes]))
    const { width, height } = bitmap
    const context = new OffscreenCanvas(width, height).getContext('2d')
    context.drawImage(bitmap, 0, 0)
    const { data } = context.getImageData(0, 0, width, height)
    let pixels = ''
    for (let at = 0; at < data.length; at += 4096) pixels += String.fromCharCode(...data.subarray(at, at + 4096))
    return { width, height, pixels }
  })()`)
  await blank.close()
  writeFileSync(join(IMAGES, `${name}.png`), palettePng(Buffer.from(pixels, 'latin1'), width, height))
}

async function show(page: Page, stage: Stage, path: string): Promise<void> {
  await page.goto(path.startsWith('file:') ? path : stage.harness.url + path)
  if (path.startsWith('file:')) await page.waitForSelector('[data-status]')
}
