import type { Context } from 'hono'
import type { App } from './context.ts'
import { OAuthError } from './oauth/errors.ts'

/**
 * What was filled in on a page, by name; empty for what is no text. Throws `OAuthError`: no page of ours sends files, and
 * a body of several parts can be malformed.
 */
export async function fieldsOf(c: Context<App>): Promise<(name: string) => string> {
  if (!isForm(c.req.header('content-type')))
    throw new OAuthError('invalid_request', 'content-type', 'the body must be that of a form')
  const form = await c.req.parseBody()
  return (name) => {
    const value = form[name]
    return typeof value === 'string' ? value : ''
  }
}

export function isForm(contentType = ''): boolean {
  return /^application\/x-www-form-urlencoded\s*(;|$)/i.test(contentType)
}
