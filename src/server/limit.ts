import type { MiddlewareHandler } from 'hono'
import { OAuthError } from './oauth/errors.ts'

/** Refuses a longer body before any of it is read. Every body has a length: requests.ts sees to that. */
export function limitBody(bytes: number): MiddlewareHandler {
  return async (c, next) => {
    const length = Number(c.req.header('content-length') ?? 0)
    if (!(length <= bytes)) {
      c.header('Connection', 'close')
      throw new OAuthError('invalid_request', 'body-size', `the body is larger than ${bytes} bytes`, {
        status: 413,
      })
    }
    await next()
  }
}
