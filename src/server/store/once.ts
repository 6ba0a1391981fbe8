import type { Store } from './index.ts'

/** Remembers an id until `expiresAt` (ms); false when it was there already. One statement, so two callers cannot both win. */
export async function once(store: Store, scope: string, id: string, expiresAt: number): Promise<boolean> {
  const result = await store
    .insertInto('replays')
    .values({ scope, id, expires_at: expiresAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** Counts a hit of this minute and returns how many there were. */
export async function hit(store: Store, subject: string, now: number): Promise<number> {
  const window = now - (now % 60_000)
  const row = await store
    .insertInto('rates')
    .values({ subject, window, count: 1 })
    .onConflict((conflict) =>
      conflict.columns(['subject', 'window']).doUpdateSet((set) => ({ count: set('rates.count', '+', 1) })),
    )
    .returning('count')
    .executeTakeFirstOrThrow()
  return row.count
}

/** Forgets what no check looks at any more. */
export async function forget(store: Store, now: number): Promise<void> {
  await store.deleteFrom('replays').where('expires_at', '<', now).execute()
  await store
    .deleteFrom('rates')
    .where('window', '<', now - 120_000)
    .execute()
}
