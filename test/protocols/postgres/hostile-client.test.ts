import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CLIENT, frame, int32 } from '../../../src/protocols/postgres/frames.ts'
import { answering, type FakeUpstream, ready } from './fake-upstream.ts'
import { LOCAL_USER, type Relayed, relayed } from './relayed.ts'
import { bind, fields, outline, parse, startup, sync, Wire, wire } from './wire.ts'

let upstream: FakeUpstream
let relay: Relayed
beforeAll(async () => {
  upstream = await answering(ready)
  relay = await relayed({ upstream, terms: { database: 'orders' } })
})
afterAll(async () => {
  await relay?.close()
  await upstream?.close()
})

const header = (type: string, length: number) => Buffer.concat([Buffer.from(type), int32(length)])
const untouched = () => upstream.received.length

describe('before the login', () => {
  const user = { user: LOCAL_USER }
  test.each<[string, RegExp, Buffer]>([
    ['length 0', /08P01/, int32(0)],
    ['length 3', /08P01/, int32(3, 196608)],
    ['length 2^32 - 1', /08P01/, int32(-1)],
    ['a startup packet beyond the limit', /08P01/, int32(10_001, 196608)],
    ['protocol 2', /0A000/, startup(user, 0x20000)],
    ['protocol 4', /0A000/, startup(user, 0x40000)],
    ['no user', /28000/, startup({ application_name: 'x' })],
    [
      'a parameter twice',
      /08P01/,
      frame(0, int32(196608), 'user', 'a', 'user', 'b', Buffer.of(0)).subarray(1),
    ],
    ['a packet without its end', /08P01/, frame(0, int32(196608), 'user', 'a').subarray(1)],
    ['a string without its end', /08P01/, frame(0, int32(196608), Buffer.from('user')).subarray(1)],
    ['replication', /0A000/, startup({ ...user, replication: 'true' })],
    ['replication=database', /0A000/, startup({ ...user, replication: 'database' })],
    ['search_path', /0A000/, startup({ ...user, search_path: 'evil' })],
    ['role', /0A000/, startup({ ...user, role: 'postgres' })],
    ['standard_conforming_strings', /0A000/, startup({ ...user, standard_conforming_strings: 'off' })],
    ['client_encoding SJIS', /0A000/, startup({ ...user, client_encoding: 'SJIS' })],
    ['options -c=', /22023/, startup({ ...user, options: '-c=' })],
    ['options -c', /22023/, startup({ ...user, options: '-c' })],
    ['options -c search_path', /0A000/, startup({ ...user, options: '-c search_path=evil' })],
    ['options with an escaped blank', /0A000/, startup({ ...user, options: '-crole=a\\ b' })],
    ['options --role', /0A000/, startup({ ...user, options: '--role=postgres' })],
    ['options that are a flag', /22023/, startup({ ...user, options: '-P' })],
    ['another database', /3D000/, startup({ ...user, database: 'postgres' })],
    ['bytes behind SSLRequest', /08P01/, Buffer.concat([int32(8, 80877103), startup(user)])],
    ['bytes behind GSSENCRequest', /08P01/, Buffer.concat([int32(8, 80877104), Buffer.from('x')])],
    ['a long SSLRequest', /08P01/, int32(12, 80877103, 0)],
    ['a cancel request that is cut', /08P01/, int32(12, 80877102, 1)],
  ])('%s', async (_, expected, bytes) => {
    const before = untouched()
    const client = new Wire(relay.port)
    client.send(bytes)
    const frames = await client.end()
    expect(outline(frames)).toMatch(expected)
    expect(fields(frames[0]!.body).get('S')).toBe('FATAL')
    expect(untouched()).toBe(before)
  })

  const sasl = (length: number, body = '') =>
    frame(CLIENT.Password, 'SCRAM-SHA-256', int32(length), Buffer.from(body))
  test.each<[string, Buffer]>([
    ['a second startup packet', startup(user)],
    ['a query', frame(CLIENT.Query, 'SELECT 1')],
    ['SASL length 0xffffffff', sasl(-1)],
    ['SASL length beyond the message', sasl(100, 'n,,n=,r=abcdefgh')],
    ['another mechanism', frame(CLIENT.Password, 'SCRAM-SHA-256-PLUS', int32(0))],
    ['channel binding without TLS', sasl(25, 'p=tls-unique,,n=,r=abcdef')],
    ['a nonce that is too short', sasl(11, 'n,,n=,r=abc')],
    ['a message beyond the limit', header('p', 5000)],
  ])('%s instead of SASL', async (_, bytes) => {
    const client = new Wire(relay.port)
    client.send(startup(user))
    await client.until('R')
    client.send(bytes)
    expect(outline(await client.end())).toMatch(/E:08P01/)
  })

  test('a wrong password and an unknown user read the same', async () => {
    for (const name of [LOCAL_USER, 'somebody']) {
      const client = new Wire(relay.port)
      client.send(startup({ user: name }))
      await client.until('R')
      client.send(sasl(20, 'n,,n=,r=abcdefghijkl'))
      const challenge = (await client.until('R')).at(-1)!.body.toString('utf8', 4)
      const nonce = /r=([^,]*)/.exec(challenge)![1]
      client.send(
        frame(CLIENT.Password, Buffer.from(`c=biws,r=${nonce},p=${Buffer.alloc(32).toString('base64')}`)),
      )
      const [refusal] = await client.end()
      expect(fields(refusal!.body).get('M')).toBe(`password authentication failed for user "${name}"`)
      expect(fields(refusal!.body).get('C')).toBe('28P01')
    }
  })

  test('SSLRequest and GSSENCRequest are answered with N once each', async () => {
    const client = new Wire(relay.port)
    const answers: Buffer[] = []
    client.socket.removeAllListeners('data').on('data', (chunk) => answers.push(chunk))
    for (const code of [80877104, 80877103, 80877103]) {
      client.send(int32(8, code))
      await new Promise((resolve) => client.socket.once('data', resolve))
    }
    expect(Buffer.concat(answers).toString('latin1', 0, 3)).toBe('NNE')
  })

  test('protocol 3.2 and later minors are negotiated', async () => {
    const newest = new Wire(relay.port)
    const seen = await newest.login({}, 0x30002)
    expect(seen.find(({ type }) => type === 'K')!.body).toHaveLength(4 + 32)
    expect(seen.some(({ type }) => type === 'v')).toBe(false)
    const later = new Wire(relay.port)
    const negotiated = await later.login({ '_pq_.greased': '1' }, 0x3270f)
    const [first] = negotiated
    expect(first!.type).toBe('v')
    expect(first!.body.readUInt32BE(0)).toBe(0x30002)
    expect(first!.body.toString('utf8', 8)).toBe('_pq_.greased\0')
    newest.socket.destroy()
    later.socket.destroy()
  })
})

describe('after the login', () => {
  test.each<[string, Buffer]>([
    ['length 0', header('Q', 0)],
    ['length 3', header('S', 3)],
    ['length 2^31', header('P', 2 ** 31)],
    ['length 2^32 - 1', header('d', 2 ** 32 - 1)],
    ['a query beyond the cap', header('Q', 65 * 1024 * 1024)],
    ['an unknown type', header('!', 4)],
    ['a password', frame(CLIENT.Password, 'x')],
    ['a startup packet', startup({ user: LOCAL_USER })],
    ['a query without its end', Buffer.concat([header('Q', 12), Buffer.from('SELECT 1')])],
    ['a Parse whose count of types is wrong', frame(CLIENT.Parse, '', 'SELECT 1', Buffer.of(0, 9))],
    ['a Parse with bytes behind', frame(CLIENT.Parse, '', 'SELECT 1', Buffer.of(0, 0, 0))],
    ['a name longer than 63 bytes', parse('n'.repeat(64), 'SELECT 1')],
    ['a Bind that is cut', frame(CLIENT.Bind, '', '', Buffer.of(0))],
    ['a Bind with too many format codes', frame(CLIENT.Bind, '', '', Buffer.of(255, 255))],
    ['a Describe of nothing', frame(CLIENT.Describe, Buffer.from('X'), '')],
    ['a Close of nothing', frame(CLIENT.Close, Buffer.from('X'), '')],
    ['a Sync with a body', frame(CLIENT.Sync, Buffer.of(1))],
  ])('%s', async (_, bytes) => {
    const client = await wire(relay.port)
    const before = untouched()
    client.send(bytes)
    expect(outline(await client.end())).toMatch(/E:08P01$/)
    await relay.connections.at(-1)?.closed
    const sent = Buffer.concat(upstream.received.slice(before))
    expect(sent.equals(frame(CLIENT.Terminate))).toBe(true)
  })

  test('a Bind to a name that was never prepared here is refused, whatever the server has under it', async () => {
    const client = await wire(relay.port)
    const before = untouched()
    client.send(bind('', 'hidden'), sync)
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(Buffer.concat(upstream.received.slice(before)).includes('hidden')).toBe(false)
    client.socket.destroy()
  })

  test('a cancel request with a foreign key does nothing', async () => {
    const before = untouched()
    const client = new Wire(relay.port)
    client.send(int32(16, 80877102, 4711, 815))
    expect(await client.end()).toEqual([])
    expect(untouched()).toBe(before)
  })
})
