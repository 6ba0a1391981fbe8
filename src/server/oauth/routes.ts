import { type Context, Hono } from 'hono'
import type { App } from '../context.ts'
import { limitBody, limitCalls } from '../limit.ts'
import type { Services } from '../services.ts'
import { noteErrors } from '../trail.ts'
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
  app.use(noteErrors(services))
  app.use(limitBody(MAX_FORM_BYTES), limitCalls(services))
  app.post('/token', async (c) => {
    const call = await readCall(c, services, 'token')
    return c.json(await handled(services, call, choose(call)))
  })
  app.post('/revoke', async (c) => {
    const call = await readCall(c, services, 'revoke')
    return c.json(await handled(services, call, revoke))
  })
  return app
}

async function readCall(c: Context<App>, services: Services, event: string): Promise<OAuthCall> {
  const { entry } = c.var
  entry.event = event
  const form = await readForm(c.req.raw)
  const { signal } = c.req.raw
  return { form, proof: c.req.header('dpop'), url: services.config.server.url + c.req.path, signal, entry }
}

function choose(call: OAuthCall): Handler {
  const type = required(call.form, 'grant_type')
  if (!Object.hasOwn(GRANTS, type))
    throw new OAuthError('unsupported_grant_type', 'grant-type', 'this grant type is not supported')
  const { event, handle } = GRANTS[type as keyof typeof GRANTS]
  call.entry.event = event
  return handle
}

/** Runs a handler, which audits its success in its own transaction. */
async function handled(services: Services, call: OAuthCall, handler: Handler): Promise<object> {
  const result = await handler(services, call)
  services.log.info({ ...call.entry }, 'granted')
  if (call.entry.event === 'exchange') services.metrics.exchanges.inc({ result: 'issued' })
  return result
}
