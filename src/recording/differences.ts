// What happened to the lines of `session.jsonl`, told from the marks in `chunks.jsonl`.
import { markLines } from './marks.ts'
import { type Line, linesOf } from './reading.ts'

export type Kind = 'changed' | 'cut' | 'reordered' | 'inserted' | 'removed'

export interface Difference {
  readonly kind: Kind
  /** First line that is not as it was, counted from 1, and its byte offset. */
  readonly line: number
  readonly offset: number
  /** How many lines. */
  readonly count: number
}

/** More lines than this were not added by somebody who wants to know where. */
const MOST_ADDED = 100_000

/**
 * The stretch where the lines differ from what the marks say; undefined when every line fits its mark, or too many were added. Lines behind
 * the last chunk have no mark: the record is compared without as many and with them, and the shorter stretch is it.
 */
export function compareLines(session: Uint8Array, expected: readonly number[]): Difference | undefined {
  const lines: Line[] = []
  for (const line of linesOf(session)) {
    lines.push(line)
    if (lines.length > MOST_ADDED + expected.length) return undefined
  }
  const marks = markLines(session)
  const found = compare(lines, marks.slice(0, expected.length), expected, session.length)
  const whole = compare(lines, marks, expected, session.length)
  return found && whole && whole.count < found.count ? whole : found
}

function compare(
  lines: readonly Line[],
  actual: readonly number[],
  expected: readonly number[],
  size: number,
): Difference | undefined {
  let first = 0
  while (first < expected.length && first < actual.length && expected[first] === actual[first]) first++
  if (first === expected.length && first === actual.length) return undefined
  let last = 0
  const most = Math.min(expected.length, actual.length) - first
  while (last < most && expected[expected.length - 1 - last] === actual[actual.length - 1 - last]) last++
  const was = expected.slice(first, expected.length - last)
  const is = actual.slice(first, actual.length - last)
  const at = { line: first + 1, offset: lines[first]?.start ?? size }
  if (was.length === 0) return { kind: 'inserted', ...at, count: is.length }
  if (is.length === 0) return { kind: last === 0 ? 'cut' : 'removed', ...at, count: was.length }
  const torn = lines[actual.length - 1]?.complete === false && is.length === 1 && last === 0 && was.length > 0
  if (torn) return { kind: 'cut', ...at, count: was.length }
  if (sameItems(was, is)) return { kind: 'reordered', ...at, count: is.length }
  return { kind: 'changed', ...at, count: Math.max(was.length, is.length) }
}

function sameItems(one: readonly number[], other: readonly number[]): boolean {
  if (one.length !== other.length) return false
  const sorted = [...one].sort((a, b) => a - b)
  return [...other].sort((a, b) => a - b).every((item, index) => item === sorted[index])
}
