// Exchanges that wait for a person; polled as https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html
import { createHash, randomBytes } from 'node:crypto'
import { canonical } from '../../core/json.ts'
import { PLATFORMS } from '../../identity/platforms.ts'
import type { AccessRule, Config } from '../../policy/config.ts'
import { waitFor } from '../approvals/wait.ts'
import { tell } from '../notify/tell.ts'
import type { Services } from '../services.ts'
import {
  type Approval,
  addApproval,
  decisionsOn,
  findPolled,
  isApproved,
  notePoll,
  redeemApproval,
  standing,
  takeParked,
  withdrawApproval,
} from '../store/approvals.ts'
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
/** A long poll ends before proxies give up on it. */
const MAX_WAIT_S = 25

/**
 * Stores what an approver decides on, or takes over what an earlier attempt of the run left behind; returns the members
 * of the `authorization_pending` answer.
 */
export async function askApproval(
  services: Services,
  store: Services['store'],
  permitted: Permitted,
): Promise<Record<string, string | number>> {
  const { config, clock } = services
  const { id: grant, identity, rule, targets, park } = permitted
  const now = clock()
  const token = newToken('request')
  const asked = { issuer: identity.issuer, claims: identity.claims, targets }
  const subject = sha256(subjectOf(config, rule, asked))
  const left = await takeParked(store, subject, { grant, hash: tokenHash(token), now, park })
  const until = left?.expires_at ?? now + (rule.approval?.timeout ?? 0)
  const id = left?.id ?? randomBytes(16).toString('hex')
  if (!left) {
    const request = describeRequest(config, rule, { ...asked, grant })
    await addApproval(store, {
      id,
      kind: 'access',
      grant_id: grant,
      poll_hash: tokenHash(token),
      request,
      request_sha256: sha256(request),
      subject_sha256: subject,
      parked: park ? 1 : 0,
      approvers: JSON.stringify(rule.approval?.by ?? []),
      min: rule.approval?.min ?? 1,
      created_at: now,
      expires_at: until,
    })
    await tell(services, store, id, 'asked')
  }
  return {
    auth_req_id: token,
    interval: INTERVAL_MS / 1000,
    expires_in: Math.floor((until - now) / 1000),
    approval_uri: `${config.server.url}/approvals/${id}`,
    approvers: (rule.approval?.by ?? []).join(', '),
    approval_state: left?.state ?? 'waiting',
  }
}

/** What an approver is shown, whole: everything of `subjectOf`, and who asks. */
function describeRequest(
  config: Config,
  rule: AccessRule,
  asked: Asked & { readonly grant: string },
): string {
  return canonical({ ...asked, ...ruleOf(config, rule) })
}

interface Asked {
  readonly issuer: string
  readonly claims: Readonly<Record<string, string>>
  readonly targets: readonly string[]
}

/**
 * What an approval is good for: the same change, asked for by the same person, under the same rule of the same policy
 * file. The attempt of the run is not part of it.
 */
function subjectOf(config: Config, rule: AccessRule, { issuer, claims, targets }: Asked): string {
  const platform = config.issuers[issuer]?.platform
  const names: readonly string[] = platform ? PLATFORMS[platform].change : []
  const change = names.map((name) => claims[name] ?? '')
  return canonical({ issuer, change, targets: [...targets].sort(), ...ruleOf(config, rule) })
}

function ruleOf(config: Config, { name, guard, mask, ttl, approval }: AccessRule) {
  const { by = [], min = 1 } = approval ?? {}
  return { policy: config.sha256, rule: { name, guard, mask, ttl, approvers: by, min } }
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

/** `grant_type=urn:openid:params:grant-type:ciba`: the tokens once somebody has approved; `wait` seconds make it a long poll. */
export async function poll(services: Services, call: OAuthCall): Promise<TokenResponse> {
  const { store } = services
  const wait = waitOf(call.form)
  const proof = await verifyProof({ ...call, method: 'POST', now: services.clock() })
  const asked = await findPolled(store, tokenHash(required(call.form, 'auth_req_id')))
  const grant = asked && (await findGrant(store, asked.grant_id))
  if (!grant) throw notYours('approval-request')
  Object.assign(call.entry, { grant: grant.id, issuer: grant.issuer, repository: grant.repository })
  if (grant.jkt !== proof.jkt) throw notYours('approval-key')
  if (!(await once(store, `proof:${proof.jkt}`, proof.jti, proof.expiresAt)))
    throw new OAuthError('invalid_dpop_proof', 'dpop-replay', 'DPoP: the proof was used before')
  if (!(await notePoll(store, asked.id, services.clock(), INTERVAL_MS)))
    throw new OAuthError('slow_down', 'approval-interval', 'poll no more often than the interval', {
      quiet: true,
    })
  const approval = (wait > 0 && (await waitFor(services, asked.id, wait * 1000, call.signal))) || asked
  const state = standing(approval, services.clock())
  if (state === 'withdrawn')
    throw new OAuthError('access_denied', 'approval-withdrawn', 'the request was withdrawn')
  if (state === 'denied') throw await denied(services, approval)
  if (state === 'expired' || approval.expires_at <= services.clock())
    throw new OAuthError('expired_token', 'approval-expired', 'nobody answered in time')
  // Nobody can approve what the policy file asks otherwise now: the job need not wait for it.
  const rule = await ruleNow(services, grant, approval)
  if (state === 'waiting')
    throw new OAuthError('authorization_pending', 'approval', 'an approver must agree first', { quiet: true })
  return redeem(services, call, { grant, approval, rule })
}

function waitOf(form: OAuthCall['form']): number {
  const text = form.get('wait') ?? '0'
  if (/^\d{1,4}$/.test(text)) return Math.min(Number(text), MAX_WAIT_S)
  throw new OAuthError('invalid_request', 'wait', '`wait` is a number of seconds')
}

async function denied({ store }: Services, approval: Approval): Promise<OAuthError> {
  const no = (await decisionsOn(store, approval.id)).find(({ decision }) => decision === 'denied')
  const reason = no?.reason ? `: ${no.reason}` : ''
  return new OAuthError('access_denied', 'approval-denied', `${no?.name ?? 'an approver'} said no${reason}`)
}

function notYours(check: string): OAuthError {
  return new OAuthError('invalid_grant', check, 'no such request, or another key asked')
}

/** The policy is asked again. */
async function ruleNow(services: Services, grant: Grant, approval: Approval): Promise<AccessRule> {
  const { config, store, clock, changes } = services
  const targets = targetsOf(grant)
  const claims = claimsOf(grant)
  const rule = permit(config, grant.issuer, claims, targets)
  const subject = subjectOf(config, rule, { issuer: grant.issuer, claims, targets })
  if (sha256(subject) === approval.subject_sha256) return rule
  const withdrawn = await store.transaction().execute(async (transaction) => {
    await endGrant(transaction, grant.id, clock(), 'policy')
    const done = await withdrawApproval(transaction, approval.id, clock())
    if (done) await tell(services, transaction, approval.id, 'withdrawn')
    return done
  })
  if (withdrawn) changes.tell(approval.id)
  throw new OAuthError('access_denied', 'approval-stale', 'the policy changed after the request')
}

/** The grant's clock starts now. */
async function redeem(
  services: Services,
  call: OAuthCall,
  { grant, approval, rule }: { grant: Grant; approval: Approval; rule: AccessRule },
): Promise<TokenResponse> {
  const { store, clock } = services
  const now = clock()
  const targets = targetsOf(grant)
  const expiresAt = now + rule.ttl
  return store.transaction().execute(async (transaction) => {
    const won = await redeemApproval(transaction, approval.id, now)
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
