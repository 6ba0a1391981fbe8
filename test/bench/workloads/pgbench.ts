// Small transactions.
import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { cpuSeconds, type Sample } from '../measure.ts'
import type { Endpoint } from '../peers/index.ts'
import { program } from '../peers/process.ts'
import type { Entrant, Stage } from '../stage.ts'
import { type Contest, QUICK } from './workload.ts'

const run = promisify(execFile)

export function environment({ host, port, user, password, database }: Endpoint): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    PGHOST: host,
    PGPORT: String(port),
    PGUSER: user,
    PGPASSWORD: password,
    PGDATABASE: database,
    PGSSLMODE: 'disable',
    PGGSSENCMODE: 'disable',
  }
}

async function transactions(
  { endpoint, pid }: Entrant,
  { dir }: Stage,
  args: readonly string[],
): Promise<Sample> {
  const logs = join(dir, 'pgbench')
  rmSync(logs, { recursive: true, force: true })
  mkdirSync(logs)
  const before = cpuSeconds(pid)
  const { stdout } = await run(
    program('pgbench')!,
    ['-n', '-S', '-j', '1', '-l', '--sampling-rate', '0.2', ...args],
    { env: environment(endpoint), cwd: logs, timeout: 30_000 },
  )
  const cpu = cpuSeconds(pid) - before
  const count = Number(/actually processed: (\d+)/.exec(stdout)?.[1])
  if (!(count > 0)) throw new Error('no transaction was finished in time')
  const latencies = readdirSync(logs)
    .flatMap((file) => readFileSync(join(logs, file), 'utf8').trim().split('\n'))
    .map((line) => Number(line.split(' ')[2]))
    .sort((a, b) => a - b)
  return {
    value: Number(/tps = ([\d.]+)/.exec(stdout)?.[1]),
    ...(pid === undefined ? {} : { cpu: (cpu * 1e6) / count }),
    ...(latencies.length > 0
      ? { p50: latencies[latencies.length >> 1]!, p99: latencies[Math.floor(latencies.length * 0.99)]! }
      : {}),
  }
}

const initialise = async ({ admin, direct }: Stage) => {
  const { rows } = await admin.query(`SELECT to_regclass('pgbench_accounts') AS made`)
  if (rows[0].made === null)
    await run(program('pgbench')!, ['-i', '-q', '-s', '1'], { env: environment(direct) })
}

function contest(name: string, args: readonly string[], entrants: readonly string[]): Contest {
  return {
    name,
    unit: 'tps',
    per: 'transaction',
    entrants,
    against: 'real',
    needs: 'pgbench',
    prepare: initialise,
    run: (entrant, stage) => transactions(entrant, stage, args),
  }
}

export const PGBENCH: readonly Contest[] = [
  ...['simple', 'prepared', 'extended'].flatMap((mode) =>
    [1, 8, 32].map((clients) =>
      contest(
        `pgbench ${mode} ${clients}`,
        // Logging in counts as part of the time.
        ['-M', mode, '-c', String(clients), '-T', clients > 8 ? '3' : '1'],
        mode === 'simple' && clients === 8 ? [...QUICK, 'pg-gateway', 'naive'] : QUICK,
      ),
    ),
  ),
  contest('connection churn', ['-C', '-c', '1', '-T', '1'], QUICK),
]
