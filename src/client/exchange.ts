import {
  type Configuration,
  type DPoPHandle,
  genericGrantRequest,
  ResponseBodyError,
  randomDPoPKeyPair,
  type TokenEndpointResponse,
} from 'openid-client'
import { SluiceError } from '../core/errors.ts'
import { discover, handleOf, type PrivateJwk, serverAddress } from './connect.ts'
import { explain } from './failures.ts'
import { type Pending, waitForApproval } from './pending.ts'

/** A session as its owner holds it; plain JSON. `key` and the tokens are secrets. */
export interface SessionGrant {
  readonly session: string
  readonly sessionUrl: string
  readonly token: string
  readonly refreshToken: string
  /** RFC 3339: until when `token` works. The session's own end is in its terms. */
  readonly expiresAt: string
  readonly key: PrivateJwk
  readonly server: string
}

export interface ExchangeOptions {
  /** The server's URL: also the audience of the token. */
  readonly server: string
  /** The pipeline's OIDC token. */
  readonly idToken: string
  readonly targets: readonly string[]
  readonly fetch?: typeof globalThis.fetch
  /** Called when a person must approve first, and now and then while the exchange waits for the decision. */
  readonly onPending?: (pending: Pending) => void
  /** Does not wait: throws APPROVAL_PENDING, and a later attempt of the same run takes the request over. */
  readonly park?: boolean
  readonly signal?: AbortSignal
  readonly clock?: () => number
}

/**
 * Exchanges a pipeline token for a session bound to a new key (RFC 8693, RFC 9449).
 * Throws `SluiceError` SERVER_UNREACHABLE, SERVER_ERROR, EXCHANGE_REFUSED, APPROVAL_PENDING, APPROVAL_DENIED,
 * CONFIG_INVALID.
 */
export async function exchange(options: ExchangeOptions): Promise<SessionGrant> {
  const server = serverAddress(options.server)
  const configuration = await discover(server, options.fetch ?? globalThis.fetch)
  const key = await newKey()
  const proof = await handleOf(configuration, key)
  const clock = options.clock ?? Date.now
  const response = await request(configuration, proof, { ...options, server, clock })
  return read(response, { server, key, now: clock() })
}

const DETAILS = (targets: readonly string[]) =>
  JSON.stringify(targets.map((target) => ({ type: 'sluice', target })))

async function request(
  configuration: Configuration,
  DPoP: DPoPHandle,
  options: ExchangeOptions & { clock: () => number },
): Promise<TokenEndpointResponse> {
  try {
    return await genericGrantRequest(
      configuration,
      'urn:ietf:params:oauth:grant-type:token-exchange',
      {
        subject_token: options.idToken,
        subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
        authorization_details: DETAILS(options.targets),
        ...(options.park ? { on_pending: 'park' } : {}),
      },
      { DPoP },
    )
  } catch (error) {
    if (error instanceof ResponseBodyError && error.error === 'authorization_pending')
      return waitForApproval(error.cause, {
        fetch: globalThis.fetch,
        ...options,
        park: options.park ?? false,
        configuration,
        proof: DPoP,
      })
    throw await explain(error, options.server)
  }
}

async function newKey(): Promise<PrivateJwk> {
  const { privateKey } = await randomDPoPKeyPair('Ed25519', { extractable: true })
  const { x, d } = await crypto.subtle.exportKey('jwk', privateKey)
  if (!x || !d) throw new TypeError('the session key cannot be exported')
  return { kty: 'OKP', crv: 'Ed25519', x, d }
}

function read(
  response: TokenEndpointResponse,
  { server, key, now }: { server: string; key: PrivateJwk; now: number },
): SessionGrant {
  const { access_token, refresh_token, expires_in, token_type } = response
  const { session, session_url } = response
  if (
    token_type !== 'dpop' ||
    typeof refresh_token !== 'string' ||
    typeof expires_in !== 'number' ||
    typeof session !== 'string' ||
    !/^[\w-]{1,100}$/.test(session) ||
    typeof session_url !== 'string'
  )
    throw malformed(server)
  return {
    session,
    sessionUrl: session_url,
    token: access_token,
    refreshToken: refresh_token,
    expiresAt: new Date(now + expires_in * 1000).toISOString(),
    key,
    server,
  }
}

function malformed(server: string): SluiceError {
  return new SluiceError('SERVER_ERROR', `${server} gave an answer that is not a Sluice server’s`, {
    hint: 'Check the server’s URL; this program and the server may be of different versions',
  })
}
