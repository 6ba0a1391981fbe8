// Logins: the session's on this side, the target's on the other.
import { execFileSync } from 'node:child_process'
import { createPrivateKey } from 'node:crypto'
import { once } from 'node:events'
import { appendFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import ssh2, { type ConnectConfig } from 'ssh2'
import { describe, expect, test } from 'vitest'
import { Secret } from '../../../src/core/secret.ts'
import { Ahead } from '../../../src/protocols/ssh/ahead.ts'
import { parseHostKey } from '../../../src/protocols/ssh/host-keys.ts'
import { createIdentity } from '../../../src/protocols/ssh/identity.ts'
import { type Upstream, upstreamLogin } from '../../../src/protocols/ssh/upstream-login.ts'
import { withSshd } from './opened.ts'
import { rawClient } from './raw.ts'
import { LOCAL_USER, type Relayed, relayedTarget, ssh, terms, textual } from './relayed.ts'

const { open, raw, clean, server } = withSshd()
const limits = (relay: Relayed) =>
  relay.told.flatMap((told) => (told.type === 'limit' ? [`${told.limit}: ${told.detail}`] : []))

describe('the session’s own login', () => {
  test('another user is told who may log in', async () => {
    const relay = await open()
    const ran = await ssh(relay, ['-l', 'somebody', 'web', 'true'])
    expect(ran.code).toBe(255)
    expect(ran.stderr).toContain(`sluice: this session is for the user ${LOCAL_USER} or ${server().user}`)
    expect(ran.stderr).toContain('Permission denied (publickey)')
  })

  test('another key, a password and nothing at all are refused', async () => {
    const relay = await open()
    const other = server().makeKey().private
    const guesses: ConnectConfig[] = [{ privateKey: other }, { password: 'guess' }, {}]
    for (const tried of guesses)
      await expect(rawClient(relay, { privateKey: '', ...tried })).rejects.toThrow(
        'All configured authentication methods failed',
      )
    await expect(rawClient(relay, { privateKey: server().privateKey })).rejects.toThrow()
    expect(relay.told).toEqual([])
  })

  test('keys are exchanged strictly, with ciphers that authenticate', async () => {
    const relay = await open()
    const client = await raw(relay)
    expect(client.link.strict).toBe(true)
    const verbose = await ssh(relay, ['-v', 'web', 'true'])
    expect(verbose.stderr).toContain('resetting read seqnr')
    expect(verbose.stderr).toMatch(/server->client cipher: aes128-gcm@openssh.com MAC: <implicit>/)
  })

  test.each(['aes128-cbc', '3des-cbc'])('%s is not spoken', async (cipher) => {
    const relay = await open()
    const offered = { algorithms: { cipher: [cipher] } } as unknown as object
    await expect(rawClient(relay, offered)).rejects.toThrow(/no matching/)
  })

  test('a client of another host key does not go on', async () => {
    const relay = await open()
    const other = await open()
    const ran = await ssh(relay, [
      '-p',
      String(other.port),
      '-o',
      'HostKeyAlias=[127.0.0.1]:1',
      'web',
      'true',
    ])
    expect(ran.code).toBe(255)
    expect(ran.stderr).toContain('Host key verification failed')
  })
})

describe('the end before a login', () => {
  test('a client that is turned away reads why', async () => {
    const relay = await open()
    const running = ssh(relay, ['web', 'true'])
    while (relay.connections.length === 0) await new Promise((resolve) => setImmediate(resolve))
    relay.connections[0]?.end('too many connections: web allows 1')
    const { code, stderr } = await running
    expect(code).toBe(255)
    expect(stderr).toContain('sluice: too many connections: web allows 1')
    await relay.connections[0]?.closed
    expect(limits(relay)).toEqual(['login: too many connections: web allows 1'])
  })

  test('one that says nothing is told so, and its socket closes', async () => {
    const relay = await open()
    const socket = connect(relay.port, '127.0.0.1')
    let text = ''
    socket.on('data', (bytes: Buffer) => {
      text += bytes.toString('latin1')
    })
    await once(socket, 'data')
    relay.connections[0]?.end('no login in time')
    await once(socket, 'close')
    expect(text).toMatch(/^SSH-2.0-Sluice\r\n/)
    expect(text).toContain('sluice: no login in time')
    await relay.connections[0]?.closed
    expect(limits(relay)).toEqual(['login: no login in time'])
  })

  test('one that talks something else ends', async () => {
    const relay = await open()
    const socket = connect(relay.port, '127.0.0.1')
    socket.on('error', () => {})
    socket.write('GET / HTTP/1.1\r\n\r\n'.repeat(2000))
    socket.resume()
    await once(socket, 'close')
    await relay.connections[0]?.closed
    expect(relay.told).toEqual([])
  })
})

describe('the target’s login', () => {
  test('check() logs in and out', async () => {
    const relay = await open()
    await relay.target.check()
    expect(relay.told).toEqual([])
  })

  test('a host key that is not expected', async () => {
    const other = server().makeKey().public
    const relay = await open({ ssh: { hostKeys: [other] } })
    const print = (line: string) =>
      execFileSync('ssh-keygen', ['-lf', '-'], { input: `${line}\n` })
        .toString()
        .split(' ')[1]
    const expected = `shows the host key ${print(server().hostKeys[0]!)}, expected is ${print(other)}`
    await expect(relay.target.check()).rejects.toMatchObject({
      code: 'UPSTREAM_REFUSED',
      message: expect.stringContaining(expected),
    })
    const ran = await ssh(relay, ['web', 'echo never'])
    expect(ran).toMatchObject({ code: 255, stdout: '' })
    expect(ran.stderr).toContain(expected)
  })

  test('only key types that are expected are asked for', async () => {
    const [, rsa] = server().hostKeys
    const relay = await open({ ssh: { hostKeys: [rsa!] } })
    expect(await ssh(relay, ['web', 'echo', 'rsa'])).toMatchObject({ stdout: 'rsa\n' })
    const absent = 'ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTY='
    const none = await open({ ssh: { hostKeys: [absent] } })
    await expect(none.target.check()).rejects.toMatchObject({
      code: 'UPSTREAM_REFUSED',
      message: expect.stringContaining('has no key'),
    })
  })

  test('without host keys nothing is opened', async () => {
    const own = terms(server(), { hostKeys: [] })
    await expect(relayedTarget(textual(), own, {})).rejects.toMatchObject({ code: 'CONFIG_INVALID' })
  })

  test('a key that the target does not know', async () => {
    const privateKey = new Secret(server().makeKey().private)
    const relay = await open({ terms: { credential: { user: server().user, privateKey } } })
    const { stderr } = await ssh(relay, ['web', 'true'])
    expect(stderr).toContain(`refused the login of ${server().user}`)
    expect(stderr).toContain('authorized_keys')
  })

  test.each(['ecdsa', 'rsa', 'ed25519'] as const)('a key of type %s, in two forms', async (type) => {
    const bits = { ecdsa: ['-b', '521'], rsa: ['-b', '2048'], ed25519: [] }
    const pair = server().makeKey(type, ...bits[type])
    appendFileSync(`${server().directory}/authorized_keys`, `${pair.public}\n`)
    const parsed = ssh2.utils.parseKey(pair.private)
    if (parsed instanceof Error) throw parsed
    const pkcs8 = createPrivateKey(parsed.getPrivatePEM()).export({ format: 'pem', type: 'pkcs8' })
    for (const pem of [pair.private, String(pkcs8)]) {
      const own = { user: server().user, privateKey: new Secret(pem) }
      const relay = await open({ terms: { credential: own } })
      for (let i = 0; i < 3; i++) await relay.target.check()
    }
  })

  test('a target that is quiet is asked for signs of life; one that gives none is gone', async () => {
    const own = terms(server())
    const login = () =>
      upstreamLogin({
        terms: own,
        hostKeys: server().hostKeys.map(parseHostKey),
        standIn: createIdentity().clientKey,
        dial: async () => {
          const socket = connect(own.port, '127.0.0.1')
          await once(socket, 'connect')
          return socket
        },
        timeout: 10_000,
        keepalive: 50,
      })
    const alive = await login()
    await sleep(1500)
    expect(alive.link.open).toBe(true)
    alive.link.socket.destroy()
    const dead = await login()
    server().stopped(true)
    await once(dead.link.socket, 'close')
    server().stopped(false)
  })

  test('a target that is not there', async () => {
    const relay = await open({ terms: { port: 1 } })
    await expect(relay.target.check()).rejects.toMatchObject({ code: 'UPSTREAM_UNREACHABLE' })
    expect((await ssh(relay, ['web', 'true'])).stderr).toContain('cannot be reached (ECONNREFUSED)')
  })
})

describe('the next login', () => {
  test('is made ahead, once, and is what the next connection gets', async () => {
    let dialled = 0
    const relay = await open({
      dialing: async () => {
        dialled++
      },
    })
    expect(await ssh(relay, ['web', 'echo one'])).toMatchObject({ stdout: 'one\n' })
    while (dialled < 2) await sleep(10)
    expect(await ssh(relay, ['web', 'echo two'])).toMatchObject({ stdout: 'two\n' })
    while (dialled < 3) await sleep(10)
    await sleep(100)
    expect(dialled).toBe(3)
  })

  test('that has died is made anew', async () => {
    const relay = await open()
    expect(await ssh(relay, ['web', 'echo one'])).toMatchObject({ stdout: 'one\n' })
    await sleep(500)
    server().cut()
    await sleep(100)
    expect(await ssh(relay, ['web', 'echo two'])).toMatchObject({ stdout: 'two\n' })
  })

  test('that nobody needs is given back, and none is left at the end', async () => {
    let opened = 0
    const ended: string[] = []
    const login = async () => {
      const name = `login ${++opened}`
      const link = { open: true, disconnect: () => ended.push(name), socket: { end: () => {} } }
      return { link, cipher: 'none' } as unknown as Upstream
    }
    const ahead = new Ahead(login, 50)
    await ahead.take()
    await sleep(200)
    expect(ended).toEqual(['login 2'])
    await ahead.take()
    await ahead.close()
    expect(ended).toEqual(['login 2', 'login 4'])
    await ahead.take()
    expect(opened).toBe(5)
  })

  test('that fails ahead is tried again when it is needed', async () => {
    let failing = true
    const login = async () => {
      if (failing) throw new Error('not now')
      return { link: { open: true }, cipher: 'none' } as unknown as Upstream
    }
    const ahead = new Ahead(login, 10_000)
    await expect(ahead.take()).rejects.toThrow('not now')
    failing = false
    expect((await ahead.take()).cipher).toBe('none')
  })
})

describe('certificates', () => {
  const certified = withSshd({ authorized: false })
  const own = (certificate: string) => ({
    user: certified.server().user,
    privateKey: new Secret(certified.server().privateKey),
    certificate,
  })

  test('log in where the key alone does not', async () => {
    const signed = certified.server().certificate('-V', '-1m:+5m')
    const relay = await certified.open({ terms: { credential: own(signed) } })
    expect(await ssh(relay, ['web', 'echo', 'signed'])).toMatchObject({ code: 0, stdout: 'signed\n' })
    const { user, privateKey } = own(signed)
    const plain = await certified.open({ terms: { credential: { user, privateKey } } })
    await expect(plain.target.check()).rejects.toMatchObject({ code: 'UPSTREAM_REFUSED' })
  })

  test('that have expired say so', async () => {
    const signed = certified.server().certificate('-V', '20200101:20200102')
    const relay = await certified.open({ terms: { credential: own(signed) } })
    await expect(relay.target.check()).rejects.toThrow(/the certificate expired at 2020-01-0/)
    expect(certified.server().log()).toContain('Certificate invalid: expired')
  })

  test('of another principal are refused', async () => {
    const signed = certified.server().certificate('-n', 'somebody', '-V', '+5m')
    const relay = await certified.open({ terms: { credential: own(signed) } })
    await expect(relay.target.check()).rejects.toThrow('refused the login')
    expect(certified.server().log()).toContain('name is not a listed principal')
  })

  test('that are revoked are refused', async () => {
    const signed = certified.server().certificate('-z', '4711', '-V', '+5m')
    const relay = await certified.open({ terms: { credential: own(signed) } })
    await relay.target.check()
    certified.server().revoke(4711)
    await expect(relay.target.check()).rejects.toThrow('refused the login')
    expect(certified.server().log()).toContain('revoked')
  })

  test('with a forced command run that', async () => {
    const signed = certified.server().certificate('-O', 'force-command=echo forced', '-V', '+5m')
    const relay = await certified.open({ terms: { credential: own(signed) } })
    expect(await ssh(relay, ['web', 'echo asked'])).toMatchObject({ stdout: 'forced\n' })
  })

  test('of another key are found before anything is sent', async () => {
    const signed = certified.server().certificate('-V', '+5m')
    const privateKey = new Secret(server().makeKey().private)
    const user = certified.server().user
    const relay = await certified.open({ terms: { credential: { user, privateKey, certificate: signed } } })
    await expect(relay.target.check()).rejects.toMatchObject({
      code: 'CREDENTIAL_FAILED',
      message: expect.stringContaining('the certificate is for another key'),
    })
    const broken = await certified.open({
      terms: { credential: own('ssh-ed25519-cert-v01@openssh.com AAAA') },
    })
    await expect(broken.target.check()).rejects.toMatchObject({ code: 'CREDENTIAL_FAILED' })
  })
})

describe('passwords', () => {
  const serve = async (methods: string[]) => {
    const host = server().makeKey()
    const tried: string[] = []
    const target = new ssh2.Server({ hostKeys: [host.private] }, (client) => {
      client.on('error', () => {})
      client.on('authentication', (asked) => {
        tried.push(asked.method)
        if (asked.method === 'password' && methods.includes('password'))
          return asked.password === 'right' ? asked.accept() : asked.reject(methods as ['password'])
        if (asked.method === 'keyboard-interactive')
          return asked.prompt([{ prompt: 'Password: ', echo: false }], (answers) =>
            answers[0] === 'right' ? asked.accept() : asked.reject(),
          )
        return asked.reject(methods as ['password'])
      })
    })
    await new Promise<void>((resolve) => target.listen(0, '127.0.0.1', resolve))
    clean(() => void target.close())
    const { port } = target.address() as { port: number }
    const hostKeys = [host.public]
    return { tried, port, hostKeys }
  }
  const opened = async (methods: string[], password: string) => {
    const { tried, port, hostKeys } = await serve(methods)
    const credential = { user: 'deploy', password: new Secret(password) }
    return { tried, relay: await open({ ssh: { hostKeys }, terms: { port, credential } }) }
  }

  test('as such, and as the answer to one question', async () => {
    const asked = await opened(['password'], 'right')
    await asked.relay.target.check()
    expect(asked.tried).toEqual(['password'])
    const prompted = await opened(['keyboard-interactive'], 'right')
    await prompted.relay.target.check()
    expect(prompted.tried).toEqual(['password', 'keyboard-interactive'])
  })

  test('that are wrong are tried once', async () => {
    const { relay, tried } = await opened(['password'], 'wrong')
    await expect(relay.target.check()).rejects.toThrow('refused the login of deploy')
    expect(tried).toEqual(['password'])
  })
})

test('a credential that is no key', async () => {
  const relay = await open({ terms: { credential: { user: 'u', privateKey: new Secret('-----BEGIN') } } })
  await expect(relay.target.check()).rejects.toMatchObject({ code: 'CREDENTIAL_FAILED' })
})

test('keys of a session can be read by everybody, every time', () => {
  for (let i = 0; i < 500; i++) {
    const { clientKey, clientPublicKey, hostPrivateKey } = createIdentity()
    for (const secret of [clientKey, hostPrivateKey])
      expect(ssh2.utils.parseKey(secret.reveal())).not.toBeInstanceOf(Error)
    if (i > 2) continue
    const file = `${server().directory}/read-${i}`
    writeFileSync(file, clientKey.reveal(), { mode: 0o600 })
    const shown = execFileSync('ssh-keygen', ['-yf', file]).toString()
    expect(shown).toContain(clientPublicKey.toString('base64'))
  }
})
