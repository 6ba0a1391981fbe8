// Programs that start ssh themselves and speak their own protocols through it, with and without masks.
import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sshEnvironment } from '../../../src/protocols/ssh/client-config.ts'
import { interpreterOf } from '../../../src/protocols/ssh/transfer/index.ts'
import { withSshd } from './opened.ts'
import { collect, type Relayed } from './relayed.ts'

const { open } = withSshd()

const run = (relay: Relayed, program: string, args: string[], cwd = tmpdir()) => {
  const env = {
    ...process.env,
    ...sshEnvironment(relay.config),
    GIT_TERMINAL_PROMPT: '0',
    GIT_CONFIG_GLOBAL: '/dev/null',
  }
  return collect(spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] }))
}

const options = (detect: string[]) => ({
  interpreter: interpreterOf,
  terms: { masks: { columns: [], detect } },
})

const MASKS: [string, string[]][] = [
  ['without masks', []],
  ['with masks', ['email', 'github-token', 'private-key', 'assigned-secret']],
]

test.each(MASKS)(
  'rsync either way, %s',
  async (_, detect) => {
    const relay = await open(options(detect))
    const dir = mkdtempSync(join(tmpdir(), 'rsync-'))
    mkdirSync(join(dir, 'from'))
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (_each, at) => (at * 7919) % 251))
    writeFileSync(join(dir, 'from', 'binary'), bytes)
    writeFileSync(join(dir, 'from', 'text'), 'ask ada@example.org\n'.repeat(1000))
    const up = await run(relay, 'rsync', ['-a', `${dir}/from/`, `web:${dir}/there/`])
    expect(up).toMatchObject({ code: 0, stderr: '' })
    const down = await run(relay, 'rsync', ['-az', `web:${dir}/there/`, `${dir}/back/`])
    expect(down).toMatchObject({ code: 0, stderr: '' })
    expect(readFileSync(join(dir, 'back', 'binary')).equals(bytes)).toBe(true)
  },
  60_000,
)

test.each(MASKS)(
  'git clone and push, %s',
  async (_, detect) => {
    const relay = await open(options(detect))
    const dir = mkdtempSync(join(tmpdir(), 'git-'))
    const git = (cwd: string, ...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
        cwd,
        stdio: 'pipe',
      })
    git(dir, 'init', '-q', '--bare', '-b', 'main', 'there.git')
    git(dir, 'clone', '-q', 'there.git', 'first')
    writeFileSync(join(dir, 'first', 'file'), 'line\n'.repeat(5000))
    git(join(dir, 'first'), 'add', 'file')
    git(join(dir, 'first'), 'commit', '-qm', 'one')
    git(join(dir, 'first'), 'push', '-q', 'origin', 'HEAD:main')
    const cloned = await run(relay, 'git', ['clone', '-q', `ssh://web${dir}/there.git`, 'second'], dir)
    expect(cloned).toMatchObject({ code: 0 })
    expect(readFileSync(join(dir, 'second', 'file')).length).toBe(25_000)
    writeFileSync(join(dir, 'second', 'file'), 'other\n')
    git(join(dir, 'second'), 'commit', '-qam', 'two')
    expect(await run(relay, 'git', ['push', '-q', 'origin', 'HEAD:main'], join(dir, 'second'))).toMatchObject(
      { code: 0 },
    )
    expect(git(join(dir, 'there.git'), 'log', '--format=%s', 'main').toString()).toBe('two\none\n')
  },
  60_000,
)

test.each(MASKS)(
  'Ansible with a module, a file and a command, %s',
  async (_, detect) => {
    const relay = await open(options(detect))
    const dir = mkdtempSync(join(tmpdir(), 'ansible-'))
    const playbook = [
      ...['- hosts: web', '  gather_facts: false', '  tasks:', '    - ansible.builtin.ping:'],
      ...[
        '    - ansible.builtin.copy:',
        `        content: "written by ansible"`,
        `        dest: ${dir}/there`,
      ],
      ...['    - ansible.builtin.command: cat there', '      args:', `        chdir: ${dir}`],
    ]
    writeFileSync(join(dir, 'playbook.yml'), `${playbook.join('\n')}\n`)
    const ran = await run(relay, 'ansible-playbook', ['-i', 'web,', 'playbook.yml'], dir)
    expect(ran).toMatchObject({ code: 0 })
    expect(ran.stdout).toMatch(/ok=3\s+changed=2/)
    expect(readFileSync(join(dir, 'there'), 'utf8')).toBe('written by ansible')
    // One connection, which its ControlPersist keeps for later.
    expect(relay.connections.length).toBeLessThanOrEqual(2)
  },
  60_000,
)
