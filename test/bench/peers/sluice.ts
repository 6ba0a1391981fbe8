// The daemon as the action starts it: own process, policy on, record on, one target a set of masks.
import { randomUUID } from 'node:crypto'
import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { DETECTOR_IDS } from '../../../src/core/detectors.ts'
import type { Masks, TargetTerms } from '../../../src/core/grant.ts'
import { Secret } from '../../../src/core/secret.ts'
import { termsToJson } from '../../../src/core/terms.ts'
import { resolveGuard } from '../../../src/policy/guards.ts'
import { launch } from '../../../src/session/launch.ts'
import type { Endpoint, Peer } from './peer.ts'

/** Another build's bundles may be measured: `BENCH_DIST=DIR`. */
const DIST = process.env.BENCH_DIST ?? join(import.meta.dirname, '..', '..', '..', 'dist')

/** The bundles are what users run; `BENCH_SOURCE=1` measures the source as it is. */
export const bundled = process.env.BENCH_SOURCE === undefined && existsSync(join(DIST, 'daemon', 'index.js'))

/** A copy of the bundles, so that a build during the run changes nothing. */
function daemonScript(dir: string): string {
  const copy = join(dir, 'dist')
  if (!existsSync(copy)) cpSync(DIST, copy, { recursive: true })
  return join(copy, 'daemon', 'index.js')
}

/** Entrants: nothing masked, 2 of 10 columns masked, detectors on every text column. */
export const VARIANTS: Readonly<Record<string, Masks>> = {
  sluice: { columns: [{ pattern: 'private.*.*', mask: 'redact' }], detect: [] },
  'sluice masking': {
    columns: [
      { pattern: 'public.big.email', mask: 'redact' },
      { pattern: 'public.big.iban', mask: 'partial' },
    ],
    detect: [],
  },
  'sluice detecting': { columns: [], detect: [...DETECTOR_IDS] },
}

export function startDaemon(upstream: Endpoint, dir: string) {
  return launchTargets(
    Object.entries(VARIANTS).map(([name, masks]) => target(name, masks, upstream)),
    dir,
  )
}

export async function launchTargets(targets: TargetTerms[], dir: string) {
  const home = join(dir, `sluice-${randomUUID()}`)
  return launch({
    env: process.env,
    ...(bundled ? { script: daemonScript(dir) } : {}),
    config: {
      dir: home,
      record: join(home, 'record'),
      listen: targets.map(({ name }) => ({ target: name, port: 0 })),
      idleExitMs: 0,
      drainMs: 1000,
      parent: process.pid,
      terms: termsToJson({
        session: randomUUID(),
        expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
        claims: { sub: 'bench' },
        access: 'bench',
        policySha256: '0'.repeat(64),
        targets,
      }),
    },
  })
}

function target(name: string, masks: Masks, { host, port, user, password, database }: Endpoint): TargetTerms {
  return {
    name,
    protocol: 'postgres',
    host,
    port,
    database,
    tls: { mode: 'disable' },
    credential: { user, password: new Secret(password) },
    guard: resolveGuard('migrations', {}),
    masks,
    limits: { connections: 1000 },
  }
}

export const sluice: Peer = {
  name: 'sluice',
  absent: () => undefined,
  async start(upstream, dir) {
    const ready = await startDaemon(upstream, dir)
    return {
      pid: ready.pid,
      endpoints: Object.fromEntries(
        ready.targets.map(({ name, host, port, user, password = '' }) => [
          name,
          { host, port, user, password, database: upstream.database },
        ]),
      ),
      stop: () => stopDaemon(ready.pid),
    }
  },
}

/** Ends the daemon; it is not our child, so its end is awaited by asking. */
export async function stopDaemon(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL')
  for (let wait = 0; wait < 200 && alive(pid); wait++) await new Promise((resolve) => setTimeout(resolve, 10))
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
