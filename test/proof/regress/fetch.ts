// PostgreSQL's own regression scripts, from the source package of the distribution whose server the tests use.
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const CACHE = join(import.meta.dirname, '../../../node_modules/.cache')
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg'

/** The directory with `sql/` and `data/`; undefined where apt-get cannot get the source. Some seconds the first time. */
export function fetchScripts(major: number): string | undefined {
  const kept = join(CACHE, `postgresql-${major}-regress`)
  if (existsSync(join(kept, 'sql'))) return kept
  if (!existsSync('/usr/bin/apt-get')) return undefined
  const work = join(CACHE, `postgresql-${major}-${process.pid}`)
  mkdirSync(work, { recursive: true })
  try {
    return download(major, work) ? move(work, kept) : undefined
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** With lists of its own: the system's sources may name no source packages. */
function download(major: number, work: string): boolean {
  const name = `postgresql-${major}`
  const policy = run('apt-cache', ['policy', name], work)
  const found = [...policy.matchAll(/\d+ (https?:\S+) (\S+)\/(\S+) \S+ Packages/g)]
  if (found.length === 0) return false
  const signed = existsSync(KEYRING) ? ` [signed-by=${KEYRING}]` : ''
  const lines = new Set(found.map(([, uri, suite, part]) => `deb-src${signed} ${uri} ${suite} ${part}`))
  // Mirrors have the release whole, and of the updates often only the packages.
  const release = [...lines].sort((a, b) => Number(a.includes('security')) - Number(b.includes('security')))
  return release.some((line) => downloadFrom(line, name, work))
}

function downloadFrom(line: string, name: string, work: string): boolean {
  writeFileSync(join(work, 'sources.list'), `${line}\n`)
  for (const part of ['lists/partial', 'cache/archives/partial'])
    mkdirSync(join(work, part), { recursive: true })
  const own = {
    'Dir::Etc::sourcelist': join(work, 'sources.list'),
    'Dir::Etc::sourceparts': '-',
    'Dir::State::lists': join(work, 'lists'),
    'Dir::Cache': join(work, 'cache'),
    'APT::Sandbox::User': 'root',
  }
  const options = Object.entries(own).flatMap(([key, value]) => ['-o', `${key}=${value}`])
  run('apt-get', [...options, '-qq', 'update'], work)
  run('apt-get', [...options, '-qq', 'source', '--download-only', name], work)
  const source = readdirSync(work).find((file) => file.includes('.orig.tar.'))
  if (!source) return false
  run('tar', ['xf', source, '--strip-components=1', '--wildcards', '*/src/test/regress'], work)
  return existsSync(join(work, 'src/test/regress/sql'))
}

function move(work: string, kept: string): string {
  if (!existsSync(kept)) renameSync(join(work, 'src/test/regress'), kept)
  // The server's user reads the data and writes the results.
  for (const name of ['results', 'testtablespace']) {
    mkdirSync(join(kept, name), { recursive: true })
    chmodSync(join(kept, name), 0o777)
  }
  return kept
}

const run = (command: string, args: readonly string[], cwd: string): string =>
  spawnSync(command, args, { cwd, encoding: 'utf8', timeout: 120_000 }).stdout ?? ''
