// What a job's log says when a session cannot be opened: the cause and the cure.
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { servers } from '../fixtures/database.ts'
import { type Deployment, deploy } from '../fixtures/deployment.ts'
import { type Issuer, startIssuer } from '../fixtures/issuer.ts'
import { freePort } from '../fixtures/postgres.ts'
import { type JobOptions, type Step, startJob } from '../fixtures/runner.ts'

const ROOT = join(import.meta.dirname, '..', '..')

let issuer: Issuer
let deployment: Deployment
beforeAll(async () => {
  const server = servers()[0]
  if (!server) throw new Error('a server is missing')
  issuer = await startIssuer()
  deployment = await deploy({ postgres: server, issuer })
})
afterAll(async () => {
  await deployment?.close()
  await issuer?.close()
})

/** Runs a job that only opens a session; it must fail, say why, and leave nothing. */
async function refused(inputs: Record<string, string>, options: Partial<JobOptions> = {}): Promise<Step> {
  const job = await startJob({ issuer, ...options })
  const step = await job.uses(ROOT, { server: deployment.url, target: 'orders-prod', ...inputs })
  const { posts, orphans } = await job.end()
  expect(step.ok).toBe(false)
  expect(step.exported).toEqual({})
  expect(orphans).toEqual([])
  expect(posts.map(({ ok }) => ok)).toEqual([true])
  expect(step.annotations).toHaveLength(1)
  return step
}

const said = (step: Step): string => step.annotations[0]?.message ?? ''

describe('a job', () => {
  it('without id-token: write is told the line that is missing', async () => {
    const step = await refused({}, { idToken: false })
    expect(said(step)).toContain('id-token: write')
  })

  it('whose server is down is told the address', async () => {
    const server = `http://127.0.0.1:${await freePort()}`
    const step = await refused({ server })
    expect(said(step)).toContain(server)
    expect(said(step)).toContain('ECONNREFUSED')
  })

  it('whose claims match no rule is told the id under which the server logged why', async () => {
    const step = await refused({}, { claims: { environment: 'staging' } })
    const id = /correlation id ([\w-]+)/.exec(said(step))?.[1]
    expect(id).toBeDefined()
    const line = deployment
      .log()
      .split('\n')
      .find((entry) => entry.includes(id ?? 'none'))
    expect(line).toContain('environment')
    expect(said(step)).not.toContain('staging')
  })

  it('that names an unknown target is refused in the same words', async () => {
    const step = await refused({ target: 'payroll' })
    expect(said(step)).toMatch(/correlation id/)
  })

  it('with a token for another audience is refused', async () => {
    const step = await refused({ audience: 'https://elsewhere.example' })
    expect(said(step)).toMatch(/audience/)
  })

  it('with neither server nor config is told to give one', async () => {
    const step = await refused({ server: '' })
    expect(said(step)).toMatch(/server.*config/s)
  })

  it('gets one grant: a second step of the same job that mints its own token is refused', async () => {
    const claims = { run_id: '2001', check_run_id: '7771' }
    const job = await startJob({ issuer, claims })
    const first = await job.uses(ROOT, { server: deployment.url, target: 'orders-prod' })
    const second = await job.uses(ROOT, { server: deployment.url, target: 'orders-prod' })
    const { posts } = await job.end()
    expect([first.ok, second.ok]).toEqual([true, false])
    expect(posts.map(({ ok }) => ok)).toEqual([true, true])
    expect(await deployment.roles()).toEqual([])
  })

  it('leaves no role behind when it was refused', async () => {
    expect(await deployment.roles()).toEqual([])
  })
})
