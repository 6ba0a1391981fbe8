// Tokens that no honest issuer signs, for the adversarial cases.
import { createHmac } from 'node:crypto'
import { createVerifier, type Identity, type TrustedIssuer } from '../../src/identity/verify.ts'
import { GITHUB_CLAIMS, type Issuer } from '../fixtures/issuer.ts'

export const AUDIENCE = 'https://sluice.example'

export const encode = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')

/** Claims of a good GitHub token of this issuer, with changes; `undefined` leaves a claim out. */
export function claims(issuer: Issuer, changes: Record<string, unknown> = {}): Record<string, unknown> {
  const now = Math.floor(Date.now() / 1000)
  return {
    ...GITHUB_CLAIMS,
    iss: issuer.url,
    aud: AUDIENCE,
    iat: now,
    nbf: now - 300,
    exp: now + 300,
    jti: `jti-${Math.random()}`,
    ...changes,
  }
}

/** Header and payload as given, with any signature. */
export const forge = (header: unknown, payload: unknown, signature = 'c2lnbmF0dXJl') =>
  `${encode(header)}.${encode(payload)}.${signature}`

export function hmac(header: unknown, payload: unknown, secret: string): string {
  const input = `${encode(header)}.${encode(payload)}`
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`
}

export const trusted = (issuer: Issuer, changes: Partial<TrustedIssuer> = {}): TrustedIssuer => ({
  name: 'github',
  platform: 'github',
  issuer: issuer.url,
  audience: AUDIENCE,
  ...changes,
})

export interface Checked {
  verify(token: string): Promise<Identity>
  /** The check that refuses the token, or `accepted`. */
  check(token: string): Promise<string>
}

export function verifier(
  issuers: TrustedIssuer[],
  options: { clock?: () => number; fetch?: typeof fetch; onKeysError?: (error: Error) => void } = {},
): Checked {
  const { verify } = createVerifier({
    issuers,
    clock: options.clock ?? Date.now,
    fetch: options.fetch ?? globalThis.fetch,
    onKeysError: (_issuer, error) => options.onKeysError?.(error),
  })
  return {
    verify,
    check: (token) =>
      verify(token).then(
        () => 'accepted',
        (error) => error.check ?? `crashed: ${error}`,
      ),
  }
}
