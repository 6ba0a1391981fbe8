// What the strict guard says to each operation of SFTP, asked for by OpenSSH's client.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Verdict } from '../../../../src/core/verdict.ts'
import { ssh as protocol } from '../../../../src/protocols/ssh/index.ts'
import { guarded } from '../guarded.ts'
import { withSshd } from '../opened.ts'
import { ALLOW, block, ssh } from '../relayed.ts'
import { directories, results, scp, sftp, statements } from './openssh.ts'

const { open } = withSshd()
const { local, remote } = directories()
writeFileSync(local('x'), 'new content')

/** Runs one command and tells what the client read. */
async function refused(command: string, allow: Parameters<typeof guarded>[0] = []): Promise<string> {
  const relay = await open(guarded(allow))
  const ran = await sftp(relay, [`-${command}`, 'pwd'])
  // The connection goes on.
  expect(ran.stdout).toContain('Remote working directory')
  return ran.stderr
}

test.each([
  ['put {x} /etc/passwd', 'write-critical'],
  ['put {x} /root/.ssh/authorized_keys2', 'write-critical'],
  ['put {x} /etc/cron.d/job', 'write-startup'],
  ['put {x} /root/.bashrc-none/../.bashrc', 'write-system'],
  ['put {x} /etc/../root/.bashrc', 'write-startup'],
  ['put {x} .profile', 'write-startup'],
  ['put {x} /usr/local/bin/tool', 'write-system'],
  ['reput {x} /etc/hostname', 'write-system'],
  ['rm /etc/hostname', 'remove-system'],
  ['rm {r}/kept', 'remove-file'],
  ['rmdir {r}/dir', 'remove-file'],
  ['rename {r}/kept /etc/cron.d/kept', 'write-startup'],
  ['rename /etc/hostname {r}/kept', 'write-system'],
  ['rename {r}/kept /tmp/sluice-gone', 'remove-recursive'],
  ['rename {r}/.env {r}/plain', 'expose-secret'],
  ['ln -s /etc/passwd {r}/link', 'write-critical'],
  ['ln /etc/passwd {r}/link', 'write-critical'],
  ['chmod 4755 {r}/kept', 'change-permissions'],
  ['chmod 666 {r}/kept', 'change-permissions'],
  ['chmod 600 /etc/hostname', 'change-permissions'],
  ['chown 1 /etc/hostname', 'change-permissions'],
  ['mkdir /etc/systemd/system/x.d', 'write-startup'],
  ['get /etc/shadow {l}/shadow', 'expose-secret'],
  ['get {r}/id_ed25519 {l}/key', 'expose-secret'],
  ['get {r}/.env {l}/env', 'expose-secret'],
  ['get {r}/shadow {l}/shadow', 'expose-secret'],
  ['put {x} {r}/etc/cron.d/job', 'write-startup'],
])('%s: %s', async (template, rule) => {
  mkdirSync(remote('dir'), { recursive: true })
  for (const name of ['kept', '.env', 'id_ed25519']) writeFileSync(remote(name), 'kept', { mode: 0o600 })
  if (!existsSync(remote('etc'))) symlinkSync('/etc', remote('etc'))
  if (!existsSync(remote('shadow'))) symlinkSync('/etc/shadow', remote('shadow'))
  const passwd = readFileSync('/etc/passwd')
  const command = template.replace('{x}', local('x')).replaceAll('{r}', remote()).replace('{l}', local())
  const said = await refused(command)
  expect(said).toContain(`sluice: Rule ${rule}:`)
  expect(said).toMatch(/permission denied/i)
  expect(readFileSync('/etc/passwd').equals(passwd)).toBe(true)
  expect(readFileSync(remote('kept'), 'utf8')).toBe('kept')
  expect(statSync(remote('kept')).mode & 0o7777).toBe(0o600)
  expect(existsSync(remote('dir'))).toBe(true)
  for (const name of ['link', 'plain']) expect(existsSync(remote(name))).toBe(false)
  for (const name of ['shadow', 'key', 'env']) expect(existsSync(local(name))).toBe(false)
})

test('an exception for a directory counts for what leads out of it, too', async () => {
  mkdirSync(remote('app'), { recursive: true })
  writeFileSync(remote('app/old'), '')
  const allow = [{ rule: 'remove-file', paths: [remote('app/**')] }]
  const other = remote('other')
  writeFileSync(other, 'kept')
  if (!existsSync(remote('app/up'))) symlinkSync('..', remote('app/up'))
  expect(await refused(`rm ${remote('app/../other')}`, allow)).toContain('remove-file')
  expect(await refused(`rm ${remote('app/up/other')}`, allow)).toContain('remove-file')
  expect(readFileSync(other, 'utf8')).toBe('kept')
  expect(await refused(`rm ${remote('app/old')}`, allow)).toBe('')
  expect(existsSync(remote('app/old'))).toBe(false)
})

test('what is refused is not forwarded, and told in the status and on standard error', async () => {
  const relay = await open({
    protocol,
    verdict: ({ text }) => (/ rm /.test(text) ? block('own', 'x') : ALLOW),
  })
  writeFileSync(remote('a'), '')
  const ran = await sftp(relay, [`-rm ${remote('a')}`, `put ${local('x')} ${remote('b')}`])
  expect(ran.code).toBe(0)
  expect(ran.stderr).toContain('sluice: refused by policy: dropping a table loses its rows\n')
  expect(existsSync(remote('a'))).toBe(true)
  expect(readFileSync(remote('b'), 'utf8')).toBe('new content')
  expect(results(relay)).toEqual(['closed'])
})

test('a mode that the umask cuts is no permission to everybody; one that is kept is', async () => {
  const relay = await open(guarded())
  writeFileSync(local('all'), 'x', { mode: 0o600 })
  chmodSync(local('all'), 0o666)
  const put = `put ${local('all')} ${remote('all')}`
  expect(await sftp(relay, [`mkdir ${remote('made')}`, put])).toMatchObject({ code: 0, stderr: '' })
  expect(await scp(relay, '-O', local('all'), `web:${remote('all-2')}`)).toMatchObject({
    code: 0,
    stderr: '',
  })
  const kept = await sftp(relay, [put.replace('put', 'put -p')])
  expect(kept.stderr).toContain('Rule change-permissions')
  expect(statSync(remote('all')).mode & 0o002).toBe(0)
  const old = await scp(relay, '-O', '-p', local('all'), `web:${remote('all-3')}`)
  expect(old.stderr).toContain('Rule change-permissions')
  expect(existsSync(remote('all-3'))).toBe(false)
})

test('the server of SFTP as a command is read as SFTP', async () => {
  const allow = [{ rule: 'unknown-program', programs: ['sftp-server'] }]
  const relay = await open(guarded(allow))
  const server = ['-s', '/usr/lib/openssh/sftp-server']
  expect(await sftp(relay, [`put ${local('x')} ${remote('by-server')}`], server)).toMatchObject({
    code: 0,
    stderr: '',
  })
  const refused = await sftp(relay, [`-put ${local('x')} /etc/cron.d/x`], server)
  expect(refused.stderr).toContain('Rule write-startup')
  expect(existsSync('/etc/cron.d/x')).toBe(false)
})

const HOLD: Verdict = { ...block('own', 'x'), kind: 'hold' }

test('what is held waits, others go on; then it is done', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  let approved = false
  const relay = await open({
    protocol,
    verdict: ({ text }) => (text.includes('held') && !approved ? HOLD : ALLOW),
    gate: {
      async hold(_, __, { notice }) {
        notice('waiting for approval: https://sluice.example/a/1')
        await promise
        approved = true
        return undefined
      },
    },
  })
  const waiting = sftp(relay, [`put ${local('x')} ${remote('held')}`])
  while (!statements(relay).some((text) => text.includes('held'))) await sleep(10)
  expect(await ssh(relay, ['web', 'echo', 'on'])).toMatchObject({ stdout: 'on\n' })
  expect(existsSync(remote('held'))).toBe(false)
  resolve()
  const ran = await waiting
  expect(ran.code).toBe(0)
  expect(ran.stderr).toContain('sluice: waiting for approval: https://sluice.example/a/1')
  expect(readFileSync(remote('held'), 'utf8')).toBe('new content')
})

test('a link that changes while somebody is asked is asked about again', async () => {
  const asked: string[] = []
  let approved = ''
  mkdirSync(remote('first'))
  mkdirSync(remote('second'))
  symlinkSync('first', remote('current'))
  const relay = await open({
    protocol,
    verdict: ({ text }) => (text.includes('current') && approved !== text ? HOLD : ALLOW),
    gate: {
      async hold({ text }) {
        asked.push(text)
        await sleep(1100)
        rmSync(remote('current'))
        symlinkSync('second', remote('current'))
        approved = text
        return undefined
      },
    },
  })
  const ran = await sftp(relay, [`put ${local('x')} ${remote('current/x')}`])
  expect(ran.code).toBe(0)
  expect(asked.map((text) => text.split(' # leads to ')[1])).toEqual([remote('first/x'), remote('second/x')])
  expect(existsSync(remote('first/x'))).toBe(false)
  expect(existsSync(remote('second/x'))).toBe(true)
  expect(results(relay)).toEqual(['its path leads elsewhere by now, so it is judged again', 'closed'])
})

test('a client that goes away takes back what is held', async () => {
  const withdrawn = Promise.withResolvers<void>()
  const relay = await open({
    protocol,
    verdict: ({ text }) => (text.startsWith('sftp put') ? HOLD : ALLOW),
    gate: {
      hold: (_, verdict, { signal }) =>
        new Promise((resolve) =>
          signal.addEventListener('abort', () => {
            withdrawn.resolve()
            resolve(verdict)
          }),
        ),
    },
  })
  const waiting = sftp(relay, [`put ${local('x')} ${remote('never')}`])
  while (!statements(relay).some((text) => text.includes('never'))) await sleep(10)
  for (const connection of relay.connections) connection.end('the test is over')
  await withdrawn.promise
  expect((await waiting).code).not.toBe(0)
  expect(existsSync(remote('never'))).toBe(false)
})

test('under masks files are held as they leave, by every way; uploads are not', async () => {
  const masks = { columns: [], detect: ['email'] }
  writeFileSync(remote('export.csv'), 'a@example.com')
  const relay = await open(guarded([], { masks }))
  const from = `web:${remote('export.csv')}`
  for (const ran of [
    await sftp(relay, [`-get ${remote('export.csv')} ${local('out')}`]),
    await scp(relay, from, local('out')),
    await scp(relay, '-O', from, local('out')),
  ])
    expect(ran.stderr).toContain('Rule file-download')
  expect(existsSync(local('out'))).toBe(false)
  expect(await scp(relay, local('x'), `web:${remote('up')}`)).toMatchObject({ code: 0 })
  expect(await scp(relay, '-O', local('x'), `web:${remote('up')}`)).toMatchObject({ code: 0 })
  const allow = [{ rule: 'file-download', paths: [remote('*.csv')] }]
  const named = await open(guarded(allow, { masks }))
  expect(await scp(named, from, local('out'))).toMatchObject({ code: 0 })
  expect(await scp(named, '-O', from, local('out'))).toMatchObject({ code: 0 })
})

test('scp in the old protocol: files are judged one by one, the others arrive', async () => {
  mkdirSync(local('tree/.ssh'), { recursive: true })
  mkdirSync(remote('home'), { recursive: true })
  for (const name of ['tree/a', 'tree/.ssh/authorized_keys', 'tree/.bashrc', 'tree/z'])
    writeFileSync(local(name), name)
  const relay = await open(guarded())
  const ran = await scp(relay, '-O', '-r', '-p', local('tree'), `web:${remote('home')}`)
  expect(ran.stderr).toContain('write-critical')
  expect(ran.stderr).toContain('write-startup')
  expect(ran.code).toBe(1)
  for (const name of ['a', 'z'])
    expect(readFileSync(remote(`home/tree/${name}`), 'utf8')).toBe(`tree/${name}`)
  for (const name of ['.bashrc', '.ssh']) expect(existsSync(remote(`home/tree/${name}`))).toBe(false)
  writeFileSync(remote('home/.env'), 'SECRET=1')
  writeFileSync(remote('home/b'), 'b')
  const back = await scp(relay, '-O', '-r', `web:${remote('home')}`, local('back'))
  expect(back).toMatchObject({ code: 1, stderr: expect.stringContaining('expose-secret') })
  expect(existsSync(local('back/.env'))).toBe(false)
  expect(readFileSync(local('back/b'), 'utf8')).toBe('b')
  expect(readFileSync(local('back/tree/z'), 'utf8')).toBe('tree/z')
})
