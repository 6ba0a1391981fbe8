// The checks are generators: where they need cryptography they ask for it, and go on with the answer. Node answers at once,
// a browser later, and both run the same checks.
import { canonical, type Json } from '../../core/json.ts'
import { type ChunkHeader, DOMAINS, type Domain, GENESIS, type SealBody } from '../format.ts'

export type Need =
  /** SHA-256 in hex. */
  | { readonly hash: string | Uint8Array }
  /** Is it the Ed25519 signature (base64url) of `value` by `key` (JWK `x`)? */
  | { readonly domain: Domain; readonly value: Json; readonly signature: string; readonly key: string }
  /** Nothing: somebody else may go first. It tells how many bytes of events are checked. */
  | { readonly pause: number }

export type Answer = string | boolean | undefined

export type Checking<T> = Generator<Need, T, Answer>

export function* sha256(hash: string | Uint8Array): Checking<string> {
  return String(yield { hash })
}

export function* verified(domain: Domain, value: Json, signature: string, key: string): Checking<boolean> {
  return (yield { domain, value, signature, key }) === true
}

/** `prev` of the first chunk. */
export function genesis(sid: string): Checking<string> {
  return sha256(GENESIS + sid)
}

/** The chain's head after this chunk. */
export function headAfter(header: ChunkHeader): Checking<string> {
  return sha256(DOMAINS.chunk + canonical(header))
}

export function sealHash(seal: SealBody): Checking<string> {
  return sha256(DOMAINS.seal + canonical(seal))
}
