import { createPrivateKey, createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto'
import { canonical, type Json } from '../core/json.ts'
import {
  type ChunkHeader,
  type ChunkReceipt,
  DOMAINS,
  type Domain,
  GENESIS,
  isBase64url,
  type SealBody,
} from './format.ts'
import { lineMarks } from './marks.ts'

export type { ChunkHeader, ChunkReceipt, Domain, SealBody, SealReceipt } from './format.ts'
export { CHUNK_BYTES, MAX_LINE_BYTES } from './format.ts'

// What is hashed and signed, in Node. Shared by the recorder, the server and `sluice verify`; see README.md.

export function sha256(data: string | Uint8Array): string {
  return hash('sha256', data, 'hex')
}

/** `prev` of the first chunk. */
export function genesis(sid: string): string {
  return sha256(GENESIS + sid)
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
  if (!isBase64url(signature, 64)) return false
  const signed = Buffer.from(DOMAINS[domain] + canonical(value))
  return verify(null, signed, key, Buffer.from(signature, 'base64url'))
}

/** Ed25519 public key from a JWK's `x`; undefined when it is not one. */
export function publicKey(x: string): KeyObject | undefined {
  if (!isBase64url(x, 32)) return undefined
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

/** A line of `chunks.jsonl`, without the line feed. */
export function chunkLine(header: ChunkHeader, key: string, signature: string, body: Buffer): string {
  return canonical({ header, key, marks: lineMarks(body), signature })
}

/** A line of `receipts.jsonl`, without the line feed. */
export function receiptLine(receipt: ChunkReceipt, key: string, signature: string): string {
  return canonical({ key, receipt, signature })
}
