import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { uploadTo } from '../../../src/client/records.ts'
import {
  type ChunkHeader,
  genesis,
  headAfter,
  sha256,
  signAs,
  signingKey,
} from '../../../src/recording/chain.ts'
import { createRecorder } from '../../../src/recording/create.ts'
import { verifyRecord } from '../../../src/recording/verify.ts'
import { END, filesOf, newDir, newKey, result, START, statement } from '../../recording/samples.ts'
import { caller, type Receiver, startReceiver } from './receiver.ts'

const SERVER = newKey()
const OWN = newKey()
const { key } = signingKey(OWN)
const LINE = '{"seq":0}\n'

let data: string
let receiver: Receiver

beforeAll(async () => {
  data = newDir()
  receiver = await startReceiver({ directory: join(data, 'sessions'), key: SERVER, maxBytes: 50_000 })
})
afterAll(() => receiver.close())

function chunk(sid: string, members: Partial<ChunkHeader> = {}, body = LINE) {
  const header = {
    sid,
    seq: 0,
    off: 0,
    len: Buffer.byteLength(body),
    sha256: sha256(body),
    prev: genesis(sid),
    ...members,
  }
  return { header, signature: signAs('chunk', header, key), body }
}

async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  const sid = path.split('/')[0]
  const response = await fetch(`${receiver.url}/v1/sessions/${path}`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${sid}.${OWN.x}`, ...headers },
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

describe('over HTTP', () => {
  test('a session is recorded, sealed and the same on both sides', async () => {
    const dir = join(newDir(), 'record')
    const upload = uploadTo(
      caller(() => receiver.url, 'whole', OWN.x),
      { session: 'whole', serverKey: SERVER.x },
    )
    const recorder = createRecorder({ dir, session: 'whole', key: OWN, upload })
    recorder.append({ ...START, session: 'whole' })
    for (let id = 1; id <= 60; id++) {
      recorder.append(statement(id, `select '${'ü"\\'.repeat(50)}', ${id}`))
      recorder.flush()
      recorder.append(result(id))
    }
    expect(await recorder.seal(END)).toMatchObject({ kept: 'server' })
    const stored = join(data, 'sessions', 'whole')
    expect(filesOf(stored)).toEqual(filesOf(dir))
    expect(verifyRecord(filesOf(stored), SERVER.x)).toMatchObject({ status: 'intact', events: 122 })
    expect(statSync(stored).mode & 0o077).toBe(0)
  })
})

describe('a chunk', () => {
  test('gets a receipt, and the same receipt again', async () => {
    const one = await post('again/chunks', chunk('again'))
    expect(one).toMatchObject({ status: 200, body: { receipt: { sid: 'again', seq: 0 } } })
    expect(await post('again/chunks', chunk('again'))).toEqual(one)
  })

  test.each<[string, number, unknown]>([
    ['of another session', 400, chunk('other')],
    ['with another length', 400, chunk('bad', { len: 11 })],
    ['with another digest', 400, chunk('bad', { sha256: sha256('x') })],
    ['without a line feed', 400, chunk('bad', {}, '{"seq":0}')],
    ['of empty lines', 400, chunk('bad', {}, '\n'.repeat(1000))],
    ['that is empty', 400, chunk('bad', {}, '')],
    ['with an unknown member', 400, { ...chunk('bad'), header: { ...chunk('bad').header, more: 1 } }],
    ['with a negative number', 400, chunk('bad', { seq: -1 })],
    ['with a broken surrogate', 400, { ...chunk('bad'), body: '{"seq":"\ud800"}\n' }],
    ['that is no object', 400, [1]],
    ['that is no JSON', 400, '{'],
    ['longer than 1 MiB', 413, chunk('bad', {}, `${'x'.repeat(1024 * 1024)}\n`)],
    ['longer than the record may be', 413, chunk('bad', {}, `${'x'.repeat(60_000)}\n`)],
    ['signed by another key', 403, { ...chunk('bad'), signature: chunk('other').signature }],
    ['that is not the first', 409, chunk('bad', { seq: 1, off: 10 })],
    ['with another predecessor', 409, chunk('bad', { prev: genesis('other') })],
  ])('%s is refused with %i', async (_, status, body) => {
    const answer = await post('bad/chunks', body)
    expect(answer.status).toBe(status)
    if (status === 409) expect(answer.body).toMatchObject({ next: 0, off: 0, sealed: false })
    expect((await receiver.records.abandon('bad-untouched')).sealed).toBe(true)
  })

  test('of another media type is refused', async () => {
    expect((await post('bad/chunks', chunk('bad'), { 'content-type': 'text/plain' })).status).toBe(415)
  })

  test('with the number of another one is a conflict', async () => {
    await post('twice/chunks', chunk('twice'))
    const other = await post('twice/chunks', chunk('twice', {}, '{"seq":1}\n'))
    expect(other).toMatchObject({ status: 409, body: { next: 1, off: 10, sealed: false } })
  })

  test('for a session that the token is not for is not found', async () => {
    const headers = { authorization: `Bearer mine.${OWN.x}` }
    expect((await post('theirs/chunks', chunk('theirs'), headers)).status).toBe(404)
  })

  test('cannot name a path', async () => {
    for (const sid of ['..', '../x', 'a/b', '', '.hidden', 'x'.repeat(101), 'nul\0']) {
      const headers = { authorization: `Bearer ${encodeURIComponent(sid)}.${OWN.x}` }
      const response = await fetch(`${receiver.url}/v1/sessions/${encodeURIComponent(sid)}/chunks`, {
        method: 'POST',
        body: JSON.stringify(chunk(sid)),
        headers: { 'content-type': 'application/json', ...headers },
      })
      expect([400, 404]).toContain(response.status)
    }
    expect(existsSync(join(data, 'session.jsonl'))).toBe(false)
  })

  test('that arrives many times at once is kept once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => post('race/chunks', chunk('race'))))
    expect(new Set(answers.map(({ body }) => body.signature)).size).toBe(1)
    expect(readFileSync(join(data, 'sessions/race/session.jsonl'), 'utf8')).toBe(LINE)
  })
})

describe('a seal', () => {
  const sealOf = (sid: string, members = {}) => {
    const head = headAfter(chunk(sid).header)
    const seal = { sid, n: 1, bytes: 10, head, sha256: sha256(LINE), reason: 'clean', ...members }
    return { seal, signature: signAs('seal', seal, key) }
  }

  test('closes the record; the same seal gets the same answer', async () => {
    await post('sealed/chunks', chunk('sealed'))
    const answer = await post('sealed/seal', sealOf('sealed'))
    expect(answer).toMatchObject({ status: 200, body: { seal: { n: 1 }, receipt: { key: OWN.x } } })
    expect(await post('sealed/seal', sealOf('sealed'))).toEqual(answer)
    const next = chunk('sealed', { seq: 1, off: 10, prev: headAfter(chunk('sealed').header) })
    expect(await post('sealed/chunks', next)).toMatchObject({ status: 409, body: { sealed: true } })
    expect((await post('sealed/seal', sealOf('sealed', { reason: 'killed' }))).status).toBe(409)
    expect(await receiver.records.abandon('sealed')).toEqual({ sealed: true, reason: 'clean' })
  })

  test.each([
    [409, { n: 2 }],
    [409, { bytes: 11 }],
    [409, { head: genesis('open') }],
    [409, { sha256: sha256('x') }],
    [400, { reason: 'abandoned' }],
    [400, { sid: 'other' }],
    [400, { more: 1 }],
  ])('that does not fit is refused with %i: %o', async (status, members) => {
    await post('open/chunks', chunk('open'))
    expect((await post('open/seal', sealOf('open', members))).status).toBe(status)
  })

  test('is set by the server when the session does not', async () => {
    await post(
      'left/chunks',
      chunk('left', {}, '{"seq":0,"t":"2026-11-22T10:00:00.000Z","type":"x","v":1}\n'),
    )
    expect(await receiver.records.abandon('left')).toEqual({ sealed: true, reason: 'abandoned' })
    expect(await receiver.records.abandon('left')).toEqual({ sealed: true, reason: 'abandoned' })
    const verification = verifyRecord(filesOf(join(data, 'sessions/left')), SERVER.x)
    expect(verification).toMatchObject({ status: 'intact', problems: [], seal: { by: 'server' } })
    await receiver.records.abandon('never-seen')
    const empty = verifyRecord(filesOf(join(data, 'sessions/never-seen')), SERVER.x)
    expect(empty).toMatchObject({ status: 'intact', problems: [], events: 0 })
  })

  test('can be verified with the key that the server publishes', async () => {
    const published = await (await fetch(`${receiver.url}/v1/log/key`)).text()
    expect(published).toBe(`${SERVER.x}\n`)
  })

  test('is a leaf of the log', async () => {
    const size = async () => {
      const note = await (await fetch(`${receiver.url}/v1/log/checkpoint`)).text()
      expect(note).toBe(readFileSync(join(data, 'log/checkpoint'), 'utf8'))
      return Number(note.split('\n')[1])
    }
    const before = await size()
    await receiver.records.abandon('leaf')
    await receiver.records.abandon('leaf')
    expect(await size()).toBe(before + 1)
  })
})

describe('a disk that takes nothing', () => {
  test.skipIf(!existsSync('/dev/full'))('gives 507 and no receipt', async () => {
    const full = newDir()
    for (const sid of ['chunks', 'receipts', 'session']) {
      mkdirSync(join(full, 'sessions', sid), { recursive: true })
      symlinkSync('/dev/full', join(full, 'sessions', sid, `${sid}.jsonl`))
    }
    const other = await startReceiver({ directory: join(full, 'sessions'), key: SERVER })
    for (const sid of ['chunks', 'receipts', 'session']) {
      const response = await fetch(`${other.url}/v1/sessions/${sid}/chunks`, {
        method: 'POST',
        body: JSON.stringify(chunk(sid)),
        headers: { 'content-type': 'application/json', authorization: `Bearer ${sid}.${OWN.x}` },
      })
      expect(response.status).toBe(507)
      expect(await response.json()).not.toHaveProperty('receipt')
    }
    await other.close()
  })
})
