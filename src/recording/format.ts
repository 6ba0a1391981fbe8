// What the record's files and signatures are made of; see README.md. Also read by browsers: nothing of Node here.

export const FILES = {
  session: 'session.jsonl',
  chunks: 'chunks.jsonl',
  receipts: 'receipts.jsonl',
  seal: 'seal.json',
} as const

/** A chunk's place in the record: bytes `[off, off + len)` of `session.jsonl`, chained to its predecessor. */
export type ChunkHeader = {
  readonly sid: string
  readonly seq: number
  readonly off: number
  readonly len: number
  /** SHA-256 of the chunk's bytes, hex. */
  readonly sha256: string
  /** Head of the chain before this chunk, hex. */
  readonly prev: string
}

/** The server's word that it has stored the chunk; `head` is the chain's head after it. */
export type ChunkReceipt = {
  readonly sid: string
  readonly seq: number
  readonly head: string
  readonly t: string
}

/** Closes a record of `n` chunks and `bytes` bytes; `sha256` is of the whole `session.jsonl`. */
export type SealBody = {
  readonly sid: string
  readonly n: number
  readonly bytes: number
  readonly head: string
  readonly sha256: string
  readonly reason: string
}

/** The server's word that it has closed the record: `seal` is the seal's hash, `key` the session's key. */
export type SealReceipt = {
  readonly sid: string
  readonly seal: string
  readonly key?: string
  readonly t: string
}

/** What stands before the canonical JSON that is hashed or signed. */
export const DOMAINS = {
  chunk: 'sluice-chunk-v1\0',
  receipt: 'sluice-receipt-v1\0',
  seal: 'sluice-seal-v1\0',
  sealed: 'sluice-sealed-v1\0',
} as const

export type Domain = keyof typeof DOMAINS

/** Before the session's id: its hash is `prev` of the first chunk. */
export const GENESIS = 'sluice-session-v1\0'

/** Chunks are cut at event borders after this many bytes; one longer event is a chunk of its own. */
export const CHUNK_BYTES = 64 * 1024
/** The longest event line, and so the longest chunk. */
export const MAX_LINE_BYTES = 1024 * 1024

/** `bytes` bytes in base64url, in the one spelling that an encoder makes: the bits behind the last byte are zero. */
export function isBase64url(text: string, bytes: 32 | 64): boolean {
  return (bytes === 32 ? /^[\w-]{42}[AEIMQUYcgkosw048]$/ : /^[\w-]{85}[AQgw]$/).test(text)
}
