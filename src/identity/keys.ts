// An issuer's signing keys: fetched from the configured issuer only, cached, bounded.
import { type CryptoKey, importJWK, type JWK } from 'jose'
import { download } from './download.ts'
import { Refusal } from './refusal.ts'

const FRESH_MS = 10 * 60_000
const STALE_MS = 24 * 3600_000
const UNKNOWN_MS = 60_000
const RETRY_MS = 5000

export interface KeySource {
  /** The key with this id. Throws `Refusal` `keys-unavailable` or `key-unknown`. */
  find(kid: string): Promise<CryptoKey>
}

export interface KeySourceOptions {
  readonly issuer: string
  /** Found through the issuer's own discovery document when absent. */
  readonly jwksUri?: string | undefined
  readonly fetch: typeof globalThis.fetch
  /** Milliseconds since the epoch. */
  readonly clock: () => number
  readonly onError?: ((error: Error) => void) | undefined
}

/**
 * Fresh for 10 minutes. Afterwards keys that are known stay usable for 24 hours while the issuer is away.
 * Unknown ids cause at most one fetch a minute; a failing issuer is asked again after 5 seconds.
 */
export function createKeySource(options: KeySourceOptions): KeySource {
  const { clock } = options
  let keys: ReadonlyMap<string, CryptoKey> = new Map()
  let fetchedAt = Number.NEGATIVE_INFINITY
  let attemptedAt = Number.NEGATIVE_INFINITY
  let failed = false
  let running: Promise<void> | undefined

  const refresh = () => {
    attemptedAt = clock()
    running ??= fetchKeys(options)
      .then(
        (found) => {
          keys = found
          fetchedAt = clock()
          failed = false
        },
        (error: Error) => {
          failed = true
          options.onError?.(error)
        },
      )
      .finally(() => {
        running = undefined
      })
    return running
  }
  const due = (kid: string) => {
    const pause = failed ? RETRY_MS : UNKNOWN_MS
    const age = clock() - fetchedAt
    return (age >= FRESH_MS || !keys.has(kid)) && clock() - attemptedAt >= pause
  }
  return {
    async find(kid) {
      if (due(kid)) await refresh()
      else if (running && !keys.has(kid)) await running
      const age = clock() - fetchedAt
      const key = keys.get(kid)
      if (key && age < STALE_MS) return key
      if (age >= STALE_MS) throw new Refusal('keys-unavailable', 'the issuer’s keys cannot be fetched')
      throw new Refusal('key-unknown', 'the token is signed with a key that the issuer does not publish')
    },
  }
}

async function fetchKeys(options: KeySourceOptions): Promise<ReadonlyMap<string, CryptoKey>> {
  const uri = options.jwksUri ?? (await discover(options))
  const { keys } = await download(uri, options.fetch)
  if (!Array.isArray(keys)) throw new Error(`${uri}: no list of keys`)
  const found = new Map<string, CryptoKey>()
  for (const jwk of keys.slice(0, 100) as unknown[]) {
    if (!isSigningKey(jwk)) continue
    const key = await importJWK({ kty: 'RSA', n: jwk.n, e: jwk.e }, 'RS256').catch(() => undefined)
    if (key && !(key instanceof Uint8Array) && modulusBits(key) >= 2048) found.set(jwk.kid, key)
  }
  if (found.size === 0) throw new Error(`${uri}: no RSA signing key of 2048 bits or more`)
  return found
}

async function discover({ issuer, fetch }: KeySourceOptions): Promise<string> {
  const document = await download(`${issuer}/.well-known/openid-configuration`, fetch)
  if (document.issuer !== issuer) throw new Error(`${issuer}: its discovery document names another issuer`)
  const uri = document.jwks_uri
  if (typeof uri !== 'string') throw new Error(`${issuer}: its discovery document has no jwks_uri`)
  // Whoever can write an issuer's document must not be able to send this server to itself.
  if (issuer.startsWith('https:') && !uri.startsWith('https:'))
    throw new Error(`${issuer}: its discovery document names an address without TLS`)
  return uri
}

function isSigningKey(value: unknown): value is { kid: string; n: string; e: string } {
  if (typeof value !== 'object' || value === null) return false
  const jwk = value as JWK
  return (
    jwk.kty === 'RSA' &&
    typeof jwk.kid === 'string' &&
    typeof jwk.n === 'string' &&
    typeof jwk.e === 'string' &&
    (jwk.use === undefined || jwk.use === 'sig') &&
    (jwk.alg === undefined || jwk.alg === 'RS256')
  )
}

function modulusBits(key: CryptoKey): number {
  const { modulusLength } = key.algorithm as { modulusLength?: number }
  return modulusLength ?? 0
}
