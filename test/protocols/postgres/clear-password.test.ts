// Servers that ask for the password in clear get it behind a verified certificate, and never without TLS.
import { createServer, type Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import { generate } from 'selfsigned'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Tls } from '../../../src/core/grant.ts'
import { CLIENT, frame } from '../../../src/protocols/postgres/frames.ts'
import { authentication, fakeUpstream, ready, welcome } from './fake-upstream.ts'
import { relayed } from './relayed.ts'
import { outline, query, wire } from './wire.ts'

const PASSWORD = 'super-secret-postgres'

let ca: string
let port: number
let close: () => void
const raw: Buffer[] = []
const received: Buffer[] = []
const sockets = new Set<Socket>()

beforeAll(async () => {
  const pair = await generate([{ name: 'commonName', value: 'localhost' }], {
    keySize: 2048,
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
    ],
  })
  ca = pair.cert
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    socket.on('error', () => {})
    socket.once('data', (first) => {
      raw.push(first)
      socket.write('S')
      const tls = new TLSSocket(socket, {
        isServer: true,
        key: pair.private,
        cert: pair.cert,
        ALPNProtocols: ['postgresql'],
      })
      tls.on('error', () => {})
      tls.on('data', (chunk) => {
        received.push(chunk)
        if (chunk[0] === 0) tls.write(authentication(3))
        else if (chunk[0] === CLIENT.Password) tls.write(welcome)
        else if (chunk[0] === CLIENT.Query) tls.write(ready)
      })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as { port: number }).port
  close = () => {
    for (const socket of sockets) socket.destroy()
    server.close()
  }
})
afterAll(() => close())

const over = (tls: Tls) => relayed({ upstream: { host: '127.0.0.1', port }, terms: { tls } })

test('over TLS it is sent, once, and the session goes on', async () => {
  const relay = await over({ mode: 'verify-full', ca })
  const client = await wire(relay.port)
  client.send(query('SELECT 1'))
  expect(outline(await client.until('Z'))).toBe('Z:I')
  const sent = Buffer.concat(received)
  expect(sent.includes(frame(CLIENT.Password, PASSWORD))).toBe(true)
  expect(Buffer.concat(raw).includes(PASSWORD)).toBe(false)
  client.socket.destroy()
  await relay.close()
})

test('behind a certificate of somebody else it is not', async () => {
  // Also what the relay before asked for itself.
  await expect.poll(() => sockets.size).toBe(0)
  received.length = 0
  const relay = await over({ mode: 'verify-full' })
  await expect(relay.target.check()).rejects.toMatchObject({ code: 'UPSTREAM_TLS' })
  expect(received).toEqual([])
  await relay.close()
})

test('without TLS it is not', async () => {
  const upstream = await fakeUpstream((_, socket) => socket.write(authentication(3)))
  const relay = await relayed({ upstream })
  await expect(relay.target.check()).rejects.toThrow(/password in clear over an unencrypted connection/)
  expect(Buffer.concat(upstream.received).includes(PASSWORD)).toBe(false)
  await relay.close()
  await upstream.close()
})
