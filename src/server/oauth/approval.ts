// Exchanges that wait for a person; polled as https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html
import { createHash, randomBytes } from 'node:crypto'
import { canonical } from '../../core/json.ts'
import type { AccessRule, Config } from '../../policy/config.ts'
import type { Services } from '../services.ts'
import { addApproval, findApproval, isApproved, notePoll, redeemApproval } from '../store/approvals.ts'
import { audit } from '../store/audit.ts'
import { claimsOf, endGrant, findGrant, type Grant, targetsOf } from '../store/grants.ts'
import { once } from '../store/once.ts'
import { newToken, tokenHash } from '../store/tokens.ts'
import { verifyProof } from './dpop.ts'
import { OAuthError } from './errors.ts'
import { required } from './form.ts'
import { issueTokens, type TokenResponse } from './issue.ts'
import { permit } from './permit.ts'
import type { OAuthCall, Permitted } from './request.ts'

const INTERVAL_MS = 5000

/** Stores what an approver decides on; returns the members of the `authorization_pending` answer. */
export async function askApproval(
  { config, clock }: Services,
  store: Services['store'],
  { id: grant, identity, rule, targets, proof }: Permitted,
): Promise<Record<string, string | number>> {
  const timeout = rule.approval?.timeout ?? 0
  const token = newToken('request')
  const id = randomBytes(16).toString('hex')
  const request = describeRequest(config, rule, {
    grant,
    issuer: identity.issuer,
    claims: identity.claims,
    targets,
    jkt: proof.jkt,
  })
  await addApproval(store, {
    hash: tokenHash(token),
    id,
    grant_id: grant,
    request,
    request_sha256: sha256(request),
    expires_at: clock() + timeout,
  })
  return {
    auth_req_id: token,
    interval: INTERVAL_MS / 1000,
    expires_in: Math.floor(timeout / 1000),
    approval_uri: `${config.server.url}/approvals/${id}`,
  }
}

/** What an approver is shown, whole: a changed policy file makes it another request. */
function describeRequest(
  config: Config,
  rule: AccessRule,
  asked: {
    grant: string
    issuer: string
    claims: Readonly<Record<string, string>>
    targets: readonly string[]
    jkt: string
  },
): string {
  const { name, guard, mask, ttl, approval } = rule
  return canonical({
    ...asked,
    policy: config.sha256,
    rule: { name, guard, mask, ttl, approvers: approval?.by ?? [] },
  })
}

/** A session that was granted before its rule asked for an approval goes no further without one. */
export async function requireApproval(
  store: Services['store'],
  rule: AccessRule,
  grant: string,
): Promise<void> {
  if (!rule.approval || (await isApproved(store, grant))) return
  throw new OAuthError('access_denied', 'approval-missing', 'the access rule now asks for an approval', {
    detail: rule.name,
    grant,
  })
}

/** `grant_type=urn:openid:params:grant-type:ciba`: the tokens once somebody has approved. */
export async function poll(services: Services, call: OAuthCall): Promise<TokenResponse> {
  const now = services.clock()
  const { store } = services
  const proof = await verifyProof({ ...call, method: 'POST', now })
  const approval = await findApproval(store, tokenHash(required(call.form, 'auth_req_id')))
  const grant = approval && (await findGrant(store, approval.grant_id))
  if (!grant) throw notYours('approval-request')
  Object.assign(call.entry, { grant: grant.id, issuer: grant.issuer, repository: grant.repository })
  if (grant.jkt !== proof.jkt) throw notYours('approval-key')
  if (!(await once(store, `proof:${proof.jkt}`, proof.jti, proof.expiresAt)))
    throw new OAuthError('invalid_dpop_proof', 'dpop-replay', 'DPoP: the proof was used before')
  if (!(await notePoll(store, approval.hash, now, INTERVAL_MS)))
    throw new OAuthError('slow_down', 'approval-interval', 'poll no more often than the interval', {
      quiet: true,
    })
  if (approval.state === 'denied')
    throw new OAuthError('access_denied', 'approval-denied', 'an approver said no')
  if (approval.expires_at <= now)
    throw new OAuthError('expired_token', 'approval-expired', 'nobody answered in time')
  if (approval.state === 'waiting')
    throw new OAuthError('authorization_pending', 'approval', 'an approver must agree first', { quiet: true })
  return redeem(services, call, grant, approval)
}

function notYours(check: string): OAuthError {
  return new OAuthError('invalid_grant', check, 'no such request, or another key asked')
}

/** The policy is asked again; the grant's clock starts now. */
async function redeem(
  services: Services,
  call: OAuthCall,
  grant: Grant,
  approval: { hash: string; request: string; request_sha256: string },
): Promise<TokenResponse> {
  const { config, store, clock } = services
  const now = clock()
  const targets = targetsOf(grant)
  const claims = claimsOf(grant)
  const rule = permit(config, grant.issuer, claims, targets)
  const asked = { grant: grant.id, issuer: grant.issuer, claims, targets, jkt: grant.jkt }
  if (sha256(describeRequest(config, rule, asked)) !== approval.request_sha256) {
    await endGrant(store, grant.id, now, 'policy')
    throw new OAuthError('access_denied', 'approval-stale', 'the policy changed after the approval')
  }
  const expiresAt = now + rule.ttl
  return store.transaction().execute(async (transaction) => {
    const won = await redeemApproval(transaction, approval.hash, now)
    const opened = await transaction
      .updateTable('grants')
      .set({ state: 'active', issued_at: now, expires_at: expiresAt })
      .where('id', '=', grant.id)
      .where('state', '=', 'pending')
      .executeTakeFirst()
    if (!won || opened.numUpdatedRows !== 1n)
      throw new OAuthError('invalid_grant', 'approval-redeemed', 'the request was redeemed before')
    await audit(transaction, now, 'ok', call.entry)
    return issueTokens(services, transaction, { id: grant.id, targets, expiresAt })
  })
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
