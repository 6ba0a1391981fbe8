import type { PrivateJwk } from './chain.ts'
import type { Write } from './journal.ts'
import type { Upload } from './upload.ts'

export interface RecorderOptions {
  /** Where the record's files go; made when absent, refused when it holds a record. */
  readonly dir: string
  readonly session: string
  /** The session's private Ed25519 key (JWK). */
  readonly key: PrivateJwk
  /** Absent when standalone: chunks are chained and signed, and kept locally. */
  readonly upload?: Upload
  readonly clock?: () => Date
  readonly limits?: Partial<RecordLimits>
  readonly write?: Write
}

/** Bytes and milliseconds. */
export interface RecordLimits {
  /** Events that nobody flushes are written after this. */
  readonly flushAfter: number
  /** A chunk is cut this long after its first event. */
  readonly chunkAfter: number
  /** Traffic pauses when more than this is unacknowledged, */
  readonly lagBytes: number
  /** or anything for longer than this; */
  readonly lagAfter: number
  /** and the session ends after this. */
  readonly failAfter: number
  /** How long `seal` waits for the server. */
  readonly sealWithin: number
  readonly firstRetry: number
  readonly lastRetry: number
  /** How long one attempt may take. */
  readonly attempt: number
}

export const RECORD_LIMITS: RecordLimits = {
  flushAfter: 200,
  chunkAfter: 1000,
  lagBytes: 1024 * 1024,
  lagAfter: 10_000,
  failAfter: 60_000,
  sealWithin: 10_000,
  firstRetry: 100,
  lastRetry: 5000,
  attempt: 15_000,
}
