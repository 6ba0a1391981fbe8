// Masks what detectors find inside a cell; the rest of the text stays.
import { move } from './bytes.ts'
import { createScan, type Scan } from './detectors/detector.ts'
import type { CellMask } from './mask.ts'
import type { Scanner } from './scanner.ts'

const STAR = 0x2a
const QUOTE = 0x22
const BACKSLASH = 0x5c
const ZERO = 0x30

export type Way = 'text' | 'json' | 'fixed'

/**
 * `json`: the cell stays valid JSON. `fixed`: every byte keeps its place, for binary values with lengths in them.
 * The result never grows.
 */
export function detectedMask(scanner: Scanner, way: Way): CellMask {
  const scan = createScan()
  const mask = {
    label: 'detected',
    apply(from: Buffer, start: number, end: number, to: Buffer, at: number): number {
      scan.bytes = from
      scan.begin = start
      scan.floor = start
      scan.end = end
      scan.fresh = true
      const inString = way === 'json' ? { at: start, inside: false } : undefined
      let read = start
      let write = at
      for (let id = scanner.next(scan); id !== undefined; id = scanner.next(scan)) {
        const outside = inString !== undefined && !advance(inString, from, scan.from)
        // Before anything is written in place.
        if (inString) advance(inString, from, scan.to)
        if (outside && !number(from[scan.from]!)) continue
        mask.label = id
        write += move(from, read, scan.from, to, write)
        write += replace(scan, way, outside, to, write)
        read = scan.to
      }
      if (read === start) return -2
      return write + move(from, read, end, to, write) - at
    },
    bound: (length: number) => length,
  }
  return mask
}

/** Stars within text, the number 0 for a number of JSON. */
function replace(scan: Scan, way: Way, number: boolean, to: Buffer, at: number): number {
  if (number) {
    to[at] = ZERO
    return 1
  }
  const length = way === 'fixed' ? scan.to - scan.from : Math.min(4, scan.to - scan.from)
  for (let index = 0; index < length; index++) to[at + index] = STAR
  return length
}

function number(byte: number): boolean {
  return (byte >= ZERO && byte <= 0x39) || byte === 0x2d
}

/** Walks to `until`; true when that is inside a string. Every byte is walked once a cell. */
function advance(state: { at: number; inside: boolean }, bytes: Buffer, until: number): boolean {
  let { at, inside } = state
  for (; at < until; at++) {
    const byte = bytes[at]
    if (byte === QUOTE) inside = !inside
    else if (byte === BACKSLASH && inside) at++
  }
  state.at = at
  state.inside = inside
  return inside
}
