import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export interface Metrics {
  readonly registry: Registry
  readonly requests: Counter<'method' | 'route' | 'status'>
  readonly duration: Histogram<'route'>
  /** `result` is `issued`, `pending` or the check that failed. */
  readonly exchanges: Counter<'result'>
  readonly refusals: Counter<'event' | 'check'>
  /** Things a person should look at: `check` says which. */
  readonly alerts: Counter<'check'>
  readonly grants: Gauge
  /** `result`: made, ended, failed. */
  readonly credentials: Counter<'provider' | 'result'>
  readonly reaped: Counter<'what'>
  /** `result`: delivered, retried, given-up. */
  readonly notices: Counter<'receiver' | 'result'>
  readonly outbox: Gauge
}

export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  return {
    registry,
    requests: new Counter({
      name: 'sluice_http_requests_total',
      help: 'Requests answered.',
      labelNames: ['method', 'route', 'status'],
      registers,
    }),
    duration: new Histogram({
      name: 'sluice_http_request_seconds',
      help: 'Time from request to answer.',
      labelNames: ['route'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    }),
    exchanges: new Counter({
      name: 'sluice_exchanges_total',
      help: 'Token exchanges by result.',
      labelNames: ['result'],
      registers,
    }),
    refusals: new Counter({
      name: 'sluice_refusals_total',
      help: 'Requests refused, by the check that failed.',
      labelNames: ['event', 'check'],
      registers,
    }),
    alerts: new Counter({
      name: 'sluice_alerts_total',
      help: 'Events that a person should look at.',
      labelNames: ['check'],
      registers,
    }),
    grants: new Gauge({ name: 'sluice_active_grants', help: 'Sessions that are running.', registers }),
    credentials: new Counter({
      name: 'sluice_credentials_total',
      help: 'Upstream credentials made and ended.',
      labelNames: ['provider', 'result'],
      registers,
    }),
    reaped: new Counter({
      name: 'sluice_reaped_total',
      help: 'Things that the reaper ended.',
      labelNames: ['what'],
      registers,
    }),
    notices: new Counter({
      name: 'sluice_notices_total',
      help: 'Attempts to tell a receiver of a request.',
      labelNames: ['receiver', 'result'],
      registers,
    }),
    outbox: new Gauge({ name: 'sluice_outbox', help: 'Notices that are not delivered yet.', registers }),
  }
}
