// Many sessions of the past, written straight into the store.
import { sql } from 'kysely'
import type { Store } from '../../../src/server/store/index.ts'

/** Each has one statement that names its own table, and every tenth a masked column and a blocked statement. */
export async function addPast(store: Store, count: number): Promise<void> {
  const start = Date.now() - 400 * 24 * 3600_000
  await store.transaction().execute(async (transaction) => {
    for (let n = 0; n < count; n++) {
      const id = `past${String(n).padStart(28, '0')}`
      const at = start + n * 1000
      const tenth = n % 10 === 0
      const claims = JSON.stringify({ repository: `acme/service-${n % 100}`, actor: `person-${n % 37}` })
      await transaction
        .insertInto('grants')
        .values({
          id,
          issuer: 'github',
          repository: String(n % 100),
          job: id,
          rule: 'orders from main',
          policy_sha256: 'a'.repeat(64),
          targets: '["orders-prod"]',
          claims,
          jkt: id,
          jwk: '{}',
          state: 'ended',
          created_at: at,
          issued_at: at,
          expires_at: at + 1000,
          ended_at: at + 900,
          end_reason: 'revoked',
        })
        .execute()
      await transaction
        .insertInto('sessions')
        .values({
          id,
          started_at: at,
          repository: `acme/service-${n % 100}`,
          actor: `person-${n % 37}`,
          statements: 1,
          blocked: tenth ? 1 : 0,
          reason: 'clean',
        })
        .execute()
      await transaction
        .insertInto('session_names')
        .values([
          { session: id, kind: 'target', name: 'orders-prod', count: 0 },
          ...(tenth ? [{ session: id, kind: 'masked' as const, name: 'email', count: 1 }] : []),
        ])
        .execute()
      const { id: piece } = await transaction
        .insertInto('session_pieces')
        .values({ session: id, first_event: 0, off: 0 })
        .returning('id')
        .executeTakeFirstOrThrow()
      await sql`insert into session_texts (rowid, text)
        values (${piece}, ${`select name, email from customers_${n} where id = ${n}`})`.execute(transaction)
    }
  })
}
