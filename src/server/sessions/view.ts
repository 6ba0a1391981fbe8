// A session as people are shown it.

import type { AnyEvent } from '../../recording/reading.ts'
import { isRecord } from '../../recording/shapes.ts'
import { OAuthError } from '../oauth/errors.ts'
import type { Services } from '../services.ts'
import { type Approval, type Decision, decisionsOn, standing as standingOf } from '../store/approvals.ts'
import { claimsOf, findGrant, type Grant, targetsOf } from '../store/grants.ts'
import type { Found } from '../store/search.ts'
import { approvalsOf, findSession, maskedColumns, type SessionRow } from '../store/sessions.ts'
import { eventIn } from './facts.ts'
import type { Standing } from './store.ts'

/** As long as the longest line. */
const FIRST_LINE = 1024 * 1024
const MOST_APPROVALS = 200

export interface SessionView {
  readonly row: SessionRow
  readonly grant: Grant
  readonly claims: Readonly<Record<string, string>>
  readonly targets: readonly string[]
  /** What of the record is on the disk for good; undefined when nothing ever came. */
  readonly standing: Standing | undefined
  /** The session's own first event. */
  readonly start: AnyEvent | undefined
  readonly approvals: readonly Asked[]
  /** Masked cells by column or detector. */
  readonly masked: readonly { readonly name: string; readonly count: number }[]
  readonly running: boolean
}

/** A request of the session, with who decided it. */
export interface Asked {
  readonly approval: Approval
  readonly state: ReturnType<typeof standingOf>
  readonly decisions: readonly Decision[]
}

/** Throws `OAuthError` (404, the same words for everything) when no such session ever began. */
export async function viewOf(
  { store, clock, reader, catalogue }: Services,
  id: string,
): Promise<SessionView> {
  const grant = await findGrant(store, id)
  if (grant?.issued_at == null) throw unknown()
  await catalogue.list(grant.issued_at)
  const row = await findSession(store, id)
  if (!row) throw unknown()
  const standing = await reader.standing(id)
  const now = clock()
  const approvals = await approvalsOf(store, id, MOST_APPROVALS)
  return {
    row,
    grant,
    claims: claimsOf(grant),
    targets: targetsOf(grant),
    standing,
    start: standing && (await firstEvent(reader.lines(id, 0, Math.min(standing.sizes.session, FIRST_LINE)))),
    approvals: await Promise.all(
      approvals.map(async (approval) => ({
        approval,
        state: standingOf(approval, now),
        decisions: await decisionsOn(store, approval.id),
      })),
    ),
    masked: await maskedColumns(store, id),
    running: isRunning({ ...row, state: grant.state, expires_at: grant.expires_at }, now),
  }
}

export function unknown(): OAuthError {
  return new OAuthError('invalid_request', 'session', 'there is no such session', { status: 404 })
}

type Lived = Pick<Found, 'reason' | 'state' | 'expires_at'>

export function isRunning({ reason, state, expires_at }: Lived, now: number): boolean {
  return reason === null && state === 'active' && (expires_at ?? 0) > now
}

/** What the targets of a session speak, by the session's own first event. */
export function protocolsOf({ start }: Pick<SessionView, 'start'>): ReadonlyMap<string, string> {
  const targets = Array.isArray(start?.targets) ? start.targets.filter(isRecord) : []
  return new Map(targets.map(({ name, protocol }) => [String(name), String(protocol)]))
}

/** How it ended, in a word or two. */
export function stateInWords(row: Lived & Pick<Found, 'end_reason'>, now: number): string {
  if (isRunning(row, now)) return 'running'
  if (row.reason !== null) return row.reason === 'clean' ? 'ended' : row.reason
  return row.end_reason ?? 'over, its record is still open'
}

async function firstEvent(lines: AsyncGenerator<Buffer>): Promise<AnyEvent | undefined> {
  for await (const line of lines) {
    const event = eventIn(line.toString('utf8'))
    return event?.type === 'session.start' ? event : undefined
  }
  return undefined
}
