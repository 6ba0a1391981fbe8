// Debian's Ansible through the relay, with a small playbook.
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sshEnvironment } from '../../../../src/protocols/ssh/client-config.ts'
import { guarded } from '../guarded.ts'
import { withSshd } from '../opened.ts'
import type { Relayed } from '../relayed.ts'
import { directories, run, statements } from '../sftp/openssh.ts'

const { open } = withSshd()
const { local, remote } = directories()

const ansible = (relay: Pick<Relayed, 'config'>, playbook: string, more: NodeJS.ProcessEnv = {}) =>
  run('ansible-playbook', ['-i', 'web,', '-e', 'ansible_python_interpreter=/usr/bin/python3', playbook], {
    cwd: local(),
    env: {
      ...process.env,
      ...sshEnvironment(relay.config),
      ANSIBLE_HOME: local('home'),
      ANSIBLE_LOCAL_TEMP: local('tmp'),
      ANSIBLE_SSH_CONTROL_PATH_DIR: local('cp'),
      ANSIBLE_NOCOWS: '1',
      ANSIBLE_DEPRECATION_WARNINGS: '0',
      ...more,
    },
  })

/** Modules are programs that Ansible brings along: who lets them run lets the playbook do whatever the account may. */
const MODULES = { rule: 'unknown-program', programs: ['/root/.ansible/tmp/**', '/home/*/.ansible/tmp/**'] }

const PLAYBOOK = `- hosts: web
  gather_facts: false
  vars: { who: world }
  tasks:
    - ping:
    - setup: { gather_subset: '!all' }
    - file: { path: ${remote('site')}, state: directory, mode: '0755' }
    - copy: { src: ${local('file')}, dest: ${remote('site/file')}, mode: '0640' }
    - template: { src: ${local('page.j2')}, dest: ${remote('site/page')} }
    - command: /usr/bin/id -un
      register: id
    - shell: echo {{ id.stdout }} | tr a-z A-Z > ${remote('site/shell')}
    - stat: { path: ${remote('site/file')} }
    - lineinfile: { path: ${remote('site/file')}, line: more }
    - fetch: { src: ${remote('site/file')}, dest: ${local('fetched')}, flat: true }
    - file: { path: ${remote('site/shell')}, state: absent }
`

test('a playbook under the strict guard, which lets the modules run', { timeout: 120_000 }, async () => {
  writeFileSync(local('page.j2'), 'hello {{ who }}\n')
  writeFileSync(local('file'), 'content\n')
  writeFileSync(local('site.yml'), PLAYBOOK)
  const relay = await open(guarded([MODULES]))
  const ran = await ansible(relay, local('site.yml'))
  expect(ran.stderr.replaceAll(/.*WARNING.*\n/g, '')).toBe('')
  expect(ran.stdout).toMatch(/ok=11 +changed=8 +unreachable=0 +failed=0/)
  expect(readFileSync(remote('site/page'), 'utf8')).toBe('hello world\n')
  expect(readFileSync(local('fetched'), 'utf8')).toBe('content\nmore\n')
  expect(statSync(remote('site/file')).mode & 0o777).toBe(0o640)
  expect(existsSync(remote('site/shell'))).toBe(false)
  // Each module stands in the record with its digest.
  const modules = statements(relay).filter((text) => /^sftp put .*AnsiballZ_/.test(text))
  expect(modules.length).toBeGreaterThanOrEqual(10)
  const digests = relay.told.flatMap((one) =>
    one.type === 'transfer' && one.statement.text.includes('AnsiballZ_') ? [one.sha256] : [],
  )
  expect(digests.length).toBe(modules.length)
  expect(statements(relay)).toContain(`sftp get ${remote('site/file')}`)
})

test('without the exception its modules do not run, and Ansible shows why', { timeout: 60_000 }, async () => {
  writeFileSync(local('ping.yml'), '- hosts: web\n  gather_facts: false\n  tasks: [{ ping: }]\n')
  const relay = await open(guarded())
  const ran = await ansible(relay, local('ping.yml'))
  expect(ran.code).toBe(2)
  expect(ran.stdout).toContain('sluice: Rule unknown-program:')
})

test('with pipelining modules are standard input of Python, which the exception does not cover', {
  timeout: 60_000,
}, async () => {
  writeFileSync(local('piped.yml'), '- hosts: web\n  gather_facts: false\n  tasks: [{ ping: }]\n')
  const relay = await open(guarded([MODULES]))
  const ran = await ansible(relay, local('piped.yml'), { ANSIBLE_PIPELINING: '1' })
  expect(ran.code).toBe(2)
  expect(ran.stdout).toMatch(/sluice: Rule inline-code:/)
})
