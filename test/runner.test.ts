// The stand-in itself: what the end-to-end tests rely on.
import { existsSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Artifacts, startArtifacts } from './fixtures/artifacts.ts'
import { type Issuer, startIssuer } from './fixtures/issuer.ts'
import { type Job, type JobOptions, startJob } from './fixtures/runner.ts'

const TOY = join(import.meta.dirname, 'fixtures', 'toy-action')
const SECRET = 'canary-7f3a'

let issuer: Issuer
let artifacts: Artifacts
beforeAll(async () => {
  issuer = await startIssuer()
  artifacts = await startArtifacts()
})
afterAll(async () => {
  await issuer.close()
  await artifacts.close()
})

/** The toy is no bundle: its job lends it this repository's packages. */
async function startToyJob(options: JobOptions): Promise<Job> {
  const job = await startJob(options)
  const packages = join(import.meta.dirname, '..', 'node_modules')
  symlinkSync(packages, join(dirname(job.workspace), 'node_modules'), 'junction')
  return job
}

describe.concurrent('a job', () => {
  it('carries files, masks, annotations, state and artifacts as GitHub does', async () => {
    const job = await startToyJob({ issuer, artifacts })
    const main = await job.uses(TOY, { 'secret-value': SECRET })
    const user = await job.run(`echo "$TOY" "$PATH"; echo ${SECRET}; test -z "$ACTIONS_RUNTIME_TOKEN"`)
    const { posts, orphans } = await job.end()

    expect(main).toMatchObject({ ok: true, outputs: { token: '3' }, summary: '# toy', heldOutput: false })
    expect(main.annotations).toEqual([
      { level: 'error', message: 'look, here: 100%', file: 'a,b.sql', line: 7, title: 'Toy' },
    ])
    expect(user.ok).toBe(true)
    expect(user.log).toContain('line one\nline two /toy/bin:')
    expect(job.raw()).toContain(SECRET)
    expect(job.log()).not.toContain(SECRET)
    expect(posts.map(({ ok }) => ok)).toEqual([true])
    expect(orphans).toEqual([])
    expect(artifacts.names()).toEqual(['toy'])
    expect((await artifacts.files('toy'))['toy.txt']?.toString()).toBe('state true')
  })

  it('gives no token address without the permission', async () => {
    const job = await startToyJob({ issuer, idToken: false })
    const main = await job.uses(TOY, { 'secret-value': SECRET })
    await job.end()
    expect(main).toMatchObject({ ok: false, code: 1 })
  })

  it('notices a process that keeps the output open, and kills it at the end', async () => {
    const job = await startToyJob({ issuer, artifacts: await unused() })
    const main = await job.uses(TOY, { 'secret-value': SECRET, mode: 'hold' })
    const { orphans } = await job.end()
    expect(main.heldOutput).toBe(true)
    expect(orphans).toHaveLength(1)
  })

  it('cancels with SIGINT, SIGTERM and the end of the whole tree', async () => {
    const job = await startToyJob({ issuer })
    const main = job.uses(TOY, { 'secret-value': SECRET, mode: 'stubborn' })
    const ready = join(job.workspace, 'ready')
    while (!existsSync(ready)) await new Promise((resolve) => setTimeout(resolve, 20))
    job.cancel()
    const step = await main
    await job.end()
    expect(step).toMatchObject({ ok: false, cancelled: true, killed: true })
    expect(step.log).toContain('got SIGINT\ngot SIGTERM')
    expect(step.ms).toBeGreaterThan(10_000)
  })
})

/** The second job's artifact would have the same name. */
async function unused(): Promise<Artifacts> {
  return { ...artifacts, url: 'http://127.0.0.1:9/' }
}
