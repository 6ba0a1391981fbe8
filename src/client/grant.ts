import {
  type Configuration,
  type DPoPHandle,
  fetchProtectedResource,
  refreshTokenGrant,
  WWWAuthenticateChallengeError,
} from 'openid-client'
import type { SluiceError } from '../core/errors.ts'
import type { Terms } from '../core/grant.ts'
import type { Json } from '../core/json.ts'
import { termsFromJson } from '../core/terms.ts'
import { handleOf, known } from './connect.ts'
import type { SessionGrant } from './exchange.ts'
import { explain, readAnswer, refused } from './failures.ts'
import { type Receipt, revoke } from './revoke.ts'

/** The server, as one session may use it. Every method throws `SluiceError`. */
export interface GrantClient {
  /** Makes the upstream credentials (those made before stop working) and returns what to enforce. */
  terms(): Promise<Terms>
  /**
   * Posts JSON to a path of the server. Resolves also for a conflict (409), whose body has `error`; throws GRANT_EXPIRED,
   * SERVER_UNREACHABLE, SERVER_ERROR (try again), or EXCHANGE_REFUSED for any other refusal.
   */
  call(path: string, body: Json): Promise<Json>
  /** Reads JSON of a path; throws as `call` does. */
  read(path: string): Promise<Json>
  /** Ends the session. */
  revoke(): Promise<Receipt>
}

export interface GrantOptions {
  readonly fetch?: typeof globalThis.fetch
  /** Milliseconds since the epoch. */
  readonly clock?: () => number
}

/** A token is renewed this long before it ends. */
const RENEW_MS = 60_000

interface Tokens {
  access: string
  refresh: string
  /** Milliseconds since the epoch. */
  expiresAt: number
}

export function openGrant(grant: SessionGrant, options: GrantOptions = {}): GrantClient {
  const fetch = options.fetch ?? globalThis.fetch
  const clock = options.clock ?? Date.now
  const { server } = grant
  const configuration = known(server, fetch)
  const proof = handleOf(configuration, grant.key)
  let tokens: Tokens = {
    access: grant.token,
    refresh: grant.refreshToken,
    expiresAt: Date.parse(grant.expiresAt),
  }
  let renewal: Promise<void> | undefined

  const renew = () => {
    renewal ??= renewTokens(configuration, proof, tokens, clock)
      .then((next) => {
        tokens = next
      })
      .finally(() => {
        renewal = undefined
      })
    return renewal
  }
  /** Near its end a token that cannot be renewed is still used while it works. */
  const access = async () => {
    const left = tokens.expiresAt - clock()
    if (left < RENEW_MS) await renew().catch((error) => (left > 0 ? undefined : Promise.reject(error)))
    return tokens.access
  }
  const send = async (method: string, path: string, body?: Json) => {
    try {
      const response = await fetchProtectedResource(
        configuration,
        await access(),
        new URL(server + path),
        method,
        body === undefined ? undefined : JSON.stringify(body),
        new Headers({ accept: 'application/json', 'content-type': 'application/json' }),
        { DPoP: await proof },
      )
      return await readBody(response, server)
    } catch (error) {
      throw await explainCall(error, server)
    }
  }
  return {
    terms: async () => termsFromJson(await send('GET', '/v1/grant')),
    call: (path, body) => send('POST', path, body),
    read: (path) => send('GET', path),
    revoke: () => revoke({ server, token: tokens.access, fetch }),
  }
}

async function renewTokens(
  configuration: Configuration,
  proof: Promise<DPoPHandle>,
  tokens: Tokens,
  clock: () => number,
): Promise<Tokens> {
  const now = clock()
  const response = await refreshTokenGrant(configuration, tokens.refresh, undefined, { DPoP: await proof })
  return {
    access: response.access_token,
    refresh: response.refresh_token ?? tokens.refresh,
    expiresAt: now + (response.expires_in ?? 0) * 1000,
  }
}

async function readBody(response: Response, server: string): Promise<Json> {
  const body = (await response.json().catch(() => undefined)) as Json | undefined
  if (body !== undefined && (response.ok || response.status === 409)) return body
  throw refused(readAnswer(response.ok ? 502 : response.status, body), server)
}

/** A proof that a running session's server refuses says that the clocks differ; the rest means that the session is over. */
async function explainCall(error: unknown, server: string): Promise<SluiceError> {
  if (error instanceof WWWAuthenticateChallengeError && error.status === 401) {
    const body: unknown = await error.response.json().catch(() => undefined)
    return refused(readAnswer(401, body), server)
  }
  return explain(error, server)
}
