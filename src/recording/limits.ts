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
