// Large bodies, waiting, limits, ends, redirects, TLS.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, request } from 'node:http'
import { createServer as createTls } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import type { Gate } from '../../../src/protocols/protocol.ts'
import {
  ALLOW,
  baseOf,
  block,
  CREDENTIAL,
  clean,
  cleansUp,
  head,
  LOCAL_PASSWORD,
  listen,
  opened,
  raw,
  relayedTo,
  type Told,
} from './target.ts'

cleansUp()

const results = (told: readonly Told[]) =>
  told.flatMap((event) => (event.type === 'result' ? [event.result] : []))

it('a large upload passes as it comes, and its digest is told', async () => {
  const { base, relay, seen } = await opened((_, response) => response.end('ok'))
  const body = Buffer.alloc(8 * 1024 * 1024, 'sluice ')
  const answer = await fetch(`${base}/up`, { method: 'PUT', body })
  expect(await answer.text()).toBe('ok')
  expect(seen[0]?.body.equals(body)).toBe(true)
  expect(relay.told.find(({ type }) => type === 'transfer')).toMatchObject({
    direction: 'in',
    bytes: body.length,
    sha256: createHash('sha256').update(body).digest('hex'),
  })
})

it('a large answer passes with its digest, and a guard may bound it', async () => {
  const body = Buffer.alloc(3 * 1024 * 1024, 'x')
  const open = (bytes?: number) =>
    opened(
      (request, response) =>
        (request.url === '/known' ? response.setHeader('content-length', body.length) : response).end(body),
      {
        terms: { limits: { connections: 5, ...(bytes && { bytes }) } },
      },
    )
  const { base, relay } = await open()
  expect(Buffer.from(await (await fetch(`${base}/a`)).arrayBuffer()).equals(body)).toBe(true)
  expect(relay.told.find(({ type }) => type === 'transfer')).toMatchObject({
    direction: 'out',
    bytes: body.length,
  })
  const bounded = await open(1024 * 1024)
  expect((await fetch(`${bounded.base}/known`)).status).toBe(502)
  expect(bounded.relay.told.find(({ type }) => type === 'limit')).toMatchObject({ limit: 'bytes' })
})

it('who waits for a person waits with the answer; a client that leaves ends it', async () => {
  const gone: boolean[] = []
  const hold: NonNullable<Gate['hold']> = async (_, verdict, { signal }) => {
    await Promise.race([sleep(150), new Promise((resolve) => signal.addEventListener('abort', resolve))])
    gone.push(signal.aborted)
    approved = true
    return gone.length === 3 ? verdict : undefined
  }
  let approved = false
  const { base, seen } = await opened((_, response) => response.end('done'), {
    gate: { hold },
    verdict: () => {
      const held = !approved
      approved = false
      return held ? { ...block('listed-request', 'x'), kind: 'hold' } : ALLOW
    },
  })
  expect(await (await fetch(`${base}/a`, { method: 'DELETE' })).text()).toBe('done')
  await expect(fetch(`${base}/b`, { method: 'DELETE', signal: AbortSignal.timeout(30) })).rejects.toThrow()
  await expect.poll(() => gone).toEqual([false, true])
  await sleep(50)
  expect(seen.map(({ url }) => url)).toEqual(['/a'])
  approved = false
  expect((await fetch(`${base}/c`, { method: 'DELETE' })).status).toBe(403)
})

it('a client that leaves ends its request at the target', async () => {
  let ended = false
  const port = await listen(createServer((request) => request.once('close', () => (ended = true))))
  const relay = await relayedTo(port)
  await expect(fetch(`${baseOf(relay)}/slow`, { signal: AbortSignal.timeout(50) })).rejects.toThrow()
  await expect.poll(() => ended).toBe(true)
  await expect.poll(() => relay.told.at(-1)).toMatchObject({ type: 'closed', reason: 'client gone' })
  expect(results(relay.told)[0]?.error?.sqlstate).toBe('499')
})

it('a target that takes too long, is away, or ends in the middle', async () => {
  const slow = await opened(() => {}, { terms: { limits: { connections: 5, statementTimeout: 100 } } })
  expect((await fetch(slow.base)).status).toBe(504)
  const away = await relayedTo(1)
  expect((await fetch(baseOf(away))).status).toBe(502)
  const cut = await opened((_, response) => {
    response.writeHead(200, { 'content-length': 100 })
    response.write('half')
    setTimeout(() => response.destroy(), 50)
  })
  await expect(fetch(cut.base).then((answer) => answer.text())).rejects.toThrow()
  await expect.poll(() => results(cut.relay.told)[0]?.error?.sqlstate).toBe('502')
})

it('addresses of the target lead to the session, others stay', async () => {
  const { base, relay } = await opened((request, response) => {
    const port = request.headers.host?.split(':')[1]
    const places: Record<string, string> = {
      '/1': `http://127.0.0.1:${port}/next?a=1#b`,
      '/2': '/next',
      '/3': 'next',
      '/4': 'https://other.example/x',
      '/5': `//127.0.0.1:${port}/next`,
    }
    response.writeHead(302, {
      location: places[request.url] ?? '',
      link: `<http://127.0.0.1:${port}/p2>; rel="next"`,
    })
    response.end()
  })
  const places = []
  for (const path of ['/1', '/2', '/3', '/4', '/5']) {
    const { headers } = await fetch(base + path, { redirect: 'manual' })
    places.push(headers.get('location'))
    expect(headers.get('link')).toBe(`<${base}/p2>; rel="next"`)
  }
  expect(places).toEqual([
    `${base}/next?a=1#b`,
    `/${LOCAL_PASSWORD}/next`,
    'next',
    'https://other.example/x',
    `${base}/next`,
  ])
  expect(relay.told.filter(({ type }) => type === 'judge').length).toBe(5)
})

it('HEAD, 204, 304, ranges, trailers, interim answers and 100-continue', async () => {
  const { base, relay, seen } = await opened((request, response) => {
    if (request.url === '/204') response.writeHead(204).end()
    else if (request.url === '/304') response.writeHead(304, { etag: '"1"' }).end()
    else if (request.url === '/206')
      response.writeHead(206, { 'content-range': 'bytes 0-1/9', etag: '"1"' }).end('ab')
    else if (request.url === '/trailers') {
      response.writeHead(200, { trailer: 'x-sum' })
      response.write('body')
      response.addTrailers({ 'x-sum': CREDENTIAL })
      response.end()
    } else {
      response.writeEarlyHints({ link: '</a.css>; rel=preload' })
      response.setHeader('content-length', 4)
      response.end(request.method === 'HEAD' ? '' : 'four')
    }
  })
  const known = await fetch(`${base}/x`, { method: 'HEAD' })
  expect(known.headers.get('content-length')).toBe('4')
  expect((await fetch(`${base}/204`)).status).toBe(204)
  expect((await fetch(`${base}/304`)).headers.get('etag')).toBe('"1"')
  const part = await fetch(`${base}/206`, { headers: { range: 'bytes=0-1' } })
  expect([part.headers.get('content-range'), await part.text()]).toEqual(['bytes 0-1/9', 'ab'])
  expect(seen.at(-1)?.headers.range).toBe('bytes=0-1')
  const trailers = await new Promise((resolve) =>
    request(`${base}/trailers`, (answer) => answer.resume().on('end', () => resolve(answer.trailers))).end(),
  )
  expect(trailers).toEqual({ 'x-sum': '*'.repeat(CREDENTIAL.length) })
  const own = raw(relay.port)
  own.socket.write(head(relay, 'PUT /y', 'Expect: 100-continue', 'Content-Length: 2', 'Connection: close'))
  expect(await own.until('100 Continue')).toContain('HTTP/1.1 100 Continue')
  own.socket.write('ok')
  expect(await own.end()).toContain('four')
  expect(seen.at(-1)?.body.toString()).toBe('ok')
})

it('TLS is verified: authority and name', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'sluice-tls-'))
  clean(() => rmSync(dir, { recursive: true, force: true }))
  const [key, cert] = [join(dir, 'key.pem'), join(dir, 'cert.pem')]
  const subject = ['-subj', '/CN=api.internal', '-addext', 'subjectAltName=DNS:api.internal']
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-days',
      '2',
      '-keyout',
      key,
      '-out',
      cert,
      ...subject,
    ],
    { stdio: 'ignore' },
  )
  const ca = readFileSync(cert, 'utf8')
  const port = await listen(
    createTls({ key: readFileSync(key), cert: ca }, (_, response) => response.end('secure')),
  )
  const tls = (more: object) => relayedTo(port, { terms: { tls: { mode: 'verify-full', ...more } } })
  const right = await tls({ ca, serverName: 'api.internal' })
  expect(await (await fetch(baseOf(right))).text()).toBe('secure')
  await right.target.check()
  for (const more of [{}, { ca }, { ca, serverName: 'other.internal' }, { serverName: 'api.internal' }]) {
    const wrong = await tls(more)
    const answer = await fetch(baseOf(wrong))
    expect(answer.status).toBe(502)
    expect(await answer.text()).toMatch(/certificate/)
    await expect(wrong.target.check()).rejects.toMatchObject({ code: 'UPSTREAM_TLS' })
  }
})
