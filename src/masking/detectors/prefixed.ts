// Tokens that say what they are: a fixed prefix and a run of token characters.
import type { DetectorId } from '../../core/detectors.ts'
import { beginsAt, is, matches, runEnd, WORD } from '../bytes.ts'
import { type Detector, found, type Scan } from './detector.ts'

export interface Shape {
  /** At least two characters; the last two are the anchor. */
  readonly prefix: string
  /** Byte classes of what follows. */
  readonly body: number
  /** Bytes of the body. A longer run is masked up to `max`; it is no token at all when `exact`. */
  readonly min: number
  readonly max: number
  readonly exact?: true
  /** The prefix stays readable (`AccountKey=`). */
  readonly keep?: true
}

export function prefixed(
  id: DetectorId,
  title: string,
  shapes: readonly Shape[],
  examples: Detector['examples'],
): Detector {
  return {
    id,
    title,
    anchors: [...new Set(shapes.map(({ prefix }) => prefix.slice(-2)))],
    reach: Math.max(...shapes.map(({ prefix, max }) => prefix.length + max)) + 2,
    find: (scan, at) => shapes.some((shape) => findShape(scan, at, shape)),
    examples,
  }
}

function findShape(scan: Scan, at: number, { prefix, body, min, max, exact, keep }: Shape): boolean {
  const { bytes, begin, end } = scan
  const from = at + 1 - prefix.length
  if (from < scan.floor || from < begin || !matches(bytes, from, end, prefix)) return false
  if (!beginsAt(bytes, begin, from, WORD)) return false
  const limit = Math.min(end, at + 1 + max)
  const to = runEnd(bytes, at + 1, limit, body)
  if (to - at - 1 < min) return false
  if (exact && to < end && is(bytes[to], body | WORD)) return false
  return found(scan, keep ? at + 1 : from, to)
}
