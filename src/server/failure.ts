import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { SluiceError } from '../core/errors.ts'
import type { App } from './context.ts'
import { OAuthError } from './oauth/errors.ts'
import { errorPage } from './pages/error.ts'
import type { Services } from './services.ts'

/** The answer to an error: OAuth's JSON with a correlation id, and nothing of an unexpected error's text; a page for browsers. */
export function failure(services: Services, error: Error, c: Context<App>): Response | Promise<Response> {
  const correlation_id = c.var.correlation
  const { log } = services
  if (isForBrowser(c)) return errorPage(services, error, c)
  if (error instanceof OAuthError) {
    if (error.status === 401) c.header('WWW-Authenticate', `DPoP error="${error.error}"`)
    if (error.status === 429) c.header('Retry-After', '60')
    const body = { error: error.error, error_description: error.message, ...error.members, correlation_id }
    return c.json(body, error.status)
  }
  if (error instanceof HTTPException)
    return c.json({ error: 'invalid_request', correlation_id }, error.status)
  log.error({ err: error, correlationId: correlation_id }, 'request failed')
  if (error instanceof SluiceError && error.code !== 'INTERNAL')
    return c.json({ error: 'server_error', error_description: error.message, correlation_id }, 502)
  return c.json({ error: 'server_error', correlation_id }, 500)
}

export function notFound(services: Services, c: Context<App>): Response | Promise<Response> {
  if (isForBrowser(c))
    return errorPage(services, new OAuthError('invalid_request', 'path', NOWHERE, { status: 404 }), c)
  return c.json({ error: 'not_found', correlation_id: c.var.correlation }, 404)
}

const NOWHERE = 'there is nothing under this address'

/** Programs ask for JSON, or for nothing in particular. */
function isForBrowser(c: Context<App>): boolean {
  return !/^\/(api|oauth|v1)\//.test(c.req.path) && /\btext\/html\b/.test(c.req.header('accept') ?? '')
}
