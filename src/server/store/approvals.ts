import type { Selectable } from 'kysely'
import type { Store } from './index.ts'
import type { ApprovalTable } from './schema.ts'

export type Approval = Selectable<ApprovalTable>

export async function addApproval(
  store: Store,
  row: Pick<ApprovalTable, 'hash' | 'id' | 'grant_id' | 'request' | 'request_sha256' | 'expires_at'>,
): Promise<void> {
  await store
    .insertInto('approvals')
    .values({ ...row, state: 'waiting', polled_at: 0, decided_at: null, decided_by: null })
    .execute()
}

export async function findApproval(store: Store, hash: string): Promise<Approval | undefined> {
  return store.selectFrom('approvals').selectAll().where('hash', '=', hash).executeTakeFirst()
}

/** One decision wins, and none after the deadline: false for the others. */
export async function decideApproval(
  store: Store,
  id: string,
  decision: { state: 'approved' | 'denied'; by: string; requestSha256: string; now: number },
): Promise<boolean> {
  const result = await store
    .updateTable('approvals')
    .set({ state: decision.state, decided_at: decision.now, decided_by: decision.by })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .where('request_sha256', '=', decision.requestSha256)
    .where('expires_at', '>', decision.now)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Notes a poll; false when the one before it is younger than the interval (ms). */
export async function notePoll(store: Store, hash: string, now: number, interval: number): Promise<boolean> {
  const result = await store
    .updateTable('approvals')
    .set({ polled_at: now })
    .where('hash', '=', hash)
    .where('polled_at', '<=', now - interval)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Turns an approved request into a grant, once. */
export async function redeemApproval(store: Store, hash: string, now: number): Promise<boolean> {
  const result = await store
    .updateTable('approvals')
    .set({ state: 'redeemed' })
    .where('hash', '=', hash)
    .where('state', '=', 'approved')
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function isApproved(store: Store, grant: string): Promise<boolean> {
  const row = await store
    .selectFrom('approvals')
    .select('id')
    .where('grant_id', '=', grant)
    .where('state', '=', 'redeemed')
    .executeTakeFirst()
  return row !== undefined
}

/** Ids of grants that nobody approved in time, or somebody denied. */
export async function deadRequests(store: Store, now: number): Promise<string[]> {
  const rows = await store
    .selectFrom('approvals')
    .innerJoin('grants', 'grants.id', 'approvals.grant_id')
    .select('grants.id')
    .where('grants.state', '=', 'pending')
    .where((or) => or.or([or('approvals.state', '=', 'denied'), or('approvals.expires_at', '<=', now)]))
    .limit(500)
    .execute()
  return rows.map((row) => row.id)
}
