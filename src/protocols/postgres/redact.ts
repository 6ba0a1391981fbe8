// Errors and notices may carry values: https://www.postgresql.org/docs/current/protocol-error-fields.html
import type { Statement } from '../../core/statement.ts'
import type { Exchange } from './exchange.ts'
import { type Fields, frame, int32, readFields, stringEnd, UPSTREAM, writeFields } from './frames.ts'
import { Prepared } from './names.ts'
import type { Item } from './pipeline.ts'
import { Run } from './run.ts'
import type { Shared } from './shared.ts'
import { isBlind, isDefinition, isForeignCode, namesObjects } from './withhold.ts'

/** Detail, hint, context, internal query and its position, and names that code may choose. */
const VALUES = new Set(['D', 'H', 'W', 'q', 'p', 's', 't', 'c', 'd', 'n'])
/** Texts that people read. */
const TEXTS = new Set(['M', ...VALUES])
/** The server's routine behind PL/pgSQL's RAISE, which may give any SQLSTATE. */
const RAISE = 'exec_stmt_raise'

export interface Told {
  /** What the client gets; undefined when it is the frame as it is. */
  readonly frame: Buffer | undefined
  readonly sqlstate: string
  readonly fatal: boolean
  /** The message without values, for the record. */
  readonly record: string
}

/** `b[at, end)` is an ErrorResponse or a NoticeResponse about `item`. */
export function redact(x: Exchange, item: Item, b: Buffer, at: number, end: number): Told {
  const fields = readFields(b, at + 5, end)
  const byCode = new Map(fields)
  const severity = byCode.get('V') ?? byCode.get('S') ?? ''
  const { masking, plans } = x.shared
  const reason = plans.masksColumns ? withheld(x, item, byCode) : undefined
  const clean: Fields = reason
    ? fields.filter(([code]) => !VALUES.has(code)).map(([code, value]) => [code, told(code, value)])
    : fields.map(([code, value]) => [code, plans.inert || !TEXTS.has(code) ? value : masking.scrub(value)])
  function told(code: string, value: string): string {
    if (code === 'C' && byCode.get('R') === RAISE) return severity === 'ERROR' ? 'P0001' : '00000'
    if (code !== 'M' || namesObjects(statementOf(item)?.analysis, statementOf(item)?.text ?? '', byCode))
      return value
    return `the message is withheld because ${reason} (SQLSTATE ${told('C', byCode.get('C') ?? '')})`
  }
  const changed =
    clean.length !== fields.length || clean.some(([, value], index) => value !== fields[index]![1])
  const kept = new Map(clean)
  const sqlstate = /^[0-9A-Z]{5}$/.exec(kept.get('C') ?? '')?.[0] ?? 'XX000'
  const message = kept.get('M') ?? ''
  return {
    frame: changed ? writeFields(b[at]!, clean) : undefined,
    sqlstate,
    fatal: severity === 'FATAL' || severity === 'PANIC',
    // Class 22 quotes the value that it does not like.
    record: sqlstate.startsWith('22') ? message.replace(/"[^"]*"/g, '"…"') : message,
  }
}

const statementOf = (item: Item): Statement | undefined =>
  item instanceof Run || item instanceof Prepared ? item.statement : undefined

/** Why the text may hold masked values; undefined when it cannot. */
function withheld(x: Exchange, item: Item, fields: ReadonlyMap<string, string>): string | undefined {
  const statement = statementOf(item)
  if (!statement) return 'it may be about any row'
  const taint = item instanceof Run ? x.taintOf(item) : x.taint(statement)
  if (isDefinition(statement.analysis, fields)) return undefined
  if (taint !== 'none') return 'the statement touches masked columns'
  if (isBlind(statement.analysis)) return 'it may be about any row'
  return isForeignCode(statement.analysis, fields)
    ? 'it comes from code that may read masked columns'
    : undefined
}

/** NotificationResponse: int32 pid, then channel and payload. Whoever sent it, a trigger say, may have read any row. */
export function redactNotification(
  { masking, plans }: Shared,
  b: Buffer,
  at: number,
  end: number,
): Buffer | undefined {
  const zero = stringEnd(b, at + 9, end)
  const payload = b.toString('utf8', zero + 1, stringEnd(b, zero + 1, end))
  const withheld = plans.masksColumns && payload !== ''
  const scrubbed = withheld ? '****' : masking.inert ? payload : masking.scrub(payload)
  if (scrubbed === payload) return undefined
  return frame(
    UPSTREAM.NotificationResponse,
    int32(b.readInt32BE(at + 5)),
    b.toString('utf8', at + 9, zero),
    scrubbed,
  )
}
