// A job from source: a session of the command line on a real server and database, and psql in it.
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '../../fixtures/database.ts'
import type { Change, Harness } from '../harness.ts'

const CLI = join(import.meta.dirname, '..', '..', '..', 'src', 'cli', 'index.ts')

export interface Running {
  readonly child: ChildProcess
  /** Everything that it has written so far. */
  readonly text: () => string
  /** With its exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>
}

/** Points the targets of the harness at a real database; statements are judged by `migrations`. */
export function serve({
  server,
  name,
}: {
  readonly server: Pick<Database['server'], 'url' | 'port'>
  readonly name: string
}): { change: Change; env: Record<string, string> } {
  const { username, password } = new URL(server.url)
  return {
    env: { ORDERS_PASSWORD: password },
    change(file) {
      for (const target of ['orders-prod', 'gated-prod'] as const)
        Object.assign(file.targets[target], {
          address: `127.0.0.1:${server.port}`,
          database: name,
          credential: { provider: 'static', user: username, password: 'env:ORDERS_PASSWORD' },
        })
      for (const rule of file.access) Object.assign(rule, { guard: 'migrations' })
    },
  }
}

let run = 90_000

/** `sluice run … -- command` with a token of its own run. */
export async function sluiceRun(
  harness: Harness,
  target: string,
  command: readonly string[],
  { claims = {}, cwd }: { claims?: Record<string, string>; cwd?: string } = {},
): Promise<Running & { readonly record: string }> {
  const dir = mkdtempSync(join(tmpdir(), 'sluice-job-'))
  const token = join(dir, 'token')
  writeFileSync(token, await harness.issuer.github(harness.url, { run_id: String(run++), ...claims }))
  const options = ['--server', harness.url, '--target', target, '--id-token-file', token]
  const args = [CLI, 'run', ...options, '--record-dir', join(dir, 'record'), '--', ...command]
  const env = { PATH: process.env.PATH, HOME: dir, TMPDIR: process.env.TMPDIR }
  return { ...start(process.execPath, args, env, cwd), record: join(dir, 'record') }
}

export interface OpenJob {
  /** Where its record is, once it is closed. */
  readonly record: string
  /** What the job exports for its tools. */
  readonly env: Readonly<Record<string, string>>
  /** With `-c` and this statement, or these arguments. */
  psql(statement: string | readonly string[]): Running
  close(): Promise<void>
}

/** A session that stays open. */
export async function openJob(
  harness: Harness,
  target: string,
  { cwd, claims }: { cwd?: string; claims?: Record<string, string> } = {},
): Promise<OpenJob> {
  const file = join(mkdtempSync(join(tmpdir(), 'sluice-env-')), 'env')
  const job = await sluiceRun(
    harness,
    target,
    ['sh', '-c', `env > ${file}.new; mv ${file}.new ${file}; cat`],
    {
      ...(claims ? { claims } : {}),
      ...(cwd ? { cwd } : {}),
    },
  )
  while (!existsSync(file)) {
    if (job.child.exitCode !== null) throw new Error(`the session did not open: ${job.text()}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const lines = readFileSync(file, 'utf8').split('\n')
  const env = Object.fromEntries(
    lines.filter((line) => line.startsWith('PG')).map((line) => line.split(/=(.*)/s).slice(0, 2)),
  )
  return {
    env,
    record: job.record,
    psql: (statement) =>
      start(
        'psql',
        ['-X', '-v', 'VERBOSITY=verbose', ...(typeof statement === 'string' ? ['-c', statement] : statement)],
        { ...env, PATH: process.env.PATH },
        cwd,
      ),
    async close() {
      job.child.stdin?.end()
      await job.ended
    },
  }
}

function start(file: string, args: readonly string[], env: NodeJS.ProcessEnv, cwd?: string): Running {
  const child = spawn(file, args, { env, cwd, stdio: ['pipe', 'pipe', 'pipe'] })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      text += chunk
    })
  return {
    child,
    text: () => text,
    ended: new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (code) => resolve(code))
    }),
  }
}
