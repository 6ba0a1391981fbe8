// The workflow of examples/ssh-deploy as it stands there: rsync, scp and ssh by the name of the target.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deployHosts, type Hosts } from '../fixtures/hosts.ts'
import { type Issuer, startIssuer } from '../fixtures/issuer.ts'
import { startJob } from '../fixtures/runner.ts'
import { borrowSshConfig, ownSshConfig, SSH_CONFIG } from '../fixtures/ssh-config.ts'
import { runWorkflow } from '../fixtures/workflow.ts'

const ROOT = join(import.meta.dirname, '..', '..')

let issuer: Issuer
let hosts: Hosts
let giveBack = () => {}
beforeAll(async () => {
  giveBack = await borrowSshConfig()
  issuer = await startIssuer()
  hosts = await deployHosts({ issuer, example: 'ssh-deploy' })
}, 180_000)
afterAll(async () => {
  await hosts?.close()
  await issuer?.close()
  giveBack()
})

test('the release is on the host, what was there before is gone, and ~/.ssh/config is as it was', async () => {
  const before = ownSshConfig()
  writeFileSync(join(hosts.app, 'public', 'old.html'), 'release 41')
  const job = await startJob({ issuer, workspace: hosts.workspace })
  const file = join(hosts.workspace, '.github', 'workflows', 'deploy.yml')
  const adapt = (text: string) => text.replace('https://sluice.acme.example', hosts.url)
  const steps = await runWorkflow(file, job, { adapt, action: ROOT })
  expect(steps.map(({ ok, log }) => (ok ? 'ok' : log))).toEqual(['ok', 'ok', 'ok', 'ok'])
  expect(readFileSync(join(hosts.app, 'public', 'index.html'), 'utf8')).toContain('Release 42')
  expect(existsSync(join(hosts.app, 'public', 'old.html'))).toBe(false)
  expect(steps.at(-1)?.log).toBe('release 42')
  expect(hosts.services()).toEqual(['--user restart app'])
  // Beyond what the guard says: another directory is not emptied.
  const other = await job.run(`rsync -a --delete public/ web-1:${hosts.app}/releases/`)
  expect(other.log).toMatch(/sluice: refused by policy: .*\n.*Rule mirror-delete/)
  const { posts, orphans } = await job.end()
  expect(posts[0]).toMatchObject({ ok: true })
  expect(orphans).toEqual([])
  expect(ownSshConfig()).toBe(before)
  if (existsSync(SSH_CONFIG))
    expect(readFileSync(SSH_CONFIG, 'utf8')).not.toContain(String(job.env.SLUICE_SSH_CONFIG))
}, 60_000)
