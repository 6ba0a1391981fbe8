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

export interface Scrubber {
  /** What may be shown so far; the rest waits until it is certain that no detected value continues in it. */
  write(chunk: Buffer): Buffer
  /** What is left. Afterwards the next chunk begins anew. */
  end(): Buffer
}

/** Masks a stream: values that are split across chunks are found. Holds back the scanner's reach at most, and one chunk. */
export function createScrubber(scanner: Scanner): Scrubber {
  const scan = createScan()
  let held = Buffer.alloc(0)
  // Bytes of `held` that were shown already: detectors look at them, nothing else.
  let shown = 0
  const drain = (last: boolean): Buffer => {
    scan.bytes = held
    scan.begin = 0
    scan.floor = shown
    scan.end = held.length
    let cut = last ? held.length : Math.max(shown, held.length - scanner.reach)
    const parts: Buffer[] = []
    let read = shown
    while (scanner.next(scan) !== undefined) {
      if (scan.from >= cut) break
      parts.push(held.subarray(read, scan.from), STARS)
      read = scan.to
      cut = Math.max(cut, read)
    }
    const output = Buffer.concat([...parts, held.subarray(read, Math.max(read, cut))])
    const context = last ? held.length : Math.max(0, cut - scanner.reach)
    held = held.subarray(context)
    shown = cut - context
    return output
  }
  return {
    write(chunk) {
      held = Buffer.concat([held, chunk])
      return held.length - shown > scanner.reach ? drain(false) : Buffer.alloc(0)
    },
    end: () => drain(true),
  }
}
