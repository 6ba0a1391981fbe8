// ~/.ssh/config while a session lasts, as OpenSSH reads it.
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { addToUserConfig, removeFromUserConfig } from '../../../src/protocols/ssh/user-config.ts'

const root = mkdtempSync(join(tmpdir(), 'home-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** A home directory, with a configuration when one is given, and the files of two sessions. */
function place(config?: string | Buffer) {
  const home = mkdtempSync(join(root, 'user-'))
  const file = join(home, '.ssh', 'config')
  if (config !== undefined) {
    mkdirSync(join(home, '.ssh'))
    writeFileSync(file, config, { mode: 0o640 })
  }
  const hosts = (name: string, host: string, port: number) => {
    const path = join(home, `session ${name}`, 'ssh_hosts')
    mkdirSync(join(path, '..'))
    writeFileSync(path, `Host ${host} ${host}.internal\n  HostName 127.0.0.1\n  Port ${port}\n`)
    return path
  }
  const port = (host: string) =>
    /^port (\d+)$/m.exec(execFileSync('ssh', ['-G', '-F', file, host], { stdio: 'pipe' }).toString())?.[1]
  return { home, file, hosts, port }
}

const refusal = (message: RegExp) =>
  expect.objectContaining({ code: 'CONFIG_INVALID', message: expect.stringMatching(message) })

describe('the line', () => {
  test.each([
    ['no directory', undefined],
    ['an empty file', ''],
    ['hosts and settings for all', 'Host *\n  Port 4000\nHost web\n  Port 5000\n  ProxyJump bastion\n'],
    ['no end of the last line', 'Host other\n  Port 7'],
    ['bytes that are no text', Buffer.from([0x23, 0xff, 0xfe, 0x0d, 0x0a, 0x23, 0x80])],
  ])('is before %s, and gone afterwards', async (_, config) => {
    const { home, file, hosts, port } = place(config)
    await addToUserConfig({ home, session: 's1' }, hosts('one', 'web', 2222))
    expect(port('web')).toBe('2222')
    expect(port('web.internal')).toBe('2222')
    expect(statSync(file).mode & 0o777).toBe(config === undefined ? 0o600 : 0o640)
    await removeFromUserConfig({ home, session: 's1' })
    if (config === undefined) expect(existsSync(join(home, '.ssh'))).toBe(false)
    else expect(readFileSync(file)).toEqual(Buffer.from(config))
    expect(existsSync(`${file}.sluice`)).toBe(false)
  })

  test('leaves what others have written meanwhile', async () => {
    const { home, file, hosts } = place()
    await addToUserConfig({ home, session: 's1' }, hosts('one', 'web', 2222))
    writeFileSync(file, `Host new\n${readFileSync(file, 'utf8')}  Port 1\n`)
    await removeFromUserConfig({ home, session: 's1' })
    expect(readFileSync(file, 'utf8')).toBe('Host new\n  Port 1\n')
  })

  test('is one for each of several sessions, which begin and end at the same time', async () => {
    const { home, file, hosts, port } = place('Host mine\n  Port 9\n')
    const sessions = Array.from({ length: 6 }, (_, at) => ({ session: `s${at}`, host: `web${at}` }))
    await Promise.all(
      sessions.map(({ session, host }, at) =>
        addToUserConfig({ home, session }, hosts(session, host, 2000 + at)),
      ),
    )
    expect(sessions.map(({ host }) => port(host))).toEqual(['2000', '2001', '2002', '2003', '2004', '2005'])
    await Promise.all(sessions.map(({ session }) => removeFromUserConfig({ home, session })))
    expect(readFileSync(file, 'utf8')).toBe('Host mine\n  Port 9\n')
  })

  test('of a session that was killed is harmless, and does not keep its host', async () => {
    const { home, file, hosts, port } = place('')
    const killed = hosts('killed', 'web', 2222)
    await addToUserConfig({ home, session: 's1' }, killed)
    rmSync(killed)
    expect(port('web')).toBe('22')
    await addToUserConfig({ home, session: 's2' }, hosts('next', 'web', 2223))
    expect(port('web')).toBe('2223')
    expect(readFileSync(file, 'utf8')).not.toContain('s1')
    await removeFromUserConfig({ home, session: 's2' })
    expect(readFileSync(file, 'utf8')).toBe('')
  })

  test('is not taken out of a file that has none', async () => {
    const { home, file } = place('Host a\n')
    const before = statSync(file).ino
    await removeFromUserConfig({ home, session: 's1' })
    expect(statSync(file).ino).toBe(before)
    await removeFromUserConfig({ home: join(home, 'nowhere'), session: 's1' })
  })
})

describe('refused, and nothing changed:', () => {
  test('the host of another session that lives', async () => {
    const { home, file, hosts } = place('')
    await addToUserConfig({ home, session: 's1' }, hosts('one', 'web', 2222))
    const before = readFileSync(file, 'utf8')
    await expect(addToUserConfig({ home, session: 's2' }, hosts('two', 'web', 2223))).rejects.toThrow(
      refusal(/another session .* answers for web /),
    )
    expect(readFileSync(file, 'utf8')).toBe(before)
  })

  test('a link', async () => {
    const { home, file, hosts } = place('Host a\n')
    const elsewhere = join(home, 'dotfiles')
    renameSync(file, elsewhere)
    symlinkSync(elsewhere, file)
    await expect(addToUserConfig({ home, session: 's1' }, hosts('one', 'web', 2222))).rejects.toThrow(
      refusal(/is a link$/),
    )
    expect(lstatSync(file).isSymbolicLink()).toBe(true)
    expect(readFileSync(elsewhere, 'utf8')).toBe('Host a\n')
  })

  test('a file that others may write, as ssh refuses it', async () => {
    const { home, file, hosts } = place('Host a\n')
    chmodSync(file, 0o666)
    await expect(addToUserConfig({ home, session: 's1' }, hosts('one', 'web', 2222))).rejects.toThrow(
      refusal(/can be written by others$/),
    )
    expect(existsSync(`${file}.sluice`)).toBe(false)
  })

  test('a directory in place of the file, or a file in place of the directory', async () => {
    const { home, file, hosts } = place()
    mkdirSync(file, { recursive: true })
    const path = hosts('one', 'web', 2222)
    await expect(addToUserConfig({ home, session: 's1' }, path)).rejects.toThrow(refusal(/is no file$/))
    rmSync(join(home, '.ssh'), { recursive: true })
    writeFileSync(join(home, '.ssh'), '')
    await expect(addToUserConfig({ home, session: 's1' }, path)).rejects.toThrow(
      refusal(/cannot be written \(ENOTDIR\)$/),
    )
  })

  test.each(['/tmp/a"b', '/tmp/a*', '/tmp/%h', '/tmp/a\nHost *', `/tmp/$${'{HOME}'}`])('%j', async (path) => {
    const { home, file } = place('')
    await expect(addToUserConfig({ home, session: 's1' }, path)).rejects.toThrow(refusal(/be included$/))
    expect(readFileSync(file, 'utf8')).toBe('')
  })
})

test('what a killed process left behind is cleared away', async () => {
  const { home, file, hosts, port } = place('Host a\n')
  writeFileSync(`${file}.sluice`, 'half of it')
  const old = new Date(Date.now() - 60_000)
  utimesSync(`${file}.sluice`, old, old)
  linkSync(`${file}.sluice`, join(home, 'kept'))
  await addToUserConfig({ home, session: 's1' }, hosts('one', 'web', 2222))
  expect(port('web')).toBe('2222')
  expect(readFileSync(join(home, 'kept'), 'utf8')).toBe('half of it')
})
