// What only statements that a session holds are asked.
import type { Approval } from './approvals.ts'
import type { Store } from './index.ts'

/** The statements of a session that wait; returns their ids. */
export async function withdrawStatements(store: Store, grant: string, now: number): Promise<string[]> {
  const rows = await store
    .updateTable('approvals')
    .set({ state: 'withdrawn', decided_at: now })
    .where('grant_id', '=', grant)
    .where('kind', '=', 'statement')
    .where('state', '=', 'waiting')
    .where('expires_at', '>', now)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** What it keeps others from by now; false when nobody waits for it any more. */
export async function noteBlocking(
  store: Store,
  id: string,
  blocking: string,
  now: number,
): Promise<boolean> {
  const result = await store
    .updateTable('approvals')
    .set({ blocking })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** What approvers of a session's statements were shown. */
export async function statementsOf(store: Store, grant: string): Promise<Pick<Approval, 'id' | 'request'>[]> {
  return store
    .selectFrom('approvals')
    .select(['id', 'request'])
    .where('grant_id', '=', grant)
    .where('kind', '=', 'statement')
    .execute()
}

/** Its digest stays that of what was shown. */
export async function replaceRequest(store: Store, id: string, request: string): Promise<void> {
  await store.updateTable('approvals').set({ request, blocking: null }).where('id', '=', id).execute()
}

/** Requests that a session ever made. */
export async function countAsked(store: Store, grant: string): Promise<number> {
  const { count } = await store
    .selectFrom('approvals')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('grant_id', '=', grant)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function countWaiting(store: Store, grant: string, now: number): Promise<number> {
  const { count } = await store
    .selectFrom('approvals')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('grant_id', '=', grant)
    .where('state', '=', 'waiting')
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow()
  return Number(count)
}
