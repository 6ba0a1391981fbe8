// The main job, end to end: a workflow step `uses: ./`, an unchanged migration tool, a real server and database.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Artifacts, startArtifacts } from '../fixtures/artifacts.ts'
import { servers } from '../fixtures/database.ts'
import { type Deployment, deploy } from '../fixtures/deployment.ts'
import { type Issuer, startIssuer } from '../fixtures/issuer.ts'
import { type CommandLines, environments, filesBelow, leaks, watchCommandLines } from '../fixtures/leaks.ts'
import { type Job, type Step, startJob } from '../fixtures/runner.ts'

const ROOT = join(import.meta.dirname, '..', '..')

describe.each([
  ['the newest PostgreSQL', 0],
  ['Debian’s PostgreSQL', 1],
])('a job on %s', (_, index) => {
  let issuer: Issuer
  let artifacts: Artifacts
  let deployment: Deployment
  let job: Job
  let commandLines: CommandLines
  let exported: Readonly<Record<string, string>>
  let rolesWhileOpen: string[]
  let daemons: string[]
  const steps: Record<string, Step> = {}
  const tokens: string[] = []
  let artifact = ''
  let record: Record<string, Buffer> = {}

  beforeAll(async () => {
    const server = servers()[index]
    if (!server) throw new Error('a server is missing')
    issuer = await startIssuer()
    artifacts = await startArtifacts()
    deployment = await deploy({ postgres: server, issuer })
    commandLines = watchCommandLines()
    job = await startJob({
      issuer: {
        ...issuer,
        github: async (...args) => {
          const token = await issuer.github(...args)
          tokens.push(token)
          return token
        },
      },
      artifacts,
      workspace: deployment.workspace,
    })
    steps.open = await job.uses(ROOT, { server: deployment.url, target: 'orders-prod' })
    exported = { ...job.env }
    rolesWhileOpen = await deployment.roles()
    daemons = environments('dist/daemon/index.js')
    steps.migrate = await job.run('npx node-pg-migrate up')
    cpSync(join(ROOT, 'examples/demo/next'), join(deployment.workspace, 'migrations'), { recursive: true })
    steps.drop = await job.run('npx node-pg-migrate up')
    steps.report = await job.run('node report.mjs')
    const { posts, orphans } = await job.end()
    expect(orphans).toEqual([])
    if (posts[0]) steps.close = posts[0]
    artifact = artifacts.names()[0] ?? ''
    record = await artifacts.files(artifact)
    commandLines.stop()
  })
  afterAll(async () => {
    commandLines?.stop()
    await deployment?.close()
    await artifacts?.close()
    await issuer?.close()
  })

  it('opens a session and tells the next steps where it is', () => {
    expect(steps.open?.log).not.toContain('Error')
    expect(steps.open).toMatchObject({ ok: true, heldOutput: false })
    expect(exported).toMatchObject({ PGHOST: '127.0.0.1', PGDATABASE: deployment.database })
    for (const name of ['PGPASSWORD', 'PGPORT', 'PGUSER']) expect(exported[name], name).toBeTruthy()
    expect(exported).not.toHaveProperty('DATABASE_URL')
    expect(steps.open?.outputs).toMatchObject({ host: '127.0.0.1', port: exported.PGPORT })
    expect(rolesWhileOpen).toHaveLength(1)
  })

  it('gives the proxy process none of the job’s tokens', () => {
    expect(daemons.length).toBeGreaterThan(0)
    expect(daemons.filter((environment) => /ACTIONS_|GITHUB_TOKEN|INPUT_|STATE_/.test(environment))).toEqual(
      [],
    )
  })

  it('runs the allowed migration, owned by the application and not by the job', async () => {
    expect(steps.migrate?.log).toContain('Migrations complete')
    expect(steps.migrate?.ok).toBe(true)
    const { rows } = await deployment.admin.query(
      `SELECT tableowner FROM pg_tables WHERE tablename = 'deliveries'`,
    )
    expect(rows).toEqual([{ tableowner: deployment.owner }])
  })

  it('refuses the migration that drops a table, at its line', async () => {
    expect(steps.drop?.ok).toBe(false)
    expect(steps.drop?.log).toContain('42501')
    const { rows } = await deployment.admin.query('SELECT count(*)::int AS n FROM customers')
    expect(rows).toEqual([{ n: 2 }])
    expect(steps.close?.annotations).toContainEqual(
      expect.objectContaining({ level: 'error', file: 'migrations/2_forget-customers.sql', line: 2 }),
    )
  })

  it('refuses a DROP TABLE with a readable error while the same connection goes on', () => {
    expect(steps.report?.ok).toBe(true)
    expect(steps.report?.log).toMatch(/DROP TABLE customers → 42501 .*drop-table/is)
    expect(steps.report?.log).toContain('the same connection goes on')
  })

  it('masks e-mail addresses and cards', () => {
    expect(steps.report?.log).toMatch(/1 Ada \S*\*\S*/)
    expect(steps.report?.log).not.toMatch(/ada\.lovelace@example\.com|4111111111111111/)
  })

  it('ends the credential', async () => {
    expect(await deployment.roles()).toEqual([])
  })

  it('writes a receipt into the summary', () => {
    const { summary = '', ok } = steps.close ?? {}
    expect(ok).toBe(true)
    expect(summary).toContain('Teardown receipt')
    const { sha256 } = JSON.parse(record['seal.json']?.toString() ?? '{}').seal ?? {}
    expect(sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(summary).toContain(sha256)
    expect(summary).toContain(artifact)
  })

  it('keeps the same sealed record as artifact and on the server', () => {
    const sessions = join(deployment.dir, 'data', 'sessions')
    const [session = '', ...others] = readdirSync(sessions)
    expect(others).toEqual([])
    for (const file of ['session.jsonl', 'receipts.jsonl'])
      expect(readFileSync(join(sessions, session, file)).equals(record[file] ?? Buffer.alloc(0)), file).toBe(
        true,
      )
    expect(artifact).toMatch(new RegExp(`^sluice-session-orders-prod-${session}`))
  })

  it('says that the record is intact, and where it is not', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'sluice-record-'))
    for (const [name, bytes] of Object.entries(record)) writeFileSync(join(dir, name), bytes)
    writeFileSync(join(dir, '..', `${artifact}.zip`), await artifacts.zip(artifact))
    const verify = (path: string) => verifyWith(deployment.cli, path)
    const zip = verify(join(dir, '..', `${artifact}.zip`))
    expect(zip.output).toContain('intact')
    expect(zip.status).toBe(0)
    expect(verify(dir).status).toBe(0)

    const file = join(dir, 'session.jsonl')
    const lines = readFileSync(file, 'utf8').split('\n')
    const at = lines.findIndex((line) => line.includes('DROP TABLE'))
    lines[at] = (lines[at] ?? '').replace('DROP TABLE', 'DROP TABLF')
    writeFileSync(file, lines.join('\n'))
    const changed = verify(dir)
    expect(changed.status).toBe(5)
    expect(changed.output).toMatch(/session\.jsonl/)
    rmSync(dir, { recursive: true })
    rmSync(join(dir, '..', `${artifact}.zip`))
  })

  it('leaves no secret and no masked value anywhere', () => {
    const secrets = {
      'superuser’s password': 'super-secret-postgres',
      'broker’s password': deployment.broker.password,
      'session password': exported.PGPASSWORD ?? 'missing',
      'e-mail address': 'ada.lovelace@example.com',
      'card number': '4111111111111111',
      ...Object.fromEntries(tokens.map((token, at) => [`id token ${at}`, token])),
    }
    const places: Record<string, string | Buffer> = {
      'job log': job.log(),
      'job summary': Object.values(steps)
        .map(({ summary }) => summary)
        .join('\n'),
      'server log': deployment.log(),
      'command lines': commandLines.seen(),
      ...record,
      ...Object.fromEntries(filesBelow(join(deployment.dir, 'data'))),
    }
    expect(tokens).toHaveLength(1)
    expect(commandLines.seen()).toContain('dist/daemon/index.js')
    expect(leaks(places, secrets)).toEqual([])
  })
})

function verifyWith(cli: string, path: string): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'verify', path], { encoding: 'utf8' })
  return { status, output: stdout + stderr }
}
