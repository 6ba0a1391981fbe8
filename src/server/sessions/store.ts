import type { ChunkHeader, SealBody } from '../../recording/chain.ts'
import type { Countersigned, SignedReceipt, SignedSeal } from '../../recording/upload.ts'

/** Where session records are kept. A directory first; object storage can be another implementation. */
export interface RecordStore {
  /**
   * Keeps a chunk durably and returns the receipt for it; a chunk that is kept already gets its receipt again.
   * Rejects with `NotNext` when it does not continue the record, with `TooLarge` when the record has
   * reached its limit, and with the system's error when it could not be kept: then there is no receipt.
   */
  append(chunk: StoredChunk): Promise<SignedReceipt>
  /** Closes the record as the session's own key says. Repeating the same seal gives the same answer. */
  seal(seal: SignedSeal, key: string): Promise<SignedSeal & Countersigned>
  /** Closes a record whose session will not: sealed by the server alone. Does nothing to a sealed one. */
  abandon(session: string): Promise<{ sealed: true; reason: string }>
  /** Deletes all of a sealed record but its seal; what was deleted before is passed over. */
  forget(session: string): Promise<void>
  /** How a record stands; undefined when nothing was ever kept of the session. */
  standing(session: string): Promise<Standing | undefined>
  close(): Promise<void>
}

export interface StoredChunk {
  readonly header: ChunkHeader
  /** The session's public key (JWK `x`) and its signature of the header, both checked by the caller. */
  readonly key: string
  readonly signature: string
  readonly body: Buffer
}

export interface Standing {
  readonly chunks: number
  readonly bytes: number
  readonly head: string
  readonly seal?: SealBody
  /** Lengths of the files as far as they hang together: what is behind them is being written. */
  readonly sizes: { readonly session: number; readonly chunks: number; readonly receipts: number }
}

/** A chunk or seal that does not continue the record. */
export class NotNext extends Error {
  readonly next: number
  readonly off: number
  readonly sealed: boolean

  constructor(message: string, at: { next: number; off: number; sealed: boolean }) {
    super(message)
    this.name = 'NotNext'
    this.next = at.next
    this.off = at.off
    this.sealed = at.sealed
  }
}

/** The record has reached the size that the server keeps. */
export class TooLarge extends Error {
  constructor(bytes: number) {
    super(`a record has at most ${bytes} bytes`)
    this.name = 'TooLarge'
  }
}
