import type { Services } from '../services.ts'
import { audit } from '../store/audit.ts'
import { claimsOf, targetsOf } from '../store/grants.ts'
import { hit, once } from '../store/once.ts'
import { findToken, useRefresh } from '../store/tokens.ts'
import { requireApproval } from './approval.ts'
import { verifyProof } from './dpop.ts'
import { OAuthError } from './errors.ts'
import { required } from './form.ts'
import { issueTokens, RECORD_GRACE_MS, type TokenResponse } from './issue.ts'
import { permit } from './permit.ts'
import type { OAuthCall } from './request.ts'

/** A refresh token works again this long after its first use: the answer may have been lost. */
const RETRY_MS = 60_000
const REFRESHES_PER_MINUTE = 20

/** `grant_type=refresh_token`: new tokens for the session that runs; its end does not move. */
export async function refresh(services: Services, call: OAuthCall): Promise<TokenResponse> {
  const { store, clock } = services
  const now = clock()
  const proof = await verifyProof({ ...call, method: 'POST', now })
  const found = await findToken(store, required(call.form, 'refresh_token'))
  if (found?.token.kind !== 'refresh') throw notYours('refresh-token')
  const { token, grant } = found
  Object.assign(call.entry, { grant: grant.id, issuer: grant.issuer, repository: grant.repository })
  if (grant.jkt !== proof.jkt) throw notYours('refresh-token-key')
  if (!(await once(store, `proof:${proof.jkt}`, proof.jti, proof.expiresAt)))
    throw new OAuthError('invalid_dpop_proof', 'dpop-replay', 'DPoP: the proof was used before')
  const targets = targetsOf(grant)
  const expiresAt = grant.expires_at ?? 0
  if (grant.state !== 'active' || expiresAt + RECORD_GRACE_MS <= now)
    throw new OAuthError('invalid_grant', 'grant-over', 'the session is over')
  const rule = permit(services.config, grant.issuer, claimsOf(grant), targets)
  await requireApproval(store, rule, grant.id)
  if ((await hit(store, `refresh:${grant.id}`, now)) > REFRESHES_PER_MINUTE)
    throw new OAuthError('slow_down', 'rate-refresh', 'renewed too often', { status: 429 })
  return store.transaction().execute(async (transaction) => {
    if (!(await useRefresh(transaction, token.hash, now, now - RETRY_MS)))
      throw new OAuthError('invalid_grant', 'refresh-replay', 'the refresh token was used before')
    await audit(transaction, now, 'ok', call.entry)
    return issueTokens(services, transaction, { id: grant.id, targets, expiresAt })
  })
}

function notYours(check: string): OAuthError {
  return new OAuthError('invalid_grant', check, 'no such refresh token, or it has another key')
}
