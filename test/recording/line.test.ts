import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EventBody } from '../../src/core/event.ts'
import { canonical, type Json } from '../../src/core/json.ts'
import { MAX_LINE_BYTES } from '../../src/recording/chain.ts'
import { createLineWriter, piecesOf } from '../../src/recording/line.ts'
import { START, statement } from './samples.ts'

const T = '2026-11-22T10:00:00.000Z'
const count = fc.maxSafeNat()
const text = fc.string({ unit: 'binary', maxLength: 40 })

const statements = fc.record(
  {
    type: fc.constant('statement' as const),
    conn: count,
    id: count,
    text,
    redacted: fc.boolean(),
    sha256: text,
    effects: fc.array(fc.record({ action: fc.constant('read' as const), object: text })),
    relations: fc.array(text),
    verdict: fc.constantFrom('allow', 'hold', 'block'),
    rules: fc.array(text),
    observed: fc.boolean(),
    prepared: text,
  },
  {
    requiredKeys: [
      'type',
      'conn',
      'id',
      'text',
      'redacted',
      'sha256',
      'effects',
      'relations',
      'verdict',
      'rules',
    ],
  },
)
const results = fc.record(
  {
    type: fc.constant('result' as const),
    conn: count,
    id: count,
    tag: text,
    rows: count,
    bytes: count,
    ms: count,
    masked: fc.dictionary(text, count),
  },
  { requiredKeys: ['type', 'conn', 'id', 'tag', 'rows', 'bytes', 'ms'] },
)
const executes = fc.record({
  type: fc.constant('execute' as const),
  conn: count,
  id: count,
  parameters: count,
})

describe('a line', () => {
  test('is canonical JSON, also where a template writes it', () => {
    const writer = createLineWriter()
    fc.assert(
      fc.property(fc.oneof(statements, results, executes), count, (event, seq) => {
        const line = writer.line(event as EventBody, seq, T)
        expect(line).toBe(`${canonical({ ...event, v: 1, seq, t: T } as Json)}\n`)
      }),
    )
    expect(writer.line(START, 0, T)).toBe(`${canonical({ ...START, v: 1, seq: 0, t: T } as Json)}\n`)
  })

  test('holds integers only', () => {
    const writer = createLineWriter()
    for (const ms of [1.5, Number.NaN, Infinity, 2 ** 53])
      expect(() =>
        writer.line({ type: 'result', conn: 1, id: 1, tag: '', rows: 0, bytes: 0, ms }, 0, T),
      ).toThrow(TypeError)
  })

  test('of a 10 MB statement is cut, marked and keeps the hash of the exact bytes', () => {
    const long = statement(1, `select '${'é'.repeat(5_000_000)}'`)
    const line = createLineWriter().line(long, 0, T)
    const event = JSON.parse(line)
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(MAX_LINE_BYTES)
    expect(event.redacted).toBe(true)
    expect(event.text).toBe((long as { text: string }).text.slice(0, 64 * 1024))
    expect(event.sha256).toBe((long as { sha256: string }).sha256)
  })

  test('of output is never cut: too much for one is several', () => {
    const text = `${'é'.repeat(64 * 1024 - 1)}😀${'\0'.repeat(200_000)}`
    const pieces = piecesOf({ type: 'output', conn: 1, id: 1, stream: 'stdout', text })
    expect(pieces.map((piece) => piece.text).join('')).toBe(text)
    for (const piece of pieces) {
      expect(piece.text.isWellFormed()).toBe(true)
      expect(Buffer.byteLength(createLineWriter().line(piece, 0, T))).toBeLessThanOrEqual(MAX_LINE_BYTES)
    }
  })

  test('of a statement with too many effects keeps the first thousand', () => {
    const effects = Array.from({ length: 50_000 }, (_, n) => ({
      action: 'insert' as const,
      object: 'table',
      name: `table_${n}`,
    }))
    const line = createLineWriter().line({ ...statement(1), effects } as EventBody, 0, T)
    expect(JSON.parse(line).effects).toEqual(effects.slice(0, 1000))
  })

  test('that is too long and cannot be cut is refused', () => {
    const masked = Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [`column number ${n}`, 1]))
    const event: EventBody = { type: 'result', conn: 1, id: 1, tag: '', rows: 0, bytes: 0, ms: 0, masked }
    expect(() => createLineWriter().line(event, 0, T)).toThrow(/too long/)
  })
})
