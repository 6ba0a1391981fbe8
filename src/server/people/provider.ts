// The sign-in provider: OpenID Connect, authorization code with PKCE. https://openid.net/specs/openid-connect-core-1_0.html
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  fetchUserInfo,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import type { Secrets } from '../../credentials/provider.ts'
import type { SignInConfig } from '../../policy/config.ts'
import type { Described } from './person.ts'

export interface Provider {
  /** Where to send somebody, and what their return is checked against. */
  begin(): Promise<{ url: string; checks: Checks }>
  /** Who came back. Throws when the answer does not hold. */
  finish(callback: URL, checks: Checks): Promise<Described>
}

export interface Checks {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

export interface ProviderOptions {
  readonly config: SignInConfig
  /** Where the provider sends people back to. */
  readonly callback: string
  readonly secrets: Secrets
  readonly fetch: typeof globalThis.fetch
}

const TIMEOUT_S = 10
const MAX_GROUPS = 1000

export function createProvider({ config, callback, secrets, fetch }: ProviderOptions): Provider {
  let found: Promise<Configuration> | undefined
  /** Asked for when somebody signs in, so that the server starts without its provider. */
  const configuration = () => {
    found ??= discover({ config, secrets, fetch }).catch((error) => {
      found = undefined
      throw error
    })
    return found
  }
  return {
    async begin() {
      const checks = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
      const url = buildAuthorizationUrl(await configuration(), {
        redirect_uri: callback,
        scope: config.scopes.join(' '),
        state: checks.state,
        nonce: checks.nonce,
        code_challenge: await calculatePKCECodeChallenge(checks.verifier),
        code_challenge_method: 'S256',
      })
      return { url: url.href, checks }
    },
    async finish(returned, { state, nonce, verifier }) {
      const client = await configuration()
      const tokens = await authorizationCodeGrant(client, returned, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      if (!claims) throw new TypeError('the provider gave no ID token')
      const more = client.serverMetadata().userinfo_endpoint
        ? await fetchUserInfo(client, tokens.access_token, claims.sub)
        : {}
      return describe({ ...more, ...claims }, config)
    },
  }
}

async function discover({
  config,
  secrets,
  fetch,
}: Omit<ProviderOptions, 'callback'>): Promise<Configuration> {
  const secret = config.clientSecret === undefined ? undefined : secrets(config.clientSecret).reveal()
  const plain = config.issuer.startsWith('http:')
  return discovery(
    new URL(config.issuer),
    config.clientId,
    undefined,
    secret === undefined ? None() : ClientSecretPost(secret),
    {
      timeout: TIMEOUT_S,
      [customFetch]: (url, options) => fetch(url, { ...options, body: options.body ?? null } as RequestInit),
      execute: plain ? [allowInsecureRequests] : [],
    },
  )
}

function describe(
  claims: Readonly<Record<string, unknown>>,
  { issuer, claims: names }: SignInConfig,
): Described {
  const text = (name: string): string | undefined => {
    const value = claims[name]
    return typeof value === 'string' && value !== '' ? value.slice(0, 200) : undefined
  }
  const { sub: subject } = claims
  if (typeof subject !== 'string' || subject === '') throw new TypeError('the ID token has no sub')
  const logins = loginsOf(names.logins.map((name) => claims[name]))
  const groups = claims[names.groups]
  return {
    id: `${issuer}#${subject}`,
    name: (text(names.name) ?? logins[0] ?? subject).slice(0, 200).replace(/\p{Cc}/gu, ' '),
    groups: (Array.isArray(groups) ? groups : [groups])
      .filter((group): group is string => typeof group === 'string')
      .slice(0, MAX_GROUPS),
    logins,
    local: false,
  }
}

const MOST_LOGINS = 100

/** Some providers give lists. A claim that cannot be read might hold the one login that counts: then none is known. */
function loginsOf(values: readonly unknown[]): string[] {
  const logins = values.flat().filter((value) => value !== undefined && value !== null && value !== '')
  const read = logins.filter((value) => typeof value === 'string')
  return read.length === logins.length && read.length <= MOST_LOGINS ? read : []
}
