// Who makes a request: by cookie in a browser, by a personal token in a program.
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import type { App } from '../context.ts'
import { fieldsOf, isForm } from '../fields.ts'
import { OAuthError } from '../oauth/errors.ts'
import type { Services } from '../services.ts'
import { findLogin, type Login } from '../store/logins.ts'
import { type Described, type Person, personOf, type Role } from './person.ts'

/** So long what a provider said of somebody is taken for true: the longest `sign_in.lifetime`. */
const KNOWN_MS = 7 * 24 * 3600_000

export interface SignedIn {
  readonly person: Person
  readonly login: Login
}

/** `__Host-` binds a cookie to this very host, and wants https; plain http is served on loopback only. */
export function cookieName(url: string, name: 'sluice' | 'sluice-sign-in'): string {
  return url.startsWith('https:') ? `__Host-${name}` : name
}

/** Undefined when nobody is signed in, or the policy file does not know them any more. */
export async function signedIn(services: Services, c: Context<App>): Promise<SignedIn | undefined> {
  const { store, clock, config } = services
  const [, token] = /^Bearer ([\w-]{1,200})$/i.exec(c.req.header('authorization') ?? '') ?? []
  const cookie = getCookie(c, cookieName(config.server.url, 'sluice'))
  const login = token
    ? await findLogin(store, 'token', token, clock())
    : cookie && (await findLogin(store, 'cookie', cookie, clock()))
  if (!login) return undefined
  const person = personOf(config, JSON.parse(login.person) as Described)
  return person && { person, login }
}

/** Throws `OAuthError` unless somebody of this role is signed in. */
export async function requirePerson(services: Services, c: Context<App>, role: Role): Promise<SignedIn> {
  const found = await signedIn(services, c)
  if (!found) throw new OAuthError('invalid_token', 'signed-out', 'nobody is signed in', { quiet: true })
  const { person, login } = found
  c.var.entry.detail = `${person.name} (${person.id})`
  if (
    login.kind === 'token' &&
    !person.local &&
    (person.at ?? login.created_at) + KNOWN_MS <= services.clock()
  )
    throw new OAuthError('invalid_token', 'token-stale', 'the token rests: sign in at /account to go on')
  if (found.person.roles.has(role)) return found
  throw new OAuthError(
    'access_denied',
    'role',
    `only ${role === 'admin' ? 'an administrator' : 'a viewer'} may do this`,
    { status: 403 },
  )
}

/**
 * Refuses what another site makes a browser send: a request that changes something comes from a page of this server, by
 * the browser's own word, and carries the token of that page. Programs with a personal token have no cookie to abuse.
 */
export function protectFromOthers(services: Services): MiddlewareHandler<App> {
  const origin = new URL(services.config.server.url).origin
  return async (c, next) => {
    if (['GET', 'HEAD'].includes(c.req.method)) return next()
    const { headers } = c.req.raw
    const site = headers.get('sec-fetch-site')
    const from = headers.get('origin')
    if ((site !== null && site !== 'same-origin') || (from !== null && from !== origin)) throw foreign()
    const found = await signedIn(services, c)
    if (found?.login.csrf && (await sentToken(c)) !== found.login.csrf) {
      // The browser itself says that it is a page of ours: one of an earlier sign-in.
      throw site === 'same-origin' ? outdated() : foreign()
    }
    return next()
  }
}

async function sentToken(c: Context<App>): Promise<string | undefined> {
  const header = c.req.header('x-csrf-token')
  if (header !== undefined) return header
  return isForm(c.req.header('content-type')) ? (await fieldsOf(c))('csrf') : undefined
}

function outdated(): OAuthError {
  const message = 'the page that this was sent from is older than your sign-in'
  return new OAuthError('access_denied', 'csrf-outdated', message, { status: 403 })
}

function foreign(): OAuthError {
  return new OAuthError('access_denied', 'csrf', 'this request does not come from a page of this server', {
    status: 403,
  })
}
