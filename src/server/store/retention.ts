// Which records are kept, and until when. Times are milliseconds since the epoch.
import type { Grant } from './grants.ts'
import type { Store } from './index.ts'
import { forgetTexts } from './sessions.ts'

/** Lists of targets, as JSON, of sealed records that are kept. */
export async function keptTargets(store: Store): Promise<string[]> {
  const rows = await store
    .selectFrom('grants')
    .select('targets')
    .distinct()
    .where('sealed', '=', 1)
    .where('record_deleted_at', 'is', null)
    .where('ended_at', 'is not', null)
    .execute()
  return rows.map(({ targets }) => targets)
}

/** Sessions of exactly these targets whose sealed record is kept and that ended at or before `ended`; oldest first. */
export async function expiredRecords(
  store: Store,
  targets: string,
  ended: number,
  { limit, skip }: { limit: number; skip: number },
): Promise<Grant[]> {
  return store
    .selectFrom('grants')
    .selectAll()
    .where('targets', '=', targets)
    .where('sealed', '=', 1)
    .where('record_deleted_at', 'is', null)
    .where('ended_at', '<=', ended)
    .orderBy('ended_at')
    .orderBy('id')
    .limit(limit)
    .offset(skip)
    .execute()
}

/** The texts of its statements are not found any more either. Call it in a transaction. */
export async function noteRecordDeleted(store: Store, grant: string, now: number): Promise<void> {
  await store.updateTable('grants').set({ record_deleted_at: now }).where('id', '=', grant).execute()
  await forgetTexts(store, grant)
}
