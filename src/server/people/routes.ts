import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { App } from '../context.ts'
import { fieldsOf } from '../fields.ts'
import { limitBody, limitCalls } from '../limit.ts'
import { OAuthError } from '../oauth/errors.ts'
import type { Services } from '../services.ts'
import { audit } from '../store/audit.ts'
import { addLogin, beginSignIn, endLogin, endSignIn, refreshPerson, useLink } from '../store/logins.ts'
import { tokenHash } from '../store/tokens.ts'
import { noteErrors } from '../trail.ts'
import { type Described, LOCAL_ADMIN } from './person.ts'
import type { Checks, Provider } from './provider.ts'
import { cookieName, protectFromOthers, signedIn } from './signed-in.ts'

const BEGUN_MS = 10 * 60_000
/** Of the local administrator. */
const LOCAL_MS = 12 * 3600_000

/** `/sign-in`, the provider's way back, the administrator's link, `/sign-out`. `provider` is absent without one. */
export function people(services: Services, provider: Provider | undefined): Hono<App> {
  const app = new Hono<App>()
  const { config, store, clock } = services
  const secure = config.server.url.startsWith('https:')
  const names = {
    login: cookieName(config.server.url, 'sluice'),
    begun: cookieName(config.server.url, 'sluice-sign-in'),
  }
  const cookie = (maxAge: number) =>
    ({ path: '/', httpOnly: true, secure, sameSite: 'Lax', maxAge: Math.floor(maxAge / 1000) }) as const
  app.use('/sign-in/*', noteErrors(services), note('sign-in'), limitCalls(services, 'sign-in'))
  app.use('/sign-in/link', protectFromOthers(services))
  app.use('/sign-out', noteErrors(services), note('sign-out'), limitBody(4096), protectFromOthers(services))

  const welcome = async (c: Context<App>, person: Described, lifetime: number, returnTo: string) => {
    const now = clock()
    const before = getCookie(c, names.login)
    const secret = await store.transaction().execute(async (transaction) => {
      if (before) await endLogin(transaction, tokenHash(before))
      await refreshPerson(transaction, person)
      await audit(transaction, now, 'ok', { ...c.var.entry, detail: `${person.name} (${person.id})` })
      return addLogin(transaction, 'cookie', person, { now, expiresAt: now + lifetime })
    })
    setCookie(c, names.login, secret, cookie(lifetime))
    return c.redirect(returnTo, 303)
  }

  app.get('/sign-in', async (c) => {
    const returnTo = ownPath(c.req.query('to'))
    if (!provider) throw new OAuthError('access_denied', 'no-provider', NO_PROVIDER, { status: 403 })
    const { url, checks } = await provider.begin().catch((error) => {
      services.log.error({ err: error }, 'the sign-in provider does not answer')
      throw new OAuthError('temporarily_unavailable', 'provider', 'the sign-in provider does not answer', {
        status: 503,
      })
    })
    const secret = await beginSignIn(store, {
      checks: JSON.stringify(checks),
      return_to: returnTo,
      expires_at: clock() + BEGUN_MS,
    })
    setCookie(c, names.begun, secret, cookie(BEGUN_MS))
    return c.redirect(url, 303)
  })

  app.get('/sign-in/callback', async (c) => {
    const secret = getCookie(c, names.begun)
    const begun = secret && provider && (await endSignIn(store, secret, clock()))
    deleteCookie(c, names.begun, cookie(0))
    if (!begun) throw failed('sign-in-begun', 'this sign-in was not begun here, or took too long')
    const returned = new URL(c.req.url)
    const callback = new URL(`${config.server.url}/sign-in/callback${returned.search}`)
    const person = await provider.finish(callback, JSON.parse(begun.checks) as Checks).catch((error) => {
      services.log.warn({ err: error }, 'a sign-in failed')
      throw failed('sign-in-answer', 'the sign-in provider’s answer does not hold')
    })
    const described = { ...person, at: clock() }
    return welcome(c, described, config.server.signIn?.lifetime ?? 0, begun.return_to)
  })

  // A page that fetches links ahead must not use it up: the link shows a button.
  app.post('/sign-in/link', limitBody(4096), async (c) => {
    const token = (await fieldsOf(c))('token')
    const used = !provider && (await useLink(store, token, clock()))
    if (!used) throw failed('sign-in-link', 'this link was used before, or is too old')
    return welcome(c, LOCAL_ADMIN, LOCAL_MS, '/')
  })

  app.post('/sign-out', async (c) => {
    const found = await signedIn(services, c)
    if (found) {
      await endLogin(store, found.login.hash)
      const detail = `${found.person.name} (${found.person.id})`
      await audit(store, clock(), 'ok', { ...c.var.entry, detail })
    }
    deleteCookie(c, names.login, cookie(0))
    // Not to the start, which would sign them in again at once.
    return c.redirect('/signed-out', 303)
  })
  return app
}

const NO_PROVIDER =
  'this server has no sign-in provider: its administrator opens the link that it printed when it started'

function note(event: string) {
  return async (c: Context<App>, next: () => Promise<void>) => {
    c.var.entry.event = event
    await next()
  }
}

/** A path of this server and nothing that a browser could take for another's. */
export function ownPath(text = '/'): string {
  return /^\/(?![/\\])[\w\-./?=&%~]*$/.test(text) && text.length <= 2000 ? text : '/'
}

function failed(check: string, description: string): OAuthError {
  return new OAuthError('access_denied', check, `${description}; start again at /sign-in`, { status: 403 })
}
