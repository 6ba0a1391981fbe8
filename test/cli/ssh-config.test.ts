// `--ssh-config user`: ~/.ssh/config of whoever runs the tests, for some seconds, and as it was afterwards.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { borrowSshConfig } from '../fixtures/ssh-config.ts'
import { type Sshd, startSshd } from '../fixtures/sshd.ts'
import { sluice } from './sluice.ts'

const CONFIG = join(userInfo().homedir, '.ssh', 'config')
const NAME = `sluice-test-${process.pid}`
const cwd = mkdtempSync(join(tmpdir(), 'sluice-ssh-config-'))
const content = () => (existsSync(CONFIG) ? readFileSync(CONFIG, 'utf8') : '')
let sshd: Sshd
let giveBack = () => {}

beforeAll(async () => {
  giveBack = await borrowSshConfig()
  sshd = await startSshd()
  const policy = {
    version: 1,
    issuers: {
      github: { issuer: 'https://token.actions.githubusercontent.com', audience: 'https://s.example' },
    },
    targets: {
      [NAME]: {
        protocol: 'ssh',
        address: `127.0.0.1:${sshd.port}`,
        host_keys: [sshd.hostKeys[0]],
        credential: { provider: 'static', user: sshd.user, private_key: `file:${sshd.privateKeyFile}` },
      },
    },
    access: [
      {
        name: 'host',
        issuer: 'github',
        claims: { repository_id: '1', repository_owner_id: '2', environment: 'production' },
        targets: [NAME],
        guard: 'strict',
      },
    ],
  }
  writeFileSync(join(cwd, 'sluice.yml'), JSON.stringify(policy))
}, 180_000)
afterAll(async () => {
  await sshd?.stop()
  giveBack()
  rmSync(cwd, { recursive: true, force: true })
})

const options = ['--config', 'sluice.yml', '--target', NAME]

test('names the host from start to stop', async () => {
  const started = await sluice(['start', ...options, '--ssh-config', 'user'], { cwd })
  expect(started.err).toContain(`: ssh ${NAME}\n`)
  const dir = /SLUICE_SESSION='([^']+)'/.exec(started.out)?.[1] ?? ''
  try {
    expect(execFileSync('ssh', [NAME, 'echo here']).toString()).toBe('here\n')
    const second = await sluice(['run', ...options, '--ssh-config', 'user', '--', 'true'], { cwd })
    expect(second).toMatchObject({ code: 2, err: expect.stringContaining(`answers for ${NAME} `) })
  } finally {
    expect(await sluice(['stop', '--session', dir], { cwd })).toMatchObject({ code: 0 })
  }
  expect(content()).not.toContain(dir)
  const gone = spawnSync('ssh', ['-o', 'BatchMode=yes', NAME, 'true'])
  expect(String(gone.stderr)).toContain('Could not resolve hostname')
})

test('names the host while a command runs, whatever becomes of it', async () => {
  const script = `ssh ${NAME} 'echo here'; exit 7`
  const ended = await sluice(['run', ...options, '--ssh-config', 'user', '--', 'sh', '-c', script], { cwd })
  expect(ended).toMatchObject({ code: 7, out: 'here\n' })
  const id = /session (\w+) ended/.exec(ended.err)?.[1] ?? 'missing'
  expect(id).not.toBe('missing')
  expect(content()).not.toContain(id)
})

test('is not done unless asked for', async () => {
  const started = await sluice(['start', ...options], { cwd })
  const dir = /SLUICE_SESSION='([^']+)'/.exec(started.out)?.[1] ?? ''
  expect(content()).not.toContain(dir)
  expect(started.err).toContain(`: ssh -F "$SLUICE_SSH_CONFIG" ${NAME}\n`)
  const key = join(dir, 'ssh_key_1')
  expect(statSync(key).mode & 0o777).toBe(0o600)
  expect(await sluice(['stop', '--session', dir], { cwd })).toMatchObject({ code: 0 })
  // Its key goes with it; what leads to other hosts stays.
  expect([existsSync(key), existsSync(join(dir, 'ssh_config'))]).toEqual([false, true])
})
