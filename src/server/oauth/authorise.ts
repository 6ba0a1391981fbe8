// Resource calls: `Authorization: DPoP <token>` and a proof with `ath`. https://www.rfc-editor.org/rfc/rfc9449#section-7
import type { Services } from '../services.ts'
import type { Grant } from '../store/grants.ts'
import { once } from '../store/once.ts'
import { findToken } from '../store/tokens.ts'
import { type PublicJwk, verifyProof } from './dpop.ts'
import { OAuthError } from './errors.ts'
import { RECORD_GRACE_MS } from './issue.ts'

export interface Authorised {
  readonly session: string
  /** Thumbprint of the session key. */
  readonly jkt: string
  readonly publicJwk: PublicJwk
  readonly grant: Grant
}

/**
 * The session that a request belongs to. `grace` (ms) admits calls so long after the session's end.
 * Throws `OAuthError` invalid_token or invalid_dpop_proof.
 */
export async function authorise(
  { config, store, clock }: Pick<Services, 'config' | 'store' | 'clock'>,
  request: Request,
  grace: number,
): Promise<Authorised> {
  const now = clock()
  const [, accessToken] = /^DPoP ([\w-]{1,200})$/i.exec(request.headers.get('authorization') ?? '') ?? []
  if (!accessToken) throw refused('authorization', 'Authorization: DPoP with a token is required')
  const proof = await verifyProof({
    proof: request.headers.get('dpop') ?? undefined,
    method: request.method,
    url: config.server.url + new URL(request.url).pathname,
    now,
    accessToken,
  })
  const found = await findToken(store, accessToken)
  if (found?.token.kind !== 'access') throw refused('access-token', 'the token is unknown')
  const { token, grant } = found
  if (grant.jkt !== proof.jkt) throw refused('access-token-key', 'the token belongs to another key', grant.id)
  if (token.expires_at <= now) throw refused('access-token-expired', 'the token has expired', grant.id)
  if (!isOpen(grant, now, grace)) throw refused('grant-over', 'the session is over', grant.id)
  if (!(await once(store, `proof:${proof.jkt}`, proof.jti, proof.expiresAt)))
    throw new OAuthError('invalid_dpop_proof', 'dpop-replay', 'DPoP: the proof was used before', {
      status: 401,
      grant: grant.id,
    })
  return { session: grant.id, jkt: grant.jkt, publicJwk: proof.jwk, grant }
}

/** The reaper may have ended an overdue grant already; a revoked one has no grace. */
function isOpen(grant: Grant, now: number, grace: number): boolean {
  const running = grant.state === 'active' || (grace > 0 && grant.end_reason === 'expired')
  return running && (grant.expires_at ?? 0) + grace > now
}

/** For the record: what was done before the session's end may be delivered shortly after it. */
export const forRecords = (services: Services) => (request: Request) =>
  authorise(services, request, RECORD_GRACE_MS)

function refused(check: string, description: string, grant?: string): OAuthError {
  return new OAuthError('invalid_token', check, description, grant === undefined ? {} : { grant })
}
