import {
  allowInsecureRequests,
  Configuration,
  customFetch,
  type DPoPHandle,
  discovery,
  getDPoPHandle,
  None,
} from 'openid-client'
import { SluiceError } from '../core/errors.ts'
import { explain } from './failures.ts'

const CLIENT_ID = 'sluice'
const TIMEOUT_S = 30

/** A session key as it travels: a private Ed25519 JWK. */
export interface PrivateJwk {
  readonly kty: 'OKP'
  readonly crv: 'Ed25519'
  readonly x: string
  readonly d: string
}

/** The server's address without a trailing slash. Throws CONFIG_INVALID unless it is https, or http to this machine. */
export function serverAddress(server: string): string {
  const url = URL.parse(server)
  if (!url || url.username || url.password || url.search || url.hash)
    throw new SluiceError(
      'CONFIG_INVALID',
      `the server address ${JSON.stringify(server)} is not a plain URL`,
      {
        hint: 'Write it as in the policy file’s server.url: https://sluice.example.com',
      },
    )
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname)))
    throw new SluiceError('CONFIG_INVALID', `the server address ${server} is not https`, {
      hint: 'Tokens travel to it: give it a certificate. Plain http is for 127.0.0.1 only',
    })
  return url.href.replace(/\/+$/, '')
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}

/** Reads the server's metadata. Throws `SluiceError`. */
export async function discover(server: string, fetch: typeof globalThis.fetch): Promise<Configuration> {
  try {
    return await discovery(new URL(server), CLIENT_ID, undefined, None(), {
      algorithm: 'oauth2',
      timeout: TIMEOUT_S,
      [customFetch]: (url, options) => fetch(url, { ...options, body: options.body ?? null } as RequestInit),
      execute: isPlain(server) ? [allowInsecureRequests] : [],
    })
  } catch (error) {
    throw await explain(error, server)
  }
}

/** The same without asking: Sluice servers have their endpoints in one place. */
export function known(server: string, fetch: typeof globalThis.fetch): Configuration {
  const configuration = new Configuration(
    { issuer: server, token_endpoint: `${server}/oauth/token` },
    CLIENT_ID,
    undefined,
    None(),
  )
  configuration.timeout = TIMEOUT_S
  configuration[customFetch] = (url, options) =>
    fetch(url, { ...options, body: options.body ?? null } as RequestInit)
  if (isPlain(server)) allowInsecureRequests(configuration)
  return configuration
}

function isPlain(server: string): boolean {
  return server.startsWith('http:')
}

export async function handleOf(configuration: Configuration, key: PrivateJwk): Promise<DPoPHandle> {
  const { kty, crv, x, d } = key
  const [privateKey, publicKey] = await Promise.all([
    crypto.subtle.importKey('jwk', { kty, crv, x, d }, 'Ed25519', false, ['sign']),
    crypto.subtle.importKey('jwk', { kty, crv, x }, 'Ed25519', true, ['verify']),
  ])
  return getDPoPHandle(configuration, { privateKey, publicKey })
}
