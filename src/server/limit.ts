import type { MiddlewareHandler } from 'hono'
import type { App } from './context.ts'
import { OAuthError } from './oauth/errors.ts'
import type { Services } from './services.ts'
import { hit } from './store/once.ts'

/** Refuses what one network asks beyond `requests_per_minute`; each budget has a count of its own. */
export function limitCalls(
  { store, clock, config }: Pick<Services, 'store' | 'clock' | 'config'>,
  budget: 'address' | 'api' | 'sign-in' = 'address',
): MiddlewareHandler<App> {
  return async (c, next) => {
    const { requestsPerMinute } = config.server.limits
    const count = await hit(store, `${budget}:${c.var.network}`, clock())
    if (count > requestsPerMinute)
      throw new OAuthError('slow_down', 'rate-address', 'too many requests', {
        status: 429,
        quiet: count > requestsPerMinute + 1,
      })
    await next()
  }
}

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
