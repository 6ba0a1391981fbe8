import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { exchange } from '../../src/client/exchange.ts'
import { openGrant } from '../../src/client/grant.ts'
import { revoke } from '../../src/client/revoke.ts'
import { decideApproval } from '../../src/server/store/approvals.ts'
import { freePort } from '../fixtures/postgres.ts'
import { checkOf } from '../server/caller.ts'
import { type Harness, startHarness } from '../server/harness.ts'

let harness: Harness
let run = 1
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness.close())

const job = (claims: Record<string, unknown> = {}, audience = harness.url) =>
  harness.issuer.github(audience, { run_id: String(++run), ...claims })
const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.unreachable('it should have failed'),
    (error) => ({ code: error.code, text: `${error.message}. ${error.hint}` }),
  )
const failed = async (idToken: string, targets = ['orders-prod']) =>
  failure(exchange({ server: harness.url, idToken, targets }))

describe('refused by the server', () => {
  test('claims that no rule matches: the id and the command that explains', async () => {
    const { code, text } = await failed(await job({ ref: 'refs/heads/x' }))
    expect(code).toBe('EXCHANGE_REFUSED')
    expect(text).toMatch(/no access rule gives this job the target \(correlation id [0-9a-f]{16}\)/)
    expect(text).toContain('sluice policy claims')
    const id = /[0-9a-f]{16}/.exec(text)?.[0]
    const reply = { status: 400, headers: new Headers(), body: { correlation_id: id } }
    expect(await checkOf(harness, reply)).toBe('access')
  })

  test('another audience', async () => {
    const { code, text } = await failed(await job({}, 'https://github.com/acme'))
    expect(code).toBe('EXCHANGE_REFUSED')
    expect(text).toMatch(/does not accept this job’s token \(correlation id .*audience is the server’s URL/)
  })

  test('a second exchange of the job', async () => {
    const claims = { run_id: '90001' }
    await exchange({ server: harness.url, idToken: await job(claims), targets: ['orders-prod'] })
    expect((await failed(await job(claims))).text).toContain('this job has not had a grant before')
  })

  test('a clock that is wrong', async () => {
    harness.skew = 5 * 60_000
    const now = Math.floor((Date.now() + harness.skew) / 1000)
    const { code, text } = await failed(await job({ iat: now, nbf: now, exp: now + 300 }))
    harness.skew = 0
    expect(code).toBe('EXCHANGE_REFUSED')
    expect(text).toContain('clock')
  })

  test('a session that is over', async () => {
    const grant = await exchange({ server: harness.url, idToken: await job(), targets: ['orders-prod'] })
    const client = openGrant(grant)
    await revoke({ server: harness.url, token: grant.token })
    const chunks = `/v1/sessions/${grant.session}/chunks`
    for (const call of [() => client.terms(), () => client.call(chunks, {})]) {
      const { code, text } = await failure(call())
      expect(code).toBe('GRANT_EXPIRED')
      expect(text).toContain('new job')
    }
  })

  test('a credential that cannot be made', async () => {
    const bare = await startHarness({ env: { ORDERS_PASSWORD: '' } })
    const idToken = await bare.issuer.github(bare.url)
    const grant = await exchange({ server: bare.url, idToken, targets: ['orders-prod'] })
    const { code, text } = await failure(openGrant(grant).terms())
    await bare.close()
    expect(code).toBe('SERVER_ERROR')
    expect(text).toContain('ORDERS_PASSWORD')
  })
})

describe('addresses', () => {
  test.each([
    'http://sluice.example.com',
    'sluice.example.com',
    'ftp://x/',
    'https://a:b@x/',
    'https://x/?a=b',
    '',
  ])('%s is not used', async (server) => {
    const { code } = await failure(exchange({ server, idToken: 'x', targets: ['t'] }))
    expect(code).toBe('CONFIG_INVALID')
  })

  test('a slash at the end does no harm', async () => {
    const grant = await exchange({
      server: `${harness.url}/`,
      idToken: await job(),
      targets: ['orders-prod'],
    })
    expect(grant.server).toBe(harness.url)
  })

  test('nobody listens', async () => {
    const server = `http://127.0.0.1:${await freePort()}`
    for (const call of [exchange({ server, idToken: 'x', targets: ['t'] }), revoke({ server, token: 'x' })]) {
      const { code, text } = await failure(call)
      expect(code).toBe('SERVER_UNREACHABLE')
      expect(text).toContain('ECONNREFUSED')
      expect(text).toContain('HTTPS_PROXY')
    }
  })
})

describe('something else answers', () => {
  let other: Server | undefined
  const answer = async (listener: RequestListener) => {
    other = createServer(listener)
    await new Promise<void>((resolve) => other?.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(other.address() as AddressInfo).port}`
  }
  afterEach(() => {
    other?.closeAllConnections()
    other?.close()
  })

  test.each<[string, RequestListener]>([
    ['a web page', (_request, response) => response.end('<html>')],
    [
      'JSON of something',
      (_request, response) => response.setHeader('content-type', 'application/json').end('[]'),
    ],
    ['502', (_request, response) => response.writeHead(502).end('bad gateway')],
    [
      'a redirect',
      (_request, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    ],
    ['a cut connection', (_request, response) => response.destroy()],
  ])('%s', async (_name, listener) => {
    const server = await answer(listener)
    const { code } = await failure(exchange({ server, idToken: 'secret-token', targets: ['t'] }))
    expect(['SERVER_ERROR', 'SERVER_UNREACHABLE', 'EXCHANGE_REFUSED']).toContain(code)
    const ended = await failure(revoke({ server, token: 'secret-token' }))
    expect(['SERVER_ERROR', 'SERVER_UNREACHABLE', 'EXCHANGE_REFUSED']).toContain(ended.code)
    expect(ended.text).not.toContain('secret-token')
  })

  test('a server that fails is tried again by the caller: SERVER_ERROR', async () => {
    const grant = await exchange({ server: harness.url, idToken: await job(), targets: ['orders-prod'] })
    const server = await answer((_request, response) =>
      response.writeHead(503, { 'content-type': 'application/json' }).end('{"error":"not_kept"}'),
    )
    expect((await failure(openGrant({ ...grant, server }).call('/v1/x', {}))).code).toBe('SERVER_ERROR')
  })

  test('a conflict is an answer', async () => {
    const grant = await exchange({ server: harness.url, idToken: await job(), targets: ['orders-prod'] })
    const body = { error: 'conflict', next: 3, off: 7, sealed: false }
    const server = await answer((_request, response) =>
      response.writeHead(409, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
    )
    expect(await openGrant({ ...grant, server }).call('/v1/x', {})).toEqual(body)
  })
})

test('a token is renewed by itself, once, however many calls there are', async () => {
  const grant = await exchange({ server: harness.url, idToken: await job(), targets: ['orders-prod'] })
  const minutes = 14.5 * 60_000
  const requests: string[] = []
  const fetch: typeof globalThis.fetch = (input, init) => {
    requests.push(String(input))
    return globalThis.fetch(input, init)
  }
  const client = openGrant(grant, { clock: () => Date.now() + minutes, fetch })
  const calls = Array.from({ length: 5 }, () => client.call(`/v1/sessions/${grant.session}/nothing`, {}))
  await Promise.allSettled(calls)
  expect(requests.filter((url) => url.endsWith('/oauth/token'))).toHaveLength(1)
  expect((await client.terms()).session).toBe(grant.session)
  expect((await client.revoke()).revoked).toBe(true)
})

const DANA = { person: 'idp#1', name: 'Dana', scope: 'once', reason: null } as const

describe.concurrent('an approval', () => {
  test('is waited for; the caller is told where', async () => {
    const { store, clock } = harness.server.services
    const told: string[] = []
    const grant = await exchange({
      server: harness.url,
      idToken: await job(),
      targets: ['gated-prod'],
      onPending: async ({ approvalUrl, expiresAt }) => {
        told.push(approvalUrl, expiresAt)
        const id = approvalUrl.split('/').at(-1) ?? ''
        const row = await store
          .selectFrom('approvals')
          .selectAll()
          .where('id', '=', id)
          .executeTakeFirstOrThrow()
        const decision = {
          ...DANA,
          decision: 'approved',
          requestSha256: row.request_sha256,
          now: clock(),
        } as const
        await decideApproval(store, id, decision)
      },
    })
    expect(told).toHaveLength(2)
    expect(told[0]).toContain(`${harness.url}/approvals/`)
    expect((await openGrant(grant).terms()).access).toBe('gated orders')
  })

  test('can be refused', async () => {
    const { store, clock } = harness.server.services
    const refused = exchange({
      server: harness.url,
      idToken: await job(),
      targets: ['gated-prod'],
      onPending: async ({ approvalUrl }) => {
        const id = approvalUrl.split('/').at(-1) ?? ''
        const row = await store
          .selectFrom('approvals')
          .selectAll()
          .where('id', '=', id)
          .executeTakeFirstOrThrow()
        await decideApproval(store, id, {
          ...DANA,
          decision: 'denied',
          reason: 'not before\u001b[2J the backup',
          requestSha256: row.request_sha256,
          now: clock(),
        })
      },
    })
    const { code, text } = await failure(refused)
    expect(code).toBe('APPROVAL_DENIED')
    expect(text).toContain('the request was denied: Dana said no: not before [2J the backup (correlation')
  })

  test('is not waited for when the job parks, and the next attempt of the run has it', async () => {
    const { store, clock } = harness.server.services
    const first = await job({ run_attempt: '1', run_id: '77001' })
    const second = await job({ run_attempt: '2', run_id: '77001' })
    const told: string[] = []
    const open = (idToken: string) =>
      exchange({
        server: harness.url,
        idToken,
        targets: ['gated-prod'],
        park: true,
        onPending: ({ approvalUrl, approvers }) => told.push(approvalUrl, approvers),
      })
    const parked = await failure(open(first))
    expect(parked).toMatchObject({ code: 'APPROVAL_PENDING' })
    expect(parked.text).toContain(`a person (dba) must approve first: ${told[0]}`)
    expect(parked.text).toMatch(/Re-run this job once it is approved: the request is kept until 20/)
    const id = told[0]?.split('/').at(-1) ?? ''
    const row = await store.selectFrom('approvals').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    const requestSha256 = row.request_sha256
    await decideApproval(store, id, { ...DANA, decision: 'approved', requestSha256, now: clock() })
    expect((await openGrant(await open(second)).terms()).access).toBe('gated orders')
    expect(told).toEqual([`${harness.url}/approvals/${id}`, 'dba'])
  })

  test('is not asked for any longer when the job is cancelled', async () => {
    const { store } = harness.server.services
    const cancelled = new AbortController()
    let id = ''
    const ended = exchange({
      server: harness.url,
      idToken: await job(),
      targets: ['gated-prod'],
      signal: cancelled.signal,
      onPending: ({ approvalUrl }) => {
        id = approvalUrl.split('/').at(-1) ?? ''
        cancelled.abort()
      },
    })
    await failure(ended)
    const row = await store.selectFrom('approvals').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    expect(row.state).toBe('withdrawn')
  })
})
