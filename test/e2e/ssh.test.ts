// A job on a host, end to end: token, certificate of the server's authority, Debian's sshd and clients, a person, the record.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Artifacts, startArtifacts } from '../fixtures/artifacts.ts'
import { deployHosts, type Hosts } from '../fixtures/hosts.ts'
import { type Issuer, startIssuer } from '../fixtures/issuer.ts'
import { type CommandLines, environments, filesBelow, leaks, watchCommandLines } from '../fixtures/leaks.ts'
import { type Job, type Step, startJob } from '../fixtures/runner.ts'
import { createBrowser } from '../server/people/browser.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const EMAIL = 'ada.lovelace@example.com'

let issuer: Issuer
let artifacts: Artifacts
let hosts: Hosts
let job: Job
let commandLines: CommandLines
let daemons: string[]
let clientKey = ''
let artifact = ''
let record: Record<string, Buffer> = {}
let page = ''
let session = ''
const steps: Record<string, Step> = {}
const tokens: string[] = []

beforeAll(async () => {
  issuer = await startIssuer()
  artifacts = await startArtifacts()
  hosts = await deployHosts({ issuer, example: 'ssh-maintenance' })
  cpSync(join(ROOT, 'examples', 'ssh-deploy'), hosts.workspace, { recursive: true })
  writeFileSync(join(hosts.app, 'customers.txt'), `1 Ada ${EMAIL}\n`)
  spawnSync('git', ['init', '-q', '--bare', '-b', 'main', join(hosts.app, 'app.git')])
  commandLines = watchCommandLines()
  job = await startJob({
    issuer: {
      ...issuer,
      github: async (...args) => {
        const token = await issuer.github(...args)
        tokens.push(token)
        return token
      },
    },
    artifacts,
    workspace: hosts.workspace,
  })
  steps.open = await job.uses(ROOT, { server: hosts.url, target: 'web-1' })
  session = steps.open.outputs['session-id'] ?? ''
  daemons = environments('dist/daemon/index.js')
  clientKey = readFileSync(join(job.env.SLUICE_SSH_CONFIG ?? '', '..', 'ssh_key_1'), 'utf8')
  const ssh = (command: string) => job.run(`ssh -F "$SLUICE_SSH_CONFIG" web-1 '${command}'`)
  steps.read = await ssh(`cat ${hosts.app}/customers.txt; id -un`)
  steps.refused = await ssh(`echo before > ${hosts.app}/before; rm -rf /etc`)
  const approver = await hosts.approver()
  const held = ssh(`rm -rf ${hosts.app}/cache/pages`)
  const waiting = await Promise.race([approver.next(AbortSignal.timeout(40_000)), held])
  if (!('id' in waiting)) throw new Error(waiting.log)
  await approver.approve(waiting, 'agreed')
  steps.held = await held
  steps.copies = await job.run(`rsync -a public/ web-1:${hosts.app}/public/
scp -F "$SLUICE_SSH_CONFIG" release.txt web-1:${hosts.app}/by-scp.txt
scp -O -F "$SLUICE_SSH_CONFIG" release.txt web-1:${hosts.app}/by-old-scp.txt
printf 'put release.txt ${hosts.app}/by-sftp.txt\\n' | sftp -b - -F "$SLUICE_SSH_CONFIG" web-1
git init -q -b main repository && cd repository
git -c user.name=dev -c user.email=dev@acme.example commit -q --allow-empty -m first
git push -q ssh://web-1${hosts.app}/app.git main`)
  steps.shell = await job.run('ssh -F "$SLUICE_SSH_CONFIG" web-1 < /dev/null')
  const { posts, orphans } = await job.end()
  expect(orphans).toEqual([])
  if (posts[0]) steps.close = posts[0]
  artifact = artifacts.names()[0] ?? ''
  record = await artifacts.files(artifact)
  page = await sessionPage()
  commandLines.stop()
}, 120_000)
afterAll(async () => {
  commandLines?.stop()
  await hosts?.close()
  await artifacts?.close()
  await issuer?.close()
})

/** As the administrator sees it; a server prints a new link when it starts. */
async function sessionPage(): Promise<string> {
  await hosts.stop()
  await hosts.start()
  const browser = createBrowser()
  const token = new URL(hosts.administratorLink()).searchParams.get('token') ?? ''
  await browser.go(`${hosts.url}/sign-in/link`, { method: 'POST', body: new URLSearchParams({ token }) })
  return (await browser.go(`${hosts.url}/sessions/${session}`)).text()
}

describe('a job on a host', () => {
  it('finds the session by its variables, and gets no key of the host', () => {
    expect(steps.open?.log).not.toContain('Error')
    expect(steps.open).toMatchObject({ ok: true, heldOutput: false })
    expect(Object.keys(steps.open?.exported ?? {}).sort()).toEqual([
      'ANSIBLE_SSH_ARGS',
      'ANSIBLE_SSH_USETTY',
      'GIT_SSH_COMMAND',
      'GIT_SSH_VARIANT',
      'RSYNC_RSH',
      'SLUICE_SSH_CONFIG',
    ])
    expect(daemons.length).toBeGreaterThan(0)
    expect(daemons.filter((environment) => /ACTIONS_|GITHUB_TOKEN|INPUT_|STATE_/.test(environment))).toEqual(
      [],
    )
  })

  it('logs in with a certificate of the server’s authority that names the grant', () => {
    expect(hosts.sshd.log()).toMatch(
      /Accepted certificate ID "sluice web-1 \w+"|ED25519-CERT .* ID sluice web-1 /,
    )
    expect(hosts.sshd.log()).not.toMatch(/Accepted password/)
  })

  it('reads with masks, as the account of the policy', () => {
    expect(steps.read?.log).toMatch(/^1 Ada \S*\*\S*\n/)
    expect(steps.read?.log).toContain(hosts.sshd.user)
    expect(job.raw()).not.toContain(EMAIL)
  })

  it('is refused as a whole, with the rule, and nothing of the line ran', () => {
    expect(steps.refused).toMatchObject({ ok: false, code: 126 })
    expect(steps.refused?.log).toMatch(/sluice: refused by policy: [\s\S]*Rule remove-everything/)
    expect(existsSync(join(hosts.app, 'before'))).toBe(false)
  })

  it('waits for a person, and goes on', () => {
    expect(steps.held?.ok).toBe(true)
    expect(steps.held?.log).toMatch(/held/)
    expect(steps.held?.log).toContain(`${hosts.url}/approvals/`)
    expect(existsSync(join(hosts.app, 'cache', 'pages'))).toBe(false)
  })

  it('copies by rsync, scp of both kinds, sftp and git', () => {
    expect(steps.copies?.ok, steps.copies?.log).toBe(true)
    for (const name of ['by-scp.txt', 'by-old-scp.txt', 'by-sftp.txt', 'public/index.html'])
      expect(existsSync(join(hosts.app, name)), name).toBe(true)
    const log = spawnSync('git', ['-C', join(hosts.app, 'app.git'), 'log', '--format=%s', 'main'])
    expect(String(log.stdout)).toBe('first\n')
  })

  it('gets no shell', () => {
    expect(steps.shell?.ok).toBe(false)
    expect(steps.shell?.log).toMatch(/sluice: /)
  })
})

describe('what is left', () => {
  it('is a record that is intact and countersigned, the same as artifact and on the server', () => {
    const kept = join(hosts.dir, 'data', 'sessions', session)
    for (const file of ['session.jsonl', 'receipts.jsonl'])
      expect(readFileSync(join(kept, file)).equals(record[file] ?? Buffer.alloc(0)), file).toBe(true)
    expect(readdirSync(join(hosts.dir, 'data', 'sessions'))).toEqual([session])
    const dir = mkdtempSync(join(tmpdir(), 'sluice-record-'))
    for (const [name, bytes] of Object.entries(record)) writeFileSync(join(dir, name), bytes)
    const verified = spawnSync(process.execPath, [hosts.cli, 'verify', dir], { encoding: 'utf8' })
    rmSync(dir, { recursive: true })
    expect(verified.stdout + verified.stderr).toMatch(/intact/)
    expect(verified.stdout + verified.stderr).toMatch(/countersigned|server/)
    expect(verified.status).toBe(0)
  })

  it('tells every command, its verdict and what it showed', () => {
    const text = record['session.jsonl']?.toString() ?? ''
    for (const part of [
      'customers.txt; id -un',
      'rm -rf /etc',
      'remove-everything',
      'approved',
      'by-sftp.txt',
    ])
      expect(text, part).toContain(part)
    expect(text).toMatch(/"stream":"stdout"/)
  })

  it('is a summary with a receipt, and a page of the session', () => {
    expect(steps.close?.ok).toBe(true)
    expect(steps.close?.summary).toContain('Teardown receipt')
    expect(page).toContain('web-1')
    expect(page).toContain('rm -rf')
    expect(page).toContain('remove-everything')
  })

  it('holds no private key, no token and no masked value anywhere', () => {
    const authority = readFileSync(join(hosts.sshd.directory, 'ca'), 'utf8')
    const lines = (pem: string) => pem.split('\n')[2] ?? 'missing'
    const places: Record<string, string | Buffer> = {
      'job log': job.log(),
      'job summary': Object.values(steps)
        .map(({ summary }) => summary)
        .join('\n'),
      'server log': hosts.log(),
      'command lines': commandLines.seen(),
      'daemon environments': daemons.join('\n'),
      page,
      ...record,
      ...Object.fromEntries(filesBelow(join(hosts.dir, 'data'))),
    }
    expect(commandLines.seen()).toContain('dist/daemon/index.js')
    expect(tokens).toHaveLength(1)
    expect(
      leaks(places, {
        'a private key': 'PRIVATE KEY-----',
        'the session’s key': lines(clientKey),
        'the authority': lines(authority),
        'e-mail address': EMAIL,
        'id token': tokens[0] ?? 'missing',
      }),
    ).toEqual([])
    expect(existsSync(job.env.SLUICE_SSH_CONFIG ?? '')).toBe(false)
  })
})
