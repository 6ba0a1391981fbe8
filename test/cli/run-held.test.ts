// A migration that psql runs under `sluice run`: whoever approves it is shown the file and line that it stands in.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LOCAL_ADMIN } from '../../src/server/people/person.ts'
import { createDatabase, type Database, servers } from '../fixtures/database.ts'
import { type Harness, startHarness } from '../server/harness.ts'
import { tokenFor } from '../server/people/administrator.ts'
import { sluice } from './sluice.ts'

const root = mkdtempSync(join(tmpdir(), 'sluice-repository-'))
const cwd = join(root, 'db')
let database: Database
let server: Harness
let token: string

beforeAll(async () => {
  mkdirSync(join(root, '.git'))
  mkdirSync(join(cwd, 'migrations'), { recursive: true })
  writeFileSync(
    join(cwd, 'migrations', '0042_drop.sql'),
    `-- OPS-12: nobody reads these any more
BEGIN;
ALTER TABLE orders ADD COLUMN note text; -- a column

/* the old ones */
-- sluice: agreed with billing
DROP TABLE
  old_orders;
COMMIT;
`,
  )
  database = await createDatabase(
    servers()[0]!,
    'CREATE TABLE orders (id int); CREATE TABLE old_orders (id int)',
  )
  server = await startHarness({
    env: { ORDERS_PASSWORD: new URL(database.url).password },
    change: (file) => {
      Object.assign(file.targets['orders-prod'], {
        address: `127.0.0.1:${database.server.port}`,
        database: database.name,
        credential: { provider: 'static', user: 'postgres', password: 'env:ORDERS_PASSWORD' },
      })
      Object.assign(file.guards.orders, { extends: 'migrations' })
      Object.assign(file.access[0] ?? {}, { holds: { by: ['dba'] } })
    },
  })
  token = await tokenFor(server, LOCAL_ADMIN)
})
afterAll(async () => {
  await server.close()
  await database.drop()
  rmSync(root, { recursive: true, force: true })
})

const api = async (path: string, body?: object) =>
  (
    await fetch(`${server.url}/api${path}`, {
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    })
  ).json()

test('the file and line of a held statement reach the approver, and it runs once it is approved', async () => {
  const idToken = await server.issuer.github(server.url, { run_id: '1', check_run_id: '1' })
  const options = ['--server', server.url, '--target', 'orders-prod']
  const command = ['psql', '-X', '-v', 'ON_ERROR_STOP=1', '-f', 'migrations/0042_drop.sql']
  const ended = sluice(['run', ...options, '--', ...command], { cwd, env: { SLUICE_ID_TOKEN: idToken } })
  let id = ''
  await expect
    .poll(
      async () => {
        const { approvals } = (await api('/approvals')) as { approvals: { id: string }[] }
        id = approvals[0]?.id ?? ''
        return id
      },
      { timeout: 20_000 },
    )
    .not.toBe('')
  const detail = (await api(`/approvals/${id}`)) as {
    request: { statement: { source: unknown } }
    request_sha256: string
  }
  expect(detail.request.statement.source).toEqual({ file: 'db/migrations/0042_drop.sql', line: 7 })
  await api(`/approvals/${id}/decision`, { decision: 'approved', request_sha256: detail.request_sha256 })
  const { code, err } = await ended
  expect(err).toContain('held for approval')
  expect(code).toBe(0)
  const { rows } = await database.admin.query(`SELECT to_regclass('old_orders') AS there`)
  expect(rows).toEqual([{ there: null }])
})
