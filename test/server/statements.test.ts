import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { HeldStatement } from '../../src/core/approval.ts'
import { canonical, type Json } from '../../src/core/json.ts'
import { decide } from '../../src/server/approvals/decide.ts'
import { endSession } from '../../src/server/end.ts'
import type { Person } from '../../src/server/people/person.ts'
import { type Caller, checkOf, createCaller, type Reply } from './caller.ts'
import { type Harness, startHarness } from './harness.ts'

let harness: Harness
let caller: Caller
let token: string
let session: string
let run = 1000
beforeAll(async () => {
  harness = await startHarness({
    change: (file) => {
      Object.assign(file.access[0] ?? {}, { holds: { by: ['dba'], timeout: '5m' } })
    },
  })
  ;({ caller, token, session } = await open())
})
afterAll(() => harness.close())

async function open() {
  const own = await createCaller(harness)
  const now = Math.floor((Date.now() + harness.skew) / 1000)
  const claims = { run_id: String(run++), iat: now, nbf: now, exp: now + 300 }
  const reply = await own.exchange(await harness.issuer.github(harness.url, claims))
  return { caller: own, token: String(reply.body.access_token), session: String(reply.body.session) }
}

const DBA: Person = {
  id: 'idp#1',
  name: 'Dana',
  groups: ['dba'],
  logins: ['dana'],
  local: false,
  roles: new Set(),
}

const HELD: HeldStatement = {
  target: 'orders-prod',
  conn: 1,
  statement: 4,
  sha256: 'a'.repeat(64),
  text: 'DROP TABLE customers',
  redacted: false,
  parameters: { sha256: 'b'.repeat(64), values: ['5', null, '****'] },
  findings: [{ rule: 'drop-table', verdict: 'hold', reason: 'it drops a table', hint: 'rename it first' }],
  effects: [
    {
      action: 'drop',
      object: 'table',
      name: 'customers',
      column: 'id',
      lock: 'ACCESS EXCLUSIVE',
      detail: 'a view',
      rows: 'all',
      via: ['do'],
      temporary: false,
      cascade: true,
      blanket: true,
      stored: true,
      most: 5,
      estimate: 12,
      bytes: 8192,
    },
  ],
  relations: ['customers'],
  hints: ['OPS-12: not used any more'],
  transaction: {
    state: 'open',
    age: 1200,
    statements: 2,
    locks: [{ relation: 'orders', lock: 'ACCESS EXCLUSIVE' }],
  },
  source: { file: 'migrations/2.sql', line: 3 },
}

const NOTHING_BLOCKED = { locks: [], waiting: [], behind: 0 }
const ask = (changes: object = {}, by = caller, with_ = token) =>
  by.call('POST', '/v1/approvals', with_, {}, { ...HELD, ...changes })
const look = (asked: Reply, wait = 0) =>
  caller.call('GET', `/v1/approvals/${asked.body.id}?wait=${wait}`, token)
const rowOf = (asked: Reply) =>
  harness.server.services.store
    .selectFrom('approvals')
    .selectAll()
    .where('id', '=', String(asked.body.id))
    .executeTakeFirstOrThrow()
async function say(asked: Reply, decision: 'approved' | 'denied', scope: 'once' | 'session' = 'once') {
  const { id, request_sha256: requestSha256 } = await rowOf(asked)
  const word = { decision, scope, requestSha256, reason: 'the ticket says so' }
  return decide(harness.server.services, DBA, { id, word, entry: { event: 'decide', correlationId: 't' } })
}

test('a held statement is asked for, and bound to all that was told of it', async () => {
  const asked = await ask()
  expect(asked).toMatchObject({
    status: 201,
    body: { state: 'waiting', approvers: ['dba'], by: [], uri: `${harness.url}/approvals/${asked.body.id}` },
  })
  const bound = createHash('sha256')
    .update(canonical(HELD as unknown as Json))
    .digest('hex')
  expect(asked.body.bound).toBe(bound)
  const row = await rowOf(asked)
  expect(JSON.parse(row.request)).toMatchObject({
    session,
    statement: HELD,
    claims: { repository: 'acme/orders' },
    rule: 'orders from main',
  })
  const left = Date.parse(String(asked.body.expiresAt)) - Date.now() - harness.skew
  expect(left).toBeGreaterThan(4.9 * 60_000)
  expect(left).toBeLessThanOrEqual(5 * 60_000)
})

test('a long poll answers with the decision', async () => {
  const asked = await ask()
  const waiting = look(asked, 20)
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(await say(asked, 'approved', 'session')).toBe('approved')
  expect((await waiting).body).toMatchObject({
    state: 'approved',
    by: ['Dana'],
    scope: 'session',
    reason: 'the ticket says so',
  })
})

test('a statement that does more than its bytes say is approved for once, whatever the approver ticks', async () => {
  const asked = await ask({ once: true })
  await say(asked, 'approved', 'session')
  expect((await look(asked)).body).toMatchObject({ state: 'approved', scope: 'once' })
})

test('a no is told with its reason', async () => {
  const asked = await ask()
  await say(asked, 'denied')
  const { body } = await look(asked)
  expect(body).toMatchObject({ state: 'denied', by: ['Dana'], reason: 'the ticket says so' })
  expect(body).not.toHaveProperty('scope')
})

test('a request that is withdrawn takes no decision, and a decision is not withdrawn', async () => {
  const asked = await ask()
  const gone = await caller.call('POST', `/v1/approvals/${asked.body.id}/withdraw`, token)
  expect(gone.body.state).toBe('withdrawn')
  await expect(say(asked, 'approved')).rejects.toMatchObject({ message: 'too late: it is withdrawn' })
  const other = await ask()
  await say(other, 'approved')
  const late = await caller.call('POST', `/v1/approvals/${other.body.id}/withdraw`, token)
  expect(late.body.state).toBe('approved')
})

test('the end of the session withdraws what waits', async () => {
  const own = await open()
  const asked = await ask({}, own.caller, own.token)
  await endSession(harness.server.services, own.session, 'revoked')
  expect((await rowOf(asked)).state).toBe('withdrawn')
})

test('nobody answers in time', async () => {
  const own = await open()
  const asked = await ask({}, own.caller, own.token)
  harness.skew += 5 * 60_000
  const { body } = await own.caller.call('GET', `/v1/approvals/${asked.body.id}`, own.token)
  expect(body.state).toBe('expired')
  await expect(say(asked, 'approved')).rejects.toMatchObject({ message: 'too late: it is expired' })
  harness.skew -= 5 * 60_000
})

describe('refused', () => {
  test('a request of another session', async () => {
    const asked = await ask()
    const own = await open()
    const reply = await own.caller.call('GET', `/v1/approvals/${asked.body.id}`, own.token)
    expect(reply.status).toBe(404)
    const withdrawn = await own.caller.call('POST', `/v1/approvals/${asked.body.id}/withdraw`, own.token)
    expect(withdrawn.status).toBe(404)
    expect((await look(asked)).body.state).toBe('waiting')
  })

  test.each([
    ['no JSON', undefined, /must be an object/],
    ['an unknown member', { more: 1 }, /statement\.more is unknown/],
    ['a digest that is none', { sha256: 'x' }, /sha256 is not a SHA-256/],
    ['an effect of no known action', { effects: [{ action: 'guess', object: 'x' }] }, /effects\[0\]\.action/],
    [
      'a file outside of the workspace',
      { source: { file: '../2.sql', line: 3 } },
      /path within the workspace/,
    ],
    ['a link of its own', { source: { file: '2.sql', line: 3, url: 'https://x' } }, /source\.url is unknown/],
    ['another type', { redacted: 'no' }, /redacted must be true or false/],
  ])('%s', async (_name, changes, message) => {
    const reply = changes ? await ask(changes) : await caller.call('POST', '/v1/approvals', token)
    expect(reply).toMatchObject({ status: 400, body: { error: 'invalid_request' } })
    expect(reply.body.error_description).toMatch(message)
  })

  test('a target that the session does not have', async () => {
    const reply = await ask({ target: 'gated-prod' })
    expect(reply.body.error).toBe('invalid_target')
  })

  test('a session that asks without end: what it asked is kept', async () => {
    const own = await open()
    const { store } = harness.server.services
    const asked = await ask({}, own.caller, own.token)
    const row = await rowOf(asked)
    const rows = Array.from({ length: 1999 }, (_, n) => ({ ...row, id: `${n}`, state: 'withdrawn' as const }))
    for (let at = 0; at < rows.length; at += 500)
      await store
        .insertInto('approvals')
        .values(rows.slice(at, at + 500))
        .execute()
    const reply = await ask({}, own.caller, own.token)
    expect(reply).toMatchObject({ status: 429, body: { error: 'slow_down' } })
    expect(await checkOf(harness, reply)).toBe('holds-asked')
    expect((await ask()).status).toBe(201)
  })

  test('telling what one request blocks without end', async () => {
    const asked = await ask()
    harness.skew += 60_000 - ((Date.now() + harness.skew) % 60_000)
    const tell = () =>
      caller.call('POST', `/v1/approvals/${asked.body.id}/blocking`, token, {}, NOTHING_BLOCKED)
    const replies = await Promise.all(Array.from({ length: 35 }, tell))
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(30)
    expect(replies.filter(({ status }) => status === 429)).toHaveLength(5)
  })

  test('a session whose rule names nobody to ask', async () => {
    const own = await open()
    await harness.restart(() => {})
    const reply = await ask({}, own.caller, own.token)
    expect(reply).toMatchObject({ status: 403, body: { error: 'access_denied' } })
    expect(await checkOf(harness, reply)).toBe('holds')
  })
})
