import { createPrivateKey, createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto'
import { canonical, type Json } from '../core/json.ts'

// What is hashed and signed. Shared by the recorder, the server and `sluice verify`; see README.md.

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

const DOMAINS = {
  chunk: 'sluice-chunk-v1\0',
  receipt: 'sluice-receipt-v1\0',
  seal: 'sluice-seal-v1\0',
  sealed: 'sluice-sealed-v1\0',
} as const

export type Domain = keyof typeof DOMAINS

/** Chunks are cut at event borders after this many bytes; one longer event is a chunk of its own. */
export const CHUNK_BYTES = 64 * 1024
/** The longest event line, and so the longest chunk. */
export const MAX_LINE_BYTES = 1024 * 1024

export function sha256(data: string | Uint8Array): string {
  return hash('sha256', data, 'hex')
}

/** `prev` of the first chunk. */
export function genesis(sid: string): string {
  return sha256(`sluice-session-v1\0${sid}`)
}

/** The chain's head after this chunk. */
export function headAfter(header: ChunkHeader): string {
  return sha256(DOMAINS.chunk + canonical(header))
}

export function sealHash(seal: SealBody): string {
  return sha256(DOMAINS.seal + canonical(seal))
}

/** Ed25519 signature over domain and canonical JSON, base64url. */
export function signAs(domain: Domain, value: Json, key: KeyObject): string {
  return sign(null, Buffer.from(DOMAINS[domain] + canonical(value)), key).toString('base64url')
}

/** False for anything that is not exactly one signature in base64url: no second spelling verifies. */
export function verifyAs(domain: Domain, value: Json, signature: string, key: KeyObject): boolean {
  const bytes = exactBase64url(signature, 64)
  return bytes !== undefined && verify(null, Buffer.from(DOMAINS[domain] + canonical(value)), key, bytes)
}

/** Ed25519 public key from a JWK's `x`; undefined when it is not one. */
export function publicKey(x: string): KeyObject | undefined {
  if (exactBase64url(x, 32) === undefined) return undefined
  try {
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  } catch {
    return undefined
  }
}

/** A signing key and its public part (JWK `x`). Throws `TypeError` when the JWK is not a private Ed25519 key. */
export function signingKey(jwk: PrivateJwk): SigningKey {
  if (jwk.kty !== 'OKP' || jwk.crv !== 'Ed25519' || !jwk.d || !jwk.x)
    throw new TypeError('the key is not a private Ed25519 JWK')
  const { kty, crv, d, x } = jwk
  return { key: createPrivateKey({ key: { kty, crv, d, x }, format: 'jwk' }), x }
}

export interface PrivateJwk {
  readonly kty?: string | undefined
  readonly crv?: string | undefined
  readonly d?: string | undefined
  readonly x?: string | undefined
}

export interface SigningKey {
  readonly key: KeyObject
  /** JWK `x`. */
  readonly x: string
}

/**
 * A 32-bit mark of every line, its line feed included: FNV-1a over words in two lanes, because it runs for every event
 * and a native call a line costs more.
 */
export function markLines(bytes: Buffer): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const marks: number[] = []
  for (let at = 0; at < bytes.length; ) {
    const newline = bytes.indexOf(10, at)
    const end = newline === -1 ? bytes.length : newline + 1
    let one = FNV_START
    let two = FNV_START
    for (; at + 8 <= end; at += 8) {
      one = Math.imul(one ^ view.getInt32(at, true), FNV_PRIME)
      two = Math.imul(two ^ view.getInt32(at + 4, true), FNV_PRIME)
      // A product carries only upward; this brings it down again.
      one ^= one >>> 15
      two ^= two >>> 15
    }
    for (; at < end; at++) one = Math.imul(one ^ bytes[at]!, FNV_PRIME)
    marks.push((one ^ Math.imul(two, FNV_PRIME)) >>> 0)
  }
  return marks
}

const FNV_START = 0x811c9dc5
const FNV_PRIME = 0x01000193

/** The marks of a chunk's lines, base64url. They are not signed: they tell a reader which line changed. */
export function lineMarks(body: Buffer): string {
  const marks = markLines(body)
  const bytes = Buffer.allocUnsafe(marks.length * 4)
  for (const [index, mark] of marks.entries()) bytes.writeUInt32BE(mark, index * 4)
  return bytes.toString('base64url')
}

/** A line of `chunks.jsonl`, without the line feed. */
export function chunkLine(header: ChunkHeader, key: string, signature: string, body: Buffer): string {
  return canonical({ header, key, marks: lineMarks(body), signature })
}

/** A line of `receipts.jsonl`, without the line feed. */
export function receiptLine(receipt: ChunkReceipt, key: string, signature: string): string {
  return canonical({ key, receipt, signature })
}

function exactBase64url(text: string, length: number): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url')
  return bytes.length === length && bytes.toString('base64url') === text ? bytes : undefined
}
