// Stores of older versions, with rows in them, opened by this one.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Kysely, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { expect, test } from 'vitest'
import { openStore, type Store } from '../../../src/server/store/index.ts'
import { MIGRATIONS } from '../../../src/server/store/migrations.ts'
import { openSqlite } from '../../../src/server/store/sqlite.ts'

const NOW = Date.now()

/** Rows as a version wrote them that knew the migrations up to `last`: plain SQL, since the types are those of now. */
async function older(directory: string, last: string): Promise<void> {
  const db = new Kysely<unknown>({ dialect: openSqlite(directory) })
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } })
  const { error } = await migrator.migrateTo(last)
  expect(error).toBeUndefined()
  const run = (text: string) => sql.raw(text).execute(db)
  const grant = (id: string, state: string, issued: number | null) =>
    run(`insert into grants (id, issuer, repository, job, rule, policy_sha256, targets, claims, jkt, jwk, state, created_at, issued_at, expires_at)
      values ('${id}', 'github', '123', 'job-${id}', 'gated', 'p', '["orders"]', '{"actor":"dev"}', 'k', '{}', '${state}', ${NOW}, ${issued}, ${NOW + 60_000})`)
  await grant('g1', 'pending', null)
  await grant('g2', 'active', NOW)
  await run(`insert into tokens (hash, grant_id, kind, expires_at) values ('t', 'g2', 'access', ${NOW})`)
  await run(
    `insert into credentials (id, grant_id, target, provider, state, created_at) values ('c', 'g2', 'orders', 'static', 'live', ${NOW})`,
  )
  if (last === '0001-start')
    await run(`insert into approvals (hash, id, grant_id, request_sha256, request, state, expires_at, polled_at)
      values ('h', 'a1', 'g1', 's', '{}', 'waiting', ${NOW + 60_000}, 0)`)
  else {
    await run(`insert into approvals (id, kind, grant_id, poll_hash, request_sha256, request, subject_sha256, approvers, min, state, created_at, expires_at, polled_at)
      values ('a1', 'access', 'g1', 'h', 's', '{}', 'x', '["dba"]', 2, 'waiting', ${NOW}, ${NOW + 60_000}, 0)`)
    await run(`insert into decisions (approval_id, person, name, decision, scope, at)
      values ('a1', 'idp#1', 'Dana', 'approved', 'once', ${NOW})`)
  }
  if (last >= '0003')
    await run(`insert into logins (hash, kind, person, person_id, csrf, created_at, expires_at)
      values ('l', 'cookie', '{}', 'idp#1', 'c', ${NOW}, ${NOW + 60_000})`)
  await db.destroy()
}

const names = Object.keys(MIGRATIONS)

test.each(names)('a store of %s is brought up to date and keeps what is in it', async (last) => {
  const directory = mkdtempSync(join(tmpdir(), 'sluice-older-'))
  await older(directory, last)
  const store: Store = await openStore(openSqlite(directory))
  expect((await sql`pragma foreign_key_check`.execute(store)).rows).toEqual([])
  expect((await sql<object>`pragma integrity_check`.execute(store)).rows).toMatchObject([
    { integrity_check: 'ok' },
  ])
  const approvals = await store.selectFrom('approvals').selectAll().execute()
  expect(approvals).toMatchObject([
    { id: 'a1', grant_id: 'g1', poll_hash: 'h', state: 'waiting', created_at: NOW, expiry_told: 0 },
  ])
  expect(await store.selectFrom('grants').select('id').orderBy('id').execute()).toMatchObject([
    { id: 'g1' },
    { id: 'g2' },
  ])
  const decisions = await store.selectFrom('decisions').selectAll().execute()
  expect(decisions).toMatchObject(last === '0001-start' ? [] : [{ name: 'Dana', logins: null }])
  expect(await store.selectFrom('logins').select('hash').execute()).toHaveLength(last >= '0003' ? 1 : 0)
  await store.destroy()
  rmSync(directory, { recursive: true })
})
