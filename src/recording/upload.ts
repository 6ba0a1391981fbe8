import type { ChunkHeader, ChunkReceipt, SealBody, SealReceipt } from './chain.ts'

export interface SignedChunk {
  readonly header: ChunkHeader
  readonly signature: string
  readonly body: Buffer
}

export interface SignedReceipt {
  readonly receipt: ChunkReceipt
  readonly signature: string
}

export interface SignedSeal {
  readonly seal: SealBody
  readonly signature: string
}

export interface Countersigned {
  readonly receipt: SealReceipt
  readonly countersignature: string
}

/** The server expects another chunk: `next` is its sequence number, `off` the bytes it has; `sealed` when it takes none. */
export interface Conflict {
  readonly conflict: string
  readonly next: number
  readonly off: number
  readonly sealed: boolean
}

/**
 * Brings chunks to the server that keeps them. A rejection with `SluiceError` SERVER_UNREACHABLE or SERVER_ERROR
 * is tried again; every other one ends the session.
 */
export interface Upload {
  /** The server's Ed25519 public key (JWK `x`): receipts that it did not sign do not count. */
  readonly serverKey: string
  chunk(chunk: SignedChunk): Promise<SignedReceipt | Conflict>
  seal(seal: SignedSeal): Promise<Countersigned | Conflict>
}
