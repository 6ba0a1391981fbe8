import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { App } from '../context.ts'
import type { Services } from '../services.ts'
import { audit } from '../store/audit.ts'
import { hit } from '../store/once.ts'
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

/** Refusals that mean that somebody else may be at work. */
const ALERTS = new Set(['job-once', 'token-replay', 'dpop-replay', 'refresh-replay', 'access-token-key'])
/** Refusals that are part of waiting: no line in the audit log each. */
const QUIET = new Set(['approval-interval', 'rate-address', 'rate-repository'])

type Handler = (services: Services, call: OAuthCall) => Promise<object>

export function oauth(services: Services): Hono<App> {
  const app = new Hono<App>()
  app.use(
    bodyLimit({
      maxSize: MAX_FORM_BYTES,
      onError: () => {
        throw new OAuthError('invalid_request', 'body-size', 'the body is larger than 64 KiB', {
          status: 413,
        })
      },
    }),
  )
  app.use(async (c, next) => {
    const count = await hit(services.store, `address:${c.var.address}`, services.clock())
    if (count > services.config.server.limits.requestsPerMinute)
      throw new OAuthError('slow_down', 'rate-address', 'too many requests', { status: 429 })
    await next()
  })
  const handle = async (c: Parameters<typeof readCall>[0], name: string, handler?: Handler) => {
    const call = await readCall(c, services, name)
    const [event, run] = handler ? [name, handler] : choose(call)
    call.entry.event = event
    return audited(services, call, run)
  }
  app.post('/token', async (c) => c.json(await handle(c, 'token')))
  app.post('/revoke', async (c) => c.json(await handle(c, 'revoke', revoke)))
  return app
}

async function readCall(
  c: {
    req: { raw: Request; path: string; header(name: string): string | undefined }
    var: App['Variables']
  },
  services: Services,
  event: string,
): Promise<OAuthCall> {
  const entry = { event, correlationId: c.var.correlation, address: c.var.address }
  const form = await readForm(c.req.raw)
  return { form, proof: c.req.header('dpop'), url: services.config.server.url + c.req.path, entry }
}

function choose(call: OAuthCall): [string, Handler] {
  const type = required(call.form, 'grant_type')
  if (!Object.hasOwn(GRANTS, type))
    throw new OAuthError('unsupported_grant_type', 'grant-type', 'this grant type is not supported')
  const { event, handle } = GRANTS[type as keyof typeof GRANTS]
  return [event, handle]
}

/** Runs a handler and writes down how it went, whatever happens. */
async function audited(services: Services, call: OAuthCall, handler: Handler): Promise<object> {
  const { store, clock, log, metrics } = services
  const { entry } = call
  try {
    const result = await handler(services, call)
    await audit(store, clock(), 'ok', entry)
    if (entry.event === 'exchange' || entry.event === 'poll') metrics.exchanges.inc({ result: 'issued' })
    log.info({ ...entry }, 'granted')
    return result
  } catch (error) {
    if (!(error instanceof OAuthError)) {
      await audit(store, clock(), 'failed', entry).catch(() => {})
      throw error
    }
    entry.check = error.check
    if (error.detail !== undefined) entry.detail = error.detail
    if (entry.event === 'exchange') metrics.exchanges.inc({ result: error.check })
    const alert = ALERTS.has(error.check)
    if (alert) metrics.alerts.inc({ check: error.check })
    if (!QUIET.has(error.check)) await audit(store, clock(), 'refused', entry)
    log.warn({ ...entry, ...(alert ? { alert: error.check } : {}) }, 'refused')
    throw error
  }
}
