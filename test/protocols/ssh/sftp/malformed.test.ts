// Packets that no client sends, on a channel of our own: none of them reaches the target.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ProtocolError } from '../../../../src/protocols/ssh/frames.ts'
import type { Sides } from '../../../../src/protocols/ssh/interpreter.ts'
import { interpretSftp } from '../../../../src/protocols/ssh/sftp/index.ts'
import { PACKET, packet, statusPacket } from '../../../../src/protocols/ssh/sftp/packets.ts'
import { interpreterOf } from '../../../../src/protocols/ssh/transfer/index.ts'
import { withSshd } from '../opened.ts'
import { ALLOW, listeningGate, type Told, terms } from '../relayed.ts'

const { open, raw, server } = withSshd()

/** An interpreter between two sides that only note what they are given. */
function between() {
  const toClient: Buffer[] = []
  const toUpstream: Buffer[] = []
  const told: Told[] = []
  let id = 0
  const sides: Sides = {
    toClient: (bytes) => toClient.push(Buffer.from(bytes)),
    toUpstream: (bytes) => toUpstream.push(Buffer.from(bytes)),
    notice: () => {},
    stop: () => {},
    gate: listeningGate(told, { verdict: () => ALLOW }),
    command: undefined,
    terms: terms(server()),
    now: () => 0,
    signal: new AbortController().signal,
    statement: (bytes, analysis) => ({ id: ++id, text: bytes.toString(), sha256: '', analysis }),
  }
  const interpreter = interpretSftp(sides)
  return { interpreter, toClient, toUpstream, told, sides }
}

const INIT = packet(PACKET.INIT, 3)
const VERSION = packet(PACKET.VERSION, 3, 'posix-rename@openssh.com', '1', 'evil@example.com', '1')
const START = packet(PACKET.NAME, 0xfffffffe, 1, '/home/u', '', 0)

async function begun() {
  const all = between()
  const ready = all.interpreter.client(INIT)
  await all.interpreter.upstream(VERSION)
  await all.interpreter.upstream(START)
  await ready
  all.toUpstream.length = 0
  return all
}

test('INIT goes on in version 3 with a question of ours; only known extensions come back', async () => {
  const { toUpstream, toClient, interpreter } = between()
  const ready = interpreter.client(packet(PACKET.INIT, 6, 'vendor@example.com', 'x'))
  expect(Buffer.concat(toUpstream)).toEqual(Buffer.concat([INIT, packet(PACKET.REALPATH, 0xfffffffe, '.')]))
  await interpreter.upstream(VERSION)
  await interpreter.upstream(START)
  await ready
  expect(Buffer.concat(toClient)).toEqual(packet(PACKET.VERSION, 3, 'posix-rename@openssh.com', '1'))
})

const long = (length: number) => Buffer.alloc(length, 'x')
test.each<[string, Buffer]>([
  ['an unknown type', packet(99, 7, 'x')],
  ['an unknown extension', packet(PACKET.EXTENDED, 7, 'vendor@example.com', 'x')],
  ['another INIT', packet(PACKET.INIT, 7)],
  ['attributes that are not known', packet(PACKET.SETSTAT, 7, '/x', 0x80000000, 0)],
  [
    'an offset that no file has',
    Buffer.from('0000001d0500000007000000047878787880000000000000000000000a00000000'.slice(0, 66), 'hex'),
  ],
  ['a NUL in a path', packet(PACKET.REMOVE, 7, '/x\0y')],
  ['a long path', packet(PACKET.REMOVE, 7, long(5000))],
  ['a handle that there is not', packet(PACKET.CLOSE, 7, 'none')],
  ['data for a handle that there is not', packet(PACKET.WRITE, 7, 'none', 0, 0, long(1000))],
])('%s is answered, and goes no further', async (_, bytes) => {
  const { interpreter, toUpstream, toClient } = await begun()
  toClient.length = 0
  try {
    await interpreter.client(bytes)
  } catch (error) {
    expect(error).toBeInstanceOf(ProtocolError)
  }
  expect(Buffer.concat(toUpstream).length).toBe(0)
})

test.each<[string, Buffer]>([
  ['shorter than its fields', packet(PACKET.REMOVE, 7, Buffer.alloc(0)).subarray(0, 9)],
  ['longer than its fields', packet(PACKET.REMOVE, 7, '/x', 'more')],
  ['without a number', Buffer.from([0, 0, 0, 1, 7])],
  ['longer than there are any', Buffer.from([0, 0x40, 0, 0, 13])],
  [
    'data with another length',
    Buffer.from([0, 0, 0, 30, 6, 0, 0, 0, 7, 0, 0, 0, 1, 0x78, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 99]),
  ],
])('a packet %s ends the connection', async (_, bytes) => {
  const { interpreter, toUpstream } = await begun()
  let failed: unknown
  try {
    await interpreter.client(Buffer.concat([bytes, long(40)]))
  } catch (error) {
    failed = error
  }
  expect(failed).toBeInstanceOf(ProtocolError)
  expect(Buffer.concat(toUpstream).length).toBe(0)
})

test('two requests with one number', async () => {
  const { interpreter } = await begun()
  await interpreter.client(packet(PACKET.STAT, 7, '/x'))
  expect(() => interpreter.client(packet(PACKET.STAT, 7, '/y'))).toThrow(ProtocolError)
})

test.each<[string, Buffer]>([
  ['nobody asked for', statusPacket(99, 0, '')],
  ['of another type', packet(PACKET.HANDLE, 7, 'h')],
  ['told twice', packet(PACKET.VERSION, 3)],
  ['too long', Buffer.from([1, 0, 0, 0, 104])],
])('an answer that was %s ends the connection', async (_, bytes) => {
  const { interpreter } = await begun()
  await interpreter.client(packet(PACKET.STAT, 7, '/x'))
  expect(() => interpreter.upstream(bytes)).toThrow(ProtocolError)
})

test('whatever comes: only whole packets that were read go on, in parts of any size', async () => {
  const known = fc.oneof(
    fc
      .constantFrom(PACKET.LSTAT, PACKET.STAT, PACKET.READLINK, PACKET.REALPATH)
      .map((type) => (id: number) => packet(type, id, '/x')),
    fc
      .string({ maxLength: 20 })
      .map(
        (text) => (id: number) =>
          packet(PACKET.EXTENDED, id, 'expand-path@openssh.com', text.replaceAll('\0', '')),
      ),
    fc.nat(255).map((type) => (id: number) => packet(type, id)),
    fc
      .uint8Array({ maxLength: 60 })
      .map((bytes) => (id: number) => packet(bytes[0] ?? 0, id, Buffer.from(bytes))),
    fc.uint8Array({ maxLength: 60 }).map((bytes) => () => Buffer.from(bytes)),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(known, { maxLength: 12 }),
      fc.integer({ min: 1, max: 40 }),
      async (makers, size) => {
        const { interpreter, toUpstream } = await begun()
        const bytes = Buffer.concat(makers.map((make, at) => make(at)))
        let pending: Promise<void> | undefined
        try {
          for (let at = 0; at < bytes.length; at += size) {
            const part = Buffer.from(bytes.subarray(at, at + size))
            // What waits for the target waits for ever here.
            pending ??= interpreter.client(part) ?? undefined
          }
        } catch (error) {
          expect(error).toBeInstanceOf(ProtocolError)
        }
        if (pending) pending.catch((error: unknown) => expect(error).toBeInstanceOf(ProtocolError))
        for (let rest = Buffer.concat(toUpstream); rest.length > 0; ) {
          const length = rest.readUInt32BE(0)
          expect(rest.length).toBeGreaterThanOrEqual(4 + length)
          expect([7, 14, 16, 17, 19, 200]).toContain(rest[4])
          rest = rest.subarray(4 + length)
        }
        interpreter.closed()
      },
    ),
    { numRuns: 500 },
  )
})

/** A file that is open, with a READ of 1,000 bytes that is not answered. */
async function reading() {
  const all = await begun()
  const asked = all.interpreter.client(packet(PACKET.OPEN, 1, '/x', 1, 0))
  await all.interpreter.upstream(packet(PACKET.NAME, 0xfffffffd, 1, '/x', '', 0))
  await asked
  await all.interpreter.upstream(packet(PACKET.HANDLE, 1, 'h'))
  await all.interpreter.client(packet(PACKET.READ, 2, 'h', 0, 0, 1000))
  all.toClient.length = 0
  return all
}

test('data comes as it was sent, whatever the pieces are', async () => {
  const data = packet(PACKET.DATA, 2, long(1000))
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 1100 }), async (size) => {
      const { interpreter, toClient } = await reading()
      for (let at = 0; at < data.length; at += size)
        await interpreter.upstream(Buffer.from(data.subarray(at, at + size)))
      expect(Buffer.concat(toClient).equals(data)).toBe(true)
    }),
    { numRuns: 50 },
  )
})

test('an answer of ours waits for the end of one of the target', async () => {
  const data = packet(PACKET.DATA, 2, long(1000))
  const { interpreter, toClient } = await reading()
  await interpreter.upstream(data.subarray(0, 500))
  await interpreter.client(packet(99, 3, 'x'))
  await interpreter.upstream(data.subarray(500))
  const ours = statusPacket(3, 8, 'a request that is not known here')
  expect(Buffer.concat(toClient)).toEqual(Buffer.concat([data, ours]))
})

test('more data than was asked for ends the connection', async () => {
  const { interpreter } = await reading()
  expect(() => interpreter.upstream(packet(PACKET.DATA, 2, long(1001)))).toThrow(ProtocolError)
})

test('a channel that ends tells what was open', async () => {
  const { interpreter, told } = await reading()
  interpreter.closed()
  expect(told.filter(({ type }) => type === 'transfer' || type === 'result')).toMatchObject([
    { type: 'transfer', direction: 'out', bytes: 0 },
    { type: 'result', result: { error: { message: 'the channel ended before it was done' } } },
  ])
})

test('on a real channel: the connection ends with a reason, and the others go on', async () => {
  const relay = await open({ interpreter: interpreterOf })
  const garbage = await raw(relay)
  const channel = await garbage.opened(garbage.open())
  garbage.request(channel, 'subsystem', true, 'sftp')
  garbage.data(channel, Buffer.concat([INIT, Buffer.from([0xff, 0xff, 0xff, 0xff, 1])]))
  expect(await garbage.end()).toContain('the client broke the protocol')
  const other = await raw(relay)
  expect(await other.run('echo on')).toMatchObject({ stdout: 'on\n' })
})
