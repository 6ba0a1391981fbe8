import { type Dialect, Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { SluiceError } from '../../core/errors.ts'
import { MIGRATIONS } from './migrations.ts'
import type { Schema } from './schema.ts'

export type Store = Kysely<Schema>

/** Opens the store and brings its tables up to date. Throws `SluiceError` STORE_FAILED. */
export async function openStore(dialect: Dialect): Promise<Store> {
  const store = new Kysely<Schema>({ dialect })
  const migrator = new Migrator({ db: store, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } })
  const { error } = await migrator.migrateToLatest()
  if (!error) return store
  await store.destroy()
  throw new SluiceError('STORE_FAILED', 'the store’s tables cannot be brought up to date', {
    hint: 'A store of a newer version of Sluice cannot be opened by an older one',
    cause: error,
  })
}
