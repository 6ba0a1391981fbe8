import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { canonical, type Json } from '../../src/core/json.ts'
import { genesis, sha256, signAs, signingKey } from '../../src/recording/chain.ts'
import { createRecorder } from '../../src/recording/create.ts'
import { type RecordFiles, type Verification, verifyRecord } from '../../src/recording/verify.ts'
import { END, filesOf, KEY, newDir, newKey, result, START, statement } from './samples.ts'
import { fakeServer } from './server.ts'

const SERVER = newKey()
type Name = 'session' | 'chunks' | 'receipts' | 'seal'
const NAMES: readonly Name[] = ['session', 'chunks', 'receipts', 'seal']

/** A chunk for each statement, and one for the end. */
async function write(
  upload = fakeServer(SERVER),
  { sealed = true, statements = 3, start = true } = {},
): Promise<RecordFiles> {
  const dir = join(newDir(), 'record')
  const recorder = createRecorder({ dir, session: 's1', key: KEY, upload, limits: { chunkAfter: 1 } })
  if (start) recorder.append(START)
  for (let id = 1; id <= statements; id++) {
    recorder.append(statement(id))
    recorder.append(result(id))
    recorder.flush()
    while (upload.chunks.length < id) await new Promise((resolve) => setTimeout(resolve, 2))
  }
  await new Promise((resolve) => setTimeout(resolve, 5))
  const unsealed = filesOf(dir)
  await recorder.seal(END)
  return sealed ? filesOf(dir) : unsealed
}

let record: RecordFiles
let unsealed: RecordFiles

beforeAll(async () => {
  record = await write()
  unsealed = await write(undefined, { sealed: false })
})

const edited = (name: Name, bytes: Buffer): RecordFiles => ({ ...record, [name]: bytes })
const linesOf = (bytes: Buffer | undefined) => bytes!.toString().split('\n').slice(0, -1)
const joined = (lines: string[]) => Buffer.from(lines.map((line) => `${line}\n`).join(''))
const kinds = ({ problems }: Verification) => [...new Set(problems.map(({ kind }) => kind))]

describe('a whole record', () => {
  test('is intact, with and without the pinned key', () => {
    const pinned = verifyRecord(record, SERVER.x)
    expect(pinned).toMatchObject({
      status: 'intact',
      problems: [],
      session: 's1',
      events: 8,
      keys: { pinned: true },
    })
    expect(pinned.seal).toMatchObject({ reason: 'clean', by: 'session' })
    expect(pinned.acknowledged).toEqual({ chunks: 4, events: 8, bytes: record.session.length })
    expect(pinned.summary).toMatchObject({
      targets: ['orders-prod'],
      statements: 3,
      masked: 3,
      reason: 'clean',
    })
    expect(verifyRecord(record).status).toBe('intact')
  })

  test('does not hold against another server key', () => {
    const { status, problems } = verifyRecord(record, newKey().x)
    expect(status).toBe('broken')
    expect(problems.map(({ kind }) => kind)).toContain('key')
  })

  test('made anew by somebody else is not the server’s', async () => {
    const forged = await write(fakeServer(newKey()))
    expect(verifyRecord(forged).status).toBe('intact')
    expect(verifyRecord(forged, SERVER.x).status).toBe('broken')
  })
})

describe('an unsealed record', () => {
  test('holds as far as the server acknowledged it', () => {
    const { status, problems, acknowledged, events } = verifyRecord(unsealed, SERVER.x)
    expect({ status, problems, events }).toEqual({ status: 'incomplete', problems: [], events: 7 })
    expect(acknowledged).toEqual({ chunks: 3, events: 7, bytes: unsealed.session.length })
  })

  test('may end in a torn line, in every file', () => {
    const torn = Buffer.from('{"bytes":12,"co')
    for (const name of ['session', 'chunks', 'receipts'] as const) {
      const verification = verifyRecord({ ...unsealed, [name]: Buffer.concat([unsealed[name]!, torn]) })
      expect(verification).toMatchObject({ status: 'incomplete', acknowledged: { events: 7 }, events: 7 })
    }
  })

  test('says how many events nobody has signed', () => {
    const more = `{"conn":1,"id":9,"parameters":0,"seq":7,"t":"2026-11-22T10:00:00.000Z","type":"execute","v":1}\n`
    const verification = verifyRecord({
      ...unsealed,
      session: Buffer.concat([unsealed.session, Buffer.from(more)]),
    })
    expect(verification).toMatchObject({ status: 'incomplete', events: 8, signed: { events: 7 } })
  })

  test('with nothing but its events is signed by nobody', () => {
    const verification = verifyRecord({ session: unsealed.session })
    expect(verification).toMatchObject({ status: 'incomplete', events: 7, signed: { events: 0 } })
  })
})

describe('tampering', () => {
  test('with any byte is never intact, nor is cutting anywhere', async () => {
    const small = await write(undefined, { statements: 0, start: false })
    expect(verifyRecord(small, SERVER.x).status).toBe('intact')
    for (const name of NAMES) {
      const bytes = small[name]!
      for (let at = 0; at < bytes.length; at++) {
        const flipped = Buffer.from(bytes)
        flipped[at]! ^= 1 << (at % 8)
        const { status } = verifyRecord({ ...small, [name]: flipped }, SERVER.x)
        if (status !== 'broken') expect.fail(`${name} with byte ${at} changed is ${status}`)
        const cut = verifyRecord({ ...small, [name]: bytes.subarray(0, at) }, SERVER.x)
        if (cut.status !== 'broken') expect.fail(`${name} cut to ${at} bytes is ${cut.status}`)
      }
    }
  })

  test('with some bytes of a longer record is never intact', () => {
    const edit = fc.record({
      name: fc.constantFrom(...NAMES),
      at: fc.nat(),
      mask: fc.integer({ min: 1, max: 255 }),
    })
    fc.assert(
      fc.property(edit, ({ name, at, mask }) => {
        const bytes = Buffer.from(record[name]!)
        bytes[at % bytes.length]! ^= mask
        expect(verifyRecord(edited(name, bytes), SERVER.x).status).toBe('broken')
      }),
      { numRuns: 300 },
    )
  })

  test('with one byte says line, offset and event', () => {
    const lines = linesOf(record.session)
    const changed = lines.with(3, lines[3]!.replace('id = 2', 'id = 3'))
    expect(changed[3]).not.toBe(lines[3])
    const offset = joined(lines.slice(0, 3)).length
    expect(verifyRecord(edited('session', joined(changed))).problems).toEqual([
      expect.objectContaining({ kind: 'changed', file: 'session.jsonl', line: 4, offset, event: 3 }),
    ])
  })

  test('by removing, inserting, swapping or cutting lines says which', () => {
    const lines = linesOf(record.session)
    const problemsOf = (changed: string[]) => verifyRecord(edited('session', joined(changed))).problems
    expect(problemsOf(lines.toSpliced(2, 1))).toMatchObject([{ kind: 'removed', line: 3 }])
    expect(problemsOf(lines.toSpliced(2, 0, lines[5]!))).toMatchObject([{ kind: 'inserted', line: 3 }])
    const swapped = lines.with(2, lines[4]!).with(4, lines[2]!)
    expect(problemsOf(swapped)).toMatchObject([{ kind: 'reordered', line: 3 }])
    expect(problemsOf(lines.slice(0, 6))).toMatchObject([{ kind: 'cut', line: 7 }])
    expect(problemsOf([...lines, lines[7]!])).toContainEqual(expect.objectContaining({ kind: 'inserted' }))
  })

  test.each(['chunks', 'receipts'] as const)('with the order or number of lines of %s is found', (name) => {
    const lines = linesOf(record[name])
    const variants = [
      lines.with(0, lines[1]!).with(1, lines[0]!),
      lines.toSpliced(1, 1),
      lines.slice(0, -1),
      [...lines, lines.at(-1)!],
      [],
    ]
    for (const variant of variants) expect(verifyRecord(edited(name, joined(variant))).status).toBe('broken')
  })

  test('by leaving out files', () => {
    expect(kinds(verifyRecord({ ...record, receipts: undefined }))).toEqual(['missing'])
    expect(kinds(verifyRecord({ ...record, chunks: undefined }))).toContain('missing')
    expect(verifyRecord({ ...record, seal: undefined }).status).toBe('incomplete')
  })

  test('with a valid seal of another record', async () => {
    const other = await write(fakeServer(SERVER))
    for (const name of NAMES) expect(verifyRecord(edited(name, other[name]!)).status).toBe('broken')
  })

  test('by claiming that it was kept locally only takes the countersignature with it', () => {
    const { v, kept, seal, signature, key } = JSON.parse(record.seal!.toString())
    const local = (members: object) => edited('seal', Buffer.from(`${canonical(members as Json)}\n`))
    expect(verifyRecord(local({ key, kept: 'local', seal, signature, v }), SERVER.x).status).toBe('local')
    expect(verifyRecord(local({ key, kept, seal, signature, v }), SERVER.x).status).toBe('broken')
    expect(verifyRecord(local({ key, kept: 'local', seal, v }), SERVER.x).status).toBe('broken')
  })
})

describe('hostile bytes', () => {
  const hostile = [
    '{"a":1,"a":2}',
    '{"seq":1e400}',
    '{"seq":9007199254740993}',
    '{"v":-0}',
    '['.repeat(200_000),
    `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
    '{"__proto__":{"seq":0}}',
    '{"seq":0,"t":"2026-11-22T10:00:00.000Z","type":"x","v":1, "w":2}',
    '\ufeff{}',
    'null',
    '"\\ud800"',
    '',
  ]

  test.each(hostile.map((text) => [text.slice(0, 40), text]))('%s is refused', (_, text) => {
    for (const name of NAMES) {
      const bytes = Buffer.from(`${text}\n`)
      expect(verifyRecord(edited(name, bytes)).status).toBe('broken')
    }
  })

  test('bytes that are not UTF-8 are refused although they read the same', () => {
    const bytes = Buffer.from(`{"seq":0,"t":"2026-11-22T10:00:00.000Z","type":"\ufffd","v":1}\n`)
    const event = verifyRecord({ session: bytes })
    expect(event.problems).toEqual([])
    const at = bytes.indexOf(0xef)
    const invalid = Buffer.concat([bytes.subarray(0, at), Buffer.of(0xff), bytes.subarray(at + 3)])
    expect(verifyRecord({ session: invalid }).problems).toMatchObject([{ kind: 'form', line: 1 }])
  })

  test('any bytes get an answer', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.json().map((text) => Buffer.from(`${text}\n`)),
      fc
        .record({ name: fc.constantFrom(...NAMES), at: fc.nat(), by: fc.uint8Array({ maxLength: 8 }) })
        .map(({ name, at, by }) => {
          const whole = record[name]!
          const start = at % whole.length
          return Buffer.concat([whole.subarray(0, start), by, whole.subarray(start + by.length)])
        }),
    )
    const files = fc.record({
      session: bytes,
      chunks: fc.option(bytes, { nil: undefined }),
      receipts: fc.option(bytes, { nil: undefined }),
      seal: fc.option(bytes, { nil: undefined }),
    })
    fc.assert(
      fc.property(
        files,
        fc.option(fc.string(), { nil: undefined }),
        ({ session, chunks, receipts, seal }, pin) => {
          const as = (data: Uint8Array | undefined) => data && Buffer.from(data)
          const hostileFiles = {
            session: as(session)!,
            chunks: as(chunks),
            receipts: as(receipts),
            seal: as(seal),
          }
          expect(verifyRecord(hostileFiles, pin).status).not.toBe('intact')
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('what is made to keep the reader busy', () => {
  const lines = Buffer.alloc(20_000_000, '\n')

  test.each([
    ['nothing but line feeds', () => ({ session: lines })],
    [
      'line feeds behind signed chunks',
      () => ({ ...record, session: Buffer.concat([record.session, lines]) }),
    ],
    ['line feeds instead of signed chunks', () => ({ ...record, session: lines })],
  ])('%s', (_name, files) => {
    const started = performance.now()
    expect(verifyRecord(files()).status).toBe('broken')
    expect(performance.now() - started).toBeLessThan(3000)
  })

  test('a chunk that is longer than any session makes it', () => {
    const { key, x } = signingKey(KEY)
    const header = {
      sid: 's1',
      seq: 0,
      off: 0,
      len: lines.length,
      sha256: sha256(lines),
      prev: genesis('s1'),
    }
    const line = canonical({ header, key: x, marks: '', signature: signAs('chunk', header, key) })
    const { problems } = verifyRecord({ session: lines, chunks: Buffer.from(`${line}\n`) })
    expect(problems).toContainEqual(
      expect.objectContaining({ kind: 'chain', message: 'chunk 0 is longer than a chunk can be' }),
    )
  })
})

test('a session cannot pass as another one', async () => {
  const upload = fakeServer(SERVER)
  const dir = join(newDir(), 'record')
  const recorder = createRecorder({ dir, session: 's2', key: KEY, upload })
  recorder.append(START)
  await recorder.seal(END)
  expect(verifyRecord(filesOf(dir), SERVER.x)).toMatchObject({
    status: 'broken',
    problems: [{ file: 'session.jsonl', line: 1, message: 'the event is of another session' }],
  })
})
