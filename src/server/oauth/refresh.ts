import type { Services } from '../services.ts'
import { audit } from '../store/audit.ts'
import { claimsOf, targetsOf } from '../store/grants.ts'
import { once } from '../store/once.ts'
import { findToken, useRefresh } from '../store/tokens.ts'
import { verifyProof } from './dpop.ts'
import { OAuthError } from './errors.ts'
import { required } from './form.ts'
import { issueTokens, RECORD_GRACE_MS, type TokenResponse } from './issue.ts'
import { permit } from './permit.ts'
import type { OAuthCall } from './request.ts'

/** A refresh token works again this long after its first use: the answer may have been lost. */
const RETRY_MS = 60_000

/** `grant_type=refresh_token`: new tokens for the session that runs; its end does not move. */
export async function refresh(services: Services, call: OAuthCall): Promise<TokenResponse> {
  const { store, clock } = services
  const now = clock()
  const proof = await verifyProof({ ...call, method: 'POST', now })
  const found = await findToken(store, required(call.form, 'refresh_token'))
  if (found?.token.kind !== 'refresh' || found.grant.jkt !== proof.jkt)
    throw new OAuthError('invalid_grant', 'refresh-token', 'no such refresh token, or it has another key')
  const { token, grant } = found
  Object.assign(call.entry, { grant: grant.id, issuer: grant.issuer, repository: grant.repository })
  if (!(await once(store, `proof:${proof.jkt}`, proof.jti, proof.expiresAt)))
    throw new OAuthError('invalid_dpop_proof', 'dpop-replay', 'DPoP: the proof was used before')
  const targets = targetsOf(grant)
  const expiresAt = grant.expires_at ?? 0
  if (grant.state !== 'active' || expiresAt + RECORD_GRACE_MS <= now)
    throw new OAuthError('invalid_grant', 'grant-over', 'the session is over')
  permit(services.config, grant.issuer, claimsOf(grant), targets)
  return store.transaction().execute(async (transaction) => {
    if (!(await useRefresh(transaction, token.hash, now, now - RETRY_MS)))
      throw new OAuthError('invalid_grant', 'refresh-replay', 'the refresh token was used before')
    await audit(transaction, now, 'ok', call.entry)
    return issueTokens(services, transaction, { id: grant.id, targets, expiresAt })
  })
}
