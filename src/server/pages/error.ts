import type { Context } from 'hono'
import { html } from 'hono/html'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { App } from '../context.ts'
import { OAuthError } from '../oauth/errors.ts'
import type { Services } from '../services.ts'
import { page } from './layout.ts'

/** An error as a person reads it. Who is not signed in is sent there, and back. */
export async function errorPage({ config, log }: Services, error: Error, c: Context<App>): Promise<Response> {
  const known = error instanceof OAuthError
  if (known && error.check === 'signed-out') {
    const { pathname, search } = new URL(c.req.url)
    if (config.server.signIn) return c.redirect(`/sign-in?to=${encodeURIComponent(pathname + search)}`, 303)
  }
  if (!known) log.error({ err: error, correlationId: c.var.correlation }, 'request failed')
  const status: ContentfulStatusCode = known ? error.status : 500
  const what = known ? error.message : 'Something failed here. The server’s log has the cause.'
  const cure =
    known && error.check === 'signed-out'
      ? 'This server has no sign-in provider: its administrator opens the link that it printed when it started.'
      : ''
  return c.html(
    page({
      title: status === 404 ? 'Not found' : status >= 500 ? 'It failed' : 'That is not possible',
      body: html`<p class="note">${what}</p><p>${cure}</p><p><a href="/">Back to the start</a></p>
<p class="quiet">Correlation id ${c.var.correlation}</p>`,
    }),
    status,
  )
}
