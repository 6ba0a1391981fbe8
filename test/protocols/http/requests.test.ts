import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { Secret } from '../../../src/core/secret.ts'
import { CREDENTIAL, cleansUp, LOCAL_PASSWORD, noDrops, opened, type Seen } from './target.ts'

cleansUp()
const run = promisify(execFile)

const echo = ({ method, url, headers, body }: Seen) =>
  JSON.stringify({ method, url, headers, body: body.toString() })

const open = (options: Parameters<typeof opened>[1] = {}) =>
  opened((request, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(echo(request))
  }, options)

it('a request goes out with the credential and comes back without it', async () => {
  const { base, seen, relay } = await open()
  const answer = await fetch(`${base}/v1/users/42?expand=team`, { headers: { 'x-tenant': 'a' } })
  const text = await answer.text()
  expect(answer.status).toBe(200)
  expect(text).not.toContain(CREDENTIAL)
  expect(text).not.toContain(LOCAL_PASSWORD)
  expect(seen[0]).toMatchObject({ method: 'GET', url: '/v1/users/42?expand=team' })
  expect(seen[0]?.headers).toMatchObject({ authorization: `Bearer ${CREDENTIAL}`, 'x-tenant': 'a' })
  expect(seen[0]?.headers.host).not.toContain(String(relay.port))
  expect(relay.told.map(({ type }) => type)).toEqual(['opened', 'judge', 'flush', 'result'])
  const [judged] = relay.told.flatMap((event) => (event.type === 'judge' ? [event.statement] : []))
  expect(judged?.text).toBe('GET /v1/users/42?expand=team\nx-tenant: a')
  expect(judged?.analysis.effects).toEqual([
    { action: 'read', object: 'request', name: '/v1/users/42', detail: 'GET' },
  ])
})

it('what is refused reaches nobody, and the connection goes on', async () => {
  const { base, seen } = await open({ verdict: noDrops })
  const answer = await fetch(`${base}/sql`, { method: 'POST', body: 'DROP TABLE things' })
  expect(answer.status).toBe(403)
  expect(answer.headers.get('x-sluice-rule')).toBe('drop-table')
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(await answer.json()).toMatchObject({ status: 403, rule: 'drop-table', hint: expect.any(String) })
  const text = await fetch(`${base}/sql`, {
    method: 'POST',
    body: 'drop table things',
    headers: { accept: 'text/plain' },
  })
  expect(await text.text()).toMatch(/^sluice: refused by policy: dropping a table/)
  expect(seen).toEqual([])
  expect((await fetch(`${base}/sql`, { method: 'POST', body: 'select 1' })).status).toBe(200)
})

it('curl, Python and fetch find it, each in its own way', async () => {
  const { base, relay, seen } = await open()
  const curl = async (...args: string[]) => (await run('curl', ['-sS', ...args])).stdout
  expect(await curl(`${base}/path`)).toContain('/path')
  expect(await curl(`http://sluice:${LOCAL_PASSWORD}@127.0.0.1:${relay.port}/user`)).toContain('/user')
  expect(
    await curl('-H', `Authorization: Bearer ${LOCAL_PASSWORD}`, `http://localhost:${relay.port}/token`),
  ).toContain('/token')
  const python =
    'import sys,urllib.request as u;print(u.urlopen(u.Request(sys.argv[1],data=b"x=1",method="PUT")).read().decode())'
  expect((await run('python3', ['-c', python, `${base}/python`])).stdout).toContain('/python')
  expect(seen.map(({ headers }) => headers.authorization)).toEqual(Array(4).fill(`Bearer ${CREDENTIAL}`))
})

it('without the password nothing is told, and nothing passes', async () => {
  const { relay, seen } = await open()
  for (const path of ['/', '/wrong/x', `/${LOCAL_PASSWORD}x/y`, `/${LOCAL_PASSWORD.slice(1)}`]) {
    const answer = await fetch(`http://127.0.0.1:${relay.port}${path}`)
    expect(answer.status).toBe(401)
  }
  const wrong = await fetch(`http://127.0.0.1:${relay.port}/`, { headers: { authorization: 'Bearer no' } })
  expect(wrong.status).toBe(401)
  expect(seen).toEqual([])
  expect(new Set(relay.told.map(({ type }) => type))).toEqual(new Set(['limit']))
})

it('a credential of the client is refused; headers of its way are not passed on', async () => {
  const { base, seen } = await open({ http: { header: 'x-api-key', scheme: 'plain' } })
  for (const name of ['X-Api-Key', 'x_api_key', 'Authorization']) {
    const answer = await fetch(`${base}/a`, { headers: { [name]: 'mine' } })
    expect([name, answer.status]).toEqual([name, 403])
  }
  const headers = {
    'x-forwarded-for': '1.2.3.4',
    forwarded: 'for=1',
    'x-real-ip': '1',
    via: 'x',
    cookie: 'a=b',
    'x-sluice-rule': 'none',
    'proxy-authorization': 'x',
  }
  expect((await fetch(`${base}/b`, { headers })).status).toBe(200)
  for (const name of Object.keys(headers)) expect(seen[0]?.headers).not.toHaveProperty(name)
  expect(seen[0]?.headers['x-api-key']).toBe(CREDENTIAL)
})

it('the credential is covered in headers and bodies, whatever form it is quoted in', async () => {
  const basic = Buffer.from(`app:${CREDENTIAL}`).toString('base64')
  const { base } = await opened(
    (request, response) => {
      response.setHeader('x-echo', request.headers.authorization ?? '')
      response.setHeader('set-cookie', 'session=1')
      const text = `${basic} ${CREDENTIAL} ${CREDENTIAL}`
      for (const char of text) response.write(char)
      response.end()
    },
    {
      http: { scheme: 'basic' },
      terms: {
        credential: {
          user: 'app',
          password: new Secret(CREDENTIAL),
        },
      },
    },
  )
  const answer = await fetch(`${base}/`)
  expect(answer.headers.get('x-echo')).toMatch(/^Basic \*+$/)
  expect(answer.headers.get('set-cookie')).toBeNull()
  expect(await answer.text()).toMatch(/^[* ]+$/)
})

it('methods, templates and fields of the body are judged', async () => {
  const { base, relay } = await open({
    terms: {
      guard: {
        name: 'test',
        mode: 'enforce',
        rules: {},
        allow: [],
        requests: [
          { match: 'DELETE /v1/users/{id}', verdict: 'hold' },
          { match: 'POST /v1/refunds', body: { 'order.kind': ['test*'] }, verdict: 'allow' },
          { match: 'POST /v1/refunds', body: { amount: ['*'] }, verdict: 'block' },
        ],
      },
    },
  })
  await fetch(`${base}/v1/users/42`, { method: 'DELETE' })
  await fetch(`${base}/v1/users/42/`, { method: 'DELETE' })
  const json = (body: unknown) =>
    fetch(`${base}/v1/refunds`, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    })
  await json({ order: { kind: 'test-1' }, amount: 5 })
  await json({ order: { kind: 'real' }, amount: 5 })
  await json('{"order":{"kind":"test-1"},"order":{"kind":"real"}}')
  const listed = relay.told.flatMap((event) =>
    event.type === 'judge' ? event.statement.analysis.effects.map(({ name, listed }) => [name, listed]) : [],
  )
  expect(listed).toEqual([
    ['/v1/users/{id}', 'hold'],
    ['/v1/users/{id}', 'hold'],
    ['/v1/refunds', 'allow'],
    ['/v1/refunds', 'block'],
    ['/v1/refunds', 'block'],
  ])
})
