// The ways a job may ask for its session: run, several targets, a fixed port, a unix socket, no server at all.
import { readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseDocument } from 'yaml'
import { type Artifacts, startArtifacts } from '../fixtures/artifacts.ts'
import { servers } from '../fixtures/database.ts'
import { type Deployment, deploy } from '../fixtures/deployment.ts'
import { type Issuer, startIssuer } from '../fixtures/issuer.ts'
import { freePort } from '../fixtures/postgres.ts'
import { type Job, startJob } from '../fixtures/runner.ts'

const ROOT = join(import.meta.dirname, '..', '..')

let issuer: Issuer
let deployment: Deployment
let artifacts: Artifacts
let runs = 4000
beforeAll(async () => {
  const server = servers()[0]
  if (!server) throw new Error('a server is missing')
  issuer = await startIssuer()
  artifacts = await startArtifacts()
  deployment = await deploy({
    postgres: server,
    issuer,
    edit: (policy) => {
      policy.setIn(['targets', 'orders-report'], policy.getIn(['targets', 'orders-prod']))
      policy.setIn(['access', 0, 'targets'], ['orders-prod', 'orders-report'])
    },
  })
})
afterAll(async () => {
  await deployment?.close()
  await artifacts?.close()
  await issuer?.close()
})

async function openJob(env: Record<string, string> = {}): Promise<Job> {
  const run = String(runs++)
  const claims = { run_id: run, check_run_id: run }
  return startJob({ issuer, artifacts, workspace: deployment.workspace, claims, env })
}

const inputs = (more: Record<string, string> = {}) => ({
  server: deployment.url,
  target: 'orders-prod',
  ...more,
})

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port })
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

describe('run', () => {
  it('gives the session to one command, masks its output and is over when it ends', async () => {
    const job = await openJob()
    const run = 'node report.mjs\necho "from outside: 4111 1111 1111 1111 and $PGPASSWORD"'
    const step = await job.uses(ROOT, inputs({ run }))
    expect(step.log).toContain('the same connection goes on')
    expect(step.ok).toBe(true)
    expect(step.exported).toEqual({})
    expect(job.raw()).toContain('from outside: ')
    expect(job.raw()).not.toMatch(/4111 1111 1111 1111|ada\.lovelace/)
    expect(await accepts(Number(step.outputs.port))).toBe(false)
    expect(await deployment.roles()).toEqual([])
    const { posts } = await job.end()
    expect(posts[0]).toMatchObject({ ok: true })
    expect(posts[0]?.summary).toContain('Teardown receipt')
  })

  it('fails the step as the command fails', async () => {
    const job = await openJob()
    const step = await job.uses(ROOT, inputs({ run: 'exit 7' }))
    await job.end()
    expect(step.ok).toBe(false)
    expect(step.annotations[0]?.message).toContain('7')
  })
})

describe('several targets', () => {
  it('have variables with their names in front, and each its own proxy', async () => {
    const job = await openJob()
    const step = await job.uses(ROOT, inputs({ target: 'orders-prod\norders-report' }))
    expect(step.ok).toBe(true)
    expect(step.outputs.port).toBeUndefined()
    const targets = JSON.parse(step.outputs.targets ?? '[]') as { name: string; port: number }[]
    expect(targets.map(({ name }) => name)).toEqual(['orders-prod', 'orders-report'])
    expect(job.env.ORDERS_PROD_PGPORT).toBe(String(targets[0]?.port))
    const report = await job.run(
      'env PGHOST=$ORDERS_REPORT_PGHOST PGPORT=$ORDERS_REPORT_PGPORT PGUSER=$ORDERS_REPORT_PGUSER \\\n' +
        '  PGPASSWORD=$ORDERS_REPORT_PGPASSWORD PGDATABASE=$ORDERS_REPORT_PGDATABASE node report.mjs',
    )
    expect(report.log).toContain('the same connection goes on')
    expect(await deployment.roles()).toHaveLength(2)
    await job.end()
    expect(await deployment.roles()).toEqual([])
  })
})

describe('a target', () => {
  it('is on the port that was asked for', async () => {
    const port = await freePort()
    const job = await openJob()
    const step = await job.uses(ROOT, inputs({ target: `orders-prod=${port}`, 'export-env': 'false' }))
    expect(step).toMatchObject({ ok: true, exported: {}, outputs: { port: String(port) } })
    await job.end()
  })

  it('answers psql on a unix socket that others cannot reach', async () => {
    const job = await openJob()
    const step = await job.uses(ROOT, inputs())
    const [target] = JSON.parse(step.outputs.targets ?? '[]') as { socket: string }[]
    const psql = await job.run(
      `psql -h ${dirname(target?.socket ?? '')} -Atc 'SELECT email FROM customers ORDER BY id'\n` +
        `stat -c '%a' ${dirname(target?.socket ?? '')}`,
    )
    await job.end()
    expect(psql.ok).toBe(true)
    expect(psql.log).toMatch(/^\S*\*\S*\n\S*\*\S*\n700$/)
  })

  it('refuses a client without the session’s password', async () => {
    const job = await openJob()
    await job.uses(ROOT, inputs())
    const psql = await job.run('PGPASSWORD=guess psql -Atc "SELECT 1"')
    await job.end()
    expect(psql.ok).toBe(false)
    expect(psql.log).toMatch(/password/i)
  })
})

describe('config', () => {
  it('opens a session without a server and keeps the record as artifact', async () => {
    const policy = parseDocument(readFileSync(join(deployment.dir, 'sluice.yml'), 'utf8'))
    policy.delete('server')
    policy.setIn(['issuers', 'github', 'audience'], 'nobody')
    for (const target of ['orders-prod', 'orders-report'])
      policy.setIn(['targets', target, 'credential'], { provider: 'static', url: 'env:ORDERS_URL' })
    writeFileSync(join(deployment.dir, 'alone.yml'), policy.toString())
    const { database } = deployment
    await deployment.admin.query(
      `CREATE ROLE alone_${database} LOGIN PASSWORD 'alone-secret' IN ROLE "${deployment.owner}"`,
    )
    const port = new URL(deployment.broker.url).port
    const url = `postgres://alone_${database}:alone-secret@localhost:${port}/${database}`
    const job = await openJob({ ORDERS_URL: url })
    const step = await job.uses(ROOT, {
      config: join(deployment.dir, 'alone.yml'),
      access: 'orders migrations from main',
      target: 'orders-prod',
    })
    expect(step.annotations).toEqual([])
    const report = await job.run('node report.mjs')
    const { posts } = await job.end()
    await deployment.admin.query(`DROP ROLE alone_${database}`)
    expect(report.log).toContain('42501')
    expect(report.log).not.toContain('ada.lovelace@example.com')
    expect(posts[0]).toMatchObject({ ok: true })
    const name = `sluice-session-orders-prod-${step.outputs['session-id']}`
    expect(Object.keys(await artifacts.files(name))).toContain('seal.json')
  })
})
