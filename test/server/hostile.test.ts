import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, createCaller, details, EXCHANGE, send } from './caller.ts'
import { type Harness, startHarness } from './harness.ts'
import { rawExchange, sendBytes } from './socket.ts'

let harness: Harness
let caller: Caller
let run = 1
beforeAll(async () => {
  harness = await startHarness()
  caller = await createCaller(harness)
})
afterAll(async () => {
  // Whatever was sent, the server still works.
  expect((await caller.exchange(await harness.issuer.github(harness.url))).status).toBe(200)
  await harness.close()
})

const job = () => harness.issuer.github(harness.url, { run_id: String(++run) })
const form = async (extra = '') =>
  `${new URLSearchParams({ ...EXCHANGE, subject_token: await job(), authorization_details: details(['orders-prod']) })}${extra}`
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

/** The status; 413 also when the server closed the connection while the rest was still being sent. */
const refusedOrCut = (reply: Promise<{ status: number }>) =>
  reply.then(
    ({ status }) => status,
    (error) => (error.cause?.code === 'UND_ERR_SOCKET' || error.cause?.code === 'EPIPE' ? 413 : error),
  )

describe('forms', () => {
  test.each([
    ['grant_type', `&grant_type=${EXCHANGE.grant_type}`],
    ['subject_token', '&subject_token=x'],
    ['authorization_details, encoded', '&authorization%5Fdetails=%5B%5D'],
    ['an unknown one', '&x=1&x=2'],
  ])('a parameter twice: %s', async (_name, extra) => {
    const reply = await caller.post('/oauth/token', await form(extra))
    expect(reply).toMatchObject({ status: 400, body: { error: 'invalid_request' } })
    expect(reply.body.error_description).toBe('a parameter occurs twice')
  })

  test('members of every object are parameters like others', async () => {
    const reply = await caller.post('/oauth/token', await form('&__proto__=x&constructor=y&toString=z'))
    expect(reply.status).toBe(200)
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })

  test.each([
    'application/json',
    'text/plain',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded; charset=utf-16',
    'application/x-www-form-urlencoded, application/json',
    '',
  ])('content type %s', async (type) => {
    const reply = await caller.post('/oauth/token', await form(), { 'content-type': type })
    expect(reply).toMatchObject({ status: 400, body: { error: 'invalid_request' } })
  })

  test('JSON with a form’s parameters', async () => {
    const reply = await send(`${harness.url}/oauth/token`, {
      method: 'POST',
      body: JSON.stringify({ ...EXCHANGE, subject_token: await job() }),
      headers: {
        'content-type': 'application/json',
        dpop: await caller.proof('POST', `${harness.url}/oauth/token`),
      },
    })
    expect(reply.status).toBe(400)
  })

  test('parameters in the address do not count', async () => {
    const reply = await send(`${harness.url}/oauth/token?${await form()}`, {
      method: 'POST',
      body: '',
      headers: { ...FORM, dpop: await caller.proof('POST', `${harness.url}/oauth/token`) },
    })
    expect(reply.body.error_description).toBe('grant_type is missing')
  })

  test('a token of 2 MB, and one that just fits the body', async () => {
    const token = (await job()) + 'A'.repeat(2_000_000)
    expect(await refusedOrCut(caller.exchange(token))).toBe(413)
    expect((await caller.exchange(`a.b.${'A'.repeat(60_000)}`)).status).toBe(400)
  })

  test('3 MB of JSON for a form, 6 MB for a chunk', async () => {
    const big = JSON.stringify({ x: 'A'.repeat(3_000_000) })
    const form = fetch(`${harness.url}/oauth/token`, { method: 'POST', body: big, headers: FORM })
    expect(await refusedOrCut(form)).toBe(413)
    const grant = await caller.exchange(await job())
    const chunk = send(`${harness.url}/v1/sessions/${grant.body.session}/chunks`, {
      method: 'POST',
      body: big + big,
      headers: { 'content-type': 'application/json' },
    })
    expect(await refusedOrCut(chunk)).toBe(413)
  })

  test('a body without a length is refused before it is read', async () => {
    const head = `POST /oauth/token HTTP/1.1\r\nhost: x\r\ncontent-type: ${FORM['content-type']}\r\ntransfer-encoding: chunked\r\n\r\n`
    const chunk = `4000\r\n${'A'.repeat(0x4000)}\r\n`
    expect(await sendBytes(harness.url, head + chunk.repeat(6), 1000)).toMatch(/^HTTP\/1.1 400 /)
  })
})

describe('requests that two readers could read differently', () => {
  const raw = (target: string, headers: [string, string][] = [], version = '1.1') => {
    const { host } = new URL(harness.url)
    const lines = [...(headers.some(([name]) => name === 'host') ? [] : [['host', host]]), ...headers]
    return sendBytes(
      harness.url,
      `GET ${target} HTTP/${version}\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`,
      500,
    )
  }

  test('a plain one', async () => {
    expect(await raw('/healthz')).toMatch(/^HTTP\/1.1 200 /)
  })

  test.each<[string, string, [string, string][], string?]>([
    [
      'two hosts',
      '/healthz',
      [
        ['host', 'a'],
        ['host', 'b'],
      ],
    ],
    ['absolute form of another host', 'http://evil.example/healthz', []],
    ['absolute form of this host', 'http://127.0.0.1/healthz', []],
    ['HTTP/1.0 with a transfer coding', '/healthz', [['transfer-encoding', 'chunked']], '1.0'],
    ['two transfer codings', '/healthz', [['transfer-encoding', 'identity, chunked']]],
    [
      'length and transfer coding',
      '/healthz',
      [
        ['content-length', '3'],
        ['transfer-encoding', 'chunked'],
      ],
    ],
    [
      'two lengths',
      '/healthz',
      [
        ['content-length', '0'],
        ['content-length', '5'],
      ],
    ],
    [
      'upgrade to h2c',
      '/healthz',
      [
        ['connection', 'upgrade'],
        ['upgrade', 'h2c'],
      ],
    ],
    ['connection that names a header', '/healthz', [['connection', 'close, dpop']]],
    [
      'two authorizations',
      '/v1/grant',
      [
        ['authorization', 'DPoP a'],
        ['authorization', 'DPoP b'],
      ],
    ],
    ['encoded dots', '/%2e%2e/healthz', []],
    ['dots', '/x/../healthz', []],
    ['a dot at the end', '/healthz/.', []],
    ['backslash', '/x\\..\\healthz', []],
    ['encoded backslash', '/x%5c..%5chealthz', []],
    ['encoded slash', '/oauth%2ftoken', []],
    ['two slashes', '//healthz', []],
    ['path parameters', '/healthz;x=1', []],
    ['a space in the path', '/health z', []],
    ['a bare line feed in a header', '/healthz', [['x', 'a\nhost: b']]],
    ['20 KiB of headers', '/healthz', [['x', 'a'.repeat(20_000)]]],
    ['CONNECT-like target', 'evil.example:443', []],
    ['an asterisk', '*', []],
  ])('%s', async (_name, target, headers, version) => {
    const answer = await raw(target, headers, version)
    expect(answer).toMatch(/^(HTTP\/1.1 4\d\d |$)/)
    expect(answer).not.toContain('"status":"ok"')
  })

  test('a second request behind the first does not ride along', async () => {
    const body = `grant_type=x\r\n\r\nGET /healthz HTTP/1.1\r\nhost: x\r\n\r\n`
    const answer = await rawExchange(harness.url, 'POST', '/oauth/token', body, [
      ['content-type', 'application/x-www-form-urlencoded'],
    ])
    expect(answer.match(/HTTP\/1.1 /g)).toHaveLength(1)
  })

  test('methods and paths that do not exist', async () => {
    for (const [method, path] of [
      ['GET', '/oauth/token'],
      ['PUT', '/oauth/token'],
      ['POST', '/v1/grant'],
      ['GET', '/v1/sessions'],
      ['GET', '/oauth/token/'],
      ['GET', '/OAuth/token'],
      ['OPTIONS', '/oauth/token'],
    ]) {
      const reply = await fetch(harness.url + path, { method: method ?? '' })
      expect(reply.status).toBe(404)
      expect(reply.headers.has('access-control-allow-origin')).toBe(false)
      expect(await reply.json()).toMatchObject({ error: 'not_found' })
    }
  })
})

test('100 connections that say nothing do not keep others out', async () => {
  const { hostname, port } = new URL(harness.url)
  const idle = Array.from({ length: 100 }, () => connect(Number(port), hostname).on('error', () => {}))
  const slow = connect(Number(port), hostname, () => slow.write('POST /oauth/token HTTP/1.1\r\nhost: x\r\n'))
  slow.on('error', () => {})
  expect((await fetch(`${harness.url}/healthz`)).status).toBe(200)
  expect((await caller.exchange(await job())).status).toBe(200)
  for (const socket of [...idle, slow]) socket.destroy()
})

/** Pages load what this server serves, send forms to it, and nothing else. */
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

describe('operations', () => {
  test('metadata as RFC 8414 has it', async () => {
    const reply = await fetch(`${harness.url}/.well-known/oauth-authorization-server`)
    expect(await reply.json()).toMatchObject({
      issuer: harness.url,
      token_endpoint: `${harness.url}/oauth/token`,
      revocation_endpoint: `${harness.url}/oauth/revoke`,
      dpop_signing_alg_values_supported: ['Ed25519', 'EdDSA', 'ES256'],
    })
  })

  test('health, readiness, metrics, security headers', async () => {
    expect(await (await fetch(`${harness.url}/healthz`)).json()).toEqual({ status: 'ok' })
    expect(await (await fetch(`${harness.url}/readyz`)).json()).toEqual({ status: 'ready' })
    const reply = await fetch(`${harness.url}/metrics`)
    const text = await reply.text()
    expect(text).toMatch(/sluice_exchanges_total\{result="issued"\} \d/)
    expect(text).toMatch(/sluice_http_requests_total\{method="GET",route="\/healthz",status="200"\} \d/)
    expect(text).toMatch(/sluice_active_grants \d/)
    expect(text).not.toContain('/v1/sessions/s')
    for (const [name, value] of [
      ['x-content-type-options', 'nosniff'],
      ['x-frame-options', 'DENY'],
      ['content-security-policy', CSP],
      ['referrer-policy', 'same-origin'],
      ['cache-control', 'no-store'],
    ] as const)
      expect(reply.headers.get(name)).toBe(value)
    expect(reply.headers.has('x-powered-by')).toBe(false)
  })
})
