// OpenSSH's own sftp and scp through the relay: what arrives, and what the record says of it.
import { createHash, randomBytes } from 'node:crypto'
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import ssh2, { type SFTPWrapper } from 'ssh2'
import { expect, test } from 'vitest'
import { interpreterOf } from '../../../../src/protocols/ssh/transfer/index.ts'
import { withSshd } from '../opened.ts'
import type { Relayed } from '../relayed.ts'
import { LOCAL_USER } from '../relayed.ts'
import { directories, results, scp, sftp, statements, transfers } from './openssh.ts'

const { open, clean } = withSshd()
const { local, remote } = directories()
const interpreter = interpreterOf
const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex')

test('a file up and down, with its digest', async () => {
  const relay = await open({ interpreter })
  const content = randomBytes(1_000_003)
  writeFileSync(local('a.bin'), content)
  const ran = await sftp(relay, [
    `put ${local('a.bin')} ${remote('a.bin')}`,
    `get ${remote('a.bin')} ${local('b.bin')}`,
  ])
  expect(ran).toMatchObject({ code: 0, stderr: '' })
  expect(readFileSync(remote('a.bin')).equals(content)).toBe(true)
  expect(readFileSync(local('b.bin')).equals(content)).toBe(true)
  expect(statements(relay)).toEqual([
    `sftp put --mode=0644 ${remote('a.bin')}`,
    `sftp get ${remote('a.bin')}`,
  ])
  expect(transfers(relay)).toEqual([
    ['in', content.length, sha256(content)],
    ['out', content.length, sha256(content)],
  ])
  expect(results(relay)).toEqual(['closed', 'closed'])
  // In the record's file before it goes on; the first is of the channel's start.
  const order = relay.told.map(({ type }) => type).filter((type) => type === 'judge' || type === 'flush')
  expect(order).toEqual(['flush', 'judge', 'flush', 'judge', 'flush'])
})

test('an empty file, and one that is not there', async () => {
  const relay = await open({ interpreter })
  writeFileSync(local('empty'), '')
  const ran = await sftp(relay, [
    `put ${local('empty')} ${remote('empty')}`,
    `-get ${remote('none')} ${local('none')}`,
  ])
  expect(ran.stderr).toContain('not found')
  expect(statSync(remote('empty')).size).toBe(0)
  expect(transfers(relay)).toEqual([['in', 0, sha256('')]])
})

test('mode and times are kept, names may be anything', async () => {
  const relay = await open({ interpreter })
  const names = [
    'with blank',
    "quote'd",
    'ünïcode-☃',
    'tab\tand\nnewline',
    'bidi‮txt',
    '-dash',
    '~',
    'x'.repeat(255),
  ]
  mkdirSync(local('named'))
  for (const name of names) {
    writeFileSync(local(`named/${name}`), name, { mode: 0o640 })
    utimesSync(local(`named/${name}`), 1_600_000_000, 1_600_000_000)
  }
  const ran = await scp(relay, '-r', '-p', local('named'), `web:${remote('named')}`)
  expect(ran).toMatchObject({ code: 0, stderr: '' })
  for (const name of names) {
    expect(readFileSync(remote(`named/${name}`), 'utf8')).toBe(name)
    expect(statSync(remote(`named/${name}`))).toMatchObject({ mode: 0o100640, mtimeMs: 1_600_000_000_000 })
  }
  const told = statements(relay).join('\n')
  const at = remote('named')
  for (const written of [
    `sftp put --keep --mode=0640 --times=1600000000:1600000000 '${at}/with blank'`,
    `sftp put --keep --mode=0640 --times=1600000000:1600000000 $'${at}/quote\\'d'`,
    `sftp put --keep --mode=0640 --times=1600000000:1600000000 '${at}/ünïcode-☃'`,
    `sftp put --keep --mode=0640 --times=1600000000:1600000000 $'${at}/tab\\x09and\\nnewline'`,
    `sftp put --keep --mode=0640 --times=1600000000:1600000000 $'${at}/bidi\\u202etxt'`,
    `sftp put --keep --mode=0640 --times=1600000000:1600000000 ${at}/-dash`,
  ])
    expect(told).toContain(written)
  expect(told).not.toMatch(/[\t\u202e]/)
  // One for each file, and two for the directory.
  expect(statements(relay).length).toBe(names.length + 2)
})

test('scp in both protocols, and back', async () => {
  const relay = await open({ interpreter })
  mkdirSync(local('tree/a/b'), { recursive: true })
  for (const path of ['tree/1', 'tree/a/2', 'tree/a/b/3']) writeFileSync(local(path), randomBytes(70_000))
  for (const [name, ...options] of [['new'], ['old', '-O']] as [string, ...string[]][]) {
    expect(await scp(relay, ...options, '-r', local('tree'), `web:${remote(name)}`)).toMatchObject({
      code: 0,
      stderr: '',
    })
    expect(await scp(relay, ...options, '-r', `web:${remote(name)}`, local(name))).toMatchObject({
      code: 0,
      stderr: '',
    })
    for (const path of ['1', 'a/2', 'a/b/3'])
      expect(readFileSync(local(`${name}/${path}`)).equals(readFileSync(local(`tree/${path}`)))).toBe(true)
  }
})

test('a tree is listed in one statement', async () => {
  const relay = await open({ interpreter })
  for (const path of ['deep/a/b/c', 'deep/d']) mkdirSync(remote(path), { recursive: true })
  for (let i = 0; i < 300; i++) writeFileSync(remote(`deep/a/${i}`), '')
  const ran = await sftp(relay, [
    `ls -l ${remote('deep')}`,
    `ls ${remote('deep/a')}`,
    `ls ${remote('deep/a/b')}`,
  ])
  expect(ran.code).toBe(0)
  expect(ran.stdout).toContain('299')
  expect(statements(relay)).toEqual([`sftp ls ${remote('deep')}/`])
})

test('every operation is told with all of its paths', async () => {
  const relay = await open({ interpreter })
  writeFileSync(remote('one'), '12345')
  const ran = await sftp(relay, [
    `mkdir ${remote('dir')}`,
    `rename ${remote('one')} ${remote('two')}`,
    `ln ${remote('two')} ${remote('hard')}`,
    `ln -s two ${remote('soft')}`,
    `chmod 755 ${remote('two')}`,
    `chmod 4755 ${remote('two')}`,
    `chown ${process.getuid?.()} ${remote('two')}`,
    `cp ${remote('two')} ${remote('copied')}`,
    `df ${remote()}`,
    `rm ${remote('hard')}`,
    `rmdir ${remote('dir')}`,
  ])
  expect(ran.stderr.replace(/.*copy-data.*\n/i, '')).toBe('')
  const at = remote()
  expect(statements(relay).map((text) => text.replaceAll(at, '/R'))).toEqual([
    'sftp mkdir --mode=0777 /R/dir',
    'sftp rename --replace /R/one /R/two',
    'sftp hardlink /R/two /R/hard',
    'sftp symlink two /R/soft',
    expect.stringMatching(/^sftp setstat --mode=0\d*755 \/R\/two$/),
    expect.stringMatching(/^sftp setstat --mode=0\d*4755 \/R\/two$/),
    expect.stringMatching(/^sftp setstat --owner=\d+:\d+ \/R\/two$/),
    'sftp get /R/two',
    'sftp put --mode=0755 /R/copied',
    'sftp copy /R/two /R/copied',
    'sftp rm /R/hard',
    'sftp rmdir /R/dir',
  ])
  const judged = relay.told.flatMap((one) => (one.type === 'judge' ? [one.statement] : []))
  expect(judged.find(({ text }) => text.includes('4755'))?.analysis.effects).toContainEqual({
    action: 'permit',
    object: 'path',
    name: remote('two'),
    place: 'own',
    detail: 'setuid',
  })
  expect(results(relay)).toEqual([...Array(7).fill('done'), 'done', 'closed', 'closed', 'done', 'done'])
})

test('where a link leads is part of the statement, and of its effects', async () => {
  const relay = await open({ interpreter })
  symlinkSync('/etc', remote('etc'))
  symlinkSync('/etc/hostname', remote('name'))
  const ran = await sftp(relay, [
    `get ${remote('name')} ${local('name')}`,
    `-put ${local('name')} ${remote('etc/sluice-test-none/x')}`,
    `get ${remote('../../etc/hostname')} ${local('name')}`,
  ])
  expect(ran.code).toBe(0)
  expect(statements(relay)).toEqual([
    `sftp get ${remote('name')} # leads to /etc/hostname`,
    `sftp put --mode=0755 ${remote('etc/sluice-test-none/x')} # leads to /etc/sluice-test-none/x`,
    `sftp get /etc/hostname`,
  ])
})

/** ssh2's own client of SFTP, which asks for up to 64 things at a time. */
function sftpClient(relay: Relayed): Promise<SFTPWrapper> {
  const client = new ssh2.Client()
  clean(() => void client.end())
  return new Promise((resolve, reject) => {
    client.once('error', reject)
    client.once('ready', () => client.sftp((error, wrapper) => (error ? reject(error) : resolve(wrapper))))
    client.connect({
      host: '127.0.0.1',
      port: relay.port,
      username: LOCAL_USER,
      privateKey: relay.target.identity?.clientKey.reveal() ?? '',
    })
  })
}

const settled = (act: (done: (error?: Error | null) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => act((error) => (error ? reject(error) : resolve())))

test('many requests at a time', async () => {
  const relay = await open({ interpreter })
  const client = await sftpClient(relay)
  const content = randomBytes(5_000_000)
  writeFileSync(local('big'), content)
  await settled((done) => client.fastPut(local('big'), remote('big'), { concurrency: 64 }, done))
  await settled((done) => client.fastGet(remote('big'), local('back'), { concurrency: 64 }, done))
  expect(readFileSync(local('back')).equals(content)).toBe(true)
  // It reads its own file in no order.
  expect(transfers(relay).map(([direction, bytes]) => [direction, bytes])).toEqual([
    ['in', content.length],
    ['out', content.length],
  ])
  const opened = await Promise.all(
    Array.from({ length: 200 }, (_, i) =>
      settled((done) => client.writeFile(remote(`many-${i}`), `${i}`, done)),
    ),
  )
  expect(opened.length).toBe(200)
  expect(readdirSync(remote()).filter((name) => name.startsWith('many-')).length).toBe(200)
})

test('what is written in parts has the digest of its parts', async () => {
  const relay = await open({ interpreter })
  const client = await sftpClient(relay)
  const handle = await new Promise<Buffer>((resolve, reject) =>
    client.open(remote('parts'), 'w', (error, opened) => (error ? reject(error) : resolve(opened))),
  )
  for (const [at, text] of [
    [5, 'world'],
    [0, 'hello'],
  ] as const)
    await settled((done) => client.write(handle, Buffer.from(text), 0, 5, at, done))
  await settled((done) => client.close(handle, done))
  expect(readFileSync(remote('parts'), 'utf8')).toBe('helloworld')
  const run = (offset: number, text: string) => {
    const head = Buffer.alloc(16)
    head.writeBigUInt64BE(BigInt(offset))
    head.writeBigUInt64BE(BigInt(text.length), 8)
    return Buffer.concat([head, createHash('sha256').update(text).digest()])
  }
  expect(transfers(relay)).toEqual([['in', 10, sha256(Buffer.concat([run(5, 'world'), run(0, 'hello')]))]])
  expect(relay.told.filter(({ type }) => type === 'limit')).toMatchObject([{ limit: 'transfer' }])
})

test('a limit of bytes ends a download, not the connection', async () => {
  const relay = await open({ interpreter, terms: { limits: { connections: 10, bytes: 100_000 } } })
  writeFileSync(remote('large'), randomBytes(5_000_000))
  writeFileSync(remote('small'), 'small')
  const ran = await sftp(relay, [
    `-get ${remote('large')} ${local('large')}`,
    `get ${remote('small')} ${local('small')}`,
  ])
  expect(ran.code).toBe(0)
  expect(readFileSync(local('small'), 'utf8')).toBe('small')
  expect(relay.told.filter(({ type }) => type === 'limit')).toMatchObject([{ limit: 'bytes' }])
})
