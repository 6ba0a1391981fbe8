// Bytes to checked lines. Whatever is in the files, this returns or reports; it does not throw.
import { canonical, type Json } from '../core/json.ts'
import { isRecord } from './shapes.ts'

export interface Line {
  /** Counted from 0, with its first byte and the first byte after it (its line feed included). */
  readonly index: number
  readonly start: number
  readonly end: number
  /** False for the last line when its line feed is missing. */
  readonly complete: boolean
}

export function* linesOf(bytes: Uint8Array): Generator<Line> {
  for (let start = 0, index = 0; start < bytes.length; index++) {
    const newline = bytes.indexOf(10, start)
    const end = newline === -1 ? bytes.length : newline + 1
    yield { index, start, end, complete: newline !== -1 }
    start = end
  }
}

/** Throws on what is not UTF-8, and keeps the rest as it is: two different files never give the same text. */
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * The value of canonical JSON text, undefined for anything else: another spelling of the same value, members twice,
 * numbers that are not safe integers, bytes that are not UTF-8, nesting that is too deep to be an event.
 */
export function parseCanonical(bytes: Uint8Array): Json | undefined {
  try {
    const text = UTF8.decode(bytes)
    const value = JSON.parse(text) as Json
    return canonical(value) === text ? value : undefined
  } catch {
    return undefined
  }
}

/** An event as far as every reader needs it. */
export interface AnyEvent {
  readonly type: string
  readonly seq: number
  readonly t: string
  readonly [member: string]: unknown
}

export function asEvent(value: unknown): AnyEvent | undefined {
  if (!isRecord(value)) return undefined
  const { v, seq, t, type } = value
  const holds = v === 1 && Number.isSafeInteger(seq) && typeof t === 'string' && typeof type === 'string'
  return holds && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(t)
    ? (value as unknown as AnyEvent)
    : undefined
}
