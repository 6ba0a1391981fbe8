import type { Context } from 'hono'
import { html } from 'hono/html'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { App } from '../context.ts'
import { OAuthError } from '../oauth/errors.ts'
import type { Services } from '../services.ts'
import { fieldsOf } from './form.ts'
import { type Html, page } from './layout.ts'

/** Refusals of something that somebody wrote: it is shown again, so that it is not lost. */
const UNSENT = new Set(['signed-out', 'csrf-outdated'])

/** An error as a person reads it. Who is not signed in is sent there, and back. */
export async function errorPage(services: Services, error: Error, c: Context<App>): Promise<Response> {
  const check = error instanceof OAuthError ? error.check : undefined
  const { pathname, search } = new URL(c.req.url)
  const reads = ['GET', 'HEAD'].includes(c.req.method)
  if (reads && check === 'signed-out' && services.config.server.signIn)
    return c.redirect(`/sign-in?to=${encodeURIComponent(pathname + search)}`, 303)
  const body = !reads && UNSENT.has(check ?? '') ? await unsent(c, pathname) : told(services, error, c)
  const status: ContentfulStatusCode = error instanceof OAuthError ? error.status : 500
  const title = status === 404 ? 'Not found' : status >= 500 ? 'It failed' : 'That is not possible'
  return c.html(
    page({
      title: check === 'signed-out' ? 'You are signed out' : title,
      body: html`${body}<p class="quiet">Correlation id ${c.var.correlation}</p>`,
    }),
    status,
  )
}

function told({ log }: Services, error: Error, c: Context<App>): Html {
  const known = error instanceof OAuthError
  if (!known) log.error({ err: error, correlationId: c.var.correlation }, 'request failed')
  const what = known ? error.message : 'Something failed here. The server’s log has the cause.'
  const cure = known && error.check === 'signed-out' ? html`<p>${NO_PROVIDER}</p>` : ''
  return html`<p class="note bad">${what}</p>${cure}<p><a href="/">Back to the start</a></p>`
}

const NO_PROVIDER =
  'This server has no sign-in provider: its administrator opens the link that it printed when it started.'

/** No redirect: it would lose what was written, and a form may not lead to another site. */
async function unsent(c: Context<App>, pathname: string): Promise<Html> {
  const field = await fieldsOf(c).catch(() => () => '')
  const reason = field('reason')
  const back = pathname.startsWith('/approvals/') ? pathname : '/account'
  return html`<p class="note bad"><strong>Nothing was done:</strong> your sign-in has ended since this page was made.</p>
<p>Go back, signed in anew, and send it once more.</p>
${reason ? html`<label>What you wrote <textarea readonly rows="3">${reason}</textarea></label>` : ''}
<p><a class="button" href="${back}">Go back and sign in</a></p>`
}
