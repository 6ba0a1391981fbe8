// The values of a Bind, for a person who decides on its statement.
// https://www.postgresql.org/docs/current/protocol-message-formats.html
import { isUtf8 } from 'node:buffer'
import type { Bound } from '../protocol.ts'
import { binaryValue } from './binary.ts'

/** Values read for people; the bytes are all there. */
const MOST = 100

/** `[counts, end)` is a Bind from its count of format codes on; `types` what its Parse declared, from the count on. */
export function boundBy(b: Buffer, counts: number, end: number, types: Buffer): Bound {
  const values = Buffer.from(b.subarray(counts, end))
  const count = values.readUInt16BE(2 + 2 * values.readUInt16BE(0))
  return { bytes: Buffer.concat([types, values]), count, values: () => read(values, types) }
}

function read(b: Buffer, types: Buffer): (string | null)[] {
  const formats = b.readUInt16BE(0)
  const first = 2 + 2 * formats
  const count = b.readUInt16BE(first)
  const values: (string | null)[] = []
  let at = first + 2
  for (let index = 0; index < Math.min(count, MOST) && at + 4 <= b.length; index++) {
    const length = b.readInt32BE(at)
    at += 4
    if (length < 0) {
      values.push(null)
      continue
    }
    const binary = formats > 0 && b.readUInt16BE(2 + 2 * (formats === 1 ? 0 : index)) === 1
    const bytes = b.subarray(at, at + length)
    values.push(binary ? (binaryValue(typeOf(types, index), bytes) ?? hex(bytes)) : shown(bytes))
    at += length
  }
  return values
}

/** 0 when the server is to find out. */
const typeOf = (types: Buffer, index: number): number =>
  types.length >= 6 + 4 * index ? types.readUInt32BE(2 + 4 * index) : 0

const shown = (bytes: Buffer): string => (isUtf8(bytes) ? bytes.toString('utf8') : hex(bytes))

const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`
