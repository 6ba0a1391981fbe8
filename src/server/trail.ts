// How a call went, for the audit log, the log and the metrics at once.
import type { MiddlewareHandler } from 'hono'
import type { App } from './context.ts'
import { OAuthError } from './oauth/errors.ts'
import type { Services } from './services.ts'
import { type AuditEntry, audit } from './store/audit.ts'
import { hit } from './store/once.ts'

/** Refusals that mean that somebody else may be at work. */
const ALERTS = new Set([
  'job-once',
  'token-replay',
  'dpop-replay',
  'refresh-replay',
  'refresh-token-key',
  'access-token-key',
  'approval-key',
  'record-not_found',
  'record-invalid_signature',
])
/** `pending` is no refusal: the caller waits. */
const WAITING = 'approval'

/** Writes down every refusal and failure of the routes behind it, a flood no further than an address may ask. */
export function noteErrors(services: Services): MiddlewareHandler<App> {
  return async (c, next) => {
    await next()
    const { entry, network } = c.var
    const { error } = c
    if (error instanceof OAuthError) {
      entry.check = error.check
      if (error.detail !== undefined) entry.detail = error.detail
      if (error.grant !== undefined) entry.grant = error.grant
      await noteRefused(services, entry, network, error.quiet)
    } else if (error) await noteFailed(services, entry, network).catch(() => {})
    else if (entry.check !== undefined) await noteRefused(services, entry, network)
  }
}

/** Of one address no more than refusals; the log has each. */
async function noteFailed(
  { store, clock, config }: Services,
  entry: AuditEntry,
  network: string,
): Promise<void> {
  const count = await hit(store, `refused:${network}`, clock())
  if (count <= config.server.limits.requestsPerMinute) await audit(store, clock(), 'failed', entry)
}

async function noteRefused(
  services: Services,
  entry: AuditEntry,
  network: string,
  quiet = false,
): Promise<void> {
  const { store, clock, log, metrics, config } = services
  const check = entry.check ?? ''
  const pending = check === WAITING
  const alert = ALERTS.has(check) ? { alert: check } : {}
  metrics.refusals.inc({ event: entry.event, check })
  if (entry.event === 'exchange') metrics.exchanges.inc({ result: pending ? 'pending' : check })
  if (alert.alert) metrics.alerts.inc({ check })
  if (quiet) return
  const limit = config.server.limits.requestsPerMinute
  const count = await hit(store, `refused:${network}`, clock())
  if (count > limit + 1) return
  if (count > limit) log.warn({ address: entry.address }, 'more refusals of this minute are not written down')
  else {
    await audit(store, clock(), pending ? 'pending' : 'refused', entry)
    log.warn({ ...entry, ...alert }, pending ? 'waiting for an approval' : 'refused')
  }
}
