import { Hono } from 'hono'
import type { App } from '../../context.ts'
import { requirePerson } from '../../people/signed-in.ts'
import type { Services } from '../../services.ts'
import { noteErrors } from '../../trail.ts'
import { policyPage } from './page.ts'

/** `/policy`: for administrators. */
export function policyPages(services: Services): Hono<App> {
  const app = new Hono<App>()
  app.use(noteErrors(services))
  app.get('/', async (c) => c.html(policyPage(await requirePerson(services, c, 'admin'), services.config)))
  return app
}
