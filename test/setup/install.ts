// What the tests need beyond npm: a second PostgreSQL (the distribution's own) with its client tools, a browser, and
// OpenSSH with what people use over it.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { systemPostgres } from '../fixtures/system.ts'

/** Each with an option that makes it say something and succeed. */
const TOOLS: Readonly<Record<string, string>> = {
  psql: '--version',
  pg_dump: '--version',
  pg_restore: '--version',
  pgbench: '--version',
  chromium: '--version',
  ssh: '-V',
  rsync: '--version',
  git: '--version',
  'ansible-playbook': '--version',
}
const PACKAGES = [
  'postgresql',
  'postgresql-client',
  'chromium',
  'openssh-server',
  'openssh-client',
  'rsync',
  'git',
  'ansible-core',
]

/** Not in the PATH of ordinary users. */
const SSHD = '/usr/sbin/sshd'

const missing = lacking()
if (missing.length > 0) {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) giveUp(elsewhere())
  if (process.getuid?.() !== 0) giveUp(`As root: apt-get update && apt-get install -y ${PACKAGES.join(' ')}`)
  installWithApt()
  const left = lacking()
  if (left.length > 0)
    giveUp(`apt-get reported success, but ${left.join(', ')} cannot be found in /usr/lib/postgresql or PATH.`)
}

function lacking(): string[] {
  const tools = Object.entries(TOOLS)
    .filter(([tool, option]) => spawnSync(tool, [option], { stdio: 'ignore' }).status !== 0)
    .map(([tool]) => tool)
  if (!existsSync(SSHD)) tools.unshift('sshd')
  if (!systemPostgres()) tools.unshift('a PostgreSQL server')
  return tools
}

function installWithApt(): void {
  console.error(`test setup: installing ${PACKAGES.join(' ')} (${missing.join(', ')} not found)`)
  // The tests start their own servers; the package must not start one beside them.
  const clusters = '/etc/postgresql-common/createcluster.d'
  mkdirSync(clusters, { recursive: true })
  writeFileSync(`${clusters}/sluice-tests.conf`, 'create_main_cluster = false\n')
  if (!existsSync(SSHD)) {
    mkdirSync('/etc/ssh', { recursive: true })
    // Its unit does not start while this file is there.
    writeFileSync('/etc/ssh/sshd_not_to_be_run', '')
  }
  apt('update', '-qq')
  apt('install', '-y', '-qq', '--no-install-recommends', ...PACKAGES)
}

function apt(...args: string[]): void {
  const { status } = spawnSync('apt-get', args, {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (status !== 0) giveUp(`'apt-get ${args.join(' ')}' failed with ${status}; its output is above.`)
}

function elsewhere(): string {
  if (process.platform === 'darwin')
    return 'Install them, e.g. brew install postgresql@17 rsync ansible, and run the whole suite on Linux.'
  if (process.platform === 'win32') return 'The whole suite runs on Linux; see CONTRIBUTING.md for Windows.'
  return 'Install PostgreSQL and OpenSSH (servers and clients), rsync, git and Ansible with your package manager.'
}

function giveUp(cure: string): never {
  console.error(`test setup: not found: ${missing.join(', ')}.\n${cure}`)
  process.exit(1)
}
