import { Hono } from 'hono'
import { html } from 'hono/html'
import type { App } from '../context.ts'
import { limitBody } from '../limit.ts'
import { OAuthError } from '../oauth/errors.ts'
import { protectFromOthers, requirePerson, signedIn } from '../people/signed-in.ts'
import { endOwnToken, makeToken } from '../people/tokens.ts'
import type { Services } from '../services.ts'
import { tokensOf } from '../store/logins.ts'
import { noteErrors } from '../trail.ts'
import { accountPage } from './account.ts'
import { approvalPages } from './approvals/routes.ts'
import { fieldsOf, MAX_FORM_BYTES } from './form.ts'
import { ASSETS, page } from './layout.ts'
import { live, type Watched } from './live.ts'
import { policyPages } from './policy/routes.ts'
import { sessionPages } from './sessions/routes.ts'
import { createStreams } from './streams.ts'

/** Changes that come at once are told together; of all sessions together there are many. */
const TOGETHER_MS = 250
const OF_ALL_MS = 2000

/** Everything that a browser shows. */
export function pages(services: Services): Hono<App> {
  const app = new Hono<App>()
  const streams = createStreams()
  const { store, clock } = services
  for (const [path, { type, body }] of Object.entries(ASSETS))
    app.get(path, (c) =>
      c.body(body, 200, { 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' }),
    )
  app.use('/account/*', noteErrors(services), limitBody(MAX_FORM_BYTES), protectFromOthers(services))

  app.get('/', async (c) => c.redirect((await signedIn(services, c)) ? '/approvals' : '/sign-in', 303))

  app.get('/sign-in/link', (c) =>
    c.html(
      page({
        title: 'Sign in as administrator',
        body: html`<p>This link works once.</p><form method="post" action="/sign-in/link">
<input type="hidden" name="token" value="${c.req.query('token') ?? ''}"><button class="yes">Sign in</button></form>`,
      }),
    ),
  )

  app.get('/signed-out', (c) =>
    c.html(
      page({
        title: 'You are signed out',
        body: html`<p>Nothing more is shown or decided in your name here.</p><p><a class="button" href="/">Sign in again</a></p>`,
      }),
    ),
  )

  app.get('/account', async (c) => {
    const by = await requirePerson(services, c, 'viewer')
    return c.html(accountPage(by, await tokensOf(store, by.person.id, clock())))
  })

  app.post('/account/tokens', async (c) => {
    c.var.entry.event = 'token'
    const by = await requirePerson(services, c, 'viewer')
    const form = await fieldsOf(c)
    const { token } = await makeToken(
      services,
      by,
      { name: form('name'), days: Number(form('days')) },
      c.var.entry,
    )
    return c.html(accountPage(by, await tokensOf(store, by.person.id, clock()), token))
  })

  app.post('/account/tokens/:id/end', async (c) => {
    c.var.entry.event = 'token-end'
    const { person } = await requirePerson(services, c, 'viewer')
    await endOwnToken(services, person, c.req.param('id'), c.var.entry)
    return c.redirect('/account', 303)
  })

  app.get('/live', async (c) => {
    const { person } = await requirePerson(services, c, 'viewer')
    const allowed = async () => (await signedIn(services, c)) !== undefined
    const { watch, ...rest } = watched(services, c.req.query('of'), c.req.query('session'))
    const end = streams.take(person.id)
    if (!end) throw new OAuthError('slow_down', 'streams', 'too many pages are open', { status: 429 })
    const counted: Watched['watch'] = (listener) => {
      const leave = watch(listener)
      return () => {
        leave()
        end()
      }
    }
    return live(c, { ...rest, watch: counted, allowed })
  })
  app.route('/approvals', approvalPages(services))
  app.route('/sessions', sessionPages(services))
  app.route('/policy', policyPages(services))
  return app
}

/** What somebody watches: one session with what it asks people for, all sessions, or all requests. */
function watched(
  { changes, catalogue }: Services,
  of: string | undefined,
  session?: string,
): Omit<Watched, 'allowed'> {
  const { over } = changes
  if (session !== undefined)
    return {
      watch(listener) {
        const leave = [
          catalogue.changes.watch((id) => id === session && listener()),
          changes.watch(() => listener()),
        ]
        return () => {
          for (const each of leave) each()
        }
      },
      over,
      together: 2 * TOGETHER_MS,
    }
  if (of === 'sessions')
    return { watch: (listener) => catalogue.changes.watch(listener), over, together: OF_ALL_MS }
  return { watch: (listener) => changes.watch(listener), over, together: TOGETHER_MS }
}
