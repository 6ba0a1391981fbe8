// How sessions end when nobody ends them in order: cancelled jobs, killed proxies, killed servers.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Artifacts, startArtifacts } from '../fixtures/artifacts.ts'
import { servers } from '../fixtures/database.ts'
import { type Deployment, deploy } from '../fixtures/deployment.ts'
import { type Issuer, startIssuer } from '../fixtures/issuer.ts'
import { type Job, startJob } from '../fixtures/runner.ts'

const ROOT = join(import.meta.dirname, '..', '..')

let issuer: Issuer
let deployment: Deployment
let artifacts: Artifacts
let runs = 3000
beforeAll(async () => {
  const server = servers()[0]
  if (!server) throw new Error('a server is missing')
  issuer = await startIssuer()
  artifacts = await startArtifacts()
  deployment = await deploy({ postgres: server, issuer })
})
afterAll(async () => {
  await deployment?.close()
  await artifacts?.close()
  await issuer?.close()
})

async function openJob(): Promise<Job> {
  const run = String(runs++)
  return startJob({
    issuer,
    artifacts,
    workspace: deployment.workspace,
    claims: { run_id: run, check_run_id: run },
  })
}

const inputs = () => ({ server: deployment.url, target: 'orders-prod' })

async function eventually(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (await holds()) return
    await sleep(100)
  }
  throw new Error(`after 20 s still not: ${what}`)
}

/** True when the server runs the statement of a job that waits. */
async function waiting(marker: string): Promise<boolean> {
  const { rows } = await deployment.admin.query(
    `SELECT 1 FROM pg_stat_activity WHERE state = 'active' AND pid <> pg_backend_pid() AND query LIKE $1`,
    [`%${marker}%`],
  )
  return rows.length > 0
}

function waitScript(marker: string): string {
  mkdirSync(join(deployment.workspace, 'bin'), { recursive: true })
  const file = join(deployment.workspace, 'bin', `${marker}.mjs`)
  writeFileSync(
    file,
    `import pg from 'pg'\nconst c = new pg.Client()\nc.on('error', () => {})\nawait c.connect()\nawait c.query('SELECT id FROM orders /* ${marker} */; SELECT pg_sleep(60) /* ${marker} */')\n`,
  )
  return `node bin/${marker}.mjs`
}

function record(session: string): string {
  const file = join(deployment.dir, 'data', 'sessions', session, 'session.jsonl')
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

describe.concurrent('a session', () => {
  it('of a job that is cancelled in the middle of a statement is closed by post', async () => {
    const job = await openJob()
    const open = await job.uses(ROOT, inputs())
    const step = job.run(waitScript('cancelled_step'))
    await eventually('the statement runs', () => waiting('cancelled_step'))
    job.cancel()
    expect(await step).toMatchObject({ ok: false, cancelled: true })
    const { posts, orphans } = await job.end()
    expect(posts[0]).toMatchObject({ ok: true })
    expect(orphans).toEqual([])
    expect(await waiting('cancelled_step')).toBe(false)
    expect(record(open.outputs['session-id'] ?? '')).toContain('"type":"session.end"')
  }, 60_000)

  it('of a cancelled `run` ends the script, the statement and the credential', async () => {
    const job = await openJob()
    const step = job.uses(ROOT, { ...inputs(), run: waitScript('cancelled_run') })
    await eventually('the statement runs', () => waiting('cancelled_run'))
    job.cancel()
    expect(await step).toMatchObject({ cancelled: true, killed: false })
    const { orphans } = await job.end()
    expect(orphans).toEqual([])
    expect(await waiting('cancelled_run')).toBe(false)
  })

  it('whose proxy was killed is revoked by post and sealed as abandoned', async () => {
    const job = await openJob()
    const open = await job.uses(ROOT, inputs())
    await job.run('node report.mjs')
    await eventually('the server has the statement', async () =>
      record(open.outputs['session-id'] ?? '').includes('DROP TABLE customers'),
    )
    await job.run(`for p in /proc/[0-9]*; do
      if tr '\\0' ' ' < $p/cmdline 2>/dev/null | grep -q dist/daemon/index.js &&
        tr '\\0' '\\n' < $p/environ 2>/dev/null | grep -qx "RUNNER_TRACKING_ID=$RUNNER_TRACKING_ID"
      then kill -9 "\${p#/proc/}"; fi
    done`)
    const after = await job.run('node report.mjs')
    expect(after.ok).toBe(false)
    const { posts, orphans } = await job.end()
    expect(posts[0]?.ok).toBe(false)
    expect(posts[0]?.summary).toContain('abandoned')
    expect(orphans).toEqual([])
    expect(record(open.outputs['session-id'] ?? '')).toContain('DROP TABLE customers')
  })

  it('whose job vanished altogether is ended by its proxy, which notices', async () => {
    const job = await openJob()
    const open = await job.uses(ROOT, { ...inputs(), timeout: '3s' })
    expect(open.ok).toBe(true)
    await eventually('the session has ended', async () =>
      record(open.outputs['session-id'] ?? '').includes('"type":"session.end"'),
    )
    const { orphans } = await job.end()
    expect(orphans).toEqual([])
  })
})

describe('after all of these', () => {
  it('no role of any job is left', async () => {
    await eventually('all roles are gone', async () => (await deployment.roles()).length === 0)
  })
})

describe('a server that is killed', () => {
  it('starts clean, and its sessions close as if nothing had been', async () => {
    const job = await openJob()
    const open = await job.uses(ROOT, inputs())
    await job.run('node report.mjs')
    await deployment.stop('SIGKILL')
    const during = await job.run('node report.mjs')
    expect(during.ok).toBe(true)
    await deployment.start()
    const { posts } = await job.end()
    expect(posts[0]).toMatchObject({ ok: true })
    expect(posts[0]?.summary).toContain('countersigned by the server')
    expect(record(open.outputs['session-id'] ?? '').match(/DROP TABLE customers/g)?.length).toBeGreaterThan(1)
    expect(await deployment.roles()).toEqual([])
  })
})
