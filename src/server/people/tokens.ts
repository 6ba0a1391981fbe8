// Personal tokens, for programs that do what a person may do.
import { OAuthError } from '../oauth/errors.ts'
import type { Services } from '../services.ts'
import { type AuditEntry, audit } from '../store/audit.ts'
import { addLogin, endLogins, endToken, tokensOf } from '../store/logins.ts'
import type { Person } from './person.ts'
import type { SignedIn } from './signed-in.ts'

const DAY_MS = 24 * 3600_000
const MAX_DAYS = 30
const MOST = 20

/** The token is told this once. Throws `OAuthError`. */
export async function makeToken(
  { store, clock }: Services,
  { person, login }: SignedIn,
  { name, days }: { name: unknown; days: unknown },
  entry: AuditEntry,
): Promise<{ token: string; name: string; expiresAt: number }> {
  if (login.kind !== 'cookie')
    throw new OAuthError('access_denied', 'token-by-token', 'a token makes no tokens: sign in', {
      status: 403,
    })
  if (typeof name !== 'string' || !/^[^\p{Cc}]{1,100}$/u.test(name))
    throw new OAuthError('invalid_request', 'token-name', '`name` must be 1 to 100 characters')
  if (typeof days !== 'number' || !Number.isInteger(days) || days < 1 || days > MAX_DAYS)
    throw new OAuthError('invalid_request', 'token-days', `\`days\` must be 1 to ${MAX_DAYS}`)
  const now = clock()
  if ((await tokensOf(store, person.id, now)).length >= MOST)
    throw new OAuthError('invalid_request', 'tokens', `you have ${MOST} tokens: end one first`)
  const { roles: _, ...described } = person
  const expiresAt = now + days * DAY_MS
  return store.transaction().execute(async (transaction) => {
    const token = await addLogin(transaction, 'token', described, { now, expiresAt, name })
    const detail = `${person.name} (${person.id}): ${name}, until ${new Date(expiresAt).toISOString()}`
    await audit(transaction, now, 'ok', { ...entry, detail })
    return { token, name, expiresAt }
  })
}

/** `id` begins the token's hash, as lists show it. Throws `OAuthError` when it is none of theirs. */
export async function endOwnToken(
  { store, clock }: Services,
  person: Person,
  id: string,
  entry: AuditEntry,
): Promise<void> {
  const token = (await tokensOf(store, person.id, clock())).find(({ hash }) => hash.startsWith(id))
  if (token && id.length >= 16 && (await endToken(store, person.id, token.hash))) {
    const detail = `${person.name} (${person.id}): ${token.name}`
    return audit(store, clock(), 'ok', { ...entry, detail })
  }
  throw new OAuthError('invalid_request', 'token', 'there is no such token', { status: 404 })
}

/** Signs somebody else out everywhere and ends their tokens; says how many logins that were. */
export async function endLoginsOf(
  { store, clock }: Services,
  by: Person,
  person: unknown,
  entry: AuditEntry,
): Promise<number> {
  if (typeof person !== 'string' || person === '')
    throw new OAuthError('invalid_request', 'person', '`person` must be an id, as the audit log has it')
  return store.transaction().execute(async (transaction) => {
    const ended = await endLogins(transaction, person)
    const detail = `${by.name} (${by.id}): ${ended} of ${person.slice(0, 500)}`
    await audit(transaction, clock(), 'ok', { ...entry, detail })
    return ended
  })
}
