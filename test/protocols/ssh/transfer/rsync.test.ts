// Debian's rsync through the relay, both ways.
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sshEnvironment } from '../../../../src/protocols/ssh/client-config.ts'
import { ssh as protocol } from '../../../../src/protocols/ssh/index.ts'
import { guarded } from '../guarded.ts'
import { withSshd } from '../opened.ts'
import type { Ran, Relayed } from '../relayed.ts'
import { directories, run, statements } from '../sftp/openssh.ts'

const { open } = withSshd()
const { local, remote } = directories()

const rsync = (relay: Pick<Relayed, 'config'>, ...args: string[]): Promise<Ran> =>
  run('rsync', args, { env: { ...process.env, ...sshEnvironment(relay.config) } })

/** Every file below with its content, mode and time. */
function tree(root: string): Record<string, unknown> {
  const all: Record<string, unknown> = {}
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const { mode, mtimeMs } = statSync(path)
    all[path.slice(root.length)] = entry.isFile()
      ? [readFileSync(path, 'base64'), mode, Math.floor(mtimeMs / 1000)]
      : mode
  }
  return all
}

function plant(root: string): void {
  for (const path of ['a/b/c/d/e/f', 'g']) mkdirSync(join(root, path), { recursive: true })
  writeFileSync(join(root, 'a/b/c/d/e/f/deep'), randomBytes(300_000))
  writeFileSync(join(root, 'g/ünï\ncode'), 'x', { mode: 0o600 })
  writeFileSync(join(root, 'g/zeros'), Buffer.alloc(3_000_000))
  writeFileSync(join(root, 'g/random'), randomBytes(2_000_000))
  chmodSync(join(root, 'g/random'), 0o751)
  utimesSync(join(root, 'g/random'), 1_500_000_000, 1_500_000_000)
  symlinkSync('g/random', join(root, 'link'))
}

test('up, in every way, and down', async () => {
  const relay = await open({ protocol })
  plant(local('tree'))
  for (const [at, options] of [[], ['-z'], ['--inplace'], ['--partial', '-c'], ['-S']].entries()) {
    const ran = await rsync(relay, '-a', ...options, `${local('tree')}/`, `web:${remote(`up-${at}`)}/`)
    expect(ran, options.join()).toMatchObject({ code: 0, stderr: '' })
    expect(tree(remote(`up-${at}`))).toEqual(tree(local('tree')))
  }
  const ran = await rsync(relay, '-az', `web:${remote('up-0')}/`, `${local('down')}/`)
  expect(ran).toMatchObject({ code: 0, stderr: '' })
  expect(tree(local('down'))).toEqual(tree(local('tree')))
  const moved = relay.told.flatMap((one) => (one.type === 'transfer' ? [one] : []))
  expect(moved.filter(({ direction, bytes }) => direction === 'in' && bytes > 2_000_000).length).toBe(5)
  expect(moved.at(-1)).toMatchObject({
    direction: 'out',
    statement: { text: expect.stringMatching(/--sender/) },
  })
  expect(relay.told.filter(({ type }) => type === 'output')).toEqual([])
})

test('with --dry-run nothing changes, and with --delete what is too much goes', async () => {
  const relay = await open({ protocol })
  mkdirSync(local('some'), { recursive: true })
  mkdirSync(remote('mirror'), { recursive: true })
  writeFileSync(local('some/kept'), 'kept')
  writeFileSync(remote('mirror/surplus'), 'x')
  const args = ['-a', '--delete', `${local('some')}/`, `web:${remote('mirror')}/`]
  expect(await rsync(relay, '--dry-run', '-i', ...args)).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/deleting +surplus/),
  })
  expect(readdirSync(remote('mirror'))).toEqual(['surplus'])
  expect(await rsync(relay, ...args)).toMatchObject({ code: 0 })
  expect(readdirSync(remote('mirror'))).toEqual(['kept'])
})

test('the strict guard lets a deploy pass, and neither --delete nor files of the system', async () => {
  mkdirSync(local('app'), { recursive: true })
  writeFileSync(local('app/x'), 'x')
  const relay = await open(guarded())
  expect(await rsync(relay, '-a', `${local('app')}/`, `web:${remote('app')}/`)).toMatchObject({ code: 0 })
  const deleting = await rsync(relay, '-a', '--delete', `${local('app')}/`, `web:${remote('app')}/`)
  expect(deleting.stderr).toContain('Rule mirror-delete')
  const system = await rsync(relay, '-a', local('app/x'), 'web:/etc/cron.d/x')
  expect(system.stderr).toContain('Rule write-startup')
  expect(existsSync('/etc/cron.d/x')).toBe(false)
  expect(statements(relay).every((text) => text.startsWith('rsync --server '))).toBe(true)
  const allowed = await open(guarded([{ rule: 'mirror-delete', paths: [remote('**')] }]))
  expect(await rsync(allowed, '-a', '--delete', `${local('app')}/`, `web:${remote('app')}/`)).toMatchObject({
    code: 0,
  })
})
