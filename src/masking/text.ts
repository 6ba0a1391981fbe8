// Masks over values that stand alone: a field of COPY, a message, the output of a command.
import { createScan } from './detectors/detector.ts'
import type { CellMask } from './mask.ts'
import type { Scanner } from './scanner.ts'

const STARS = Buffer.from('****')

/** The masked value; null for SQL NULL; the same buffer when nothing changes. */
export function maskText(mask: CellMask, value: Buffer): Buffer | null {
  const to = Buffer.allocUnsafe(mask.bound(value.length))
  const length = mask.apply(value, 0, value.length, to, 0)
  if (length === -1) return null
  return length === -2 ? value : to.subarray(0, length)
}

export function scrubText(scanner: Scanner, text: string): string {
  const bytes = Buffer.from(text)
  const scan = createScan()
  scan.bytes = bytes
  scan.end = bytes.length
  const parts: Buffer[] = []
  let read = 0
  while (scanner.next(scan) !== undefined) {
    parts.push(bytes.subarray(read, scan.from), STARS)
    read = scan.to
  }
  return parts.length === 0 ? text : Buffer.concat([...parts, bytes.subarray(read)]).toString()
}
