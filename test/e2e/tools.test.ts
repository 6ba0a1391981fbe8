// Migration tools as they are, through a session of the built action.
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { servers } from '../fixtures/database.ts'
import { type Deployment, deploy } from '../fixtures/deployment.ts'
import { type Issuer, startIssuer } from '../fixtures/issuer.ts'
import { type Job, startJob } from '../fixtures/runner.ts'

const ROOT = join(import.meta.dirname, '..', '..')

describe.each([
  ['the newest PostgreSQL', 0],
  ['Debian’s PostgreSQL', 1],
])('on %s', (_, index) => {
  let issuer: Issuer
  let deployment: Deployment
  let job: Job
  beforeAll(async () => {
    const server = servers()[index]
    if (!server) throw new Error('a server is missing')
    issuer = await startIssuer()
    deployment = await deploy({ postgres: server, issuer })
    await deployment.admin.query(`GRANT CREATE ON DATABASE ${deployment.database} TO "${deployment.owner}"`)
    cpSync(join(import.meta.dirname, 'workspace'), deployment.workspace, { recursive: true })
    job = await startJob({ issuer, workspace: deployment.workspace })
    const open = await job.uses(ROOT, {
      server: deployment.url,
      target: 'orders-prod',
      'database-url': 'true',
    })
    expect(open.annotations).toEqual([])
  })
  afterAll(async () => {
    await job?.end()
    await deployment?.close()
    await issuer?.close()
  })

  async function columns(table: string): Promise<string[]> {
    const { rows } = await deployment.admin.query<{ column_name: string }>(
      'SELECT column_name FROM information_schema.columns WHERE table_name = $1',
      [table],
    )
    return rows.map((row) => row.column_name)
  }

  it('dbmate migrates', async () => {
    const step = await job.run('npx dbmate -d db --no-dump-schema migrate')
    expect(step.log).toContain('Applied: 20261122000000_add-note.sql')
    expect(step.ok).toBe(true)
    expect(await columns('orders')).toContain('gift')
  })

  it('drizzle migrates over postgres.js', async () => {
    const step = await job.run('node drizzle.mjs')
    expect(step.log).toMatch(/drizzle done, \S*\*\S*/)
    expect(step.ok).toBe(true)
    expect(await columns('refunds')).toEqual(['id', 'order_id'])
  })

  it('psql goes on behind a refused statement', async () => {
    const step = await job.run(`psql -At <<'SQL'
\\set VERBOSITY verbose
TRUNCATE orders;
SELECT count(*) FROM orders;
SQL`)
    expect(step.log).toMatch(/42501/)
    expect(step.log).toMatch(/^2$/m)
  })

  it('psql copies out', async () => {
    const step = await job.run('psql -Atc "COPY (SELECT id FROM orders ORDER BY id) TO STDOUT"')
    expect(step.ok).toBe(true)
    expect(step.log).toMatch(/^1\n2$/m)
  })
})
