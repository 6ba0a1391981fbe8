// What Sluice is held to: ratios to peers in the same round, and a few figures of its own.
import type { Results } from './results.ts'

export interface Target {
  readonly what: string
  readonly want: number
  readonly at: 'least' | 'most'
  readonly unit: string
  measured(results: Results): number | undefined
}

function ratio(
  contest: string,
  entrant: string,
  peer: string,
  want: number,
  member: 'value' | 'cpu' | 'p50' | 'p99' = 'value',
): Target {
  const of = { value: '', cpu: ', CPU', p50: ', p50', p99: ', p99' }[member]
  return {
    what: `${contest}: ${entrant} / ${peer}${of}`,
    want,
    at: member === 'value' ? 'least' : 'most',
    unit: 'x',
    measured: (results) => results.ratio(contest, entrant, peer, member),
  }
}

function figure(name: string, unit: string, want: number, at: Target['at'] = 'most'): Target {
  return { what: name, want, at, unit, measured: (results) => results.figure(name) }
}

export const TARGETS: readonly Target[] = [
  ratio('relay alone', 'sluice', 'haproxy', 1.3),
  ratio('relay alone', 'sluice', 'pgbouncer', 4),
  ratio('relay alone', 'sluice masking', 'haproxy', 0.9),
  ratio('relay alone', 'sluice masking', 'pgbouncer', 2.5),
  ratio('relay alone', 'sluice detecting', 'haproxy', 0.5),
  ratio('bulk SELECT', 'sluice masking', 'haproxy', 0.95),
  ratio('bulk SELECT', 'sluice detecting', 'haproxy', 0.5),
  ratio('bulk SELECT', 'sluice masking', 'naive', 10),
  ratio('COPY OUT', 'sluice masking', 'haproxy', 0.95),
  ratio('COPY IN', 'sluice', 'haproxy', 1),
  ratio('COPY IN', 'sluice', 'haproxy', 1.05, 'cpu'),
  ...['simple', 'prepared'].flatMap((mode) =>
    [1, 8].flatMap((clients) => [
      ratio(`pgbench ${mode} ${clients}`, 'sluice', 'pgbouncer', 0.9),
      ratio(`pgbench ${mode} ${clients}`, 'sluice', 'pgbouncer', 1.4, 'cpu'),
    ]),
  ),
  ...['simple', 'prepared'].map((mode) => ratio(`pgbench ${mode} 32`, 'sluice', 'pgbouncer', 0.95)),
  ratio('pgbench simple 8', 'sluice', 'pg-gateway', 1.4),
  ratio('pgbench simple 8', 'sluice', 'naive', 1.8),
  ratio('pgbench simple 8', 'sluice', 'pg-gateway', 0.6, 'cpu'),
  ratio('pgbench simple 8', 'sluice', 'naive', 0.6, 'cpu'),
  ratio('pgbench simple 1', 'sluice', 'pgbouncer', 1.25, 'p50'),
  ratio('pgbench simple 1', 'sluice', 'pgbouncer', 1, 'p99'),
  ratio('migration', 'sluice', 'haproxy', 0.97),
  ratio('ssh exec', 'sluice', 'direct', 1.5),
  ratio('ssh download', 'sluice', 'direct', 0.4),
  ratio('ssh upload', 'sluice', 'direct', 0.4),
  ratio('connection churn', 'sluice', 'haproxy', 1),
  figure('scanner, all 20 detectors', 'MB/s', 150, 'least'),
  figure('masks of 2 columns', 'ns a row', 120),
  figure('recorder, flushed every 64 events', 'µs an event', 2),
  figure('daemon start to ready', 'ms', 80),
  figure('daemon resident, idle', 'MB', 60),
  figure('daemon resident, 32 connections', 'MB', 70),
  figure('daemon resident, 500 connections', 'MB', 95),
  figure('daemon resident, 1 GiB down, slow reader', 'MB', 150),
  figure('daemon resident, 1 GiB up, slow server', 'MB', 150),
]
