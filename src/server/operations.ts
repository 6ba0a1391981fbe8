import { Hono } from 'hono'
import { sql } from 'kysely'
import type { App } from './context.ts'
import type { Services } from './services.ts'
import { countNotices } from './store/outbox.ts'

/** For load balancers and monitoring. */
export function operations({ store, metrics, log }: Services): Hono<App> {
  const app = new Hono<App>()
  app.get('/healthz', (c) => c.json({ status: 'ok' }))
  app.get('/readyz', async (c) => {
    try {
      await sql`select 1`.execute(store)
      return c.json({ status: 'ready' })
    } catch (error) {
      log.error({ err: error }, 'the store does not answer')
      return c.json({ status: 'store unavailable' }, 503)
    }
  })
  app.get('/metrics', async (c) => {
    const { active } = await store
      .selectFrom('grants')
      .select((select) => select.fn.countAll<number>().as('active'))
      .where('state', '=', 'active')
      .executeTakeFirstOrThrow()
    metrics.grants.set(Number(active))
    metrics.outbox.set(await countNotices(store))
    return c.text(await metrics.registry.metrics(), 200, { 'Content-Type': metrics.registry.contentType })
  })
  return app
}
