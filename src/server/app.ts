import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import type { App } from './context.ts'
import { failure } from './failure.ts'
import { openTerms } from './grant.ts'
import { authorise } from './oauth/authorise.ts'
import { OAuthError } from './oauth/errors.ts'
import { metadata } from './oauth/metadata.ts'
import { oauth } from './oauth/routes.ts'
import { operations } from './operations.ts'
import type { Services } from './services.ts'
import { audit } from './store/audit.ts'

/** A record chunk: 1 MiB of JSON Lines may be twice that as a JSON string. */
const MAX_RESOURCE_BYTES = 3 * 1024 * 1024

export function createApp(services: Services, records: { routes: Hono; log: Hono }): Hono<App> {
  const app = new Hono<App>()
  app.onError((error, c) => failure(services, error, c))
  app.notFound((c) => c.json({ error: 'not_found', correlation_id: c.var.correlation }, 404))
  app.use(observe(services))
  app.use(
    secureHeaders({
      contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
      xFrameOptions: 'DENY',
      referrerPolicy: 'no-referrer',
      strictTransportSecurity: services.config.server.url.startsWith('https:') ? 'max-age=31536000' : false,
    }),
  )
  app.get('/.well-known/oauth-authorization-server', (c) => c.json(metadata(services.config.server.url)))
  app.route('/oauth', oauth(services))
  app.use('/v1/*', bodyLimit({ maxSize: MAX_RESOURCE_BYTES, onError: tooLarge }))
  app.get('/v1/grant', async (c) => {
    const authorised = await authorise(services, c.req.raw, 0)
    const terms = await openTerms(services, authorised)
    await audit(services.store, services.clock(), 'ok', {
      event: 'grant',
      correlationId: c.var.correlation,
      address: c.var.address,
      grant: authorised.session,
    })
    return c.json(terms as object)
  })
  app.route('/v1/sessions', records.routes)
  app.route('/v1/log', records.log)
  app.route('/', operations(services))
  return app
}

/** Correlation id, address, no caching, metrics: around every request. */
function observe({ metrics }: Services) {
  return async (c: import('hono').Context<App>, next: () => Promise<void>) => {
    c.set('correlation', randomBytes(8).toString('hex'))
    c.set('address', c.env.incoming.socket.remoteAddress ?? 'unknown')
    const started = performance.now()
    await next()
    c.header('Cache-Control', 'no-store')
    c.header('Pragma', 'no-cache')
    const route = c.req.matchedRoutes.findLast((match) => match.path !== '/*')?.path ?? 'other'
    metrics.requests.inc({ method: c.req.method, route, status: c.res.status })
    metrics.duration.observe({ route }, (performance.now() - started) / 1000)
  }
}

function tooLarge(): never {
  throw new OAuthError('invalid_request', 'body-size', 'the body is larger than 3 MiB', { status: 413 })
}
