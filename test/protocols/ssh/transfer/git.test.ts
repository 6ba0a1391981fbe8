// Debian's git over SSH through the relay.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { sshEnvironment } from '../../../../src/protocols/ssh/client-config.ts'
import { guarded } from '../guarded.ts'
import { withSshd } from '../opened.ts'
import type { Ran, Relayed } from '../relayed.ts'
import { directories, run, statements } from '../sftp/openssh.ts'

const { open } = withSshd()
const { local, remote } = directories()
const AUTHOR = {
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@example.com',
  GIT_CONFIG_GLOBAL: '/dev/null',
}
const git = (relay: Pick<Relayed, 'config'> | undefined, cwd: string, ...args: string[]): Promise<Ran> =>
  run('git', args, { cwd, env: { ...process.env, ...AUTHOR, ...(relay && sshEnvironment(relay.config)) } })

async function commit(cwd: string, name: string): Promise<void> {
  writeFileSync(`${cwd}/${name}`, randomBytes(400_000))
  await git(undefined, cwd, 'add', '.')
  expect(await git(undefined, cwd, 'commit', '-qm', name)).toMatchObject({ code: 0 })
}

const branch = 'main'
const url = () => `web:${remote('app.git')}`

beforeAll(async () => {
  mkdirSync(local('first'))
  await git(undefined, local(), 'init', '-q', '-b', branch, 'first')
  await git(undefined, remote(), 'init', '-q', '-b', branch, '--bare', 'app.git')
  await commit(local('first'), 'one')
})

test('push, clone, fetch and archive', async () => {
  const relay = await open(guarded())
  expect(await git(relay, local('first'), 'push', '-q', url(), branch)).toMatchObject({ code: 0 })
  expect(await git(relay, local(), 'clone', '-q', url(), 'second')).toMatchObject({ code: 0, stderr: '' })
  expect(readFileSync(local('second/one')).equals(readFileSync(local('first/one')))).toBe(true)
  await commit(local('first'), 'two')
  expect(await git(relay, local('first'), 'push', '-q', url(), branch)).toMatchObject({ code: 0 })
  expect(await git(relay, local('second'), 'pull', '-q')).toMatchObject({ code: 0 })
  expect(readFileSync(local('second/two')).equals(readFileSync(local('first/two')))).toBe(true)
  const archived = await git(relay, local(), 'archive', '-o', local('a.tar'), `--remote=${url()}`, branch)
  expect(archived).toMatchObject({ code: 0 })
  expect(readFileSync(local('a.tar')).length).toBeGreaterThan(800_000)
  expect([...new Set(statements(relay).map((text) => text.split(' ')[0]))]).toEqual([
    'git-receive-pack',
    'git-upload-pack',
    'git-upload-archive',
  ])
  const moved = relay.told.flatMap((one) => (one.type === 'transfer' ? [one] : []))
  expect(moved.filter(({ bytes }) => bytes > 400_000).map(({ direction }) => direction)).toEqual([
    'in',
    'out',
    'in',
    'out',
    'out',
  ])
})

test('under masks what leaves is held, what comes is not', async () => {
  const masks = { columns: [], detect: ['email'] }
  const relay = await open(guarded([], { masks }))
  const cloned = await git(relay, local(), 'clone', '-q', url(), 'third')
  expect(cloned.stderr).toContain('Rule file-download')
  expect(existsSync(local('third'))).toBe(false)
  await commit(local('first'), 'three')
  expect(await git(relay, local('first'), 'push', '-q', url(), branch)).toMatchObject({ code: 0 })
})
