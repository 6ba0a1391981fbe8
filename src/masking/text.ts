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
  /** What may be shown so far: whole lines, and of a very long line all but its end. */
  write(chunk: Buffer): Buffer
  /** What is left. Afterwards the next chunk begins anew. */
  end(): Buffer
}

/** Enough for the END line of a key: until so much follows, a value that spans lines may still go on. */
const UNDECIDED = 64

/** Masks a stream: values that are split across chunks are found, also keys that span lines. */
export function createScrubber(scanner: Scanner): Scrubber {
  const scan = createScan()
  let held = Buffer.alloc(0)
  // Bytes of `held` that were shown already: detectors look at them, nothing else.
  let shown = 0
  const drain = (last: boolean): Buffer => {
    let cut = last ? held.length : Math.max(shown, lineEnd(held), held.length - scanner.reach)
    if (cut === shown) return Buffer.alloc(0)
    Object.assign(scan, { bytes: held, begin: 0, floor: shown, end: held.length, fresh: true })
    const parts: Buffer[] = []
    let read = shown
    while (scanner.next(scan) !== undefined && scan.from < cut) {
      const open =
        scan.to >= cut && held.length - scan.to < UNDECIDED && held.length - scan.from < scanner.reach
      if (open && !last) {
        cut = scan.from
        break
      }
      parts.push(held.subarray(read, scan.from), STARS)
      read = scan.to
      cut = Math.max(cut, read)
    }
    const output = Buffer.concat([...parts, held.subarray(read, cut)])
    const context = last ? held.length : Math.max(0, cut - scanner.reach)
    held = held.subarray(context)
    shown = cut - context
    return output
  }
  return {
    write(chunk) {
      held = Buffer.concat([held, chunk])
      return drain(false)
    },
    end: () => drain(true),
  }
}

/** Behind the last line end: no detected value but a private key goes across one. */
function lineEnd(bytes: Buffer): number {
  return Math.max(bytes.lastIndexOf(0x0a), bytes.lastIndexOf(0x0d)) + 1
}
