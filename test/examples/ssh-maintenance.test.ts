// The workflow of examples/ssh-maintenance as it stands there: a command that waits for a person.
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deployHosts, type Hosts } from '../fixtures/hosts.ts'
import { type Issuer, startIssuer } from '../fixtures/issuer.ts'
import { startJob } from '../fixtures/runner.ts'
import { runWorkflow } from '../fixtures/workflow.ts'

const ROOT = join(import.meta.dirname, '..', '..')

let issuer: Issuer
let hosts: Hosts
beforeAll(async () => {
  issuer = await startIssuer()
  hosts = await deployHosts({ issuer, example: 'ssh-maintenance' })
  writeFileSync(join(hosts.app, 'app.log'), 'GET / for ada.lovelace@example.com\n')
})
afterAll(async () => {
  await hosts?.close()
  await issuer?.close()
})

test('looks without asking, and removes when somebody has approved it', async () => {
  const approver = await hosts.approver()
  const job = await startJob({ issuer, workspace: hosts.workspace })
  const adapt = (text: string) => text.replace('https://sluice.acme.example', hosts.url)
  const file = join(hosts.workspace, '.github', 'workflows', 'clear-cache.yml')
  const running = runWorkflow(file, job, { adapt, action: ROOT })
  const waiting = await Promise.race([approver.next(AbortSignal.timeout(40_000)), running])
  if (!('id' in waiting)) throw new Error(job.log())
  expect(existsSync(join(hosts.app, 'cache', 'pages'))).toBe(true)
  await approver.approve(waiting, 'agreed')
  const steps = await running
  expect(steps.map(({ ok, log }) => (ok ? 'ok' : log))).toEqual(['ok', 'ok', 'ok'])
  expect(steps[1]?.log).toMatch(/cache\n/)
  expect(steps[1]?.log).toMatch(/^GET \/ for \S*\*\S*$/m)
  expect(steps[1]?.log).not.toContain('ada.lovelace')
  expect(steps[2]?.log).toMatch(/held/)
  expect(existsSync(join(hosts.app, 'cache', 'pages'))).toBe(false)
  expect(existsSync(join(hosts.app, 'cache'))).toBe(true)
  expect(hosts.services()).toEqual(['--user restart app'])
  const { posts } = await job.end()
  expect(posts[0]).toMatchObject({ ok: true })
}, 60_000)
