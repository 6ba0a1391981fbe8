// psql waits at a real server until somebody decides there, whatever happens to server, token and session meanwhile.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { approvalsOf } from '../../src/client/approvals.ts'
import { exchange } from '../../src/client/exchange.ts'
import { openGrant } from '../../src/client/grant.ts'
import { resolveGuard } from '../../src/policy/guards.ts'
import { decide } from '../../src/server/approvals/decide.ts'
import { endSession } from '../../src/server/end.ts'
import type { Person } from '../../src/server/people/person.ts'
import { createAnalyser } from '../../src/sql/create.ts'
import { createDatabase, type Database, servers } from '../fixtures/database.ts'
import { LOCAL_PASSWORD, LOCAL_USER } from '../protocols/postgres/relayed.ts'
import { type Harness, type policy, startHarness } from '../server/harness.ts'
import { type Guarded, guarded } from './guarded.ts'

const DANA: Person = {
  id: 'idp#1',
  name: 'Dana',
  groups: ['dba'],
  logins: ['dana'],
  local: false,
  roles: new Set(),
}

const analyser = createAnalyser({ worker: new URL('../../src/sql/worker.ts', import.meta.url) })
const [server] = servers()
let harness: Harness
let database: Database
let relay: Guarded
let session: string
let run = 50
/** Milliseconds that the session’s clock is ahead. */
let ahead = 0
const running: ChildProcess[] = []

/** The relay calls its target `orders`. */
function change(file: ReturnType<typeof policy>): void {
  Object.assign(file.targets, { orders: file.targets['orders-prod'] })
  Object.assign(file.access[0] ?? {}, { holds: { by: ['dba'], timeout: '20m' }, targets: ['orders'] })
}

beforeAll(async () => {
  harness = await startHarness({ change })
})
afterAll(async () => {
  await harness.close()
  await analyser.close()
})
beforeEach(async () => {
  if (!server) throw new Error('no PostgreSQL')
  database = await createDatabase(server, 'CREATE TABLE old (id int); CREATE TABLE kept (id int)')
  ahead = 0
  const idToken = await harness.issuer.github(harness.url, { run_id: String(run++) })
  const clock = () => Date.now() + ahead
  const grant = await exchange({ server: harness.url, idToken, targets: ['orders'], clock })
  session = grant.session
  const terms = { approvers: ['dba'], timeout: 900_000, strongLocks: 'wait' as const }
  const approvals = approvalsOf(openGrant(grant, { clock }), { clock, retry: 200 })
  const holds = { approvals, terms, standing: new Set<string>(), key: Buffer.alloc(32, 1) }
  relay = await guarded(database, resolveGuard('migrations', {}), analyser, undefined, holds)
})
afterEach(async () => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
  await relay.close()
  await database.drop()
})

/** psql as a job runs it; what it has said so far, and its exit. */
function psql(...args: string[]) {
  const child = spawn('psql', ['-X', '-v', 'ON_ERROR_STOP=1', ...args], {
    env: {
      PATH: process.env.PATH,
      PGHOST: '127.0.0.1',
      PGPORT: String(relay.port),
      PGUSER: LOCAL_USER,
      PGPASSWORD: LOCAL_PASSWORD,
      PGDATABASE: database.name,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  running.push(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk))
  const exit = once(child, 'exit').then(([code]) => code as number | null)
  return { child, said: () => said, exit }
}

const rows = () =>
  harness.server.services.store.selectFrom('approvals').selectAll().where('grant_id', '=', session)

async function waiting() {
  let found = await rows().executeTakeFirst()
  await expect
    .poll(async () => (found = await rows().where('state', '=', 'waiting').executeTakeFirst()), {
      timeout: 10_000,
    })
    .toBeDefined()
  if (!found) throw new Error('nothing waits')
  return found
}

async function say(decision: 'approved' | 'denied', scope: 'once' | 'session' = 'once', reason = 'OPS-12') {
  const { id, request_sha256: requestSha256 } = await waiting()
  const word = { decision, scope, requestSha256, reason }
  await decide(harness.server.services, DANA, { id, word, entry: { event: 'decide', correlationId: 't' } })
  return id
}

const there = async (table: string) =>
  (await database.admin.query('SELECT to_regclass($1) IS NOT NULL AS there', [table])).rows[0]
    .there as boolean

test('it says at once where to decide, and goes on when it is approved', async () => {
  const client = psql('-c', 'DROP TABLE old', '-c', 'SELECT 6 * 7 AS after')
  const { id } = await waiting()
  await expect
    .poll(client.said)
    .toContain(
      `NOTICE:  sluice: held for approval (drop-table) by dba within 20 min: ${harness.url}/approvals/${id}`,
    )
  expect(await there('old')).toBe(true)
  await say('approved')
  expect(await client.exit).toBe(0)
  expect(client.said()).toMatch(/DROP TABLE[\s\S]*42/)
  expect(await there('old')).toBe(false)
})

test('several statements at once wait as one, and a no undoes what came before', async () => {
  const client = psql('-c', 'CREATE TABLE fresh (id int); DROP TABLE old; SELECT 1')
  expect(JSON.parse((await waiting()).request).statement.text).toBe(
    'CREATE TABLE fresh (id int); DROP TABLE old; SELECT 1',
  )
  await say('denied', 'once', 'not on a Friday')
  expect(await client.exit).toBe(1)
  expect(client.said()).toMatch(/ERROR: {2}refused by policy: .*; denied by Dana: not on a Friday\n/)
  expect([await there('fresh'), await there('old')]).toEqual([false, true])
})

test('in a script, a no stops it, and the transaction is rolled back', async () => {
  const client = psql('-1', '-f', '-')
  client.child.stdin?.end('CREATE TABLE fresh (id int);\nDROP TABLE old;\nDROP TABLE kept;\n')
  const { request } = await waiting()
  expect(JSON.parse(request).statement.transaction).toMatchObject({
    state: 'open',
    statements: 2,
    earlier: ['CREATE TABLE fresh (id int);'],
  })
  await say('denied')
  expect(await client.exit).toBe(3)
  expect([await there('fresh'), await there('old'), await there('kept')]).toEqual([false, true, true])
})

test('for the session: the same again is not asked for, something else is', async () => {
  const client = psql(
    '-c',
    'DROP TABLE IF EXISTS old',
    '-c',
    'DROP TABLE IF EXISTS old',
    '-c',
    'DROP TABLE kept',
  )
  await say('approved', 'session')
  await expect.poll(async () => JSON.parse((await waiting()).request).statement.text).toBe('DROP TABLE kept')
  await say('approved')
  expect(await client.exit).toBe(0)
  expect(await rows().execute()).toHaveLength(2)
})

test('Ctrl-C withdraws it', async () => {
  const client = psql('-c', 'DROP TABLE old')
  const { id } = await waiting()
  client.child.kill('SIGINT')
  expect(await client.exit).toBe(1)
  expect(client.said()).toContain('ERROR:  canceling statement due to user request')
  await expect
    .poll(async () => (await rows().where('id', '=', id).executeTakeFirst())?.state)
    .toBe('withdrawn')
  expect(await there('old')).toBe(true)
})

test('killed, it withdraws it', async () => {
  const client = psql('-c', 'DROP TABLE old')
  await waiting()
  client.child.kill('SIGKILL')
  await expect
    .poll(async () => (await rows().executeTakeFirst())?.state, { timeout: 10_000 })
    .toBe('withdrawn')
  expect(await there('old')).toBe(true)
})

test('the server may start again, and the token end, while it waits', async () => {
  const client = psql('-c', 'DROP TABLE old')
  await waiting()
  await expect.poll(client.said).toContain('held for approval')
  // It asks how it stands by now.
  await new Promise((resolve) => setTimeout(resolve, 300))
  const { store } = harness.server.services
  await store.updateTable('tokens').set({ expires_at: 1 }).where('kind', '=', 'access').execute()
  // Access tokens last fifteen minutes.
  ahead = 16 * 60_000
  await harness.restart(change)
  await say('approved')
  expect(await client.exit).toBe(0)
  expect(await there('old')).toBe(false)
})

test('the end of the session ends the waiting, also where nobody is told of it', async () => {
  const first = psql('-c', 'DROP TABLE old')
  await waiting()
  await endSession(harness.server.services, session, 'revoked')
  expect(await first.exit).toBe(1)
  expect(first.said()).toMatch(/the request was withdrawn/)
  // Nothing can be asked for in it any more.
  const second = psql('-c', 'DROP TABLE old')
  expect(await second.exit).toBe(1)
  expect(second.said()).toMatch(/refused by policy: .*; nobody could be asked: .*the session is over/)
  expect(await there('old')).toBe(true)
})

test('a session that ended while the server was away waits no longer', async () => {
  const client = psql('-c', 'DROP TABLE old')
  await waiting()
  const { services } = harness.server
  await services.store.updateTable('grants').set({ state: 'ended' }).where('id', '=', session).execute()
  await harness.restart(change)
  expect(await client.exit).toBe(1)
  expect(client.said()).toMatch(/the request was withdrawn: the session is over/)
})

test('nobody decides in time', async () => {
  const client = psql('-c', 'DROP TABLE old')
  const { id } = await waiting()
  const { store } = harness.server.services
  await store.updateTable('approvals').set({ expires_at: Date.now() }).where('id', '=', id).execute()
  expect(await client.exit).toBe(1)
  expect(client.said()).toMatch(/refused by policy: .*; nobody approved in time/)
})
