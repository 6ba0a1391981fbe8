import { Hono, type MiddlewareHandler } from 'hono'
import type { App } from './context.ts'
import { openTerms } from './grant.ts'
import { limitBody } from './limit.ts'
import { authorise } from './oauth/authorise.ts'
import { OAuthError } from './oauth/errors.ts'
import type { Services } from './services.ts'
import { audit } from './store/audit.ts'
import { hit } from './store/once.ts'
import { noteRefused } from './trail.ts'

/** A record chunk: 1 MiB of JSON Lines may be twice that as a JSON string. */
const MAX_BYTES = 3 * 1024 * 1024

/** What a session may do with its token: `/grant`, and its record. */
export function resources(services: Services, records: { routes: Hono; log: Hono }): Hono<App> {
  const app = new Hono<App>()
  app.use(limitBody(MAX_BYTES))
  app.use(noteErrors(services))
  app.get('/grant', async (c) => {
    const authorised = await authorise(services, c.req.raw, 0)
    const terms = await openTerms(services, authorised)
    const { correlation: correlationId, address } = c.var
    const entry = { event: 'grant', correlationId, address, grant: authorised.session }
    await audit(services.store, services.clock(), 'ok', entry)
    services.log.info(entry, 'granted')
    return c.json(terms as object)
  })
  app.route('/sessions', records.routes)
  app.route('/log', records.log)
  return app
}

/** Refusals are audited, but a flood of them no more often than an address may ask. */
function noteErrors(services: Services): MiddlewareHandler<App> {
  return async (c, next) => {
    await next()
    if (!(c.error instanceof OAuthError)) return
    const { correlation: correlationId, address } = c.var
    const count = await hit(services.store, `refused:${address}`, services.clock())
    if (count > services.config.server.limits.requestsPerMinute) return
    await noteRefused(services, { event: 'resource', correlationId, address }, c.error)
  }
}
