import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTargets } from '../../../src/protocols/postgres/dependencies.ts'
import {
  CLIENT,
  errorResponse,
  FRAME_LIMIT,
  frame,
  frameLength,
  int32,
  ProtocolError,
  readFields,
  readRowDescription,
  UPSTREAM,
  writeFields,
} from '../../../src/protocols/postgres/frames.ts'
import { readPairs } from '../../../src/protocols/postgres/startup.ts'

const bytes = fc.uint8Array({ maxLength: 200 }).map((each) => Buffer.from(each))
const text = fc.string({ maxLength: 20 }).map((each) => each.replaceAll('\0', ''))

/** Whatever the bytes are, the reader answers or says that they are wrong. */
const total = (read: (buffer: Buffer) => unknown) =>
  fc.assert(
    fc.property(bytes, (buffer) => {
      try {
        read(buffer)
      } catch (error) {
        expect(error).toBeInstanceOf(ProtocolError)
      }
    }),
    { numRuns: 2000 },
  )

describe('frames', () => {
  test('a frame has its type, a length that excludes it, and its parts', () => {
    expect(frame(CLIENT.Query, 'SELECT 1')).toEqual(Buffer.from('Q\0\0\0\rSELECT 1\0', 'latin1'))
    expect(frame(CLIENT.Sync)).toEqual(Buffer.from('S\0\0\0\x04', 'latin1'))
  })

  test.each([0, 1, 2, 3, 2 ** 30, 2 ** 31, 2 ** 32 - 1])('length %i is refused', (length) => {
    const header = Buffer.concat([Buffer.from('D'), int32(length)])
    expect(() => frameLength(header, 0, FRAME_LIMIT)).toThrow(ProtocolError)
  })

  test('hostile bodies never hang and never read beyond', () => {
    total((buffer) => readFields(buffer, 0, buffer.length))
    total((buffer) => readRowDescription(buffer, 0, buffer.length))
    total(readPairs)
  })

  test('a body ends where its frame ends, not at the next zero', () => {
    const body = Buffer.from('MabcCdef\0\0')
    expect(() => readFields(body, 0, 6)).toThrow(ProtocolError)
  })

  test('fields are written as they were read', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('S', 'C', 'M', 'D', 'H'), text)), (fields) => {
        const written = writeFields(UPSTREAM.NoticeResponse, fields)
        expect(readFields(written, 5, written.length)).toEqual(fields)
      }),
    )
  })

  test('an error response has what a client needs', () => {
    const written = errorResponse({
      severity: 'ERROR',
      sqlstate: '42501',
      message: 'no',
      detail: 'd',
      hint: 'h',
    })
    expect(
      readFields(written, 5, written.length)
        .map(([code]) => code)
        .join(''),
    ).toBe('SVCMDH')
  })
})

describe('row descriptions', () => {
  test('columns with origin, type and format', () => {
    const column = Buffer.concat([
      int32(16384),
      Buffer.of(0, 2),
      int32(25),
      Buffer.of(255, 255),
      int32(-1),
      Buffer.of(0, 1),
    ])
    const body = Buffer.concat([Buffer.of(0, 1), Buffer.from('é\0'), column])
    expect(readRowDescription(body, 0, body.length)).toEqual([
      { label: 'é', table: 16384, attribute: 2, type: 25, format: 'binary' },
    ])
  })
})

describe('a view’s tree', () => {
  test('only the targets of the query itself count', () => {
    const inner = '{TARGETENTRY :expr {VAR} :resno 1 :resname x :resorigtbl 99 :resorigcol 9 :resjunk false}'
    const target = (resno: number, table: number, column: number, junk = false) =>
      `{TARGETENTRY :expr {VAR :varno 1} :resno ${resno} :resname a\\ b\\} :resorigtbl ${table} :resorigcol ${column} :resjunk ${junk}}`
    const tree = `({QUERY :rtable ({RTE :subquery {QUERY :targetList (${inner})}}) :targetList (${target(1, 16384, 2)} ${target(2, 0, 0)} ${target(3, 16384, 1, true)})})`
    expect([...readTargets(tree)]).toEqual([[1, { table: 16384, attribute: 2 }]])
  })
})
