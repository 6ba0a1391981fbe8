// Statements that a session holds: asked for, waited for and withdrawn with the session's own token.
import { createHash, randomBytes } from 'node:crypto'
import { type HeldAnswer, type HeldStatement, heldFrom, heldToJson } from '../../core/approval.ts'
import { blockingFrom } from '../../core/blocking.ts'
import { canonical, type Json } from '../../core/json.ts'
import type { AccessRule } from '../../policy/config.ts'
import { tell } from '../notify/tell.ts'
import type { Authorised } from '../oauth/authorise.ts'
import { OAuthError } from '../oauth/errors.ts'
import { permit } from '../oauth/permit.ts'
import type { Services } from '../services.ts'
import {
  type Approval,
  addApproval,
  decisionsOn,
  findApproval,
  standing,
  withdrawApproval,
} from '../store/approvals.ts'
import { claimsOf, type Grant, targetsOf } from '../store/grants.ts'
import { hit } from '../store/once.ts'
import { countAsked, countWaiting, noteBlocking } from '../store/statements.ts'
import { waitFor } from './wait.ts'

/** Connections that may wait in one session, and requests that one session may make in a minute and in all: they are kept. */
const MOST_WAITING = 500
const ASKED_PER_MINUTE = 600
/** Of what one request blocks: characters, and how often it is told. */
const MOST_BLOCKING = 32_768
const BLOCKING_PER_MINUTE = 30
const MOST_ASKED = 2000

/** What the approver of a statement is shown, and bound to. */
export interface StatementRequest {
  readonly session: string
  readonly issuer: string
  readonly claims: Readonly<Record<string, string>>
  readonly policy: string
  readonly rule: string
  readonly statement: HeldStatement
}

/** Asks for one statement. Throws `OAuthError` when nobody may release it. */
export async function askStatement(
  services: Services,
  { grant }: Authorised,
  body: unknown,
): Promise<HeldAnswer> {
  const { store, clock, changes } = services
  const now = clock()
  const statement = read(body, heldFrom)
  const holds = releasers(services, grant, statement.target)
  if ((await hit(store, `holds:${grant.id}`, now)) > ASKED_PER_MINUTE)
    throw new OAuthError('slow_down', 'rate-holds', 'too many statements were held', { status: 429 })
  if ((await countAsked(store, grant.id)) >= MOST_ASKED)
    throw new OAuthError('slow_down', 'holds-asked', 'this session has held too many statements', {
      status: 429,
    })
  if ((await countWaiting(store, grant.id, now)) >= MOST_WAITING)
    throw new OAuthError('slow_down', 'holds-waiting', 'too many statements wait already', { status: 429 })
  const id = randomBytes(16).toString('hex')
  const request = canonical(describe(services, grant, statement) as unknown as Json)
  await store.transaction().execute(async (transaction) => {
    await addApproval(transaction, {
      id,
      kind: 'statement',
      grant_id: grant.id,
      poll_hash: null,
      request,
      request_sha256: sha256(request),
      subject_sha256: null,
      approvers: JSON.stringify(holds.by),
      min: holds.min,
      created_at: now,
      // A session that is over needs no answer.
      expires_at: Math.min(now + holds.timeout, grant.expires_at ?? now),
    })
    await tell(services, transaction, id, 'asked')
  })
  changes.tell(id)
  return answer(services, await own(services, grant, id))
}

/** How it stands, once it does not wait any more or `ms` have passed. */
export async function awaitStatement(
  services: Services,
  { grant }: Authorised,
  id: string,
  wait: { ms: number; signal: AbortSignal },
): Promise<HeldAnswer> {
  await own(services, grant, id)
  await waitFor(services, id, wait.ms, wait.signal)
  return answer(services, await own(services, grant, id))
}

/** The client has gone or gave up. An answer that came first stays. */
export async function withdrawStatement(
  services: Services,
  { grant }: Authorised,
  id: string,
): Promise<HeldAnswer> {
  await own(services, grant, id)
  const withdrawn = await services.store.transaction().execute(async (transaction) => {
    const done = await withdrawApproval(transaction, id, services.clock())
    if (done) await tell(services, transaction, id, 'withdrawn')
    return done
  })
  if (withdrawn) services.changes.tell(id)
  return answer(services, await own(services, grant, id))
}

/** What its transaction keeps others from by now: people see it, nobody is bound to it. */
export async function noteWhatItBlocks(
  services: Services,
  { grant }: Authorised,
  id: string,
  body: unknown,
): Promise<void> {
  const { store, clock, changes } = services
  const blocking = JSON.stringify(read(body, blockingFrom))
  if (blocking.length > MOST_BLOCKING)
    throw new OAuthError('invalid_request', 'blocking', 'too much is said of what it blocks')
  await own(services, grant, id)
  if ((await hit(store, `blocking:${id}`, clock())) > BLOCKING_PER_MINUTE)
    throw new OAuthError('slow_down', 'rate-blocking', 'what it blocks was told too often', { status: 429 })
  if (await noteBlocking(store, id, blocking, clock())) changes.tell(id)
}

function read<T>(body: unknown, parse: (body: unknown) => T): T {
  try {
    return parse(body)
  } catch (error) {
    throw new OAuthError('invalid_request', 'held-statement', (error as Error).message)
  }
}

/** The policy of now decides who is asked, as for everything else. */
function releasers({ config }: Services, grant: Grant, target: string): NonNullable<AccessRule['holds']> {
  const targets = targetsOf(grant)
  if (!targets.includes(target))
    throw new OAuthError('invalid_target', 'held-target', 'the session does not have this target')
  const { holds } = permit(config, grant.issuer, claimsOf(grant), targets)
  if (holds) return holds
  throw new OAuthError('access_denied', 'holds', 'nobody may release held statements of this session', {
    status: 403,
  })
}

function describe({ config }: Services, grant: Grant, statement: HeldStatement): StatementRequest {
  return {
    session: grant.id,
    issuer: grant.issuer,
    claims: claimsOf(grant),
    policy: config.sha256,
    rule: grant.rule,
    statement: heldToJson(statement) as unknown as HeldStatement,
  }
}

/** A request of another session is one that does not exist. */
async function own({ store }: Services, grant: Grant, id: string): Promise<Approval> {
  const approval = await findApproval(store, id)
  if (approval?.grant_id === grant.id && approval.kind === 'statement') return approval
  throw new OAuthError('invalid_request', 'approval-request', 'no such request', { status: 404 })
}

async function answer({ store, config, clock }: Services, approval: Approval): Promise<HeldAnswer> {
  const state = standing(approval, clock())
  const decisions = await decisionsOn(store, approval.id)
  const reason = decisions.findLast((decision) => decision.reason !== null)?.reason
  const { statement } = JSON.parse(approval.request) as StatementRequest
  return {
    id: approval.id,
    state: state === 'redeemed' ? 'approved' : state,
    bound: sha256(canonical(statement as unknown as Json)),
    uri: `${config.server.url}/approvals/${approval.id}`,
    expiresAt: new Date(approval.expires_at).toISOString(),
    approvers: JSON.parse(approval.approvers),
    by: decisions.map(({ name }) => name),
    ...(reason == null ? {} : { reason }),
    ...(approval.scope === null ? {} : { scope: approval.scope }),
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
