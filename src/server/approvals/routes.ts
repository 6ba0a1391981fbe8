import { type Context, Hono } from 'hono'
import type { App } from '../context.ts'
import { limitBody } from '../limit.ts'
import { authorise } from '../oauth/authorise.ts'
import { OAuthError } from '../oauth/errors.ts'
import type { Services } from '../services.ts'
import { audit } from '../store/audit.ts'
import { askStatement, awaitStatement, noteWhatItBlocks, withdrawStatement } from './statements.ts'

/** A statement's text has 64,000 characters at most; its effects and values may be many. */
const MAX_BYTES = 256 * 1024
/** A long poll ends before proxies give up on it. */
const MAX_WAIT_S = 25

/** `POST /`, `GET /{id}?wait=SECONDS`, `POST /{id}/withdraw` and `POST /{id}/blocking`, for mounting at `/v1/approvals`. */
export function approvals(services: Services): Hono<App> {
  const app = new Hono<App>()
  app.use(limitBody(MAX_BYTES))
  const session = async (c: Context<App>, event: string) => {
    c.var.entry.event = event
    const authorised = await authorise(services, c.req.raw, 0)
    c.var.entry.grant = authorised.session
    return authorised
  }
  app.post('/', async (c) => {
    const authorised = await session(c, 'hold')
    const body: unknown = await c.req.json().catch(() => undefined)
    const answer = await askStatement(services, authorised, body)
    await audit(services.store, services.clock(), 'ok', { ...c.var.entry, detail: answer.id })
    return c.json(answer, 201)
  })
  app.get('/:id', async (c) => {
    const authorised = await session(c, 'hold-poll')
    const wait = { ms: seconds(c.req.query('wait')) * 1000, signal: c.req.raw.signal }
    return c.json(await awaitStatement(services, authorised, c.req.param('id'), wait))
  })
  app.post('/:id/withdraw', async (c) => {
    const authorised = await session(c, 'withdraw')
    return c.json(await withdrawStatement(services, authorised, c.req.param('id')))
  })
  app.post('/:id/blocking', async (c) => {
    const authorised = await session(c, 'hold-blocking')
    const body: unknown = await c.req.json().catch(() => undefined)
    await noteWhatItBlocks(services, authorised, c.req.param('id'), body)
    return c.json({})
  })
  return app
}

function seconds(text = '0'): number {
  if (!/^\d{1,4}$/.test(text))
    throw new OAuthError('invalid_request', 'wait', '`wait` is a number of seconds')
  return Math.min(Number(text), MAX_WAIT_S)
}
