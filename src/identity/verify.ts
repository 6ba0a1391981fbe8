import { compactVerify } from 'jose'
import { type Compact, readCompact } from './compact.ts'
import type { JsonObject } from './json.ts'
import { createKeySource, type KeySource } from './keys.ts'
import { PLATFORMS, type PlatformName, readClaims } from './platforms.ts'
import { Refusal } from './refusal.ts'

/** An issuer that is trusted, as configured. */
export interface TrustedIssuer {
  readonly name: string
  readonly platform: PlatformName
  /** `iss`, compared whole. */
  readonly issuer: string
  /** `aud`, compared whole. */
  readonly audience: string
  readonly jwksUri?: string
}

/** A pipeline token that passed every check. */
export interface Identity {
  /** The issuer's name in the configuration. */
  readonly issuer: string
  readonly claims: Readonly<Record<string, string>>
  /** Repository or project id. */
  readonly repository: string
  /** Names one attempt of one job among all jobs of the issuer. */
  readonly job: string
  readonly jti: string
  /** Milliseconds since the epoch until which `jti` must be remembered. */
  readonly rememberUntil: number
}

export interface Verifier {
  /** Throws `Refusal`, which says which check failed. */
  verify(token: string): Promise<Identity>
}

export interface VerifierOptions {
  readonly issuers: readonly TrustedIssuer[]
  readonly fetch: typeof globalThis.fetch
  /** Milliseconds since the epoch. */
  readonly clock: () => number
  /** Told when an issuer's keys could not be fetched. */
  readonly onKeysError?: (issuer: string, error: Error) => void
}

const LEEWAY = 30
const MAX_TEXT = 256

/** Verifies pipeline tokens of the configured issuers; nothing that a token names is ever fetched. */
export function createVerifier(options: VerifierOptions): Verifier {
  const trusted = new Map<string, { issuer: TrustedIssuer; keys: KeySource }>()
  for (const issuer of options.issuers) {
    const keys = createKeySource({
      issuer: issuer.issuer,
      jwksUri: issuer.jwksUri,
      fetch: options.fetch,
      clock: options.clock,
      onError: (error) => options.onKeysError?.(issuer.name, error),
    })
    trusted.set(issuer.issuer, { issuer, keys })
  }
  return {
    async verify(token) {
      const compact = readCompact(token)
      const { iss } = compact.payload
      const found = typeof iss === 'string' ? trusted.get(iss) : undefined
      if (!found) throw new Refusal('issuer', 'the token’s issuer is not configured')
      const key = await found.keys.find(readKeyId(compact))
      try {
        await compactVerify(token, key, { algorithms: ['RS256'] })
      } catch {
        throw new Refusal('signature', 'the token’s signature does not verify')
      }
      return identify(found.issuer, compact.payload, options.clock() / 1000)
    },
  }
}

/** RS256 is what both platforms sign with; `jwk`, `jku`, `x5u` and `x5c` are never looked at. */
function readKeyId({ header }: Compact): string {
  if ('crit' in header || 'enc' in header || 'b64' in header)
    throw new Refusal('header', 'the token’s header asks for something that is not supported')
  if (header.alg !== 'RS256') throw new Refusal('algorithm', 'the token is not signed with RS256')
  const { kid } = header
  if (typeof kid !== 'string' || kid === '' || kid.length > MAX_TEXT)
    throw new Refusal('key-id', 'the token names no key')
  return kid
}

function identify(issuer: TrustedIssuer, payload: JsonObject, now: number): Identity {
  const platform = PLATFORMS[issuer.platform]
  const expires = checkTimes(payload, platform.lifetime, now)
  if (issuer.audience === '' || payload.aud !== issuer.audience)
    throw new Refusal('audience', 'the token is for another audience')
  const { jti } = payload
  if (typeof jti !== 'string' || jti === '' || jti.length > MAX_TEXT)
    throw new Refusal('token-id', 'the token has no jti')
  const claims = readClaims(platform, payload)
  return {
    issuer: issuer.name,
    claims,
    repository: claims[platform.repository] ?? '',
    job: JSON.stringify(platform.job.map((name) => claims[name] ?? '')),
    jti,
    rememberUntil: (expires + LEEWAY) * 1000,
  }
}

/** Returns `exp`, seconds. */
function checkTimes(payload: JsonObject, lifetime: number, now: number): number {
  const { iat, nbf, exp } = payload
  if (!isTime(iat) || !isTime(nbf) || !isTime(exp))
    throw new Refusal('times', 'iat, nbf and exp must all be there, as numbers')
  if (iat > now + LEEWAY) throw new Refusal('times', 'the token was issued in the future')
  if (nbf > now + LEEWAY) throw new Refusal('times', 'the token is not valid yet')
  if (exp <= now - LEEWAY) throw new Refusal('times', 'the token has expired')
  if (exp <= iat || exp - iat > lifetime)
    throw new Refusal('lifetime', `the token lives longer than ${lifetime} s`)
  return exp
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0
}
