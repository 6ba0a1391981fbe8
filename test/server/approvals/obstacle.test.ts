// Who may decide, asked over HTTP with personal tokens.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Described } from '../../../src/server/people/person.ts'
import { type Caller, createCaller } from '../caller.ts'
import { type Change, type Harness, startHarness } from '../harness.ts'
import { tokenFor } from '../people/administrator.ts'

const IDP = 'https://login.acme.test'
const CIBA = 'urn:openid:params:grant-type:ciba'
let harness: Harness
let run = 70_000

const people: Change = (file) => {
  Object.assign(file.server, { sign_in: { issuer: IDP, client_id: 'sluice' } })
  Object.assign(file.access[0] ?? {}, { holds: { by: ['dba'] } })
}
const and =
  (more: Change): Change =>
  (file) => {
    people(file)
    more(file)
  }
beforeAll(async () => {
  harness = await startHarness({ change: people })
})
afterAll(() => harness.close())

const dana: Described = { id: `${IDP}#1`, name: 'Dana', groups: ['dba'], logins: ['dana'], local: false }

async function exchange(caller: Caller, target: string, claims: object = {}) {
  const token = await harness.issuer.github(harness.url, { run_id: String(run++), ...claims })
  return caller.exchange(token, [target])
}
const idOf = (uri: unknown) => String(uri).split('/').at(-1) ?? ''
const ask = async (claims: object = {}) =>
  idOf((await exchange(await createCaller(harness), 'gated-prod', claims)).body.approval_uri)
const HELD = {
  target: 'orders-prod',
  conn: 1,
  statement: 1,
  sha256: 'a'.repeat(64),
  text: 'DROP TABLE customers',
  redacted: false,
  findings: [],
  effects: [],
  relations: [],
  hints: [],
  transaction: { state: 'none', age: 0, statements: 0, locks: [] },
}

/** Looks at the request as this person, and approves it. */
async function approve(id: string, person: Described = dana) {
  const headers = { authorization: `Bearer ${await tokenFor(harness, person)}` }
  const path = `${harness.url}/api/approvals/${id}`
  const detail = (await (await fetch(path, { headers })).json()) as Record<string, unknown>
  const body = JSON.stringify({ decision: 'approved', request_sha256: detail.request_sha256 })
  const reply = await fetch(`${path}/decision`, { method: 'POST', body, headers })
  const answer = (await reply.json()) as Record<string, unknown>
  return { status: reply.status, answer, may: detail.may_decide, why: detail.why_not }
}

describe('whoever started a run', () => {
  test('is somebody: a token that names nobody is approved by nobody', async () => {
    const id = await ask({ actor: undefined })
    expect(await approve(id)).toMatchObject({
      status: 403,
      may: false,
      why: expect.stringContaining('does not say who started it'),
    })
  })

  test('is not told from an approver by an e-mail address alone', async () => {
    const logins = ['dev@acme.test', 'Dev@acme.test']
    const answer = await approve(await ask(), { ...dana, logins })
    expect(answer).toMatchObject({ status: 403, why: expect.stringContaining('names no login') })
    for (const login of ['https://github.com/dev', '@dev', 'ACME\\dev', 'dev (GitHub)', ''])
      expect((await approve(await ask(), { ...dana, logins: [login] })).status).toBe(403)
    expect((await approve(await ask(), { ...dana, logins: [...logins, 'dana'] })).status).toBe(200)
    expect((await approve(await ask(), { ...dana, logins: [...logins, 'DEV'] })).status).toBe(403)
  })
})

test('two accounts with one login are one person', async () => {
  await harness.restart(
    and((file) => {
      Object.assign(file.access[1]?.approval ?? {}, { min: 2 })
    }),
  )
  const id = await ask()
  expect((await approve(id)).answer).toMatchObject({ state: 'waiting' })
  const second = { ...dana, id: `${IDP}#2`, name: 'Dana (admin)', logins: ['dana-admin', 'Dana'] }
  expect(await approve(id, second)).toMatchObject({
    status: 409,
    answer: { error_description: 'Dana has decided this already, and has the same login as you' },
  })
  expect((await approve(id)).status).toBe(409)
  expect((await approve(id, { ...dana, id: `${IDP}#3`, logins: ['eli'] })).answer).toMatchObject({
    state: 'approved',
  })
  await harness.restart()
})

describe('approvers that the policy file does not ask any more', () => {
  const others: Change = and((file) => {
    Object.assign(file.approvers, { security: { group: 'security' } })
    Object.assign(file.access[0] ?? {}, { holds: { by: ['security'] } })
    Object.assign(file.access[1] ?? {}, { approval: { by: ['dba'], min: 2 } })
  })

  test('release no statement, and no session', async () => {
    const caller = await createCaller(harness)
    const { access_token: token } = (await exchange(caller, 'orders-prod')).body
    const held = await caller.call('POST', '/v1/approvals', String(token), {}, HELD)
    const statement = String(held.body.id)
    const asked = await exchange(caller, 'gated-prod')
    const session = idOf(asked.body.approval_uri)
    await harness.restart(others)
    for (const id of [statement, session])
      expect(await approve(id)).toMatchObject({
        status: 403,
        may: false,
        why: 'the policy file has changed since: it must be asked for again',
      })
    const { body } = await caller.call('GET', `/v1/approvals/${statement}`, String(token))
    expect(body.state).toBe('waiting')
    // The job is told at once, and nobody is asked any longer.
    const form = { grant_type: CIBA, auth_req_id: String(asked.body.auth_req_id) }
    const told = await caller.post('/oauth/token', form)
    expect(told.body).toMatchObject({
      error: 'access_denied',
      error_description: 'the policy changed after the request',
    })
    await harness.restart()
    expect((await approve(statement)).answer).toMatchObject({ state: 'approved' })
    expect((await approve(session)).answer).toMatchObject({
      error_description: 'too late: it is withdrawn',
    })
  })

  test('nor does anybody once no rule gives the job the target', async () => {
    const id = await ask()
    await harness.restart(and((file) => file.access.splice(1, 1)))
    expect(await approve(id)).toMatchObject({ status: 403, may: false })
    await harness.restart()
  })
})

test('a reason is text: nothing in it moves a cursor', async () => {
  const id = await ask()
  const { store } = harness.server.services
  const headers = { authorization: `Bearer ${await tokenFor(harness, dana)}` }
  const row = await store
    .selectFrom('approvals')
    .select('request_sha256')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const reason = ' two\nlines \u001b[2J\r\u0007of it '
  const body = JSON.stringify({ decision: 'denied', reason, ...row })
  await fetch(`${harness.url}/api/approvals/${id}/decision`, { method: 'POST', body, headers })
  const kept = await store
    .selectFrom('decisions')
    .select('reason')
    .where('approval_id', '=', id)
    .executeTakeFirstOrThrow()
  expect(kept.reason).toBe('two\nlines  [2J  of it')
})
