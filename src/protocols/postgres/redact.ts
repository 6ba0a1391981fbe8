// Errors and notices may carry values: https://www.postgresql.org/docs/current/protocol-error-fields.html
import type { Statement } from '../../core/statement.ts'
import type { Masking } from '../../masking/mask.ts'
import type { Exchange } from './exchange.ts'
import { type Fields, frame, int32, readFields, stringEnd, UPSTREAM, writeFields } from './frames.ts'

/** Detail, hint, context, internal query, and names of column, type and constraint. */
const VALUES = new Set(['D', 'H', 'W', 'q', 'c', 'd', 'n'])
/** Texts that people read. */
const TEXTS = new Set(['M', ...VALUES])
/** Classes whose messages name objects, never values, when no code of the database is involved (no context). */
const NAMING = /^(?:23|40|53|55|57|25|42501)/

export interface Told {
  /** What the client gets; undefined when it is the frame as it is. */
  readonly frame: Buffer | undefined
  readonly sqlstate: string
  readonly fatal: boolean
  /** The message without values, for the record. */
  readonly record: string
}

/** `b[at, end)` is an ErrorResponse or a NoticeResponse about `statement`. */
export function redact(
  x: Exchange,
  statement: Statement | undefined,
  b: Buffer,
  at: number,
  end: number,
): Told {
  const fields = readFields(b, at + 5, end)
  const byCode = new Map(fields)
  const sqlstate = /^[0-9A-Z]{5}$/.exec(byCode.get('C') ?? '')?.[0] ?? 'XX000'
  const severity = byCode.get('V') ?? byCode.get('S') ?? ''
  const { masking, plans } = x.shared
  const withheld = !plans.inert && statement !== undefined && x.taint(statement) !== 'none'
  const clean: Fields = withheld
    ? fields
        .filter(([code]) => !VALUES.has(code))
        .map(([code, value]) => [code, code === 'M' ? named(byCode, sqlstate) : value])
    : fields.map(([code, value]) => [code, plans.inert || !TEXTS.has(code) ? value : masking.scrub(value)])
  const changed =
    clean.length !== fields.length || clean.some(([, value], index) => value !== fields[index]![1])
  const message = clean.find(([code]) => code === 'M')?.[1] ?? ''
  return {
    frame: changed ? writeFields(b[at]!, clean) : undefined,
    sqlstate,
    fatal: severity === 'FATAL' || severity === 'PANIC',
    // Class 22 quotes the value that it does not like.
    record: sqlstate.startsWith('22') ? message.replace(/"[^"]*"/g, '"…"') : message,
  }
}

/** The message when it names nothing but objects, else a sentence in its place. */
function named(fields: ReadonlyMap<string, string>, sqlstate: string): string {
  const own = !fields.has('W') && !fields.has('q')
  // A position means that the server stumbled over the statement's text, before any row was read.
  if (own && (NAMING.test(sqlstate) || (sqlstate.startsWith('42') && fields.has('P'))))
    return fields.get('M') ?? ''
  return `the message is withheld because the statement touches masked columns (SQLSTATE ${sqlstate})`
}

/** NotificationResponse: int32 pid, then channel and payload. */
export function redactNotification(masking: Masking, b: Buffer, at: number, end: number): Buffer | undefined {
  const zero = stringEnd(b, at + 9, end)
  const payload = b.toString('utf8', zero + 1, stringEnd(b, zero + 1, end))
  const scrubbed = masking.inert ? payload : masking.scrub(payload)
  if (scrubbed === payload) return undefined
  return frame(
    UPSTREAM.NotificationResponse,
    int32(b.readInt32BE(at + 5)),
    b.toString('utf8', at + 9, zero),
    scrubbed,
  )
}
