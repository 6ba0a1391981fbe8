// Frames that are cut, split, damaged or out of order: the relay stays up, forwards nothing unjudged, and ends in order.
import type { Socket } from 'node:net'
import fc from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import type { Statement } from '../../../src/core/statement.ts'
import { CLIENT, frame, int32, UPSTREAM } from '../../../src/protocols/postgres/frames.ts'
import { type FakeUpstream, fakeUpstream, ready, welcome } from '../../protocols/postgres/fake-upstream.ts'
import { ALLOW, block, type Relayed, relayed } from '../../protocols/postgres/relayed.ts'
import * as wire from '../../protocols/postgres/wire.ts'

const SEED = 20_261_122
const closing: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of closing.splice(0)) await each.close()
})

async function over(
  upstream: FakeUpstream,
  judge: (statement: Statement) => ReturnType<typeof block>,
): Promise<Relayed> {
  closing.push(upstream)
  const relay = await relayed({ upstream, terms: { database: 'orders' }, verdict: judge })
  closing.unshift(relay)
  return relay
}

const text = fc.constantFrom('SELECT 1', 'SELECT 2; SELECT 3', 'drop 1', 'INSERT x', '', 'COPY x FROM STDIN')
const name = fc.constantFrom('', 'a', 'b')
const message = fc.oneof(
  text.map(wire.query),
  fc.tuple(name, text).map(([to, sql]) => wire.parse(to, sql)),
  fc.tuple(name, name).map(([portal, statement]) => wire.bind(portal, statement)),
  name.map(wire.describePortal),
  name.map(wire.describeStatement),
  name.map((portal) => wire.execute(portal)),
  name.map(wire.closeStatement),
  fc.constantFrom(wire.sync, wire.flush, wire.copyDone, wire.copyData('1\n'), wire.copyFail('no')),
)

interface Damage {
  readonly at: number
  readonly byte: number
  readonly cut: boolean
}
const damage = fc.record({ at: fc.nat(), byte: fc.nat(255), cut: fc.boolean() })

function damaged(bytes: Buffer, by: readonly Damage[]): Buffer {
  let found: Buffer = Buffer.from(bytes)
  for (const { at, byte, cut } of by) {
    if (found.length === 0) break
    if (cut) found = found.subarray(0, at % found.length)
    else found[at % found.length] = byte
  }
  return found
}

/** In pieces that break anywhere. */
async function sendSplit(socket: Socket, bytes: Buffer, places: readonly number[]): Promise<void> {
  const cuts = [...new Set(places.map((place) => place % (bytes.length + 1)))].sort((a, b) => a - b)
  let from = 0
  for (const to of [...cuts, bytes.length]) {
    if (to > from) socket.write(bytes.subarray(from, to))
    from = to
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** A server that answers each message as if all were well. */
const ANSWERS: Readonly<Record<number, Buffer>> = {
  [CLIENT.Query]: Buffer.concat([frame(UPSTREAM.CommandComplete, 'SELECT 0'), ready]),
  [CLIENT.Parse]: frame(UPSTREAM.ParseComplete),
  [CLIENT.Bind]: frame(UPSTREAM.BindComplete),
  [CLIENT.Describe]: frame(UPSTREAM.NoData),
  [CLIENT.Execute]: frame(UPSTREAM.CommandComplete, 'SELECT 0'),
  [CLIENT.Close]: frame(UPSTREAM.CloseComplete),
  [CLIENT.Sync]: ready,
}

/** The whole frames of a stream, and whether a broken one follows. */
function framesOf(bytes: Buffer): { type: number; body: Buffer }[] {
  const found: { type: number; body: Buffer }[] = []
  for (let at = 0; at + 5 <= bytes.length; ) {
    const size = bytes.readUInt32BE(at + 1) + 1
    found.push({ type: bytes[at] ?? 0, body: bytes.subarray(at + 5, at + size) })
    at += size
  }
  return found
}

const textOf = ({ type, body }: { type: number; body: Buffer }): string | undefined => {
  const start = type === CLIENT.Query ? 0 : type === CLIENT.Parse ? body.indexOf(0) + 1 : -1
  return start < 0 ? undefined : body.toString('utf8', start, body.indexOf(0, start))
}

it('a client’s damaged stream: what goes up was judged', async () => {
  // Of the clients' connections; the relay has one of its own.
  let received: Buffer[] = []
  const own = new Set<Socket>()
  const upstream = await fakeUpstream((chunk, socket, index) => {
    if (chunk.includes('application_name\0sluice')) own.add(socket)
    if (index === 0) socket.write(welcome)
    else {
      if (!own.has(socket)) received.push(chunk)
      for (const { type } of framesOf(chunk)) if (ANSWERS[type]) socket.write(ANSWERS[type])
    }
  })
  const allowed = new Set<string>()
  const relay = await over(upstream, ({ text: sql }) => {
    if (/drop/i.test(sql)) return block('drop-table', 'x')
    allowed.add(sql)
    return ALLOW
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(message, { minLength: 1, maxLength: 12 }),
      fc.array(damage, { maxLength: 3 }),
      fc.array(fc.nat(), { maxLength: 6 }),
      async (messages, by, places) => {
        const client = await wire.wire(relay.port)
        received = []
        await sendSplit(client.socket, damaged(Buffer.concat(messages), by), places)
        client.socket.end()
        await Promise.race([
          client.end(),
          new Promise((_, no) => setTimeout(no, 10_000, new Error('it does not end'))),
        ])
        await relay.connections.at(-1)?.closed
        const sent = framesOf(Buffer.concat(received))
        const unjudged = sent.flatMap((each) => textOf(each) ?? []).filter((sql) => !allowed.has(sql))
        expect(unjudged).toEqual([])
        expect(sent.every(({ type }) => Object.values(CLIENT).some((known) => known === type))).toBe(true)
      },
    ),
    { numRuns: 250, seed: SEED, endOnFailure: true },
  )
}, 60_000)

const described = frame(
  UPSTREAM.RowDescription,
  Buffer.of(0, 1),
  'a',
  Buffer.alloc(10),
  int32(-1),
  Buffer.alloc(4),
)
const answer = fc.constantFrom(
  described,
  frame(UPSTREAM.DataRow, Buffer.of(0, 1), int32(2), Buffer.from('ab')),
  frame(UPSTREAM.DataRow, Buffer.of(0, 1), int32(-1)),
  frame(UPSTREAM.CommandComplete, 'SELECT 1'),
  frame(UPSTREAM.CommandComplete, 'INSERT 0 1'),
  frame(UPSTREAM.EmptyQueryResponse),
  frame(UPSTREAM.ErrorResponse, 'SERROR', 'C42601', 'Mno', Buffer.of(0)),
  frame(UPSTREAM.NoticeResponse, 'SNOTICE', 'C00000', 'Mhm', Buffer.of(0)),
  frame(UPSTREAM.ParameterStatus, 'TimeZone', 'UTC'),
  frame(UPSTREAM.CopyOutResponse, Buffer.of(0, 0, 1, 0, 0)),
  frame(UPSTREAM.CopyInResponse, Buffer.of(0, 0, 1, 0, 0)),
  frame(UPSTREAM.CopyData, Buffer.from('1\n')),
  frame(UPSTREAM.CopyDone),
  frame(UPSTREAM.ParseComplete),
  ready,
)

const KNOWN = new Set(Object.values(UPSTREAM).map((code) => String.fromCharCode(code)))

it('a target’s damaged stream: the client reads whole frames to the end', async () => {
  let bytes: Buffer = ready
  let places: readonly number[] = []
  const upstream = await fakeUpstream((chunk, socket, index) => {
    if (index === 0) socket.write(welcome)
    else if (chunk[0] === CLIENT.Query) void sendSplit(socket, bytes, places).then(() => socket.end())
  })
  const relay = await over(upstream, () => ALLOW)
  await fc.assert(
    fc.asyncProperty(
      fc.array(answer, { minLength: 1, maxLength: 12 }),
      fc.array(damage, { maxLength: 3 }),
      fc.array(fc.nat(), { maxLength: 6 }),
      async (answers, by, cuts) => {
        bytes = damaged(Buffer.concat(answers), by)
        places = cuts
        const client = await wire.wire(relay.port)
        const read: Buffer[] = []
        client.socket.removeAllListeners('data').on('data', (chunk: Buffer) => read.push(chunk))
        client.send(wire.query('SELECT 1'))
        await Promise.race([
          client.end(),
          new Promise((_, no) => setTimeout(no, 10_000, new Error('it does not end'))),
        ])
        await relay.connections.at(-1)?.closed
        // A frame that the target left unfinished may be the last: nothing is put into it.
        const frames = framesOf(Buffer.concat(read))
        const types = frames.map(({ type }) => String.fromCharCode(type))
        expect(types.filter((type) => !KNOWN.has(type))).toEqual([])
        const inside = frames.filter(
          ({ type, body }) => type !== UPSTREAM.ErrorResponse && body.includes('SFATAL'),
        )
        expect(inside).toEqual([])
      },
    ),
    { numRuns: 250, seed: SEED, endOnFailure: true },
  )
}, 60_000)
