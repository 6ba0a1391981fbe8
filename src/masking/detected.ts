// Masks what detectors find inside a cell; the rest of the text stays.
import { move } from './bytes.ts'
import { createScan } from './detectors/detector.ts'
import { type Escapes, type Undone, undone } from './escapes.ts'
import type { CellMask } from './mask.ts'
import type { Hit } from './patterns.ts'
import type { Scanner } from './scanner.ts'

const STAR = 0x2a
const QUOTE = 0x22
const BACKSLASH = 0x5c
const ZERO = 0x30

export type Way = 'text' | 'json' | 'xml' | 'nested' | 'fixed'

/**
 * `json`: the cell stays valid JSON. `nested`: other values in a notation of their own. `fixed`: every byte keeps its place,
 * for binary values with lengths in them. The result never grows.
 */
export function detectedMask(scanner: Scanner, way: Way): CellMask {
  const scan = createScan()
  const kind: Escapes | undefined = way === 'text' ? undefined : way === 'fixed' ? 'nested' : way
  const begin = (bytes: Buffer, start: number, end: number): void => {
    scan.bytes = bytes
    scan.begin = start
    scan.floor = start
    scan.end = end
    scan.fresh = true
  }
  const mask = {
    label: 'detected',
    apply(from: Buffer, start: number, end: number, to: Buffer, at: number): number {
      const plain = kind && undone(kind, from, start, end)
      if (plain) return rewritten(from, start, end, to, at, plain)
      begin(from, start, end)
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

  /** With escapes: what is found as it is written, and what is found as it is meant. */
  function rewritten(
    from: Buffer,
    start: number,
    end: number,
    to: Buffer,
    at: number,
    plain: Undone,
  ): number {
    const hits: Hit[] = []
    begin(from, start, end)
    for (let id = scanner.next(scan); id !== undefined; id = scanner.next(scan))
      hits.push({ id, from: scan.from, to: scan.to })
    begin(plain.bytes, 0, plain.bytes.length)
    for (let id = scanner.next(scan); id !== undefined; id = scanner.next(scan))
      hits.push({ id, from: plain.at[scan.from]!, to: plain.at[scan.to]! })
    const inString = way === 'json' ? { at: start, inside: false } : undefined
    let read = start
    let write = at
    for (const hit of hits.sort((one, other) => one.from - other.from)) {
      const first = Math.max(hit.from, read)
      if (first >= hit.to) continue
      const outside = inString !== undefined && !advance(inString, from, first)
      const stays = !inString || outside === !advance(inString, from, hit.to)
      if (outside && stays && !number(from[first]!)) continue
      mask.label = hit.id
      // Across the end of a string: nothing of the cell can stay, but for the version in front of a binary `jsonb`.
      if (!stays && end - start > NOTHING.length) {
        const head = from[start] === 1 ? move(from, start, start + 1, to, at) : 0
        return head + NOTHING.copy(to, at + head)
      }
      write += move(from, read, first, to, write)
      write += replace({ from: first, to: hit.to }, way, outside, to, write)
      read = hit.to
    }
    return read === start ? -2 : write + move(from, read, end, to, write) - at
  }
  return mask
}

const NOTHING = Buffer.from('"****"')

/** The whole cell is replaced as soon as something is found in it: its own notation leaves no room for stars. */
export function replacedMask(scanner: Scanner, constant: Buffer): CellMask {
  const scan = createScan()
  const mask = {
    label: 'detected',
    apply(from: Buffer, start: number, end: number, to: Buffer, at: number): number {
      Object.assign(scan, { bytes: from, begin: start, floor: start, end, fresh: true })
      const id = scanner.next(scan)
      if (id === undefined) return -2
      mask.label = id
      return constant.copy(to, at)
    },
    bound: () => constant.length,
  }
  return mask
}

type Span = Pick<Hit, 'from' | 'to'>

/** Stars within text, the number 0 for a number of JSON. */
function replace(span: Span, way: Way, number: boolean, to: Buffer, at: number): number {
  if (number) {
    to[at] = ZERO
    return 1
  }
  const length = way === 'fixed' ? span.to - span.from : Math.min(4, span.to - span.from)
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
