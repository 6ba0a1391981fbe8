// How a call went, for the audit log, the log and the metrics at once.
import type { OAuthError } from './oauth/errors.ts'
import type { Services } from './services.ts'
import { type AuditEntry, audit } from './store/audit.ts'

/** Refusals that mean that somebody else may be at work. */
const ALERTS = new Set(['job-once', 'token-replay', 'dpop-replay', 'refresh-replay', 'access-token-key'])
/** Refusals that are part of waiting, or that a flood causes: no line in the audit log each. */
const QUIET = new Set(['approval-interval', 'rate-address', 'rate-repository'])

export async function noteRefused(services: Services, entry: AuditEntry, error: OAuthError): Promise<void> {
  const { store, clock, log, metrics } = services
  entry.check = error.check
  if (error.detail !== undefined) entry.detail = error.detail
  const alert = ALERTS.has(error.check)
  if (alert) metrics.alerts.inc({ check: error.check })
  if (!QUIET.has(error.check)) await audit(store, clock(), 'refused', entry)
  log.warn({ ...entry, ...(alert ? { alert: error.check } : {}) }, 'refused')
}

/** The error itself is logged where it is answered. */
export async function noteFailed(services: Services, entry: AuditEntry): Promise<void> {
  await audit(services.store, services.clock(), 'failed', entry).catch(() => {})
}
