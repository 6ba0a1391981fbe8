// Who is signed in. Secrets are stored as their hash only.
import { randomBytes } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { Described } from '../people/person.ts'
import type { Store } from './index.ts'
import type { LoginTable, SignInTable } from './schema.ts'
import { tokenHash } from './tokens.ts'

export type Login = Selectable<LoginTable>

/** The prefix lets secret scanners find a token that leaked. */
const PREFIX = { cookie: '', token: 'sluice_pt_', link: '' } as const

/** Signs somebody in; returns the secret that shows it. Times are milliseconds since the epoch. */
export async function addLogin(
  store: Store,
  kind: Login['kind'],
  person: Described,
  { now, expiresAt, name = null }: { now: number; expiresAt: number; name?: string | null },
): Promise<string> {
  const secret = PREFIX[kind] + random()
  await store
    .insertInto('logins')
    .values({
      hash: tokenHash(secret),
      kind,
      person: JSON.stringify(person),
      person_id: person.id,
      csrf: kind === 'cookie' ? random() : null,
      name,
      created_at: now,
      expires_at: expiresAt,
    })
    .execute()
  return secret
}

export async function findLogin(
  store: Store,
  kind: Login['kind'],
  secret: string,
  now: number,
): Promise<Login | undefined> {
  return store
    .selectFrom('logins')
    .selectAll()
    .where('hash', '=', tokenHash(secret))
    .where('kind', '=', kind)
    .where('expires_at', '>', now)
    .executeTakeFirst()
}

/** A link works once: the login that it was, or undefined. */
export async function useLink(store: Store, secret: string, now: number): Promise<Login | undefined> {
  const [used] = await store
    .deleteFrom('logins')
    .where('hash', '=', tokenHash(secret))
    .where('kind', '=', 'link')
    .where('expires_at', '>', now)
    .returningAll()
    .execute()
  return used
}

export async function endLogin(store: Store, hash: string): Promise<void> {
  await store.deleteFrom('logins').where('hash', '=', hash).execute()
}

/** Every cookie and token of a person; returns how many there were. */
export async function endLogins(store: Store, person: string): Promise<number> {
  const result = await store.deleteFrom('logins').where('person_id', '=', person).executeTakeFirst()
  return Number(result.numDeletedRows)
}

/** Only the newest link works. */
export async function endLinks(store: Store): Promise<void> {
  await store.deleteFrom('logins').where('kind', '=', 'link').execute()
}

/** A person's own tokens, newest first. */
export async function tokensOf(store: Store, person: string, now: number): Promise<Login[]> {
  return store
    .selectFrom('logins')
    .selectAll()
    .where('person_id', '=', person)
    .where('kind', '=', 'token')
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .execute()
}

/** Ends one of a person's own tokens; false when there is none. */
export async function endToken(store: Store, person: string, hash: string): Promise<boolean> {
  const result = await store
    .deleteFrom('logins')
    .where('hash', '=', hash)
    .where('person_id', '=', person)
    .where('kind', '=', 'token')
    .executeTakeFirst()
  return result.numDeletedRows === 1n
}

/** Notes a sign-in that begins; returns the secret of its cookie. */
export async function beginSignIn(store: Store, row: Omit<SignInTable, 'hash'>): Promise<string> {
  const secret = random()
  await store
    .insertInto('sign_ins')
    .values({ hash: tokenHash(secret), ...row })
    .execute()
  return secret
}

/** A sign-in ends once. */
export async function endSignIn(
  store: Store,
  secret: string,
  now: number,
): Promise<Selectable<SignInTable> | undefined> {
  const [ended] = await store
    .deleteFrom('sign_ins')
    .where('hash', '=', tokenHash(secret))
    .where('expires_at', '>', now)
    .returningAll()
    .execute()
  return ended
}

export async function forgetLogins(store: Store, now: number): Promise<void> {
  await store.deleteFrom('logins').where('expires_at', '<=', now).execute()
  await store.deleteFrom('sign_ins').where('expires_at', '<=', now).execute()
}

function random(): string {
  return randomBytes(32).toString('base64url')
}

/** What the provider says of somebody now holds for their tokens and other browsers too. */
export async function refreshPerson(store: Store, person: Described): Promise<void> {
  await store
    .updateTable('logins')
    .set({ person: JSON.stringify(person) })
    .where('person_id', '=', person.id)
    .execute()
}
