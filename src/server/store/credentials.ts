import { randomBytes } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { Store } from './index.ts'
import type { CredentialTable } from './schema.ts'

export type CredentialRow = Selectable<CredentialTable>

/** Stored before the credential is made, so that a crash leaves a row to end. */
export async function addCredential(
  store: Store,
  row: { grant: string; target: string; provider: string; now: number },
): Promise<string> {
  const id = randomBytes(16).toString('hex')
  await store
    .insertInto('credentials')
    .values({
      id,
      grant_id: row.grant,
      target: row.target,
      provider: row.provider,
      handle: null,
      state: 'making',
      created_at: row.now,
      ended_at: null,
      sessions_ended: null,
    })
    .execute()
  return id
}

/** Names a credential that was made; false when somebody ended it or its grant meanwhile. */
export async function confirmCredential(store: Store, id: string, handle: string): Promise<boolean> {
  const result = await store
    .updateTable('credentials')
    .set({ state: 'live', handle })
    .where('id', '=', id)
    .where('state', '=', 'making')
    .where('grant_id', 'in', (grants) =>
      grants.selectFrom('grants').select('grants.id').where('grants.state', '=', 'active'),
    )
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Remembers the handle of a credential that must be ended. */
export async function nameCredential(store: Store, id: string, handle: string): Promise<void> {
  await store.updateTable('credentials').set({ handle, state: 'live' }).where('id', '=', id).execute()
}

export async function openCredentials(store: Store, grant: string): Promise<CredentialRow[]> {
  return store
    .selectFrom('credentials')
    .selectAll()
    .where('grant_id', '=', grant)
    .where('state', '!=', 'ended')
    .orderBy('created_at')
    .execute()
}

export async function closeCredential(
  store: Store,
  id: string,
  now: number,
  sessionsEnded: number,
): Promise<void> {
  await store
    .updateTable('credentials')
    .set({ state: 'ended', ended_at: now, sessions_ended: sessionsEnded })
    .where('id', '=', id)
    .execute()
}

/** Every credential that a grant ever had, oldest first. */
export async function credentialsOf(store: Store, grant: string): Promise<CredentialRow[]> {
  return store
    .selectFrom('credentials')
    .selectAll()
    .where('grant_id', '=', grant)
    .orderBy('created_at')
    .execute()
}

/** Credentials that ended grants still have, oldest first, of every target alike. */
export async function leftoverCredentials(store: Store): Promise<CredentialRow[]> {
  return store
    .selectFrom('credentials')
    .innerJoin('grants', 'grants.id', 'credentials.grant_id')
    .selectAll('credentials')
    .where('grants.state', '=', 'ended')
    .where('credentials.state', '!=', 'ended')
    .orderBy('credentials.created_at')
    .execute()
}
