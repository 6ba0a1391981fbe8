import { generateKeyPairSync } from 'node:crypto'
import type { PrivateJwk } from '../../recording/chain.ts'
import type { Store } from './index.ts'

/** The server's Ed25519 key that countersigns records: made once, then the same for every server on this store. */
export async function receiptKey(store: Store, now: number): Promise<PrivateJwk> {
  const made = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
  await store
    .insertInto('keys')
    .values({ name: 'receipts', jwk: JSON.stringify(made), created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { jwk } = await store
    .selectFrom('keys')
    .select('jwk')
    .where('name', '=', 'receipts')
    .executeTakeFirstOrThrow()
  return JSON.parse(jwk)
}
