// Peers that go away halfway, or while nobody reads from them.
import type { Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import type { Statement } from '../../../src/core/statement.ts'
import type { Verdict } from '../../../src/core/verdict.ts'
import { CLIENT } from '../../../src/protocols/postgres/frames.ts'
import type { Analyser } from '../../../src/sql/analyser.ts'
import { type FakeUpstream, fakeUpstream, ready, welcome } from './fake-upstream.ts'
import { ALLOW, harmless, type Relayed, type RelayedOptions, relayed } from './relayed.ts'
import { fields, outline, query, wire } from './wire.ts'

const closing: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of closing.splice(0)) await each.close()
})

/** A target that logs everybody in and keeps its connections at hand. */
async function open(options: Partial<RelayedOptions> = {}) {
  const sockets: Socket[] = []
  const upstream: FakeUpstream = await fakeUpstream((chunk, socket, index) => {
    if (index === 0) {
      sockets.push(socket)
      socket.write(welcome)
    } else if (chunk.includes('SELECT answered')) socket.write(ready)
  })
  const relay: Relayed = await relayed({ upstream, ...options })
  closing.push(relay, upstream)
  return { relay, upstream, sockets }
}

/** What the client's statements came to, without our own questions to the catalogue. */
const forwarded = ({ received }: FakeUpstream) =>
  Buffer.concat(received.filter((chunk) => !chunk.includes('pg_catalog')))

const ends = (socket: Socket) => new Promise<void>((resolve) => socket.once('close', () => resolve()))

test('a client that goes away while its statement is held is noticed, and nothing of it is sent', async () => {
  const { relay, upstream, sockets } = await open({ verdict: () => new Promise(() => {}) })
  const client = await wire(relay.port)
  client.send(query('SELECT held'), query('SELECT behind it'))
  await new Promise((resolve) => setTimeout(resolve, 50))
  client.socket.destroy()
  await relay.connections[0]?.closed
  await (sockets[0]?.destroyed ? undefined : ends(sockets[0]!))
  expect(relay.told.at(-1)).toEqual({ type: 'closed', reason: 'client gone' })
  expect(forwarded(upstream).includes('held')).toBe(false)
})

test('a client that ends while its statement is analysed: nobody waits for that any more', async () => {
  let gone: AbortSignal | undefined
  const analyser: Analyser = {
    analyse: (text, signal) => {
      if (!text.includes('held')) return harmless
      gone = signal
      return new Promise(() => {})
    },
    close: async () => {},
  }
  const { relay, upstream } = await open({ analyser })
  const client = await wire(relay.port)
  client.send(query('SELECT held'))
  await expect.poll(() => gone !== undefined).toBe(true)
  client.socket.end()
  await relay.connections[0]?.closed
  expect(gone?.aborted).toBe(true)
  expect(forwarded(upstream).includes('held')).toBe(false)
})

test('its end is seen too when the target took its time with what was sent before', async () => {
  const held: Verdict[] = []
  const verdict = ({ text }: Statement) =>
    text === 'held' ? new Promise<Verdict>(() => held.push(ALLOW)) : ALLOW
  const { relay, sockets } = await open({ verdict })
  const client = await wire(relay.port)
  sockets[0]?.pause()
  client.send(Buffer.concat([query(`SELECT '${'x'.repeat(12_000_000)}'`), query('held')]))
  await expect.poll(() => held.length, { timeout: 3000 }).toBe(1)
  await new Promise((resolve) => setTimeout(resolve, 1200))
  sockets[0]?.resume()
  client.socket.end()
  await relay.connections[0]?.closed
  expect(relay.told.at(-1)).toEqual({ type: 'closed', reason: 'client gone' })
})

test('a held client that stays is read on once it may, in order', async () => {
  let allow = () => {}
  const held = new Promise<{ kind: 'allow'; findings: []; observed: false }>((resolve) => {
    allow = () => resolve({ kind: 'allow', findings: [], observed: false })
  })
  const { relay, upstream } = await open({ verdict: () => held })
  const client = await wire(relay.port)
  client.send(query('SELECT first'))
  await new Promise((resolve) => setTimeout(resolve, 1200))
  client.send(query('SELECT second'), query('SELECT answered'))
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(forwarded(upstream).includes('SELECT')).toBe(false)
  allow()
  expect(outline(await client.until('Z'))).toBe('Z:I')
  const sent = forwarded(upstream).toString('latin1')
  expect(sent.match(/SELECT \w+/g)).toEqual(['SELECT first', 'SELECT second', 'SELECT answered'])
})

test('a client that closes its half only is done: the target is told to stop', async () => {
  const { relay, upstream, sockets } = await open()
  const client = await wire(relay.port)
  client.send(query('SELECT that takes long'))
  await expect.poll(() => forwarded(upstream).includes('SELECT')).toBe(true)
  const ended = ends(sockets[0]!)
  client.socket.end()
  await Promise.all([ended, relay.connections[0]?.closed])
  expect(relay.told.at(-1)).toEqual({ type: 'closed', reason: 'client gone' })
})

test('a target that closes its half only ends the session with an error', async () => {
  const { relay, sockets } = await open()
  const client = await wire(relay.port)
  sockets[0]?.end()
  const last = (await client.end()).at(-1)
  expect(last?.type).toBe('E')
  const told = fields(last?.body ?? Buffer.alloc(0))
  expect(told.get('C')).toBe('08006')
  expect(told.get('M')).toMatch(/closed the connection/)
  await relay.connections[0]?.closed
})

test('a target that closes its half while the client does not read leaves nothing open', async () => {
  const { relay, sockets } = await open()
  const client = await wire(relay.port)
  client.socket.pause()
  sockets[0]?.end()
  await relay.connections[0]?.closed
  expect(relay.told.at(-1)).toMatchObject({ type: 'closed' })
  client.socket.destroy()
})

test('what a client sends and its end may come in one piece', async () => {
  const { relay, upstream } = await open()
  const client = await wire(relay.port)
  client.socket.end(Buffer.concat([query('SELECT last'), Buffer.of(CLIENT.Terminate, 0, 0, 0, 4)]))
  await relay.connections[0]?.closed
  expect(forwarded(upstream).includes('SELECT last')).toBe(true)
  expect(relay.told.at(-1)).toEqual({ type: 'closed', reason: 'client finished' })
})
