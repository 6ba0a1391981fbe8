// Grant tokens: opaque, 256 bits, stored as their hash only.
import { hash, randomBytes } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { Store } from './index.ts'
import type { GrantTable, TokenTable } from './schema.ts'

export type Kind = 'access' | 'refresh' | 'request'

/** Prefixes let secret scanners find a token that leaked. */
const PREFIX = { access: 'sluice_at_', refresh: 'sluice_rt_', request: 'sluice_rq_' } as const

export function newToken(kind: Kind): string {
  return PREFIX[kind] + randomBytes(32).toString('base64url')
}

export function tokenHash(token: string): string {
  return hash('sha256', token, 'hex')
}

export interface TokenPair {
  readonly access: string
  readonly refresh: string
}

/** Stores an access and a refresh token of a grant and returns them. Times are milliseconds since the epoch. */
export async function addTokens(
  store: Store,
  grant: string,
  expires: { access: number; refresh: number },
): Promise<TokenPair> {
  const pair = { access: newToken('access'), refresh: newToken('refresh') }
  await store
    .insertInto('tokens')
    .values([
      {
        hash: tokenHash(pair.access),
        grant_id: grant,
        kind: 'access',
        expires_at: expires.access,
        used_at: null,
      },
      {
        hash: tokenHash(pair.refresh),
        grant_id: grant,
        kind: 'refresh',
        expires_at: expires.refresh,
        used_at: null,
      },
    ])
    .execute()
  return pair
}

export interface Found {
  readonly token: Selectable<TokenTable>
  readonly grant: Selectable<GrantTable>
}

/** The token's row and its grant, whatever their state. */
export async function findToken(store: Store, token: string): Promise<Found | undefined> {
  const row = await store
    .selectFrom('tokens')
    .selectAll()
    .where('hash', '=', tokenHash(token))
    .executeTakeFirst()
  if (!row) return undefined
  const grant = await store
    .selectFrom('grants')
    .selectAll()
    .where('id', '=', row.grant_id)
    .executeTakeFirstOrThrow()
  return { token: row, grant }
}

/** Marks a refresh token as used; false when its first use was before `since`. */
export async function useRefresh(store: Store, hash: string, now: number, since: number): Promise<boolean> {
  const result = await store
    .updateTable('tokens')
    .set((row) => ({ used_at: row.fn.coalesce('used_at', row.val(now)) }))
    .where('hash', '=', hash)
    .where((or) => or.or([or('used_at', 'is', null), or('used_at', '>=', since)]))
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Tokens that ended before `before` (ms). */
export async function forgetTokens(store: Store, before: number): Promise<void> {
  await store.deleteFrom('tokens').where('expires_at', '<', before).execute()
}
