// A daemon as a real child process with the terms of a standalone session on a test database.
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Event } from '../../src/core/event.ts'
import type { Guard, TargetTerms, Terms } from '../../src/core/grant.ts'
import { Secret } from '../../src/core/secret.ts'
import { termsToJson } from '../../src/core/terms.ts'
import { resolveGuard } from '../../src/policy/guards.ts'
import type { DaemonConfig } from '../../src/session/config.ts'
import { type Ready, readPid } from '../../src/session/files.ts'
import { launch } from '../../src/session/launch.ts'
import { alive } from '../../src/session/limits.ts'
import type { Database } from '../fixtures/database.ts'

export interface Daemon {
  readonly dir: string
  readonly record: string
  readonly ready: Ready
}

export interface Overrides {
  readonly target?: Partial<TargetTerms>
  readonly terms?: Partial<Terms>
  readonly config?: Partial<DaemonConfig>
  readonly env?: NodeJS.ProcessEnv
}

const started: string[] = []

export async function startDaemon(database: Database, overrides: Overrides = {}): Promise<Daemon> {
  const dir = mkdtempSync(join(tmpdir(), 'sluice-daemon-'))
  const record = join(dir, 'record')
  started.push(dir)
  const ready = await launch({
    env: overrides.env ?? process.env,
    config: {
      dir,
      record,
      listen: [{ target: 'orders', port: 0 }],
      terms: termsToJson(termsFor(database, overrides)),
      idleExitMs: 0,
      drainMs: 2000,
      ...overrides.config,
    },
  })
  return { dir, record, ready }
}

export function termsFor(database: Database, { target, terms }: Overrides = {}): Terms {
  const { hostname, port, username, password } = new URL(database.url)
  return {
    session: `s-${randomBytes(6).toString('hex')}`,
    expiresAt: new Date(Date.now() + 60_000).toISOString(),
    claims: { repository: 'acme/orders' },
    access: 'orders from main',
    policySha256: '0'.repeat(64),
    targets: [
      {
        name: 'orders',
        protocol: 'postgres',
        host: hostname,
        port: Number(port),
        database: database.name,
        tls: { mode: 'verify-full', ca: database.server.ca },
        credential: { user: username, password: new Secret(password) },
        guard: guardWithSleep(),
        masks: { columns: [{ pattern: '*.*.email', mask: 'redact' }], detect: [] },
        limits: { connections: 5 },
        ...target,
      },
    ],
    ...terms,
  }
}

/** Strict, but tests need statements that take their time. */
function guardWithSleep(): Guard {
  const { rules, ...guard } = resolveGuard('strict', {})
  return { ...guard, rules: Object.fromEntries(Object.entries(rules).filter(([rule]) => rule !== 'sleep')) }
}

/** Ends what a failed test has left. */
export function endDaemons(): void {
  for (const dir of started.splice(0)) {
    const pid = readPid(dir)
    if (pid !== undefined && alive(pid)) process.kill(pid, 'SIGKILL')
    rmSync(dir, { recursive: true, force: true })
  }
}

/** Real psql with the environment that a job gets. */
export function psql(ready: Ready, sql: string, env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync('psql', ['-X', '-At', '-c', sql], {
    encoding: 'utf8',
    timeout: 10_000,
    env: { PATH: process.env.PATH, ...ready.targets[0]?.environment, ...env },
  })
  return { status, stdout: stdout.trim(), stderr }
}

/** The record's events as they stand in the file now. */
export function events({ record }: Daemon): Event[] {
  const lines = readFileSync(join(record, 'session.jsonl'), 'utf8').split('\n')
  return lines.filter(Boolean).map((line) => JSON.parse(line) as Event)
}

/** A connected node-postgres client with what a job gets. */
export async function connect(daemon: Daemon): Promise<pg.Client> {
  const { host, port, user, password, database } = daemon.ready.targets[0]!
  const client = new pg.Client({ host, port, user, password, ...(database ? { database } : {}) })
  client.on('error', () => {})
  await client.connect()
  return client
}
