// The workflow of examples/ansible as it stands there.
import { readFileSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deployHosts, type Hosts } from '../fixtures/hosts.ts'
import { type Issuer, startIssuer } from '../fixtures/issuer.ts'
import { startJob } from '../fixtures/runner.ts'
import { borrowSshConfig } from '../fixtures/ssh-config.ts'
import { runWorkflow } from '../fixtures/workflow.ts'

const ROOT = join(import.meta.dirname, '..', '..')

let issuer: Issuer
let hosts: Hosts
let giveBack = () => {}
beforeAll(async () => {
  giveBack = await borrowSshConfig()
  issuer = await startIssuer()
  const modules = `${userInfo().homedir}/.ansible/tmp/*/AnsiballZ_*.py`
  hosts = await deployHosts({
    issuer,
    example: 'ansible',
    edit: (policy) => policy.setIn(['guards', 'web', 'allow', 0, 'programs', 0], modules),
  })
}, 180_000)
afterAll(async () => {
  await hosts?.close()
  await issuer?.close()
  giveBack()
})

test('the play runs, twice, and changes the host once', async () => {
  const job = await startJob({ issuer, workspace: hosts.workspace })
  const adapt = (text: string) => text.replace('https://sluice.acme.example', hosts.url)
  const file = join(hosts.workspace, '.github', 'workflows', 'configure.yml')
  const steps = await runWorkflow(file, job, { adapt, skip: /^pipx install/, action: ROOT })
  expect(steps.map(({ ok, log }) => (ok ? 'ok' : log))).toEqual(['ok', 'ok'])
  expect(steps[1]?.log).toMatch(/ok=3\s+changed=3/)
  const written = join(hosts.app, 'config', 'app.conf')
  expect(readFileSync(written, 'utf8')).toContain('workers = 4')
  expect(statSync(written).mode & 0o777).toBe(0o640)
  expect(hosts.services()).toEqual(['--user restart app'])
  const again = await job.run('ansible-playbook -i inventory.ini site.yml')
  expect(again.log).toMatch(/ok=2\s+changed=0/)
  const { posts } = await job.end()
  expect(posts[0]).toMatchObject({ ok: true })
  expect(posts[0]?.summary).toContain('Teardown receipt')
}, 150_000)
