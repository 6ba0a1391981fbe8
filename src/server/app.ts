import { randomBytes } from 'node:crypto'
import { Hono, type MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { createCallers } from './address.ts'
import { api } from './api.ts'
import type { App } from './context.ts'
import { failure, notFound } from './failure.ts'
import { metadata } from './oauth/metadata.ts'
import { oauth } from './oauth/routes.ts'
import { operations } from './operations.ts'
import { pages } from './pages/routes.ts'
import type { Provider } from './people/provider.ts'
import { people } from './people/routes.ts'
import { resources } from './resources.ts'
import type { Services } from './services.ts'
import type { SessionRecords } from './sessions/index.ts'

export function createApp(
  services: Services,
  records: Pick<SessionRecords, 'routes' | 'log'>,
  provider: Provider | undefined,
  github?: Hono<App>,
): Hono<App> {
  const app = new Hono<App>()
  app.onError((error, c) => failure(services, error, c))
  app.notFound((c) => notFound(services, c))
  app.use(observe(services))
  const https = services.config.server.url.startsWith('https:')
  // What is set last counts, which is what is used first: the one page with a player, which is WebAssembly.
  app.use('/sessions/:id/replay', headers(https, ["'self'", "'wasm-unsafe-eval'"]))
  app.use(headers(https, ["'self'"]))
  app.get('/.well-known/oauth-authorization-server', (c) => c.json(metadata(services.config.server.url)))
  app.route('/oauth', oauth(services))
  app.route('/v1', resources(services, records))
  app.route('/api', api(services))
  if (github) app.route('/github', github)
  app.route('/', pages(services))
  app.route('/', people(services, provider))
  app.route('/', operations(services))
  return app
}

function headers(https: boolean, scriptSrc: string[]): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc,
      styleSrc: ["'self'"],
      imgSrc: ['data:'],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    xFrameOptions: 'DENY',
    referrerPolicy: 'same-origin',
    strictTransportSecurity: https ? 'max-age=31536000' : false,
  })
}

/** Correlation id, caller, no caching, metrics: around every request. */
function observe({ config, metrics }: Services): MiddlewareHandler<App> {
  const callers = createCallers(config.server.trustedProxies)
  return async (c, next) => {
    const correlationId = randomBytes(8).toString('hex')
    const { socket } = c.env.incoming
    const { address, network } = callers(socket.remoteAddress, c.req.header('x-forwarded-for'))
    c.set('correlation', correlationId)
    c.set('network', network)
    c.set('entry', { event: 'request', correlationId, address })
    const started = performance.now()
    await next()
    // Nobody reads it, so nothing else would ever end what makes it.
    if (c.req.method === 'HEAD') await c.res.body?.cancel()
    if (!c.res.headers.has('cache-control')) {
      c.header('Cache-Control', 'no-store')
      c.header('Pragma', 'no-cache')
    }
    const route = c.req.matchedRoutes.findLast((match) => match.path !== '/*')?.path ?? 'other'
    metrics.requests.inc({ method: c.req.method, route, status: c.res.status })
    metrics.duration.observe({ route }, (performance.now() - started) / 1000)
  }
}
