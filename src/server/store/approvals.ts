import type { Insertable, Selectable } from 'kysely'
import type { Store } from './index.ts'
import type { ApprovalTable, DecisionTable } from './schema.ts'

export type Approval = Selectable<ApprovalTable>
export type Decision = Selectable<DecisionTable>

/** As it stands now: nobody is left to wait behind a deadline. */
export type Standing = Approval['state'] | 'expired'

export function standing({ state, expires_at }: Approval, now: number): Standing {
  return state === 'waiting' && expires_at <= now ? 'expired' : state
}

export async function addApproval(
  store: Store,
  row: Omit<Insertable<ApprovalTable>, 'state' | 'scope' | 'polled_at' | 'decided_at' | 'expiry_told'>,
): Promise<void> {
  await store
    .insertInto('approvals')
    .values({ ...row, state: 'waiting', scope: null, polled_at: 0, decided_at: null })
    .execute()
}

export async function findApproval(store: Store, id: string): Promise<Approval | undefined> {
  return store.selectFrom('approvals').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The access request that a job polls for. */
export async function findPolled(store: Store, hash: string): Promise<Approval | undefined> {
  return store.selectFrom('approvals').selectAll().where('poll_hash', '=', hash).executeTakeFirst()
}

/** A request with the grant that it is for. */
export interface Listed extends Approval {
  readonly repository: string
  readonly issuer: string
  readonly claims: string
  readonly rule: string
  readonly targets: string
}

/** Newest first; `before` is the last one of the page before. Waiting ones are those that somebody can still decide. */
export async function listApprovals(
  store: Store,
  {
    waiting,
    now,
    limit,
    before,
  }: { waiting: boolean; now: number; limit: number; before?: Approval | undefined },
): Promise<Listed[]> {
  let query = store
    .selectFrom('approvals')
    .innerJoin('grants', 'grants.id', 'approvals.grant_id')
    .selectAll('approvals')
    .select(['grants.repository', 'grants.issuer', 'grants.claims', 'grants.rule', 'grants.targets'])
    .orderBy('approvals.created_at', 'desc')
    .orderBy('approvals.id', 'desc')
    .limit(limit)
  if (waiting) query = query.where('approvals.state', '=', 'waiting').where('approvals.expires_at', '>', now)
  if (before)
    query = query.where((is) =>
      is.or([
        is('approvals.created_at', '<', before.created_at),
        is.and([is('approvals.created_at', '=', before.created_at), is('approvals.id', '<', before.id)]),
      ]),
    )
  return query.execute()
}

/**
 * Gives a request that an earlier attempt of the run left behind to this one; undefined when there is none. The earlier
 * attempt's grant ends with it. Call it in the transaction that adds the new grant.
 */
export async function takeParked(
  store: Store,
  subject: string,
  by: { grant: string; hash: string; now: number; park: boolean },
): Promise<Approval | undefined> {
  const found = await store
    .selectFrom('approvals')
    .selectAll()
    .where('subject_sha256', '=', subject)
    .where('parked', '=', 1)
    .where('state', 'in', ['waiting', 'approved'])
    .where('expires_at', '>', by.now)
    .orderBy('created_at', 'desc')
    .executeTakeFirst()
  if (!found) return undefined
  await store
    .updateTable('approvals')
    .set({ grant_id: by.grant, poll_hash: by.hash, polled_at: 0, parked: by.park ? 1 : 0 })
    .where('id', '=', found.id)
    .execute()
  await store
    .updateTable('grants')
    .set({ state: 'ended', ended_at: by.now, end_reason: 'parked' })
    .where('id', '=', found.grant_id)
    .where('state', '=', 'pending')
    .execute()
  return found
}

export async function decisionsOn(store: Store, id: string): Promise<Decision[]> {
  return store
    .selectFrom('decisions')
    .selectAll()
    .where('approval_id', '=', id)
    .orderBy('at')
    .orderBy('person')
    .execute()
}

/**
 * Notes one person's decision and what follows from it: a no denies at once, enough of yes approve, for the narrowest
 * scope that anybody gave. Undefined when it comes too late: decided before, past the deadline, of another request than
 * was shown, or a second one of this person. Call it in a transaction.
 */
export async function decideApproval(
  store: Store,
  id: string,
  decision: Omit<Decision, 'approval_id' | 'at' | 'logins'> & {
    logins?: string
    requestSha256: string
    now: number
  },
): Promise<'approved' | 'denied' | 'waiting' | undefined> {
  const { requestSha256, now, ...given } = decision
  // Written to, so that a second decision waits for this transaction.
  const open = await store
    .updateTable('approvals')
    .set({ decided_at: now })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .where('request_sha256', '=', requestSha256)
    .where('expires_at', '>', now)
    .returning('min')
    .executeTakeFirst()
  if (!open) return undefined
  const added = await store
    .insertInto('decisions')
    .values({ approval_id: id, at: now, ...given })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows !== 1n) return undefined
  const all = await decisionsOn(store, id)
  const state = given.decision === 'denied' ? 'denied' : all.length >= open.min ? 'approved' : 'waiting'
  const scope = all.every((one) => one.scope === 'session') ? 'session' : 'once'
  if (state !== 'waiting')
    await store
      .updateTable('approvals')
      .set({ state, scope: state === 'approved' ? scope : null })
      .where('id', '=', id)
      .execute()
  return state
}

/** Nobody needs an answer any more; false when there was one. */
export async function withdrawApproval(store: Store, id: string, now: number): Promise<boolean> {
  const result = await store
    .updateTable('approvals')
    .set({ state: 'withdrawn', decided_at: now })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Ids of requests that nobody answered in time, `limit` at most and each once. */
export async function expireApprovals(store: Store, now: number, limit: number): Promise<string[]> {
  const rows = await store
    .updateTable('approvals')
    .set({ expiry_told: 1 })
    .where('id', 'in', (expired) =>
      expired
        .selectFrom('approvals as each')
        .select('each.id')
        .where('each.state', '=', 'waiting')
        .where('each.expiry_told', '=', 0)
        .where('each.expires_at', '<=', now)
        .limit(limit),
    )
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Of all sessions together. */
export async function countAllWaiting(store: Store, now: number): Promise<number> {
  const { count } = await store
    .selectFrom('approvals')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('state', '=', 'waiting')
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Notes a poll; false when the one before it is younger than the interval (ms). */
export async function notePoll(store: Store, id: string, now: number, interval: number): Promise<boolean> {
  const result = await store
    .updateTable('approvals')
    .set({ polled_at: now })
    .where('id', '=', id)
    .where('polled_at', '<=', now - interval)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Turns an approved request into a grant, once. */
export async function redeemApproval(store: Store, id: string, now: number): Promise<boolean> {
  const result = await store
    .updateTable('approvals')
    .set({ state: 'redeemed' })
    .where('id', '=', id)
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
    .where('kind', '=', 'access')
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
    .where('approvals.kind', '=', 'access')
    .where('grants.state', '=', 'pending')
    .where((or) => or.or([or('approvals.state', '=', 'denied'), or('approvals.expires_at', '<=', now)]))
    .limit(500)
    .execute()
  return rows.map((row) => row.id)
}
