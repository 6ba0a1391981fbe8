// What is known of sessions for those who look for them.
import type { ColumnDefinitionBuilder, Kysely, Selectable } from 'kysely'
import type { Facts } from '../sessions/facts.ts'
import type { Approval } from './approvals.ts'
import type { Grant } from './grants.ts'
import type { Store } from './index.ts'
import type { Schema, SessionTable } from './schema.ts'
import { addText, createTexts, deleteTexts } from './texts.ts'

export type SessionRow = Selectable<SessionTable>

/** The migration. */
export async function createSessions(db: Kysely<Schema>): Promise<void> {
  const count = (column: ColumnDefinitionBuilder) => column.notNull().defaultTo(0)
  await db.schema
    .createTable('sessions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('started_at', 'bigint', (column) => column.notNull())
    .addColumn('repository', 'text', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('connections', 'integer', count)
    .addColumn('statements', 'integer', count)
    .addColumn('held', 'integer', count)
    .addColumn('blocked', 'integer', count)
    .addColumn('refused', 'integer', count)
    .addColumn('errors', 'integer', count)
    .addColumn('masked', 'bigint', count)
    .addColumn('events', 'bigint', count)
    .addColumn('bytes', 'bigint', count)
    .addColumn('reason', 'text')
    .execute()
  await db.schema.createIndex('sessions_by_start').on('sessions').columns(['started_at', 'id']).execute()
  await db.schema
    .createTable('session_names')
    .addColumn('session', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('count', 'bigint', count)
    .addPrimaryKeyConstraint('session_names_once', ['session', 'kind', 'name'])
    .execute()
  await db.schema
    .createTable('session_pieces')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('session', 'text', (column) => column.notNull())
    .addColumn('first_event', 'bigint', (column) => column.notNull())
    .addColumn('off', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createIndex('session_pieces_by_event')
    .on('session_pieces')
    .columns(['session', 'first_event'])
    .execute()
  await db.schema.createIndex('grants_by_issue').on('grants').column('issued_at').execute()
  await createTexts(db)
}

/** Sessions that began since `since` (ms) and have no row yet. */
export async function unlistedGrants(store: Store, since: number): Promise<Grant[]> {
  return store
    .selectFrom('grants')
    .leftJoin('sessions', 'sessions.id', 'grants.id')
    .selectAll('grants')
    .where('grants.issued_at', '>=', since)
    .where('sessions.id', 'is', null)
    .limit(500)
    .execute()
}

export interface NewSession {
  readonly id: string
  readonly startedAt: number
  readonly repository: string
  readonly actor: string
  readonly targets: readonly string[]
}

/** Call it in a transaction. Does nothing when it is there. */
export async function addSession(store: Store, session: NewSession): Promise<void> {
  const { id, startedAt, repository, actor, targets } = session
  await store
    .insertInto('sessions')
    .values({ id, started_at: startedAt, repository, actor, reason: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  for (const name of targets)
    await store
      .insertInto('session_names')
      .values({ session: id, kind: 'target', name })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

export async function findSession(store: Store, id: string): Promise<SessionRow | undefined> {
  return store.selectFrom('sessions').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Records that may have grown since they were looked at. */
export async function openSessions(store: Store): Promise<string[]> {
  const rows = await store.selectFrom('sessions').select('id').where('reason', 'is', null).execute()
  return rows.map(({ id }) => id)
}

/**
 * Notes what `length` bytes say that follow the ones noted before, all or nothing. False when others were noted
 * meanwhile. Call it in a transaction.
 */
export async function notePiece(
  store: Store,
  { id, bytes, events }: SessionRow,
  length: number,
  facts: Facts,
): Promise<boolean> {
  const { counts } = facts
  const moved = await store
    .updateTable('sessions')
    .set((row) => ({
      bytes: bytes + length,
      events: events + facts.events,
      connections: row('connections', '+', counts.connections),
      statements: row('statements', '+', counts.statements),
      held: row('held', '+', counts.held),
      blocked: row('blocked', '+', counts.blocked),
      refused: row('refused', '+', counts.refused),
      errors: row('errors', '+', counts.errors),
      masked: row('masked', '+', counts.masked),
    }))
    .where('id', '=', id)
    .where('bytes', '=', bytes)
    .executeTakeFirst()
  if (moved.numUpdatedRows !== 1n) return false
  for (const [name, count] of facts.columns)
    await store
      .insertInto('session_names')
      .values({ session: id, kind: 'masked', name, count })
      .onConflict((conflict) =>
        conflict
          .columns(['session', 'kind', 'name'])
          .doUpdateSet((row) => ({ count: row('session_names.count', '+', count) })),
      )
      .execute()
  const piece = await store
    .insertInto('session_pieces')
    .values({ session: id, first_event: events, off: bytes })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (facts.text !== '') await addText(store, piece.id, facts.text)
  return true
}

/** The record is closed, and all of it noted. */
export async function noteReason(store: Store, id: string, reason: string): Promise<void> {
  await store.updateTable('sessions').set({ reason }).where('id', '=', id).execute()
}

/** The texts of its statements are not found any more; all else that is known of it stays. Call it in a transaction. */
export async function forgetTexts(store: Store, id: string): Promise<void> {
  await deleteTexts(store, id)
  await store.deleteFrom('session_pieces').where('session', '=', id).execute()
}

/** Nothing of it is found any more. Call it in a transaction. */
export async function forgetSession(store: Store, id: string): Promise<void> {
  await forgetTexts(store, id)
  await store.deleteFrom('session_names').where('session', '=', id).execute()
  await store.deleteFrom('sessions').where('id', '=', id).execute()
}

/** Where a piece of the record begins that is not behind the event. */
export async function pieceBefore(
  store: Store,
  session: string,
  event: number,
): Promise<{ event: number; off: number }> {
  const row = await store
    .selectFrom('session_pieces')
    .select(['first_event', 'off'])
    .where('session', '=', session)
    .where('first_event', '<=', event)
    .orderBy('first_event', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { event: row.first_event, off: row.off } : { event: 0, off: 0 }
}

export async function maskedColumns(
  store: Store,
  session: string,
): Promise<{ name: string; count: number }[]> {
  return store
    .selectFrom('session_names')
    .select(['name', 'count'])
    .where('session', '=', session)
    .where('kind', '=', 'masked')
    .orderBy('name')
    .execute()
}

/** What the session had to ask people for, oldest first. */
export async function approvalsOf(store: Store, session: string, limit: number): Promise<Approval[]> {
  return store
    .selectFrom('approvals')
    .selectAll()
    .where('grant_id', '=', session)
    .orderBy('created_at')
    .orderBy('id')
    .limit(limit)
    .execute()
}
