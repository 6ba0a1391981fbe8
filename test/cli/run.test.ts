import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Closed } from '../../src/session/files.ts'
import { createDatabase, type Database, servers } from '../fixtures/database.ts'
import { type RunOptions, sluice as start } from './sluice.ts'

const cwd = mkdtempSync(join(tmpdir(), 'sluice-cli-'))
let database: Database

beforeAll(async () => {
  database = await createDatabase(
    servers()[0]!,
    `CREATE TABLE users (id int PRIMARY KEY, email text); INSERT INTO users VALUES (1, 'someone@example.com')`,
  )
  writeFileSync(join(cwd, 'ca.pem'), database.server.ca)
  writeFileSync(
    join(cwd, 'sluice.yml'),
    `version: 1
issuers:
  github: { issuer: https://token.actions.githubusercontent.com, audience: https://sluice.example.com }
targets:
  orders-prod:
    protocol: postgres
    address: 127.0.0.1:${database.server.port}
    database: ${database.name}
    tls: { mode: verify-full, ca: "file:${join(cwd, 'ca.pem')}" }
    credential: { provider: static, url: env:ORDERS_URL }
masks:
  people: { columns: { "*.*.email": redact } }
access:
  - name: orders from main
    issuer: github
    claims: { repository_id: "1", repository_owner_id: "2", environment: production }
    targets: [orders-prod]
    guard: strict
    mask: people
`,
  )
})
afterAll(async () => {
  await database.drop()
  rmSync(cwd, { recursive: true, force: true })
})

const sluice = (args: readonly string[], options: Partial<RunOptions> = {}) =>
  start(args, { cwd, ...options, env: { ORDERS_URL: database.url, ...options.env } })

const run = (...command: string[]) =>
  sluice(['run', '--config', 'sluice.yml', '--target', 'orders-prod', '--', ...command])

describe('sluice run', () => {
  it('runs a command under a session of its own and leaves the record', async () => {
    const ended = await run('psql', '-XAt', '-c', 'SELECT id, email FROM users')
    expect(ended).toMatchObject({ code: 0, out: '1|****\n' })
    expect(ended.err).toMatch(/session \w+ ended \(clean\): 1 statements, 0 refused, 1 values masked/)
    const record = /record in (\S+), sealed locally/.exec(ended.err)?.[1] ?? ''
    expect(record.startsWith(join(cwd, '.sluice', 'sessions'))).toBe(true)
    expect(readdirSync(record).sort()).toEqual(
      expect.arrayContaining(['chunks.jsonl', 'seal.json', 'session.html', 'session.jsonl']),
    )
    expect(readFileSync(join(record, 'session.jsonl'), 'utf8')).not.toContain('someone@example.com')
  })

  it('passes the exit code on and tells what was refused', async () => {
    const ended = await run('psql', '-XAt', '-v', 'ON_ERROR_STOP=1', '-c', 'DROP TABLE users')
    expect(ended.code).toBe(1)
    expect(ended.err).toMatch(/ERROR: .*\n?[\s\S]*refused by drop-table/)
    expect((await run('sh', '-c', 'exit 42')).code).toBe(42)
    expect((await run('sh', '-c', 'kill -9 $$')).code).toBe(137)
  })

  it('gives the command the session and not the credential', async () => {
    const { out } = await run('env')
    expect(out).toMatch(/^PGHOST=127\.0\.0\.1$/m)
    expect(out).toMatch(/^PGSSLMODE=disable$/m)
    expect(out).not.toMatch(/ORDERS_URL|DATABASE_URL/)
    expect(out).not.toContain(new URL(database.url).password)
  })

  it('passes a signal on and closes the session behind the command', async () => {
    const ended = await sluice(
      [
        'run',
        '--config=sluice.yml',
        '--target=orders-prod',
        '--record-dir=kept',
        '--',
        'sh',
        '-c',
        'trap "exit 9" TERM; echo running; while :; do sleep 0.05; done',
      ],
      { during: (pid) => process.kill(pid, 'SIGTERM') },
    )
    expect(ended.code).toBe(9)
    expect(ended.err).toContain('ended (clean)')
    expect(existsSync(join(cwd, 'kept', 'seal.json'))).toBe(true)
  })

  it.each([
    ['run', 'SIGINT', 130],
    ['run', 'SIGTERM', 143],
    ['start', 'SIGINT', 130],
  ] as const)(
    '%s that gets %s while it opens the session closes it and runs nothing',
    async (name, signal, code) => {
      const { command } =
        name === 'run'
          ? await import('../../src/cli/commands/run.ts')
          : await import('../../src/cli/commands/start.ts')
      const dir = mkdtempSync(join(tmpdir(), 'sluice-early-'))
      const marker = join(dir, 'ran')
      const out: string[] = []
      const ended = await command.run(
        [
          ...['--config', 'sluice.yml', '--target', 'orders-prod', '--record-dir', join(dir, 'record')],
          ...(name === 'run' ? ['--', 'touch', marker] : ['--session', join(dir, 'session')]),
        ],
        {
          stdin: process.stdin,
          out: (text) => out.push(text),
          err: () => {},
          env: { PATH: process.env.PATH, ORDERS_URL: database.url },
          cwd,
          signal: AbortSignal.abort(signal),
        },
      )
      expect(ended).toBe(code)
      expect(out).toEqual([])
      expect(existsSync(marker)).toBe(false)
      const seal = JSON.parse(readFileSync(join(dir, 'record', 'seal.json'), 'utf8'))
      expect(seal.seal.reason).toBe('clean')
      rmSync(dir, { recursive: true })
    },
  )

  it('a reader that goes away early is no failure', async () => {
    const script = `"$0" "$1" policy schema | true; echo "rc \${PIPESTATUS[0]}"`
    for (let time = 0; time < 3; time++) {
      const child = spawn('bash', [
        '-c',
        script,
        process.execPath,
        join(import.meta.dirname, '../../src/cli/index.ts'),
      ])
      let text = ''
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (text += data))
      await new Promise((resolve) => child.once('close', resolve))
      expect(text).toBe('rc 0\n')
    }
  })

  it('says what is wrong with its arguments and starts nothing', async () => {
    const wrong = async (...args: string[]) => {
      const { code, err } = await sluice(['run', ...args])
      expect(code).toBe(2)
      return err
    }
    expect(await wrong('--config', 'sluice.yml', '--target', 'orders-prod')).toContain('no command to run')
    expect(await wrong('--target', 'orders-prod', '--', 'true')).toContain('neither --server and --config')
    expect(await wrong('--config', 'sluice.yml', '--', 'true')).toContain('no target is named')
    expect(await wrong('--config', 'sluice.yml', '--target', 'x', '--', 'true')).toContain('has no target x')
    expect(await wrong('--server', 'http://example.com', '--target', 'x', '--', 'true')).toContain(
      'not https',
    )
  })

  it('says when the command does not exist, or may not be executed', async () => {
    const none = await run('no-such-command')
    expect(none.code).toBe(127)
    expect(none.err).toContain("'no-such-command' cannot be started (ENOENT)")
    const plain = await run(join(cwd, 'sluice.yml'))
    expect(plain.code).toBe(126)
    expect(plain.err).toContain('cannot be started (EACCES)')
  })

  it('says which credential is missing', async () => {
    const args = ['run', '--config', 'sluice.yml', '--target', 'orders-prod', '--', 'true']
    const { code, err } = await start(args, { cwd })
    expect(code).toBe(2)
    expect(err).toContain('the environment variable ORDERS_URL is not set')
  })

  it('does not wait for a record directory that cannot be made', async () => {
    const args = ['--config', 'sluice.yml', '--target', 'orders-prod', '--record-dir', '/proc/none/record']
    const { code, err } = await sluice(['run', ...args, '--', 'true'])
    expect(code).toBe(2)
    expect(err).toContain('the directory /proc/none cannot be made')
  })
})

describe('sluice start and stop', () => {
  it('keep a session open between commands', async () => {
    const started = await sluice([
      'start',
      '--config',
      'sluice.yml',
      '--target',
      'orders-prod',
      '--database-url',
    ])
    expect(started.code).toBe(0)
    const exported = Object.fromEntries(
      [...started.out.matchAll(/^export (\w+)='([^']*)'$/gm)].map(([, name, value]) => [name, value]),
    ) as Record<string, string>
    expect(Object.keys(exported).sort()).toEqual(
      [
        'DATABASE_URL',
        'PGDATABASE',
        'PGHOST',
        'PGPASSWORD',
        'PGPORT',
        'PGSSLMODE',
        'PGUSER',
        'SLUICE_SESSION',
      ].sort(),
    )
    const psql = spawn('psql', ['-XAt', '-c', 'SELECT 1'], { env: { PATH: process.env.PATH, ...exported } })
    expect(await new Promise((resolve) => psql.once('close', resolve))).toBe(0)
    const stopped = await sluice(['stop'], { env: { SLUICE_SESSION: exported.SLUICE_SESSION } })
    expect(stopped.code).toBe(0)
    expect((JSON.parse(stopped.out) as Closed).totals).toMatchObject({ connections: 1, statements: 1 })
    expect((await sluice(['stop', '--session', exported.SLUICE_SESSION!])).code).toBe(0)
    rmSync(exported.SLUICE_SESSION!, { recursive: true, force: true })
  })

  it('print what GitHub’s runner reads, with the mask apart from the variables', async () => {
    const session = join(cwd, 'own-directory')
    const started = await sluice([
      ...['start', '--config', 'sluice.yml', '--target', 'orders-prod'],
      ...['--format', 'github', '--session', session],
    ])
    const password = /^PGPASSWORD=(\S+)$/m.exec(started.out)?.[1]
    expect(started.out).toMatch(/^PGHOST=127\.0\.0\.1\n/)
    expect(started.err).toContain(`::add-mask::${password}\n`)
    expect((await sluice(['stop', '--session', session])).code).toBe(0)
  })

  it('print JSON', async () => {
    const started = await sluice(['start', '--config=sluice.yml', '--target=orders-prod', '--format=json'])
    const { environment, targets } = JSON.parse(started.out) as {
      environment: Record<string, string>
      targets: { port: number }[]
    }
    expect(environment.PGPORT).toBe(String(targets[0]?.port))
    expect((await sluice(['stop', '--session', environment.SLUICE_SESSION!])).code).toBe(0)
    rmSync(environment.SLUICE_SESSION!, { recursive: true, force: true })
  })

  it('say which directory is none of a session', async () => {
    const { code, err } = await sluice(['stop', '--session', cwd])
    expect(code).toBe(2)
    expect(err).toContain('is not the directory of a session')
  })
})
