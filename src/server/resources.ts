import { Hono } from 'hono'
import { approvals } from './approvals/routes.ts'
import type { App } from './context.ts'
import { openTerms } from './grant.ts'
import { limitBody } from './limit.ts'
import { authorise } from './oauth/authorise.ts'
import type { Services } from './services.ts'
import type { SessionRecords } from './sessions/index.ts'
import { audit } from './store/audit.ts'
import { noteErrors } from './trail.ts'

/** A record chunk: 1 MiB of JSON Lines may be twice that as a JSON string. */
const MAX_BYTES = 3 * 1024 * 1024

/** What a session may do with its token: `/grant`, and its record. */
export function resources(services: Services, records: Pick<SessionRecords, 'routes' | 'log'>): Hono<App> {
  const app = new Hono<App>()
  app.use(async (c, next) => {
    c.var.entry.event = 'resource'
    await next()
  })
  app.use(noteErrors(services))
  app.use(limitBody(MAX_BYTES))
  app.get('/grant', async (c) => {
    const { entry } = c.var
    entry.event = 'grant'
    const authorised = await authorise(services, c.req.raw, 0)
    entry.grant = authorised.session
    const terms = await openTerms(services, authorised)
    await audit(services.store, services.clock(), 'ok', entry)
    services.log.info({ ...entry }, 'granted')
    return c.json(terms as object)
  })
  app.route('/approvals', approvals(services))
  app.route('/sessions', records.routes)
  app.route('/log', records.log)
  return app
}
