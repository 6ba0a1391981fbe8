// What others must still be told. A row is written with the change that it tells of, and goes when it was delivered.
import { randomBytes } from 'node:crypto'
import { type Kysely, type Selectable, sql } from 'kysely'
import type { Store } from './index.ts'
import type { OutboxTable, Schema } from './schema.ts'

export type OutboxRow = Selectable<OutboxTable>

/** The migration; for retention as well. */
export async function createOutbox(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable('outbox')
    .addColumn('seq', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('lane', 'text', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('next_at', 'bigint', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await db.schema.createIndex('outbox_by_lane').on('outbox').columns(['lane', 'seq']).execute()
  await db.schema
    .alterTable('approvals')
    .addColumn('expiry_told', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await sql`create index approvals_by_expiry on approvals (expires_at)
    where state = 'waiting' and expiry_told = 0`.execute(db)
  await db.schema.alterTable('grants').addColumn('record_deleted_at', 'bigint').execute()
  await sql`create index grants_by_targets on grants (targets, ended_at)
    where sealed = 1 and record_deleted_at is null`.execute(db)
  // What expired before anybody was told is not told now.
  await db.updateTable('approvals').set({ expiry_told: 1 }).where('expires_at', '<', Date.now()).execute()
}

/** Call it in the transaction of the change. Times are milliseconds since the epoch. */
export async function addNotice(
  store: Store,
  { lane, event, now }: { lane: string; event: string; now: number },
): Promise<void> {
  await store
    .insertInto('outbox')
    .values({ id: `msg_${randomBytes(16).toString('hex')}`, lane, event, created_at: now, next_at: now })
    .execute()
}

/** The oldest of each lane, as far as their time has come. */
export async function dueNotices(
  store: Store,
  now: number,
  { except, limit }: { except: readonly string[]; limit: number },
): Promise<OutboxRow[]> {
  let query = store
    .selectFrom('outbox')
    .selectAll()
    .where('seq', 'in', (heads) =>
      heads
        .selectFrom('outbox as each')
        .select((select) => select.fn.min('each.seq').as('head'))
        .groupBy('each.lane'),
    )
    .where('next_at', '<=', now)
    .orderBy('next_at')
    .orderBy('seq')
    .limit(limit)
  if (except.length > 0) query = query.where('lane', 'not in', except)
  return query.execute()
}

/** Takes a row for one attempt until `until`; false when another server has it. */
export async function claimNotice(
  store: Store,
  { seq, attempts }: OutboxRow,
  until: number,
): Promise<boolean> {
  const result = await store
    .updateTable('outbox')
    .set({ attempts: attempts + 1, next_at: until })
    .where('seq', '=', seq)
    .where('attempts', '=', attempts)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function postponeNotice(store: Store, seq: number, until: number): Promise<void> {
  await store.updateTable('outbox').set({ next_at: until }).where('seq', '=', seq).execute()
}

export async function endNotice(store: Store, seq: number): Promise<void> {
  await store.deleteFrom('outbox').where('seq', '=', seq).execute()
}

/** Drops what is older than `before` (ms); returns the lanes, once for each row. */
export async function dropNotices(store: Store, before: number): Promise<string[]> {
  const rows = await store.deleteFrom('outbox').where('created_at', '<', before).returning('lane').execute()
  return rows.map(({ lane }) => lane)
}

export async function countNotices(store: Store): Promise<number> {
  const { count } = await store
    .selectFrom('outbox')
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
