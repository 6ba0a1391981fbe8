// A request as people are shown it, whether as JSON or on a page.
import type { HeldBlocking } from '../../core/blocking.ts'
import { OAuthError } from '../oauth/errors.ts'
import type { Person } from '../people/person.ts'
import type { Services } from '../services.ts'
import { type Approval, decisionsOn, findApproval, type Listed, standing } from '../store/approvals.ts'
import { findGrant } from '../store/grants.ts'
import { obstacleFor } from './obstacle.ts'
import { startedBy } from './starter.ts'
import type { StatementRequest } from './statements.ts'

export type Summary = ReturnType<typeof summaryOf>
export type Detail = Awaited<ReturnType<typeof detailOf>>

/** Characters of a statement in a list; the request has it whole. */
const MOST_TEXT = 8192

/** What a list says of a request. */
export function summaryOf(
  { clock, config }: Pick<Services, 'clock' | 'config'>,
  person: Person,
  row: Listed,
) {
  const claims: Record<string, string> = JSON.parse(row.claims)
  const { repository, issuer, targets } = row
  const grant = { repository, issuer, targets, claims: row.claims }
  const obstacle = obstacleFor(config, person, row, grant)
  return {
    id: row.id,
    kind: row.kind,
    state: standing(row, clock()),
    repository: claims.repository ?? claims.project_path ?? row.repository,
    ref: claims.ref ?? '',
    started_by: startedBy(config, grant),
    access: row.rule,
    ...(row.kind === 'deployment' && claims.environment ? { environment: claims.environment } : {}),
    ...statementOf(config, row),
    session: row.grant_id,
    approvers: JSON.parse(row.approvers) as string[],
    min: row.min,
    created_at: time(row.created_at),
    expires_at: time(row.expires_at),
    uri: `${config.server.url}/approvals/${row.id}`,
    may_decide: obstacle === undefined,
    ...(obstacle ? { why_not: obstacle.reason } : {}),
  }
}

interface Held {
  readonly targets: string[]
  /** What the statement is written in, by what its target speaks; absent when that target is not there any more. */
  readonly protocol?: string
  readonly statement?: string
  readonly rules?: string[]
}

function statementOf({ targets }: Services['config'], row: Listed): Held {
  if (row.kind !== 'statement') return { targets: JSON.parse(row.targets) }
  const { statement } = JSON.parse(row.request) as StatementRequest
  const rules = statement.findings.map(({ rule }) => rule)
  const protocol = Object.hasOwn(targets, statement.target) && targets[statement.target]?.protocol
  return {
    targets: [statement.target],
    ...(protocol ? { protocol } : {}),
    statement: statement.text.slice(0, MOST_TEXT),
    rules,
  }
}

/** Everything that a person decides on, with the digest that their word is bound to. Throws `OAuthError` when there is none. */
export async function detailOf(services: Services, person: Person, id: string) {
  const { store } = services
  const approval = await findApproval(store, id)
  const grant = approval && (await findGrant(store, approval.grant_id))
  if (!approval || !grant)
    throw new OAuthError('invalid_request', 'approval-request', 'there is no such request', { status: 404 })
  const { repository, issuer, claims, rule, targets } = grant
  const decisions = await decisionsOn(store, id)
  return {
    ...summaryOf(services, person, { ...approval, repository, issuer, claims, rule, targets }),
    request: JSON.parse(approval.request) as Record<string, unknown>,
    request_sha256: approval.request_sha256,
    scope: approval.scope,
    ...blockingOf(approval, services.clock()),
    decisions: decisions.map(({ person: by, name, decision, reason, at }) => ({
      by,
      name,
      decision,
      reason,
      at: time(at),
    })),
  }
}

/** Afterwards it blocks nobody. */
function blockingOf(approval: Approval, now: number): { blocking?: HeldBlocking } {
  if (approval.blocking === null || standing(approval, now) !== 'waiting') return {}
  return { blocking: JSON.parse(approval.blocking) as HeldBlocking }
}

const time = (ms: number): string => new Date(ms).toISOString()
