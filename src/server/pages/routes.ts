import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import { streamSSE } from 'hono/streaming'
import { decide, MAX_REASON } from '../approvals/decide.ts'
import { detailOf, summaryOf } from '../approvals/view.ts'
import type { App } from '../context.ts'
import { limitBody } from '../limit.ts'
import { OAuthError } from '../oauth/errors.ts'
import { protectFromOthers, requirePerson, signedIn } from '../people/signed-in.ts'
import { endOwnToken, makeToken } from '../people/tokens.ts'
import type { Services } from '../services.ts'
import { findApproval, listApprovals } from '../store/approvals.ts'
import { tokensOf } from '../store/logins.ts'
import { noteErrors } from '../trail.ts'
import { accountPage } from './account.ts'
import { approvalPage, approvalsPage } from './approvals.ts'
import { ASSETS, page } from './layout.ts'

const MAX_FORM_BYTES = 16 * 1024
const ON_PAGE = 50
/** Browsers reconnect by themselves; proxies cut what is silent. */
const HEARTBEAT_MS = 15_000
/** Changes that come at once are told together. */
const TOGETHER_MS = 250

/** Everything that a browser shows. */
export function pages(services: Services): Hono<App> {
  const app = new Hono<App>()
  const { store, clock } = services
  for (const [path, { type, body }] of Object.entries(ASSETS))
    app.get(path, (c) =>
      c.body(body, 200, { 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' }),
    )
  app.use('/approvals/*', noteErrors(services), limitBody(MAX_FORM_BYTES), protectFromOthers(services))
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

  app.get('/approvals', async (c) => {
    const by = await requirePerson(services, c, 'viewer')
    const all = c.req.query('state') === 'all'
    const before = c.req.query('before')
    const rows = await listApprovals(store, {
      waiting: !all,
      now: clock(),
      limit: ON_PAGE,
      before: before === undefined ? undefined : await findApproval(store, before),
    })
    const list = rows.map((row) => summaryOf(services, by.person, row))
    const more = rows.length === ON_PAGE ? rows.at(-1)?.id : undefined
    return c.html(approvalsPage(by, list, all, more))
  })

  app.get('/approvals/:id', async (c) => {
    const by = await requirePerson(services, c, 'viewer')
    return c.html(approvalPage(by, await detailOf(services, by.person, c.req.param('id'))))
  })

  app.post('/approvals/:id', async (c) => {
    const { entry } = c.var
    entry.event = 'decide'
    const { person } = await requirePerson(services, c, 'viewer')
    const id = c.req.param('id')
    const form = await fieldsOf(c)
    const decision = form('decision') === 'approved' ? 'approved' : 'denied'
    const reason = form('reason').slice(0, MAX_REASON)
    if (decision === 'denied' && reason.trim() === '')
      throw new OAuthError('invalid_request', 'reason', 'a reason is needed to deny: the job is told why')
    const scope = form('scope') === 'session' ? 'session' : 'once'
    const word = { decision, requestSha256: form('request_sha256'), scope, reason } as const
    await decide(services, person, { id, word, entry })
    return c.redirect(`/approvals/${id}`, 303)
  })

  app.get('/account', async (c) => {
    const by = await requirePerson(services, c, 'viewer')
    return c.html(accountPage(by, await tokensOf(store, by.person.id, clock())))
  })

  app.post('/account/tokens', async (c) => {
    c.var.entry.event = 'token'
    const by = await requirePerson(services, c, 'viewer')
    const form = await fieldsOf(c)
    const { token } = await makeToken(services, by, { name: form('name'), days: Number(form('days')) })
    return c.html(accountPage(by, await tokensOf(store, by.person.id, clock()), token))
  })

  app.post('/account/tokens/:id/end', async (c) => {
    c.var.entry.event = 'token-end'
    const { person } = await requirePerson(services, c, 'viewer')
    await endOwnToken(services, person, c.req.param('id'))
    return c.redirect('/account', 303)
  })

  app.get('/live', async (c) => {
    await requirePerson(services, c, 'viewer')
    return live(services, c)
  })
  return app
}

/** Says that something has changed, never what: the page asks for it as the person it is. */
function live({ changes }: Services, c: Context<App>): Response {
  return streamSSE(c, async (stream) => {
    let changed = true
    let wake = () => {}
    const leave = changes.watch(() => {
      changed = true
      wake()
    })
    stream.onAbort(() => wake())
    const over = () => wake()
    changes.over.addEventListener('abort', over)
    try {
      while (!stream.aborted && !changes.over.aborted) {
        if (changed) {
          changed = false
          await stream.writeSSE({ event: 'change', data: '' })
          await stream.sleep(TOGETHER_MS)
        } else if (!(await woken((resume) => (wake = resume)))) await stream.write(': still here\n\n')
      }
    } finally {
      leave()
      changes.over.removeEventListener('abort', over)
    }
  })
}

/** True when it was woken, false when nothing happened for a while. */
function woken(listen: (resume: () => void) => void): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), HEARTBEAT_MS)
    listen(() => {
      clearTimeout(timer)
      resolve(true)
    })
  })
}

async function fieldsOf(c: Context<App>): Promise<(name: string) => string> {
  const form = await c.req.parseBody()
  return (name) => {
    const value = form[name]
    return typeof value === 'string' ? value : ''
  }
}
