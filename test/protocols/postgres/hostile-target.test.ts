import { afterEach, describe, expect, test } from 'vitest'
import { CLIENT, frame, int32, UPSTREAM } from '../../../src/protocols/postgres/frames.ts'
import {
  answering,
  authentication,
  type FakeUpstream,
  fakeUpstream,
  ready,
  welcome,
} from './fake-upstream.ts'
import { type Relayed, type RelayedOptions, relayed } from './relayed.ts'
import { fields, outline, query, wire } from './wire.ts'

const closing: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of closing.splice(0)) await each.close()
})

async function over(upstream: FakeUpstream, terms: RelayedOptions['terms'] = {}): Promise<Relayed> {
  closing.push(upstream)
  const relay = await relayed({ upstream, terms })
  closing.unshift(relay)
  return relay
}

const header = (type: string, length: number, body = Buffer.alloc(0)) =>
  Buffer.concat([Buffer.from(type), int32(length), body])

const described = frame(UPSTREAM.RowDescription, Buffer.of(0, 1), 'a', Buffer.alloc(10), Buffer.alloc(8))
const masks = { columns: [{ pattern: 'public.customers.email', mask: 'redact' as const }], detect: ['jwt'] }

describe('after the login, a frame that is wrong ends the session', () => {
  test.each([
    ['length 0', header('D', 0)],
    ['length 3', header('C', 3)],
    ['length 2^31', header('D', 2 ** 31)],
    ['length 2^32 - 1', header('D', 2 ** 32 - 1)],
    ['an unknown type', header('!', 4)],
    ['authentication again', authentication(0)],
    [
      'a row that nobody described or asked for',
      Buffer.concat([ready, frame(UPSTREAM.DataRow, Buffer.alloc(2))]),
    ],
    ['an answer out of order', frame(UPSTREAM.ParseComplete)],
    ['COPY both ways (replication)', header('W', 7, Buffer.alloc(3))],
    ['COPY data outside of COPY', frame(UPSTREAM.CopyData, Buffer.from('x'))],
    ['an error without its end', header('E', 10, Buffer.from('Mabcde'))],
    ['an error whose string has no end', header('E', 8, Buffer.from('M\0Cx'))],
    ['a notice without its end', header('N', 5, Buffer.from('M'))],
    ['a tag without its end', header('C', 6, Buffer.from('XX'))],
    ['a ReadyForQuery without status', header('Z', 4)],
  ])('%s', async (_, bytes) => {
    const relay = await over(await answering(bytes))
    const client = await wire(relay.port)
    client.send(query('SELECT 1'))
    expect(outline(await client.end())).toMatch(/E:08P01$/)
    await relay.connections[0]?.closed
  })

  test.each([
    ['fewer columns than described', Buffer.of(0, 0)],
    ['a count of -1', Buffer.of(255, 255)],
    ['a length of -2', Buffer.concat([Buffer.of(0, 1), int32(-2)])],
    ['a length of -2^31', Buffer.concat([Buffer.of(0, 1), int32(-(2 ** 31))])],
    ['a length beyond the frame', Buffer.concat([Buffer.of(0, 1), int32(1000), Buffer.from('x')])],
    ['a row that is cut', Buffer.of(0, 1, 0)],
  ])('a row that has to be masked, with %s', async (_, row) => {
    const types = Buffer.concat([
      frame(UPSTREAM.RowDescription, Buffer.of(0, 2), 'oid', Buffer.alloc(18), 'typname', Buffer.alloc(18)),
      frame(UPSTREAM.DataRow, Buffer.of(0, 2), int32(1), Buffer.from('0'), int32(4), Buffer.from('text')),
      frame(UPSTREAM.CommandComplete, 'SELECT 1'),
      ready,
    ])
    const relay = await over(
      await fakeUpstream((chunk, socket, index) => {
        if (index === 0) socket.write(welcome)
        else if (chunk.includes('pg_type')) socket.write(types)
        else if (chunk.includes('pg_catalog'))
          socket.write(Buffer.concat([frame(UPSTREAM.CommandComplete, 'SELECT 0'), ready]))
        else socket.write(Buffer.concat([described, frame(UPSTREAM.DataRow, row)]))
      }),
      { masks },
    )
    const client = await wire(relay.port)
    client.send(query('SELECT 1'))
    expect(outline(await client.end())).toMatch(/E:08P01$/)
  })

  test('a description that is cut, when it matters', async () => {
    const relay = await over(await answering(header('T', 7, Buffer.of(0, 9, 0))), {
      masks: { columns: [], detect: ['jwt'] },
    })
    const client = await wire(relay.port)
    client.send(query('SELECT 1'))
    expect(outline(await client.end())).toMatch(/E:08P01$/)
  })

  test('an error without SQLSTATE is passed on and recorded as XX000', async () => {
    const relay = await over(
      await answering(Buffer.concat([frame(UPSTREAM.ErrorResponse, 'SERROR', 'Mwhat', Buffer.of(0)), ready])),
    )
    const client = await wire(relay.port)
    client.send(query('SELECT 1'))
    expect(fields((await client.until('Z'))[0]!.body).get('M')).toBe('what')
    const told = relay.told.find(({ type }) => type === 'result')
    expect(told?.type === 'result' && told.result.error?.sqlstate).toBe('XX000')
  })

  test('the target goes away within a statement: the client reads 08006', async () => {
    const relay = await over(
      await fakeUpstream((_, socket, index) => (index === 0 ? socket.write(welcome) : socket.end())),
    )
    const client = await wire(relay.port)
    client.send(query('SELECT 1'))
    expect(outline(await client.end())).toBe('E:08006')
  })

  test('the target goes away within a row: no error is put into the middle of it', async () => {
    const relay = await over(
      await fakeUpstream((_, socket, index) =>
        index === 0
          ? socket.write(welcome)
          : socket.end(Buffer.concat([described, header('D', 1000, Buffer.alloc(9))])),
      ),
    )
    const client = await wire(relay.port)
    client.send(query('SELECT 1'))
    expect(outline(await client.end())).toBe('T')
  })
})

describe('a login that is wrong', () => {
  const sasl = authentication(10, 'SCRAM-SHA-256', Buffer.of(0))
  const challenge =
    (iterations: string, nonce = 'x', salt = 'AAAA') =>
    (chunk: Buffer) => {
      const ours = /r=([^,]*)/.exec(chunk.toString('latin1'))?.[1] ?? ''
      return authentication(11, Buffer.from(`r=${ours}${nonce},s=${salt},i=${iterations}`))
    }
  test.each<[string, RegExp, (chunk: Buffer, index: number) => Buffer]>([
    [
      'iterations 2^31',
      /iteration count/,
      (chunk, index) => (index === 0 ? sasl : challenge('2147483648')(chunk)),
    ],
    [
      'iterations 100,001',
      /iteration count/,
      (chunk, index) => (index === 0 ? sasl : challenge('100001')(chunk)),
    ],
    ['iterations 0', /iteration count/, (chunk, index) => (index === 0 ? sasl : challenge('0')(chunk))],
    [
      'a nonce of 300 characters',
      /nonce/,
      (chunk, index) => (index === 0 ? sasl : challenge('4096', 'n'.repeat(300))(chunk)),
    ],
    [
      'a nonce that is ours alone',
      /nonce/,
      (chunk, index) => (index === 0 ? sasl : challenge('4096', '')(chunk)),
    ],
    ['no salt', /salt/, (chunk, index) => (index === 0 ? sasl : challenge('4096', 'x', '')(chunk))],
    [
      'a proof that it does not have',
      /signature/,
      (chunk, index) =>
        index === 0
          ? sasl
          : index === 1
            ? challenge('4096')(chunk)
            : authentication(12, Buffer.from(`v=${Buffer.alloc(32).toString('base64')}`)),
    ],
    [
      'no proof at all',
      /out of order/,
      (chunk, index) => (index === 0 ? sasl : index === 1 ? challenge('4096')(chunk) : welcome),
    ],
    [
      'only SCRAM-SHA-256-PLUS',
      /does not offer/,
      () => authentication(10, 'SCRAM-SHA-256-PLUS', Buffer.of(0)),
    ],
    ['GSSAPI', /authentication method/, () => authentication(7)],
    ['a password in clear', /in clear/, () => authentication(3)],
    ['a frame of 1 GB', /broke its protocol/, () => header('R', 2 ** 30)],
    ['an error without its end', /broke its protocol/, () => header('E', 9, Buffer.from('Mabcd'))],
    ['rows', /broke its protocol/, () => frame(UPSTREAM.DataRow, Buffer.of(0, 0))],
    [
      'a refusal',
      /28P01.*nope/,
      () => frame(UPSTREAM.ErrorResponse, 'SFATAL', 'C28P01', 'Mnope', Buffer.of(0)),
    ],
  ])('%s', async (_, message, answer) => {
    const upstream = await fakeUpstream((chunk, socket, index) => socket.write(answer(chunk, index)))
    const relay = await over(upstream)
    await expect(relay.target.check()).rejects.toThrow(message)
    await expect(relay.target.check()).rejects.toMatchObject({ code: 'UPSTREAM_REFUSED' })
    expect(Buffer.concat(upstream.received).includes('super-secret-postgres')).toBe(false)
    const client = await wire(relay.port)
    expect(outline(client.frames)).not.toContain('Z:')
  })

  test('md5 and plain trust work', async () => {
    const md5 = await over(
      await fakeUpstream((_, socket, index) =>
        socket.write(index === 0 ? authentication(5, Buffer.of(1, 2, 3, 4)) : welcome),
      ),
    )
    await md5.target.check()
    const trust = await over(await answering(ready))
    await trust.target.check()
  })
})

describe('TLS is never given up', () => {
  const tls = { tls: { mode: 'require' as const } }
  test.each<[string, RegExp, Buffer]>([
    ['N', /does not offer TLS/, Buffer.from('N')],
    ['bytes behind S', /bytes behind/, Buffer.from('Sx')],
    ['an error before TLS, whose text is not shown', /did not answer/, Buffer.from('E')],
    [
      'an error in full',
      /bytes behind/,
      frame(UPSTREAM.ErrorResponse, 'SFATAL', 'C28000', 'Msend your password to evil.example', Buffer.of(0)),
    ],
  ])('%s', async (_, message, bytes) => {
    const upstream = await fakeUpstream((_chunk, socket) => socket.write(bytes))
    const relay = await over(upstream, tls)
    await expect(relay.target.check()).rejects.toThrow(message)
    await expect(relay.target.check()).rejects.not.toThrow(/evil/)
    expect(
      Buffer.concat(upstream.received).equals(Buffer.concat([int32(8, 80877103), int32(8, 80877103)])),
    ).toBe(true)
  })

  test('a target that closes is unreachable', async () => {
    const relay = await over(await fakeUpstream((_chunk, socket) => socket.end()), tls)
    await expect(relay.target.check()).rejects.toMatchObject({ code: 'UPSTREAM_UNREACHABLE' })
  })

  test('nobody listens', async () => {
    const upstream = await fakeUpstream(() => {})
    await upstream.close()
    const relay = await relayed({ upstream })
    closing.push(relay)
    await expect(relay.target.check()).rejects.toMatchObject({ code: 'UPSTREAM_UNREACHABLE' })
  })
})

test('a target that stops reading stops the client: what is in between stays bounded', async () => {
  const relay = await over(
    await fakeUpstream((_, socket, index) => {
      if (index === 0) socket.write(welcome)
      else socket.pause()
    }),
  )
  const client = await wire(relay.port)
  const piece = frame(CLIENT.CopyData, Buffer.alloc(1024 * 1024, 'x'))
  for (let i = 0; i < 128; i++) client.socket.write(piece)
  let accepted = -1
  for (let last = 0; last !== accepted; ) {
    last = accepted
    await new Promise((resolve) => setTimeout(resolve, 300))
    accepted = client.socket.bytesWritten - client.socket.writableLength
  }
  expect(accepted).toBeGreaterThan(0)
  expect(accepted).toBeLessThan(32 * 1024 * 1024)
  client.socket.destroy()
})
