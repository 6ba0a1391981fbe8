// What the tests need beyond npm: a second PostgreSQL (the distribution's own) with its client tools, and a browser.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { systemPostgres } from '../fixtures/system.ts'

const TOOLS = ['psql', 'pg_dump', 'pg_restore', 'pgbench', 'chromium']
const PACKAGES = ['postgresql', 'postgresql-client', 'chromium']

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
  const tools = TOOLS.filter((tool) => spawnSync(tool, ['--version'], { stdio: 'ignore' }).status !== 0)
  return systemPostgres() ? tools : ['a PostgreSQL server', ...tools]
}

function installWithApt(): void {
  console.error(`test setup: installing ${PACKAGES.join(' ')} (${missing.join(', ')} not found)`)
  // The tests start their own servers; the package must not start one beside them.
  const clusters = '/etc/postgresql-common/createcluster.d'
  mkdirSync(clusters, { recursive: true })
  writeFileSync(`${clusters}/sluice-tests.conf`, 'create_main_cluster = false\n')
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
    return 'Install it, e.g. brew install postgresql@17, and run the whole suite on Linux.'
  if (process.platform === 'win32') return 'The whole suite runs on Linux; see CONTRIBUTING.md for Windows.'
  return 'Install PostgreSQL (server and client tools) with your package manager.'
}

function giveUp(cure: string): never {
  console.error(`test setup: not found: ${missing.join(', ')}.\n${cure}`)
  process.exit(1)
}
