// What auditors get: by time, oldest first, a page at a time. Times are milliseconds since the epoch.
import { type Selectable, sql } from 'kysely'
import type { Approval } from './approvals.ts'
import type { Grant } from './grants.ts'
import type { Store } from './index.ts'
import type { AuditTable, SessionTable } from './schema.ts'

export interface Span {
  readonly from: number
  /** Not in it. */
  readonly to: number
}

/** The last row of the page before. */
export interface After {
  readonly at: number
  readonly id: string
}

export type AuditRow = Selectable<AuditTable>

type Counts = Pick<
  Selectable<SessionTable>,
  'connections' | 'statements' | 'held' | 'blocked' | 'refused' | 'errors' | 'masked' | 'reason'
>

/** A session with its totals; null when nothing of its record was read. */
export type Held = Grant & { [Name in keyof Counts]: Counts[Name] | null }

export async function sessionsIn(
  store: Store,
  { from, to }: Span,
  after: After | undefined,
  limit: number,
): Promise<Held[]> {
  let query = store
    .selectFrom('grants')
    .leftJoin('sessions', 'sessions.id', 'grants.id')
    .selectAll('grants')
    .select(['sessions.connections', 'sessions.statements', 'sessions.held', 'sessions.blocked'])
    .select(['sessions.refused', 'sessions.errors', 'sessions.masked', 'sessions.reason'])
    .where('grants.issued_at', '>=', from)
    .where('grants.issued_at', '<', to)
    .orderBy('grants.issued_at')
    .orderBy('grants.id')
    .limit(limit)
  if (after) query = query.where(sql<boolean>`(grants.issued_at, grants.id) > (${after.at}, ${after.id})`)
  return query.execute()
}

export async function approvalsIn(
  store: Store,
  { from, to }: Span,
  after: After | undefined,
  limit: number,
): Promise<(Approval & { grant: Grant })[]> {
  let query = store
    .selectFrom('approvals')
    .selectAll()
    .where('created_at', '>=', from)
    .where('created_at', '<', to)
    .orderBy('created_at')
    .orderBy('id')
    .limit(limit)
  if (after) query = query.where(sql<boolean>`(created_at, id) > (${after.at}, ${after.id})`)
  const approvals = await query.execute()
  const ids = [...new Set(approvals.map(({ grant_id }) => grant_id))]
  if (ids.length === 0) return []
  const grants = await store.selectFrom('grants').selectAll().where('id', 'in', ids).execute()
  const byId = new Map(grants.map((grant) => [grant.id, grant]))
  return approvals.flatMap((approval) => {
    const grant = byId.get(approval.grant_id)
    return grant ? [{ ...approval, grant }] : []
  })
}

/** Columns and detectors that masked cells, for each session. */
export async function maskedIn(
  store: Store,
  sessions: readonly string[],
): Promise<{ session: string; name: string; count: number }[]> {
  if (sessions.length === 0) return []
  return store
    .selectFrom('session_names')
    .select(['session', 'name', 'count'])
    .where('kind', '=', 'masked')
    .where('session', 'in', sessions)
    .orderBy('session')
    .orderBy('name')
    .execute()
}

/** The server's own log, oldest first. */
export async function auditIn(
  store: Store,
  { from, to }: Span,
  after: number | undefined,
  limit: number,
): Promise<AuditRow[]> {
  let query = store
    .selectFrom('audit')
    .selectAll()
    .where('at', '>=', from)
    .where('at', '<', to)
    .orderBy('id')
    .limit(limit)
  if (after !== undefined) query = query.where('id', '>', after)
  return query.execute()
}

/** Newest first; `before` is the id of the last one of the page before. */
export async function latestAudit(
  store: Store,
  { before, limit, event }: { before?: number | undefined; limit: number; event?: string | undefined },
): Promise<AuditRow[]> {
  let query = store.selectFrom('audit').selectAll().orderBy('id', 'desc').limit(limit)
  if (before !== undefined) query = query.where('id', '<', before)
  if (event !== undefined) query = query.where('event', '=', event)
  return query.execute()
}
