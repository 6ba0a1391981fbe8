// Proof of possession of the session key: https://www.rfc-editor.org/rfc/rfc9449#section-4.3
import { createHash } from 'node:crypto'
import { calculateJwkThumbprint, compactVerify, importJWK } from 'jose'
import { readCompact } from '../../identity/compact.ts'
import { OAuthError } from './errors.ts'

const WINDOW = 60
const ALGORITHMS = ['Ed25519', 'EdDSA', 'ES256'] as const

export interface PublicJwk {
  readonly kty: 'OKP' | 'EC'
  readonly crv: 'Ed25519' | 'P-256'
  readonly x: string
  readonly y?: string
}

/** A proof that holds; `jti` must still be remembered until `expiresAt` (ms) for this key. */
export interface Proof {
  /** RFC 7638 thumbprint of the key. */
  readonly jkt: string
  readonly jwk: PublicJwk
  readonly jti: string
  readonly expiresAt: number
}

export interface ProofRequest {
  /** The `DPoP` header. */
  readonly proof: string | undefined
  readonly method: string
  /** Public address without query and fragment. */
  readonly url: string
  /** Milliseconds since the epoch. */
  readonly now: number
  /** The token that the proof goes with, on resource calls. */
  readonly accessToken?: string
}

/** Throws `OAuthError` invalid_dpop_proof. */
export async function verifyProof(request: ProofRequest): Promise<Proof> {
  const { proof } = request
  if (!proof) throw invalid('dpop-missing', 'there must be one DPoP header')
  const { header, payload } = read(proof)
  if (header.typ !== 'dpop+jwt') throw invalid('dpop-typ', 'typ must be dpop+jwt')
  if ('crit' in header) throw invalid('dpop-header', 'crit is not supported')
  const { alg } = header
  const algorithm = ALGORITHMS.find((known) => known === alg)
  if (!algorithm) throw invalid('dpop-alg', 'alg must be Ed25519 or ES256')
  const jwk = readKey(header.jwk, algorithm)
  try {
    await compactVerify(proof, await importJWK({ ...jwk }, algorithm), { algorithms: [algorithm] })
  } catch {
    throw invalid('dpop-signature', 'the signature does not verify')
  }
  const jti = checkClaims(payload, request)
  return {
    jkt: await calculateJwkThumbprint({ ...jwk }),
    jwk,
    jti,
    expiresAt: request.now + 2 * WINDOW * 1000,
  }
}

function read(proof: string) {
  try {
    return readCompact(proof)
  } catch {
    throw invalid('dpop-shape', 'the proof is not one signed token')
  }
}

/** The public members only; a private or otherwise unexpected key is refused. */
function readKey(value: unknown, algorithm: (typeof ALGORITHMS)[number]): PublicJwk {
  const key = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  if ('d' in key || 'k' in key || 'p' in key) throw invalid('dpop-private-key', 'jwk must be a public key')
  const { kty, crv, x, y } = key
  if (algorithm === 'ES256' && kty === 'EC' && crv === 'P-256' && isCoordinate(x) && isCoordinate(y))
    return { kty, crv, x, y }
  if (algorithm !== 'ES256' && kty === 'OKP' && crv === 'Ed25519' && isCoordinate(x)) return { kty, crv, x }
  throw invalid('dpop-key', 'jwk does not fit alg')
}

/** 32 bytes, spelled in the one canonical way, so that a key has one thumbprint. */
function isCoordinate(value: unknown): value is string {
  if (typeof value !== 'string') return false
  const bytes = Buffer.from(value, 'base64url')
  return bytes.length === 32 && bytes.toString('base64url') === value
}

/** Returns `jti`. */
function checkClaims(payload: Readonly<Record<string, unknown>>, request: ProofRequest): string {
  const { htm, htu, iat, jti, ath } = payload
  if (htm !== request.method) throw invalid('dpop-htm', 'htm is not this request’s method')
  if (htu !== request.url) throw invalid('dpop-htu', 'htu is not this request’s address')
  if (typeof iat !== 'number' || !(Math.abs(iat - request.now / 1000) <= WINDOW))
    throw invalid('dpop-iat', 'iat is not within 60 s of the server’s clock')
  if (typeof jti !== 'string' || jti === '' || jti.length > 256)
    throw invalid('dpop-jti', 'jti is missing or too long')
  if (request.accessToken !== undefined) {
    const expected = createHash('sha256').update(request.accessToken).digest('base64url')
    if (ath !== expected) throw invalid('dpop-ath', 'ath is not the hash of this token')
  }
  return jti
}

function invalid(check: string, description: string): OAuthError {
  return new OAuthError('invalid_dpop_proof', check, `DPoP: ${description}`, {
    status: check === 'dpop-ath' ? 401 : 400,
  })
}
