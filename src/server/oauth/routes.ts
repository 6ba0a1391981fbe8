import { type Context, Hono } from 'hono'
import type { App } from '../context.ts'
import { limitBody } from '../limit.ts'
import type { Services } from '../services.ts'
import { hit } from '../store/once.ts'
import { noteFailed, noteRefused } from '../trail.ts'
import { poll } from './approval.ts'
import { OAuthError } from './errors.ts'
import { exchange } from './exchange.ts'
import { readForm, required } from './form.ts'
import { CIBA, TOKEN_EXCHANGE } from './issue.ts'
import { refresh } from './refresh.ts'
import type { OAuthCall } from './request.ts'
import { revoke } from './revoke.ts'

const MAX_FORM_BYTES = 64 * 1024

const GRANTS = {
  [TOKEN_EXCHANGE]: { event: 'exchange', handle: exchange },
  refresh_token: { event: 'refresh', handle: refresh },
  [CIBA]: { event: 'poll', handle: poll },
} as const

type Handler = (services: Services, call: OAuthCall) => Promise<object>

export function oauth(services: Services): Hono<App> {
  const app = new Hono<App>()
  app.use(limitBody(MAX_FORM_BYTES))
  app.use(async (c, next) => {
    const count = await hit(services.store, `address:${c.var.address}`, services.clock())
    if (count > services.config.server.limits.requestsPerMinute)
      throw new OAuthError('slow_down', 'rate-address', 'too many requests', { status: 429 })
    await next()
  })
  app.post('/token', async (c) => {
    const call = await readCall(c, services, 'token')
    return c.json(await audited(services, call, choose(call)))
  })
  app.post('/revoke', async (c) => {
    const call = await readCall(c, services, 'revoke')
    return c.json(await audited(services, call, revoke))
  })
  return app
}

async function readCall(c: Context<App>, services: Services, event: string): Promise<OAuthCall> {
  const entry = { event, correlationId: c.var.correlation, address: c.var.address }
  const form = await readForm(c.req.raw)
  return { form, proof: c.req.header('dpop'), url: services.config.server.url + c.req.path, entry }
}

function choose(call: OAuthCall): Handler {
  const type = required(call.form, 'grant_type')
  if (!Object.hasOwn(GRANTS, type))
    throw new OAuthError('unsupported_grant_type', 'grant-type', 'this grant type is not supported')
  const { event, handle } = GRANTS[type as keyof typeof GRANTS]
  call.entry.event = event
  return handle
}

/** Runs a handler, which audits its success in its own transaction, and writes down the rest. */
async function audited(services: Services, call: OAuthCall, handler: Handler): Promise<object> {
  const { entry } = call
  const count = (result: string) => {
    if (entry.event === 'exchange') services.metrics.exchanges.inc({ result })
  }
  try {
    const result = await handler(services, call)
    services.log.info({ ...entry }, 'granted')
    count('issued')
    return result
  } catch (error) {
    if (error instanceof OAuthError) {
      count(error.check)
      await noteRefused(services, entry, error)
    } else await noteFailed(services, entry)
    throw error
  }
}
