import type { EventBody } from '../core/event.ts'

/** The session record while it is written. */
export interface Recorder {
  /** Appends an event in memory and returns its sequence number. */
  append(event: EventBody): number
  /** Writes what was appended to the local file, synchronously: after it, the events survive this process. Throws `SluiceError` RECORD_FAILED. */
  flush(): void
  /** True when so much is unacknowledged that traffic must pause; `resume` is called once when it may go on. */
  lagging(resume: () => void): boolean
  /** Called once when the record can no longer be kept: the session must end. */
  onFailure(handler: (error: Error) => void): void
  /** Appends `session.end`, uploads the rest, seals. */
  seal(event: EventBody & { type: 'session.end' }): Promise<Seal>
}

export interface Seal {
  readonly session: string
  readonly chunks: number
  readonly bytes: number
  /** Head of the chunk chain, hex. */
  readonly head: string
  readonly reason: string
  /** SHA-256 of `session.jsonl`, hex. */
  readonly sha256: string
  /** `server` when countersigned, `local` when standalone or the server was away. */
  readonly kept: 'server' | 'local'
}
