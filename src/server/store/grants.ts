import type { Selectable } from 'kysely'
import type { Store } from './index.ts'
import type { GrantTable } from './schema.ts'

export type Grant = Selectable<GrantTable>

/**
 * Takes every target for this job, or none; false when one was granted to the job before.
 * One statement: the primary key decides between two callers. Call it in the transaction that adds the grant.
 */
export async function takeJob(
  store: Store,
  job: { issuer: string; job: string; targets: readonly string[]; grant: string },
): Promise<boolean> {
  const result = await store
    .insertInto('jobs')
    .values(job.targets.map((target) => ({ issuer: job.issuer, job: job.job, target, grant_id: job.grant })))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === BigInt(job.targets.length)
}

export async function findGrant(store: Store, id: string): Promise<Grant | undefined> {
  return store.selectFrom('grants').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Ends a grant; false when it had ended before. */
export async function endGrant(store: Store, id: string, now: number, reason: string): Promise<boolean> {
  const result = await store
    .updateTable('grants')
    .set({ state: 'ended', ended_at: now, end_reason: reason })
    .where('id', '=', id)
    .where('state', '!=', 'ended')
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Ends the active grants whose session is over; returns how many. */
export async function endOverdue(store: Store, now: number): Promise<number> {
  const result = await store
    .updateTable('grants')
    .set({ state: 'ended', ended_at: now, end_reason: 'expired' })
    .where('state', '=', 'active')
    .where('expires_at', '<=', now)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/** Ids of grants that ended before `before` and whose record is not known to be sealed. */
export async function unsealedGrants(store: Store, before: number): Promise<string[]> {
  const rows = await store
    .selectFrom('grants')
    .select('id')
    .where('state', '=', 'ended')
    .where('sealed', '=', 0)
    .where('issued_at', 'is not', null)
    .where('ended_at', '<=', before)
    .limit(500)
    .execute()
  return rows.map((row) => row.id)
}

export async function markSealed(store: Store, id: string): Promise<void> {
  await store.updateTable('grants').set({ sealed: 1 }).where('id', '=', id).execute()
}

export const targetsOf = (grant: Pick<Grant, 'targets'>): string[] => JSON.parse(grant.targets)

export const claimsOf = (grant: Pick<Grant, 'claims'>): Record<string, string> => JSON.parse(grant.claims)
