// Each migration runs once, in the order of its name; released ones never change.
import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { createOutbox } from './outbox.ts'
import type { Schema } from './schema.ts'
import { createSessions } from './sessions.ts'

type Step = (db: Kysely<Schema>) => Promise<void>

const STEPS: Readonly<Record<string, Step>> = {
  '0001-start': start,
  '0002-approvals': approve,
  '0003-people': signIn,
  '0004-outbox': createOutbox,
  '0005-sessions': createSessions,
  '0006-logins': noteLogins,
  '0007-blocking': noteBlocking,
}

export const MIGRATIONS: Readonly<Record<string, Migration>> = Object.fromEntries(
  Object.entries(STEPS).map(([name, up]) => [name, { up }]),
)

async function start(db: Kysely<Schema>): Promise<void> {
  await createGrants(db)
  await createAccess(db)
  await createOperations(db)
}

async function createGrants(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable('grants')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('issuer', 'text', (column) => column.notNull())
    .addColumn('repository', 'text', (column) => column.notNull())
    .addColumn('job', 'text', (column) => column.notNull())
    .addColumn('rule', 'text', (column) => column.notNull())
    .addColumn('policy_sha256', 'text', (column) => column.notNull())
    .addColumn('targets', 'text', (column) => column.notNull())
    .addColumn('claims', 'text', (column) => column.notNull())
    .addColumn('jkt', 'text', (column) => column.notNull())
    .addColumn('jwk', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) =>
      column.notNull().check(sql`state in ('pending', 'active', 'ended')`),
    )
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('issued_at', 'bigint')
    .addColumn('expires_at', 'bigint')
    .addColumn('ended_at', 'bigint')
    .addColumn('end_reason', 'text')
    .addColumn('sealed', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await db.schema.createIndex('grants_by_state').on('grants').columns(['state', 'expires_at']).execute()
  await db.schema
    .createTable('jobs')
    .addColumn('issuer', 'text', (column) => column.notNull())
    .addColumn('job', 'text', (column) => column.notNull())
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('grant_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('jobs_once', ['issuer', 'job', 'target'])
    .execute()
}

async function createAccess(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable('tokens')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('grant_id', 'text', (column) => column.notNull().references('grants.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('used_at', 'bigint')
    .execute()
  await db.schema
    .createTable('approvals')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('grant_id', 'text', (column) => column.notNull().references('grants.id'))
    .addColumn('request_sha256', 'text', (column) => column.notNull())
    .addColumn('request', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('polled_at', 'bigint', (column) => column.notNull())
    .addColumn('decided_at', 'bigint')
    .addColumn('decided_by', 'text')
    .execute()
  await db.schema
    .createTable('credentials')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('grant_id', 'text', (column) => column.notNull().references('grants.id'))
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('provider', 'text', (column) => column.notNull())
    .addColumn('handle', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('ended_at', 'bigint')
    .addColumn('sessions_ended', 'integer')
    .execute()
  await db.schema.createIndex('tokens_by_grant').on('tokens').column('grant_id').execute()
  await db.schema
    .createIndex('credentials_by_grant')
    .on('credentials')
    .columns(['grant_id', 'state'])
    .execute()
}

async function createOperations(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable('replays')
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('replays_once', ['scope', 'id'])
    .execute()
  await db.schema.createIndex('replays_by_expiry').on('replays').column('expires_at').execute()
  await db.schema
    .createTable('audit')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('correlation_id', 'text', (column) => column.notNull())
    .addColumn('grant_id', 'text')
    .addColumn('issuer', 'text')
    .addColumn('repository', 'text')
    .addColumn('address', 'text')
    .addColumn('check_id', 'text')
    .addColumn('detail', 'text')
    .execute()
  await db.schema.createIndex('audit_by_correlation').on('audit').column('correlation_id').execute()
  await db.schema
    .createTable('keys')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('jwk', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute()
}

/** Statements can be approved as well, by several people; what was asked before is kept. */
async function approve(db: Kysely<Schema>): Promise<void> {
  await db.schema.alterTable('approvals').renameTo('approvals_0001').execute()
  await db.schema
    .createTable('approvals')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('grant_id', 'text', (column) => column.notNull().references('grants.id'))
    .addColumn('poll_hash', 'text', (column) => column.unique())
    .addColumn('request_sha256', 'text', (column) => column.notNull())
    .addColumn('request', 'text', (column) => column.notNull())
    .addColumn('subject_sha256', 'text')
    .addColumn('parked', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('approvers', 'text', (column) => column.notNull())
    .addColumn('min', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('scope', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('polled_at', 'bigint', (column) => column.notNull())
    .addColumn('decided_at', 'bigint')
    .execute()
  await sql`insert into approvals
    select id, 'access', grant_id, hash, request_sha256, request, null, 0, '[]', 1, state, null,
      (select created_at from grants where grants.id = grant_id), expires_at, polled_at, decided_at
    from approvals_0001`.execute(db)
  await db.schema.dropTable('approvals_0001').execute()
  await db.schema
    .createIndex('approvals_by_state')
    .on('approvals')
    .columns(['state', 'created_at', 'id'])
    .execute()
  await db.schema
    .createIndex('approvals_by_subject')
    .on('approvals')
    .columns(['subject_sha256', 'state'])
    .execute()
  await db.schema.createIndex('approvals_by_grant').on('approvals').columns(['grant_id', 'state']).execute()
  await db.schema
    .createTable('decisions')
    .addColumn('approval_id', 'text', (column) => column.notNull().references('approvals.id'))
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('decision', 'text', (column) => column.notNull())
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('decisions_once', ['approval_id', 'person'])
    .execute()
}

/** People who sign in. */
async function signIn(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable('sign_ins')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('checks', 'text', (column) => column.notNull())
    .addColumn('return_to', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('logins')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('csrf', 'text')
    .addColumn('name', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('logins_by_person').on('logins').columns(['person_id', 'kind']).execute()
}

/** Two accounts of one person count once. */
async function noteLogins(db: Kysely<Schema>): Promise<void> {
  await db.schema.alterTable('decisions').addColumn('logins', 'text').execute()
}

/** What a held statement keeps others from while it waits. */
async function noteBlocking(db: Kysely<Schema>): Promise<void> {
  await db.schema.alterTable('approvals').addColumn('blocking', 'text').execute()
}
