// Detectors over `bytea`: what is text in it. Output formats: https://www.postgresql.org/docs/current/datatype-binary.html
import { isUtf8 } from 'node:buffer'
import { createScan } from './detectors/detector.ts'
import type { CellMask } from './mask.ts'
import type { Scanner } from './scanner.ts'

const STAR = 0x2a
const BACKSLASH = 0x5c
/** So many readable characters in a row are no accident in bytes that are no text. */
const READABLE = 12

/** Every byte keeps its place. `format` is that of the cell: `\x…` or escapes in text. */
export function blobMask(scanner: Scanner, format: 'text' | 'binary'): CellMask {
  const scan = createScan()
  const mask = {
    label: 'detected',
    apply(from: Buffer, start: number, end: number, to: Buffer, at: number): number {
      const hexed = format === 'text' && from[start] === BACKSLASH && from[start + 1] === 0x78
      const value = format === 'binary' ? from.subarray(start, end) : plain(from, start, end, hexed)
      const hits: (readonly [number, number])[] = []
      Object.assign(scan, { bytes: value, begin: 0, floor: 0, end: value.length, fresh: true })
      for (let id = scanner.next(scan); id !== undefined; id = scanner.next(scan)) {
        const hit = certain(value, scan.from, scan.to)
        if (!hit) continue
        hits.push(hit)
        mask.label = id
      }
      if (hits.length === 0) return -2
      const masked = Buffer.from(value)
      for (const [first, last] of hits) masked.fill(STAR, first, last)
      // An escaped value comes back as hex, which every client takes; it is never longer than the cell.
      if (format === 'binary') return masked.copy(to, at)
      return hexed ? to.write(`\\x${masked.toString('hex')}`, at, 'latin1') : escaped(masked).copy(to, at)
    },
    bound: (length: number) => length,
  }
  return mask
}

/** What a text cell holds. */
function plain(from: Buffer, start: number, end: number, hexed: boolean): Buffer {
  if (hexed) return Buffer.from(from.toString('latin1', start + 2, end), 'hex')
  const value = Buffer.allocUnsafe(end - start)
  let length = 0
  for (let at = start; at < end; at++) {
    const octal = from[at] === BACKSLASH && from[at + 1] !== BACKSLASH && at + 3 < end
    if (octal) value[length++] = Number.parseInt(from.toString('latin1', at + 1, at + 4), 8)
    else value[length++] = from[at]!
    if (octal) at += 3
    else if (from[at] === BACKSLASH) at++
  }
  return value.subarray(0, length)
}

/** As byteaout writes it. */
function escaped(value: Buffer): Buffer {
  const parts: string[] = []
  for (const byte of value)
    if (byte === BACKSLASH) parts.push('\\\\')
    else if (byte >= 0x20 && byte <= 0x7e) parts.push(String.fromCharCode(byte))
    else parts.push(`\\${byte.toString(8).padStart(3, '0')}`)
  return Buffer.from(parts.join(''), 'latin1')
}

/** All of a hit in text; in other bytes the longest run of it that people can read, when it is long enough. */
function certain(value: Buffer, from: number, to: number): readonly [number, number] | undefined {
  if (isUtf8(value) && !value.includes(0)) return [from, to]
  let best: readonly [number, number] = [from, from]
  for (let at = from, start = from; at <= to; at++) {
    const byte = at < to ? value[at]! : 0
    if (byte > 0x20 && byte < 0x7f) continue
    if (at - start > best[1] - best[0]) best = [start, at]
    start = at + 1
  }
  return best[1] - best[0] >= READABLE ? best : undefined
}
