// The values of a Bind, for a person who decides on its statement.
// https://www.postgresql.org/docs/current/protocol-message-formats.html
import { isUtf8 } from 'node:buffer'
import type { Bound } from '../protocol.ts'

/** Values read for people; the bytes are all there. */
const MOST = 100

/** `[counts, end)` is a Bind from its count of format codes on; `types` what its Parse declared. */
export function boundBy(b: Buffer, counts: number, end: number, types: Buffer): Bound {
  const values = Buffer.from(b.subarray(counts, end))
  return { bytes: Buffer.concat([types, values]), values: () => read(values) }
}

function read(b: Buffer): (string | null)[] {
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
    values.push(shown(b.subarray(at, at + length), binary))
    at += length
  }
  return values
}

const shown = (bytes: Buffer, binary: boolean): string =>
  binary || !isUtf8(bytes) ? `\\x${bytes.toString('hex')}` : bytes.toString('utf8')
