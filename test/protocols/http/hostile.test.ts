// Shapes that two parsers read differently, slow and rude clients, hostile targets.
import { createServer } from 'node:net'
import { expect, it } from 'vitest'
import { clean, cleansUp, head, LOCAL_PASSWORD, opened, raw, relayedTo, says } from './target.ts'

cleansUp()

const auth = `Authorization: Bearer ${LOCAL_PASSWORD}\r\n`
/** `H` stands for the right `Host` line and the password. */
const SHAPES: readonly [name: string, bytes: string][] = [
  ['two lengths', 'POST / HTTP/1.1\r\nHContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
  [
    'chunked and a length',
    'POST / HTTP/1.1\r\nHTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n',
  ],
  ['a length twice', 'POST / HTTP/1.1\r\nHContent-Length: 1\r\nContent-Length: 1\r\n\r\na'],
  ['different lengths', 'POST / HTTP/1.1\r\nHContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'],
  ['lengths in a list', 'POST / HTTP/1.1\r\nHContent-Length: 1, 1\r\n\r\na'],
  ['a length with a sign', 'POST / HTTP/1.1\r\nHContent-Length: +1\r\n\r\na'],
  ['a length in hex', 'POST / HTTP/1.1\r\nHContent-Length: 0x1\r\n\r\na'],
  ['a negative length', 'POST / HTTP/1.1\r\nHContent-Length: -1\r\n\r\n'],
  ['a space before the colon', 'POST / HTTP/1.1\r\nHTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n'],
  ['a tab before the colon', 'POST / HTTP/1.1\r\nHContent-Length\t: 1\r\n\r\na'],
  ['a folded header', 'GET / HTTP/1.1\r\nHX-A: a\r\n b\r\n\r\n'],
  ['a folded first header', 'GET / HTTP/1.1\r\n X: a\r\nH\r\n'],
  ['bare line feeds', 'GET / HTTP/1.1\nHost: HOST\nAuthorization: Bearer PASSWORD\n\n'],
  ['a bare line feed in a header', 'GET / HTTP/1.1\r\nHX-A: a\nX-B: b\r\n\r\n'],
  ['a bare carriage return', 'GET / HTTP/1.1\r\nHX-A: a\rX-B: b\r\n\r\n'],
  ['a NUL in a header', 'GET / HTTP/1.1\r\nHX-A: a\0b\r\n\r\n'],
  ['a header without a name', 'GET / HTTP/1.1\r\nH: a\r\n\r\n'],
  ['a header without a colon', 'GET / HTTP/1.1\r\nHX-A\r\n\r\n'],
  ['identity, chunked', 'POST / HTTP/1.1\r\nHTransfer-Encoding: identity, chunked\r\n\r\n0\r\n\r\n'],
  [
    'chunked twice',
    'POST / HTTP/1.1\r\nHTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  ],
  ['chunked, identity', 'POST / HTTP/1.1\r\nHTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n'],
  ['an unknown coding', 'POST / HTTP/1.1\r\nHTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n'],
  ['gzip, chunked', 'POST / HTTP/1.1\r\nHTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n'],
  ['chunked in quotes', 'POST / HTTP/1.1\r\nHTransfer-Encoding: "chunked"\r\n\r\n0\r\n\r\n'],
  ['chunked over HTTP/1.0', 'POST / HTTP/1.0\r\nHTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
  [
    'a chunk size in another form',
    'POST / HTTP/1.1\r\nHTransfer-Encoding: chunked\r\n\r\n0x1\r\na\r\n0\r\n\r\n',
  ],
  ['a chunk size with a sign', 'POST / HTTP/1.1\r\nHTransfer-Encoding: chunked\r\n\r\n+1\r\na\r\n0\r\n\r\n'],
  ['a chunk that ends with a line feed', 'POST / HTTP/1.1\r\nHTransfer-Encoding: chunked\r\n\r\n1\na\n0\n\n'],
  ['a chunk that is too long', 'POST / HTTP/1.1\r\nHTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n0\r\n\r\n'],
  ['no host', `GET / HTTP/1.1\r\n${auth}\r\n`],
  ['two hosts', 'GET / HTTP/1.1\r\nHHost: HOST\r\n\r\n'],
  ['another host', `GET / HTTP/1.1\r\nHost: evil.example\r\n${auth}\r\n`],
  ['an absolute target', 'GET http://evil.example/ HTTP/1.1\r\nH\r\n'],
  ['an absolute target of this host', 'GET http://HOST/ HTTP/1.1\r\nH\r\n'],
  ['an asterisk', 'OPTIONS * HTTP/1.1\r\nH\r\n'],
  ['CONNECT', 'CONNECT evil.example:443 HTTP/1.1\r\nH\r\n'],
  ['TRACE', 'TRACE / HTTP/1.1\r\nH\r\n'],
  [
    'WebSocket',
    'GET / HTTP/1.1\r\nHConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\n\r\n',
  ],
  [
    'h2c',
    'GET / HTTP/1.1\r\nHConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n',
  ],
  ['the preface of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['Connection names the credential', 'GET / HTTP/1.1\r\nHConnection: close, X-Api-Key\r\n\r\n'],
  ['HTTP/0.9', 'GET /\r\n\r\n'],
  ['HTTP/2 in text', 'GET / HTTP/2.0\r\nH\r\n'],
  ['a method in lower case', 'get / HTTP/1.1\r\nH\r\n'],
  ['a space in the target', 'GET /a b HTTP/1.1\r\nH\r\n'],
  ['a method override', 'POST /a HTTP/1.1\r\nHX-HTTP-Method-Override: DELETE\r\nContent-Length: 0\r\n\r\n'],
  ['another address for some servers', 'GET /a HTTP/1.1\r\nHX-Original-URL: /admin\r\n\r\n'],
  ['too long headers', `GET / HTTP/1.1\r\nHX-A: ${'a'.repeat(17_000)}\r\n\r\n`],
  ['an unknown expectation', 'POST / HTTP/1.1\r\nHExpect: 200-ok\r\nContent-Length: 0\r\n\r\n'],
]

const made = (text: string, port: number) =>
  text
    .replace(/^H/m, `Host: 127.0.0.1:${port}\r\n${auth}`)
    .replace('HOST', `127.0.0.1:${port}`)
    .replace('PASSWORD', LOCAL_PASSWORD)

it.each(SHAPES)('%s is refused', async (_, bytes) => {
  const { relay, seen } = await opened((_, response) => response.end('reached'))
  const line = await says(relay, made(bytes, relay.port))
  expect(line).toMatch(/^HTTP\/1\.1 (4\d\d|501|505) |^$/)
  expect(seen).toEqual([])
})

it('what is hidden behind a request is a request of its own, judged like any other', async () => {
  const { relay, seen } = await opened((_, response) => response.end('ok'))
  const own = raw(relay.port)
  own.socket.write(`${head(relay, 'GET /a')}${head(relay, 'DELETE /b')}`)
  await own.until('ok')
  await expect.poll(() => seen.map(({ method, url }) => `${method} ${url}`)).toEqual(['GET /a', 'DELETE /b'])
  expect(relay.told.filter(({ type }) => type === 'judge').length).toBe(2)
})

it('chunk extensions and trailers of a client go no further', async () => {
  const { relay, seen } = await opened((_, response) => response.end('ok'))
  const own = raw(relay.port)
  own.socket.write(
    `${head(relay, 'POST /a', 'Transfer-Encoding: chunked', 'Trailer: X-T')}3;a=b\r\nabc\r\n0\r\nX-T: 1\r\n\r\n`,
  )
  await own.until('ok')
  expect(seen[0]).toMatchObject({ headers: { 'content-length': '3' }, body: Buffer.from('abc') })
  expect(JSON.stringify(seen[0]?.raw)).not.toMatch(/x-t|a=b|trailer/i)
})

it('a client that sends its headers too slowly is ended', async () => {
  const { relay } = await opened((_, response) => response.end())
  const own = raw(relay.port)
  own.socket.write('GET / HTTP/1.1\r\n')
  const drip = setInterval(() => own.socket.write('X-A: a\r\n'), 500)
  clean(() => clearInterval(drip))
  expect(await own.end()).toMatch(/^HTTP\/1\.1 408 /)
}, 20_000)

const UPSTREAMS: readonly [name: string, bytes: string][] = [
  ['no HTTP at all', 'SSH-2.0-OpenSSH\r\n'],
  ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
  ['a length twice', 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'],
  ['another coding', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n'],
  ['folded headers', 'HTTP/1.1 200 OK\r\nX-A: a\r\n b\r\nContent-Length: 0\r\n\r\n'],
  [
    'another protocol',
    'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n',
  ],
  ['endless interim answers', 'HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(50)],
  ['a status that is none', 'HTTP/1.1 999 Odd\r\nContent-Length: 0\r\n\r\n'],
  ['an unknown encoding', 'HTTP/1.1 200 OK\r\nContent-Encoding: compress\r\nContent-Length: 1\r\n\r\na'],
]

it.each(UPSTREAMS)('a target that sends %s is told to the client as 502', async (_, bytes) => {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', () => socket.write(bytes))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  clean(() => void server.close())
  const address = server.address()
  const relay = await relayedTo(typeof address === 'object' && address ? address.port : 0)
  expect(await says(relay, head(relay, 'GET /'))).toMatch(/^HTTP\/1\.1 502 /)
  expect(relay.told.find(({ type }) => type === 'result')).toMatchObject({
    result: { error: { sqlstate: '502' } },
  })
})

it('an answer that nobody asked for is not the answer to the next request', async () => {
  let served = 0
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.on('data', () => {
      served++
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nmine')
      if (served === 1)
        setTimeout(() => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\npoison'), 30)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  clean(() => void server.close())
  const address = server.address()
  const relay = await relayedTo(typeof address === 'object' && address ? address.port : 0)
  const own = raw(relay.port)
  own.socket.write(head(relay, 'GET /1'))
  await own.until('mine')
  await new Promise((resolve) => setTimeout(resolve, 100))
  own.socket.write(head(relay, 'GET /2', 'Connection: close'))
  expect(await own.end()).not.toContain('poison')
})
