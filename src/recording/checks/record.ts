// All checks of a record, for Node and browsers alike.
import { FILES } from '../format.ts'
import { linesOf, parseCanonical } from '../reading.ts'
import { isChunkLine, isReceiptLine, type SealFile } from '../shapes.ts'
import type { Summary } from '../summary.ts'
import { type ChainCheck, checkChunks } from './chunks.ts'
import { checkEvents, type EventsCheck } from './events.ts'
import type { Checking } from './need.ts'
import { createFindings, type Findings, type Problem } from './problem.ts'
import { checkReceipts } from './receipts.ts'
import { checkSeal, readSeal } from './seal.ts'

/** A record's files as bytes. */
export interface Files {
  readonly session: Uint8Array
  readonly chunks?: Uint8Array | undefined
  readonly receipts?: Uint8Array | undefined
  readonly seal?: Uint8Array | undefined
}

/**
 * `intact`: sealed, and countersigned by the server. `local`: sealed, but by the session alone. `incomplete`: not sealed;
 * what is signed holds. `broken`: something does not hold, see the problems.
 */
export type Status = 'intact' | 'local' | 'incomplete' | 'broken'

export interface Verification {
  readonly status: Status
  readonly problems: readonly Problem[]
  readonly session?: string
  readonly events: number
  readonly bytes: number
  /** What the session's signatures cover, and what the server's do. */
  readonly signed: Extent
  readonly acknowledged: Extent
  /** A record whose session did not end it is sealed by the server. `t` is the server's time. */
  readonly seal?: { readonly reason: string; readonly by: 'session' | 'server'; readonly t?: string }
  /** JWK `x`. The server's key is the record's own claim unless it is pinned. */
  readonly keys: { readonly session?: string; readonly server?: string; readonly pinned: boolean }
  readonly summary: Summary
}

export interface Extent {
  readonly chunks: number
  readonly events: number
  readonly bytes: number
}

/** With `serverKey` (JWK `x`) only what that key has signed counts as the server's. */
export function* checkRecord(files: Files, serverKey?: string): Checking<Verification> {
  const findings = createFindings()
  const { session } = files
  const seal = readSeal(files.seal, findings)
  const chunks = readLines(files.chunks, FILES.chunks, isChunkLine, seal, findings)
  const receipts = readLines(files.receipts, FILES.receipts, isReceiptLine, seal, findings)
  const sid = seal?.seal.sid ?? chunks[0]?.header.sid ?? ''
  const key = seal?.key ?? chunks[0]?.key
  const server = serverKey ?? seal?.server_key ?? receipts[0]?.key
  if (!files.chunks && (files.seal || files.receipts))
    findings.report('missing', FILES.chunks, 'the file is missing: nothing can be checked without it')

  const chain = yield* checkChunks(session, chunks, { sid, key }, findings)
  const events = yield* checkLines(session, sid, chain, findings)
  if (events.torn && files.seal && !chain.differs)
    findings.report('cut', FILES.session, 'the last line is cut', { line: events.starts.length })
  const acknowledged = yield* checkReceipts(receipts, { sid, heads: chain.heads, server }, findings)
  const evidence = { chain, receipts: acknowledged, server }
  const countersigned = seal !== undefined && (yield* checkSeal(seal, session, evidence, findings))

  return {
    status: statusOf(findings, seal, countersigned),
    problems: findings.problems,
    ...(sid ? { session: sid } : {}),
    events: events.starts.length - (events.torn ? 1 : 0),
    bytes: session.length,
    signed: extent(chain, chain.headers.length, events),
    acknowledged: extent(chain, countersigned ? chain.headers.length : acknowledged, events),
    ...(seal ? { seal: describeSeal(seal) } : {}),
    keys: {
      ...(key === undefined ? {} : { session: key }),
      ...(server === undefined ? {} : { server }),
      pinned: serverKey !== undefined,
    },
    summary: events.summary,
  }
}

/** One change shows in every line behind it; once its place is known, the lines' own complaints say nothing more. */
function checkLines(
  session: Uint8Array,
  sid: string,
  chain: ChainCheck,
  findings: Findings,
): Checking<EventsCheck> {
  return checkEvents(session, sid, chain.differs ? createFindings() : findings)
}

function readLines<T>(
  bytes: Uint8Array | undefined,
  file: string,
  is: (value: unknown) => value is T,
  seal: SealFile | undefined,
  { report }: Findings,
): T[] {
  const values: T[] = []
  if (!bytes) return values
  for (const { index, start, end, complete } of linesOf(bytes)) {
    const value = complete ? parseCanonical(bytes.subarray(start, end - 1)) : undefined
    if (is(value)) values.push(value)
    else {
      // A line without its line feed is what a killed process leaves.
      if (complete || seal)
        report('form', file, 'the line was cut or changed', { line: index + 1, offset: start })
      break
    }
  }
  return values
}

function statusOf({ problems }: Findings, seal: SealFile | undefined, countersigned: boolean): Status {
  if (problems.length > 0) return 'broken'
  if (!seal) return 'incomplete'
  return countersigned ? 'intact' : 'local'
}

function extent({ headers }: ChainCheck, chunks: number, { starts }: EventsCheck): Extent {
  const last = headers[chunks - 1]
  const bytes = last ? last.off + last.len : 0
  return { chunks, events: starts.filter((start) => start < bytes).length, bytes }
}

function describeSeal({ seal, signature, receipt }: SealFile): NonNullable<Verification['seal']> {
  const by = signature === undefined ? 'server' : 'session'
  return { reason: seal.reason, by, ...(receipt ? { t: receipt.t } : {}) }
}
