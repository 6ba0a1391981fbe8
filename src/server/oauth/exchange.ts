// The exchange of a pipeline token for a grant: https://www.rfc-editor.org/rfc/rfc8693
import { randomBytes } from 'node:crypto'
import { Refusal } from '../../identity/refusal.ts'
import type { Identity } from '../../identity/verify.ts'
import type { Services } from '../services.ts'
import { audit } from '../store/audit.ts'
import { takeJob } from '../store/grants.ts'
import { hit, once } from '../store/once.ts'
import { askApproval } from './approval.ts'
import { type Proof, verifyProof } from './dpop.ts'
import { OAuthError } from './errors.ts'
import { required } from './form.ts'
import { ID_TOKEN, issueTokens, type TokenResponse } from './issue.ts'
import { permit, readTargets } from './permit.ts'
import type { OAuthCall, Permitted } from './request.ts'

export async function exchange(services: Services, call: OAuthCall): Promise<TokenResponse> {
  const { form, entry } = call
  if (required(form, 'subject_token_type') !== ID_TOKEN)
    throw new OAuthError('invalid_request', 'subject-token-type', `subject_token_type must be ${ID_TOKEN}`)
  const park = readPending(form)
  const targets = readTargets(required(form, 'authorization_details'))
  const proof = await verifyProof({ ...call, method: 'POST', now: services.clock() })
  const identity = await verifyToken(services, required(form, 'subject_token'))
  entry.issuer = identity.issuer
  entry.repository = identity.repository
  await seeOnce(services, identity, proof)
  const rule = permit(services.config, identity.issuer, identity.claims, targets)
  const id = randomBytes(16).toString('hex')
  return grant(services, { id, identity, proof, rule, targets, park }, call)
}

/** What the job does when a person must approve: `on_pending` is `wait` (when left out) or `park`. */
function readPending(form: OAuthCall['form']): boolean {
  const choice = form.get('on_pending') ?? 'wait'
  if (choice === 'wait' || choice === 'park') return choice === 'park'
  throw new OAuthError('invalid_request', 'on-pending', 'on_pending must be wait or park')
}

async function verifyToken({ verifier }: Services, token: string): Promise<Identity> {
  try {
    return await verifier.verify(token)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.check === 'keys-unavailable')
      throw new OAuthError('temporarily_unavailable', error.check, 'the issuer’s keys cannot be fetched', {
        status: 503,
      })
    throw new OAuthError('invalid_request', error.check, 'the subject token is not accepted', {
      detail: error.message,
    })
  }
}

/** Counts the repository's exchange and remembers both ids, together. */
async function seeOnce(services: Services, identity: Identity, proof: Proof): Promise<void> {
  const { issuer, repository, jti, rememberUntil } = identity
  const seen = await services.store.transaction().execute(async (store) => ({
    exchanges: await hit(store, `repository:${issuer}:${repository}`, services.clock()),
    proof: await once(store, `proof:${proof.jkt}`, proof.jti, proof.expiresAt),
    token: await once(store, `token:${issuer}`, jti, rememberUntil),
  }))
  const limit = services.config.server.limits.exchangesPerMinute
  if (seen.exchanges > limit)
    throw new OAuthError('slow_down', 'rate-repository', 'too many exchanges of this repository', {
      status: 429,
      quiet: seen.exchanges > limit + 1,
    })
  if (!seen.proof)
    throw new OAuthError('invalid_dpop_proof', 'dpop-replay', 'DPoP: the proof was used before')
  if (!seen.token)
    throw new OAuthError('invalid_request', 'token-replay', 'the subject token is not accepted', {
      detail: 'the token was exchanged before',
    })
}

/** Takes the job's one grant: active at once, or waiting for an approver. */
async function grant(services: Services, permitted: Permitted, call: OAuthCall): Promise<TokenResponse> {
  const { identity, rule, targets, id } = permitted
  const now = services.clock()
  const expiresAt = rule.approval ? null : now + rule.ttl
  const outcome = await services.store.transaction().execute(async (store) => {
    const taken = await takeJob(store, { issuer: identity.issuer, job: identity.job, targets, grant: id })
    if (!taken) throw secondExchange()
    await store
      .insertInto('grants')
      .values(row(services, permitted, now, expiresAt))
      .execute()
    if (expiresAt === null) return { pending: await askApproval(services, store, permitted) }
    await audit(store, now, 'ok', { ...call.entry, grant: id })
    return { issued: await issueTokens(services, store, { id, targets, expiresAt }) }
  })
  call.entry.grant = id
  if (outcome.issued) return outcome.issued
  services.changes.tell(String(outcome.pending.approval_uri).split('/').at(-1) ?? '')
  throw new OAuthError('authorization_pending', 'approval', 'an approver must agree first', {
    members: outcome.pending,
  })
}

function row(services: Services, permitted: Permitted, now: number, expiresAt: number | null) {
  const { id, identity, proof, rule, targets } = permitted
  return {
    id,
    issuer: identity.issuer,
    repository: identity.repository,
    job: identity.job,
    rule: rule.name,
    policy_sha256: services.config.sha256,
    targets: JSON.stringify(targets),
    claims: JSON.stringify(identity.claims),
    jkt: proof.jkt,
    jwk: JSON.stringify(proof.jwk),
    state: expiresAt === null ? ('pending' as const) : ('active' as const),
    created_at: now,
    issued_at: expiresAt === null ? null : now,
    expires_at: expiresAt,
    ended_at: null,
    end_reason: null,
  }
}

/** Any step of a job may mint a token, so a second exchange may be a thief's, or the first was. */
function secondExchange(): OAuthError {
  return new OAuthError('invalid_request', 'job-once', 'this job has had its grant', {
    detail: 'a second exchange of one job attempt',
  })
}
