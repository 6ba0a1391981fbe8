import { DETECTOR_IDS, type DetectorId } from '../core/detectors.ts'
import { DIGIT, is } from './bytes.ts'
import type { Detector, Scan } from './detectors/detector.ts'
import { DETECTORS } from './detectors/index.ts'
import { type Hit, LONGEST_MATCH, type Search } from './patterns.ts'

export interface Scanner {
  /** Most bytes that a hit and what decides about it span; for streams. */
  readonly reach: number
  /**
   * The next hit whose anchor is at `scan.floor` or later: its id, with `scan.from`, `scan.to` and the new
   * `scan.floor`; undefined when there is none. One pass, linear in the bytes whatever they are.
   */
  next(scan: Scan): string | undefined
}

/**
 * Anchors are found by a table of bytes, then by a table of byte pairs; only then a detector looks, and only
 * within its reach. 64 KiB of tables a scanner, made once a session.
 */
export function createScanner(ids: readonly DetectorId[], search?: Search): Scanner {
  const built = builtIn(ids)
  return search ? withPatterns(built, search) : built
}

/** What detectors and patterns find, whichever comes first; what overlaps is one span. Each looks at a byte once. */
function withPatterns(detectors: Scanner, search: Search): Scanner {
  let hits: readonly Hit[] = []
  let index = 0
  // What the detectors found beyond the floor; undefined when they have not been asked yet, null for nothing.
  let ahead: Hit | null | undefined
  const look = (scan: Scan): Hit | null => {
    if (ahead === null || (ahead && ahead.from >= scan.floor)) return ahead
    const { floor } = scan
    const id = detectors.next(scan)
    scan.floor = floor
    return id === undefined ? null : { id, from: scan.from, to: scan.to }
  }
  return {
    reach: Math.max(detectors.reach, LONGEST_MATCH),
    next(scan) {
      if (scan.fresh) {
        hits = search(scan.bytes, scan.begin, scan.end)
        index = 0
        ahead = undefined
        scan.fresh = false
      }
      while (index < hits.length && hits[index]!.to <= scan.floor) index++
      ahead = look(scan)
      const own = hits[index]
      const first = ahead && (!own || ahead.from < own.from) ? ahead : own
      if (!first) return undefined
      const other = first === own ? ahead : own
      scan.from = Math.max(first.from, scan.floor)
      scan.to = other && other.from < first.to ? Math.max(first.to, other.to) : first.to
      scan.floor = scan.to
      return first.id
    },
  }
}

function builtIn(ids: readonly DetectorId[]): Scanner {
  const detectors = DETECTOR_IDS.filter((id) => ids.includes(id)).map((id): Detector => DETECTORS[id])
  const { anchors, pairs, groups } = tables(detectors)
  return {
    reach: Math.max(0, ...detectors.map(({ reach }) => reach)),
    next(scan) {
      const { bytes, begin, end } = scan
      for (let at = scan.floor; at < end; at++) {
        const byte = bytes[at]!
        if (anchors[byte] === 0) continue
        const group = pairs[((at > begin ? bytes[at - 1]! : 0x20) << 8) | byte]!
        if (group === 0) continue
        for (const detector of groups[group]!) {
          if (!detector.find(scan, at)) continue
          scan.floor = scan.to
          return detector.id
        }
      }
      return undefined
    },
  }
}

function tables(detectors: readonly Detector[]) {
  const anchors = new Uint8Array(256)
  const sets = new Map<number, number>()
  detectors.forEach((detector, index) => {
    for (const pair of pairsOf(detector)) sets.set(pair, (sets.get(pair) ?? 0) | (1 << index))
  })
  const pairs = new Uint8Array(0x10000)
  const groups: Detector[][] = [[]]
  const numbers = new Map<number, number>()
  for (const [pair, set] of sets) {
    let number = numbers.get(set)
    if (number === undefined) {
      number = groups.push(detectors.filter((_, index) => (set & (1 << index)) !== 0)) - 1
      numbers.set(set, number)
    }
    pairs[pair] = number
    anchors[pair & 0xff] = 1
  }
  return { anchors, pairs, groups }
}

/** `before << 8 | anchor` for every pair of bytes at which the detector looks. */
function* pairsOf({ anchors }: Detector): Generator<number> {
  if (anchors === 'digits') {
    for (let before = 0; before < 256; before++)
      if (beforeDigits(before)) for (let digit = 0x30; digit <= 0x39; digit++) yield (before << 8) | digit
    return
  }
  for (const anchor of anchors) {
    if (anchor.length === 2) yield (anchor.charCodeAt(0) << 8) | anchor.charCodeAt(1)
    else for (let before = 0; before < 256; before++) yield (before << 8) | anchor.charCodeAt(0)
  }
}

/** Not alphanumeric, or the letter of an escape (`\n`), which the detector tells from a word. */
function beforeDigits(byte: number): boolean {
  if (byte === 0x6e || byte === 0x72 || byte === 0x74) return true
  return !is(byte, DIGIT) && !/[A-Za-z]/.test(String.fromCharCode(byte))
}
