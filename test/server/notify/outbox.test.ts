import { randomBytes } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { decide } from '../../../src/server/approvals/decide.ts'
import type { Person } from '../../../src/server/people/person.ts'
import { createCaller } from '../caller.ts'
import { type Change, type Harness, startHarness } from '../harness.ts'
import { type Delivery, holds, type Receiver, startReceiver, status } from './receiver.ts'

const KEY = randomBytes(32)
const PLAIN = 'a secret of more than 24 bytes, as it is'
let harness: Harness
let first: Receiver
let second: Receiver
let run = 7000

/** `first` is told everything, `second` of statements with their texts, by an address that is a secret. */
const notified: Change = (file) => {
  Object.assign(file.access[0] ?? {}, { holds: { by: ['dba'], timeout: '5m' } })
  Object.assign(file.server, {
    notify: [
      {
        name: 'first',
        url: first.url,
        secret: 'env:FIRST_KEY',
        on: ['asked', 'decided', 'expired', 'withdrawn'],
      },
      {
        name: 'second',
        url: 'env:SECOND_URL',
        secret: 'env:SECOND_KEY',
        targets: ['orders-prod'],
        statement: true,
      },
    ],
  })
}
beforeAll(async () => {
  first = await startReceiver()
  second = await startReceiver()
  harness = await startHarness({
    change: notified,
    env: {
      FIRST_KEY: `whsec_${KEY.toString('base64')}`,
      SECOND_URL: `${second.url}/hook/T0/secret-path?sig=secret-query`,
      SECOND_KEY: PLAIN,
    },
  })
})
afterAll(async () => {
  await harness.close()
  await first.close()
  await second.close()
})
afterEach(() => {
  expect(harness.logs.join('')).not.toMatch(/secret-path|secret-query|FIRST_KEY=|hook\/T0/)
  for (const receiver of [first, second]) {
    receiver.deliveries.length = 0
    receiver.answers.length = 0
  }
  harness.logs.length = 0
})

const DBA: Person = {
  id: 'idp#1',
  name: 'Dana',
  groups: ['dba'],
  logins: ['dana'],
  local: false,
  roles: new Set(),
}

async function exchange(target: string) {
  const caller = await createCaller(harness)
  const now = Math.floor((Date.now() + harness.skew) / 1000)
  const claims = { run_id: String(run++), iat: now, nbf: now, exp: now + 300 }
  const reply = await caller.exchange(await harness.issuer.github(harness.url, claims), [target])
  return { caller, body: reply.body }
}

async function askAccess(): Promise<{ id: string; token: string }> {
  const { body } = await exchange('gated-prod')
  return { id: String(body.approval_uri).split('/').at(-1) ?? '', token: String(body.auth_req_id) }
}

async function say(id: string, decision: 'approved' | 'denied') {
  const { request_sha256: requestSha256 } = await harness.server.services.store
    .selectFrom('approvals')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const word = { decision, scope: 'once', requestSha256, reason: 'a reason that is not told' } as const
  return decide(harness.server.services, DBA, { id, word, entry: { event: 'decide', correlationId: 't' } })
}

const typesOf = (deliveries: readonly Delivery[]) =>
  deliveries.map(({ body }) => (body as { type: string }).type)
const waiting = () => harness.server.services.store.selectFrom('outbox').selectAll().orderBy('seq').execute()

test('a request that was asked and decided is told, signed, in this order', async () => {
  const { id } = await askAccess()
  await say(id, 'approved')
  const [asked, decided] = (await first.wait(2)) as [Delivery, Delivery]
  expect(asked.body).toEqual({
    type: 'approval.asked',
    timestamp: expect.stringMatching(/^20..-/),
    data: {
      id,
      kind: 'access',
      state: 'waiting',
      repository: 'acme/orders',
      ref: 'refs/heads/main',
      started_by: ['dev'],
      targets: ['gated-prod'],
      environment: 'production',
      commit: expect.any(String),
      access: 'gated orders',
      rules: [],
      approvers: ['dba'],
      min: 1,
      decided_by: [],
      uri: `${harness.url}/approvals/${id}`,
      expires_at: expect.any(String),
    },
  })
  expect(decided.body).toMatchObject({
    type: 'approval.decided',
    data: { state: 'approved', decided_by: ['Dana'] },
  })
  expect(decided.text).not.toContain('not told')
  for (const delivery of [asked, decided]) {
    expect(delivery.headers['webhook-id']).toMatch(/^msg_[0-9a-f]{32}$/)
    expect(Math.abs(Number(delivery.headers['webhook-timestamp']) - Date.now() / 1000)).toBeLessThan(60)
    expect(holds(delivery, KEY)).toBe(true)
    expect(holds(delivery, Buffer.from(PLAIN))).toBe(false)
  }
  expect(asked.headers['webhook-id']).not.toBe(decided.headers['webhook-id'])
  expect(second.deliveries).toEqual([])
})

test('a statement is told of without its values, and its text only where that is allowed', async () => {
  const { caller, body } = await exchange('orders-prod')
  const token = String(body.access_token)
  const held = {
    target: 'orders-prod',
    conn: 1,
    statement: 4,
    sha256: 'a'.repeat(64),
    text: 'DELETE FROM customers WHERE id = $1',
    redacted: false,
    parameters: { sha256: 'b'.repeat(64), values: ['a-bound-value'] },
    findings: [{ rule: 'delete-range', verdict: 'hold', reason: 'r', hint: 'h' }],
    effects: [],
    relations: ['customers'],
    hints: [],
    transaction: { state: 'none', age: 0, statements: 0, locks: [] },
  }
  const asked = await caller.call('POST', '/v1/approvals', token, {}, held)
  expect(asked.status).toBe(201)
  const [told] = (await first.wait(1)) as [Delivery]
  const [shown] = (await second.wait(1)) as [Delivery]
  expect(told.body).toMatchObject({
    data: { kind: 'statement', rules: ['delete-range'], targets: ['orders-prod'] },
  })
  expect(told.text).not.toContain('DELETE')
  expect(shown.body).toMatchObject({ data: { statement: held.text } })
  expect(shown.path).toBe('/hook/T0/secret-path?sig=secret-query')
  expect(holds(shown, Buffer.from(PLAIN))).toBe(true)
  for (const { text } of [told, shown]) expect(text).not.toContain('a-bound-value')
  await caller.call('POST', '/oauth/revoke', token)
  await caller.post('/oauth/revoke', { token })
  expect(typesOf(await first.wait(2)).at(-1)).toBe('approval.withdrawn')
})

test('a request that nobody answered is told once, and one that its job took back', async () => {
  const { token } = await askAccess()
  const { id } = await askAccess()
  await first.wait(2)
  const caller = await createCaller(harness)
  await caller.post('/oauth/revoke', { token })
  await first.wait(3)
  harness.skew += 3601_000
  const [, , withdrawn, expired] = (await first.wait(4)) as Delivery[]
  expect(withdrawn?.body).toMatchObject({ type: 'approval.withdrawn', data: { state: 'withdrawn' } })
  expect(expired?.body).toMatchObject({ type: 'approval.expired', data: { id, state: 'expired' } })
  await new Promise((resolve) => setTimeout(resolve, 2500))
  expect(first.deliveries).toHaveLength(4)
})

test('a receiver that fails is asked again with the same id, in order, and holds up nobody else', async () => {
  first.answers.push(status(503), status(302, { location: `${second.url}/elsewhere` }))
  const one = await askAccess()
  const two = await askAccess()
  const { caller, body } = await exchange('orders-prod')
  const held = await caller.call('GET', '/v1/grant', String(body.access_token))
  expect(held.status).toBe(200)
  const deliveries = await first.wait(4)
  const ids = deliveries.map((each) => (each.body as { data: { id: string } }).data.id)
  expect(ids).toEqual([one.id, one.id, one.id, two.id])
  expect(new Set(deliveries.slice(0, 3).map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  expect(second.deliveries).toEqual([])
  const said = harness.logs.filter((line) => line.includes('a notice was not delivered'))
  expect(said).toHaveLength(2)
  expect(said[0]).toContain('"reason":"it answers 503"')
  expect(said[1]).toContain('"reason":"it redirects (302)"')
  const metrics = await (await fetch(`${harness.url}/metrics`)).text()
  expect(metrics).toMatch(/sluice_notices_total\{receiver="first",result="retried"\} 2/)
})

test('what is not delivered yet survives a restart; what is refused for good is given up', async () => {
  first.answers.push(status(500), status(400))
  const { id } = await askAccess()
  await first.wait(1)
  await harness.restart(notified)
  await first.wait(2)
  const later = await askAccess()
  const deliveries = await first.wait(3)
  expect(deliveries.map(({ body }) => (body as { data: { id: string } }).data.id)).toEqual([id, id, later.id])
  expect(harness.logs.join('')).toContain('"alert":"notice-given-up"')
  expect(await waiting()).toEqual([])
})

test('a receiver that the policy file does not name any more gets nothing, and a day is the longest', async () => {
  first.answers.push(status(500))
  await askAccess()
  await first.wait(1)
  await harness.restart(() => {})
  for (let tries = 0; tries < 100 && (await waiting()).length > 0; tries++)
    await new Promise((resolve) => setTimeout(resolve, 50))
  expect(await waiting()).toEqual([])
  await harness.restart(notified)
  first.answers.push(status(500, { 'retry-after': '3000' }))
  await askAccess()
  await first.wait(2)
  for (let tries = 0; tries < 100 && (await waiting())[0]?.attempts !== 1; tries++)
    await new Promise((resolve) => setTimeout(resolve, 20))
  harness.skew += 25 * 3600_000
  for (let tries = 0; tries < 100 && harness.logs.join('').includes('within a day') === false; tries++)
    await new Promise((resolve) => setTimeout(resolve, 50))
  expect(harness.logs.join('')).toContain('notices were not delivered within a day')
  expect((await waiting()).every(({ created_at }) => created_at > Date.now() + harness.skew - 60_000)).toBe(
    true,
  )
})
