import type { Services } from '../services.ts'
import { addTokens } from '../store/tokens.ts'

const ACCESS_MS = 15 * 60_000
/** After a session's end its tokens still deliver the rest of its record, and nothing else. */
export const RECORD_GRACE_MS = 120_000

export const TOKEN_EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange'
export const CIBA = 'urn:openid:params:grant-type:ciba'
export const ID_TOKEN = 'urn:ietf:params:oauth:token-type:id_token'
export const ACCESS_TOKEN = 'urn:ietf:params:oauth:token-type:access_token'

/** An active grant, as far as its tokens go. */
export interface Session {
  readonly id: string
  readonly targets: readonly string[]
  /** Milliseconds since the epoch. */
  readonly expiresAt: number
}

/** Makes a token pair: https://www.rfc-editor.org/rfc/rfc8693#section-2.2.1 plus the session's members. */
export async function issueTokens(
  { config, clock }: Pick<Services, 'config' | 'clock'>,
  store: Services['store'],
  session: Session,
) {
  const now = clock()
  const end = session.expiresAt + RECORD_GRACE_MS
  const access = Math.min(now + ACCESS_MS, end)
  const pair = await addTokens(store, session.id, { access, refresh: end })
  return {
    access_token: pair.access,
    token_type: 'DPoP',
    expires_in: Math.floor((access - now) / 1000),
    refresh_token: pair.refresh,
    issued_token_type: ACCESS_TOKEN,
    authorization_details: session.targets.map((target) => ({ type: 'sluice', target })),
    session: session.id,
    session_url: `${config.server.url}/sessions/${session.id}`,
    session_expires_at: new Date(session.expiresAt).toISOString(),
  }
}

export type TokenResponse = Awaited<ReturnType<typeof issueTokens>>
