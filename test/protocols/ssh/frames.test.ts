// Fields to bytes and back; nothing that is cut off is read.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encode, type Field, frame, ProtocolError, Reader } from '../../../src/protocols/ssh/frames.ts'

const fields = fc.array(
  fc.oneof(
    fc.boolean(),
    fc.integer({ min: 0, max: 0xffffffff }),
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  ),
  { maxLength: 8 },
)

function read(reader: Reader, like: Field): Field {
  if (typeof like === 'boolean') return reader.boolean()
  return typeof like === 'number' ? reader.uint32() : reader.string()
}

test('what is written is read', () => {
  fc.assert(
    fc.property(fields, (written) => {
      const reader = new Reader(frame(98, ...written), 1)
      expect(written.map((field) => read(reader, field))).toEqual(written)
      expect(reader.rest().length).toBe(0)
    }),
  )
})

test('what is cut off anywhere is not', () => {
  fc.assert(
    fc.property(fields, fc.nat(), (written, at) => {
      const whole = frame(98, ...written)
      const cut = whole.subarray(0, 1 + (at % Math.max(1, whole.length - 1)))
      if (cut.length === whole.length) return
      const reader = new Reader(cut, 1)
      expect(() => written.forEach((field) => void read(reader, field))).toThrow(ProtocolError)
    }),
  )
})

test('names are printable ASCII', () => {
  for (const name of ['', 'a b', 'a\0', 'ä', 'x'.repeat(129)])
    expect(() => new Reader(encode(name)).name()).toThrow(ProtocolError)
  expect(new Reader(encode('keepalive@openssh.com')).name()).toBe('keepalive@openssh.com')
})
