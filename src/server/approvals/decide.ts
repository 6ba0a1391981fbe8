// One person's word on one request.
import { tell } from '../notify/tell.ts'
import { OAuthError } from '../oauth/errors.ts'
import type { Person } from '../people/person.ts'
import type { Services } from '../services.ts'
import { type Approval, decideApproval, decisionsOn, findApproval, standing } from '../store/approvals.ts'
import { type AuditEntry, audit } from '../store/audit.ts'
import { findGrant, type Grant } from '../store/grants.ts'
import type { Store } from '../store/index.ts'
import { obstacleFor, shareLogin } from './obstacle.ts'
import type { StatementRequest } from './statements.ts'

export interface Word {
  readonly decision: 'approved' | 'denied'
  /** SHA-256 of the request as this person was shown it. */
  readonly requestSha256: string
  readonly scope: 'once' | 'session'
  readonly reason?: string
}

export const MAX_REASON = 1000

/**
 * Decides, and says how the request stands then. Throws `OAuthError` access_denied when this person may not, and
 * invalid_request (409) when it comes too late or is not what was shown.
 */
export async function decide(
  services: Services,
  person: Person,
  { id, word, entry }: { id: string; word: Word; entry: AuditEntry },
): Promise<'approved' | 'denied' | 'waiting'> {
  const { store, clock, changes } = services
  const { approval, grant } = await request(services, id)
  Object.assign(entry, { grant: grant.id, issuer: grant.issuer, repository: grant.repository })
  const obstacle = obstacleFor(services.config, person, approval, grant)
  if (obstacle)
    throw new OAuthError('access_denied', obstacle.check, obstacle.reason, { status: 403, grant: grant.id })
  const now = clock()
  // It ends up in logs and terminals.
  const reason =
    word.reason
      ?.replace(/[^\P{Cc}\n]/gu, ' ')
      .trim()
      .slice(0, MAX_REASON) || null
  const state = await store.transaction().execute(async (transaction) => {
    await refuseSecondSelf(transaction, person, id)
    const settled = await decideApproval(transaction, id, {
      person: person.id,
      name: person.name,
      logins: JSON.stringify(person.logins),
      decision: word.decision,
      scope: scopeOf(approval, word),
      reason,
      requestSha256: word.requestSha256,
      now,
    })
    if (settled === undefined) return undefined
    await audit(transaction, now, 'ok', {
      ...entry,
      event: word.decision === 'approved' ? 'approve' : 'deny',
      detail: `${person.name} (${person.id}): ${id}`,
    })
    if (settled !== 'waiting') await tell(services, transaction, id, 'decided')
    return settled
  })
  if (state === undefined) throw await tooLate(services, person, approval, word)
  changes.tell(id)
  return state
}

/** What is no statement, and a statement whose bytes do not say all that it does, is approved for once whatever is asked. */
function scopeOf({ kind, request: shown }: Approval, { scope }: Word): Word['scope'] {
  if (kind !== 'statement') return 'once'
  return (JSON.parse(shown) as StatementRequest).statement.once ? 'once' : scope
}

async function request({ store }: Services, id: string): Promise<{ approval: Approval; grant: Grant }> {
  const approval = await findApproval(store, id)
  const grant = approval && (await findGrant(store, approval.grant_id))
  if (approval && grant) return { approval, grant }
  throw new OAuthError('invalid_request', 'approval-request', 'there is no such request', { status: 404 })
}

/** Two accounts with one login are one person. Throws `OAuthError` when the other one has decided. */
async function refuseSecondSelf(store: Store, person: Person, id: string): Promise<void> {
  const second = (await decisionsOn(store, id)).find(
    (each) =>
      each.person !== person.id && shareLogin(JSON.parse(each.logins ?? '[]') as string[], person.logins),
  )
  if (!second) return
  const message = `${second.name} has decided this already, and has the same login as you`
  throw new OAuthError('invalid_request', 'approval-same-login', message, { status: 409 })
}

async function tooLate(
  services: Services,
  person: Person,
  approval: Approval,
  word: Word,
): Promise<OAuthError> {
  const now = services.clock()
  const current = await findApproval(services.store, approval.id)
  const state = current ? standing(current, now) : 'withdrawn'
  const decisions = await decisionsOn(services.store, approval.id)
  const conflict = (check: string, description: string) =>
    new OAuthError('invalid_request', check, description, { status: 409, grant: approval.grant_id })
  if (state === 'waiting' && approval.request_sha256 !== word.requestSha256)
    return conflict('approval-stale', 'this is not the request that you were shown: look at it again')
  if (decisions.some((decision) => decision.person === person.id))
    return conflict('approval-twice', `you have decided this already: it is ${state}`)
  const by = decisions.map(({ name }) => name).join(', ')
  return conflict('approval-late', `too late: it is ${state}${by ? ` (${by})` : ''}`)
}
