// What else a connection may ask for: several channels, terminals, variables, forwarding.
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { createServer, connect as dial } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { encode, frame, MESSAGE } from '../../../src/protocols/ssh/frames.ts'
import { withSshd } from './opened.ts'
import { collect, type Relayed, ssh, startSsh } from './relayed.ts'

const { open, raw, clean } = withSshd({ config: ['MaxSessions 10'] })
const limits = (relay: Relayed) =>
  relay.told.flatMap((told) => (told.type === 'limit' ? [`${told.limit}: ${told.detail}`] : []))
const pty = ['xterm', 80, 24, 0, 0, Buffer.of(0)] as const

describe('several channels', () => {
  test('of one connection of OpenSSH run at the same time', async () => {
    const relay = await open()
    // The path of a socket has few characters.
    const path = mkdtempSync(join(tmpdir(), 'c-'))
    const control = ['-o', 'ControlMaster=auto', '-o', 'ControlPersist=yes', '-o', `ControlPath=${path}/s`]
    clean(async () => {
      await ssh(relay, [...control, '-O', 'exit', 'web'])
    })
    await ssh(relay, [...control, 'web', 'true'])
    const ran = await Promise.all(
      [1, 2, 3, 4, 5].map((n) => ssh(relay, [...control, 'web', `sleep 0.2; echo ${n}; exit ${n}`])),
    )
    expect(ran.map(({ code, stdout }) => [code, stdout])).toEqual([1, 2, 3, 4, 5].map((n) => [n, `${n}\n`]))
    expect(relay.connections.length).toBe(1)
    const ids = relay.told.flatMap((told) => (told.type === 'judge' ? [told.statement.id] : []))
    expect(ids).toEqual([1, 2, 3, 4, 5, 6])
  })

  test('are as many as the target takes; what it refuses is refused', async () => {
    const relay = await open()
    const client = await raw(relay)
    const channels = Array.from({ length: 12 }, () => client.open())
    for (const channel of channels) await client.opened(channel)
    expect(channels.filter(({ failure }) => failure === undefined).length).toBe(10)
    const [first] = channels
    client.request(first!, 'exec', true, 'echo still')
    await client.until(() => first!.closed)
    expect(first!.stdout).toBe('still\n')
  })

  test('are no more than 64 at a time, and any number one after the other', async () => {
    const relay = await open()
    const client = await raw(relay)
    await client.run('true')
    const channels = Array.from({ length: 1000 }, () => client.open())
    for (const channel of channels) await client.opened(channel)
    expect(channels.filter(({ failure }) => failure !== undefined).length).toBe(1000 - 10)
    for (const channel of channels) if (channel.failure === undefined) client.close(channel)
    await client.until(() => channels.every(({ failure, closed }) => failure !== undefined || closed))
    // sshd counts a session until its process is gone.
    await sleep(500)
    for (let i = 0; i < 20; i++) expect((await client.run('exit 3')).exit).toBe(3)
  })
})

describe('environment', () => {
  test('is passed on as far as the terms name it', async () => {
    const relay = await open({ ssh: { environment: ['ACCEPTED_ONE', 'LC_*', 'ACCEPTED_T*'] } })
    const client = await raw(relay)
    const channel = await client.opened(client.open())
    const variables = {
      ACCEPTED_ONE: '1',
      ACCEPTED_TWO: 'zwei ä\n2',
      ACCEPTED_NOT: '3',
      LD_PRELOAD: 'x',
      'A=B': 'y',
    }
    for (const [name, value] of Object.entries(variables)) client.request(channel, 'env', true, name, value)
    await client.until(() => channel.replies.length === 5)
    expect(channel.replies).toEqual([true, true, false, false, false])
    client.request(channel, 'exec', true, 'echo "$ACCEPTED_ONE,$ACCEPTED_TWO,$ACCEPTED_NOT,$LD_PRELOAD"')
    await client.until(() => channel.closed)
    expect(channel.stdout).toBe('1,zwei ä\n2,,\n')
    expect(limits(relay)).toEqual([
      'environment: not passed on: ACCEPTED_NOT',
      'environment: not passed on: LD_PRELOAD',
      'environment: not passed on: a variable whose name is no name',
    ])
  })

  test('stands before the command for whoever decides, unless it only names a language', async () => {
    const relay = await open({ ssh: { environment: ['LC_*', 'LANG'] } })
    const client = await raw(relay)
    const texts = async (variables: Record<string, string>) => {
      const channel = await client.opened(client.open())
      for (const [name, value] of Object.entries(variables))
        client.request(channel, 'env', false, name, value)
      client.request(channel, 'exec', true, 'true')
      await client.until(() => channel.closed)
      client.close(channel)
      return relay.told.flatMap((told) => (told.type === 'judge' ? [told.statement.text] : [])).at(-1)
    }
    expect(await texts({ LANG: 'de_DE.UTF-8', LC_ALL: 'C.UTF-8' })).toBe('true')
    expect(await texts({ LC_RUN: `rm 'x'\n`, LANG: 'C' })).toBe(`(with LC_RUN=$'rm \\'x\\'\\n')\ntrue`)
    expect(await texts({ LC_ALL: 'rm', LC_OTHER: 'C' })).toBe('(with LC_ALL=rm LC_OTHER=C)\ntrue')
  })

  test('has an end', async () => {
    const relay = await open({ ssh: { environment: ['*'] } })
    const client = await raw(relay)
    const channel = await client.opened(client.open())
    for (let i = 0; i < 200; i++) client.request(channel, 'env', true, `V${i}`, 'x'.repeat(1000))
    await client.until(() => channel.replies.length === 200)
    expect(channel.replies.filter(Boolean).length).toBe(64)
  })
})

describe('terminals and shells', () => {
  test('are refused', async () => {
    const relay = await open()
    const ran = await ssh(relay, ['-tt', 'web', 'true'])
    expect(ran.stderr).toContain('PTY allocation request failed')
    const client = await raw(relay)
    const channel = await client.opened(client.open())
    client.request(channel, 'pty-req', true, ...pty)
    client.request(channel, 'exec', true, 'tty')
    await client.until(() => channel.closed)
    expect(channel).toMatchObject({ replies: [false, true], stdout: 'not a tty\n' })
    const shell = await ssh(relay, ['web'])
    expect(shell).toMatchObject({ code: 126, stdout: '' })
    expect(shell.stderr).toContain('sluice: interactive shells are refused; give ssh a command to run')
  })

  test('work when they are recorded', async () => {
    const relay = await open({ ssh: { shell: 'record' } })
    const child = startSsh(relay, ['-tt', 'web'], { stdio: ['pipe', 'pipe', 'pipe'] })
    const ran = collect(child)
    child.stdin?.write('stty size; PS1=; exit 5\n')
    const { code, stdout } = await ran
    expect(code).toBe(5)
    expect(stdout).toContain('stty size')
    expect(relay.told).toContainEqual(
      expect.objectContaining({
        type: 'judge',
        statement: expect.objectContaining({ text: '(interactive shell)' }),
      }),
    )
    expect(relay.told.some(({ type }) => type === 'terminal')).toBe(true)
  })

  test('are what a command with one is judged by: its pager takes commands', async () => {
    const relay = await open({ ssh: { shell: 'record' } })
    const client = await raw(relay)
    for (const terminal of [true, false]) {
      const channel = await client.opened(client.open())
      if (terminal) client.request(channel, 'pty-req', true, ...pty)
      client.request(channel, 'exec', true, 'true')
      await client.until(() => channel.closed)
    }
    const typed = { action: 'run', object: 'shell', detail: 'on a terminal' }
    const judged = relay.told.flatMap((each) =>
      each.type === 'judge' ? [each.statement.analysis.effects] : [],
    )
    expect(judged[0]).toContainEqual(typed)
    expect(judged[1]).not.toContainEqual(typed)
  })

  test('change their size', async () => {
    const relay = await open({ ssh: { shell: 'record' } })
    const client = await raw(relay)
    const channel = await client.opened(client.open())
    client.request(channel, 'pty-req', true, ...pty)
    client.request(channel, 'exec', true, 'stty size; read x; stty size')
    await client.until(() => channel.stdout.includes('24 80'))
    client.request(channel, 'window-change', false, 100, 40, 0, 0)
    await sleep(100)
    client.data(channel, Buffer.from('\n'))
    await client.until(() => channel.closed)
    expect(channel.stdout).toContain('40 100')
    expect(relay.told.filter(({ type }) => type === 'terminal')).toMatchObject([
      { columns: 80, rows: 24 },
      { columns: 100, rows: 40 },
    ])
  })
})

describe('forwarding', () => {
  const echo = async () => {
    const server = createServer((socket) => socket.pipe(socket))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    clean(() => void server.close())
    return (server.address() as { port: number }).port
  }

  test('goes to addresses that the terms name', async () => {
    const port = await echo()
    const relay = await open({ ssh: { forward: [`127.0.0.1:${port}`] } })
    const child = startSsh(relay, ['-W', `127.0.0.1:${port}`, 'web'], { stdio: ['pipe', 'pipe', 'pipe'] })
    const ran = collect(child)
    child.stdin?.end('through')
    expect(await ran).toMatchObject({ code: 0, stdout: 'through' })
    expect(relay.told).toContainEqual(
      expect.objectContaining({
        type: 'judge',
        statement: expect.objectContaining({ text: `(forwarded connection to 127.0.0.1:${port})` }),
      }),
    )
    expect(relay.told).toContainEqual(
      expect.objectContaining({ type: 'result', result: expect.objectContaining({ bytes: 7 }) }),
    )
  })

  test('goes nowhere else', async () => {
    const port = await echo()
    const relay = await open({ ssh: { forward: ['db.internal:*', '127.0.0.1:1'] } })
    const ran = await ssh(relay, ['-W', `127.0.0.1:${port}`, 'web'], 'x')
    expect(ran.code).not.toBe(0)
    expect(ran.stderr).toContain('administratively prohibited: the policy does not name this address')
    expect(limits(relay)).toEqual(['forward: an address that the policy does not name is not forwarded to'])
  })

  test('is judged, too', async () => {
    const port = await echo()
    const { block } = await import('./relayed.ts')
    const relay = await open({ ssh: { forward: ['127.0.0.1:*'] }, verdict: () => block('no', 'way') })
    const ran = await ssh(relay, ['-W', `127.0.0.1:${port}`, 'web'], 'x')
    expect(ran.stderr).toContain('administratively prohibited')
  })

  test('by ssh -L', async () => {
    const port = await echo()
    const relay = await open({ ssh: { forward: ['127.0.0.1:*'] } })
    const local = 20_000 + Math.floor(Math.random() * 20_000)
    const child = startSsh(relay, ['-L', `127.0.0.1:${local}:127.0.0.1:${port}`, 'web', 'echo up; sleep 20'])
    const ran = collect(child)
    await once(child.stdout!, 'data')
    const socket = dial(local, '127.0.0.1')
    socket.write('there and back')
    const [answer] = (await once(socket, 'data')) as [Buffer]
    expect(answer.toString()).toBe('there and back')
    socket.destroy()
    child.kill()
    await ran
  })

  test('of the agent, of X11, back to the client, of sockets: none', async () => {
    const relay = await open({ ssh: { forward: ['*:*'] } })
    const client = await raw(relay)
    const channel = await client.opened(client.open())
    client.request(channel, 'auth-agent-req@openssh.com', true)
    client.request(channel, 'x11-req', true, false, 'MIT-MAGIC-COOKIE-1', 'ab', 0)
    client.request(channel, 'xon-xoff', true, true)
    await client.until(() => channel.replies.length === 3)
    expect(channel.replies).toEqual([false, false, false])
    client.link.send(frame(MESSAGE.GLOBAL_REQUEST, 'tcpip-forward', true, '127.0.0.1', 0))
    client.link.send(frame(MESSAGE.GLOBAL_REQUEST, 'streamlocal-forward@openssh.com', true, '/tmp/s'))
    client.link.send(frame(MESSAGE.GLOBAL_REQUEST, 'keepalive@openssh.com', true))
    await client.until(() => client.replies.length === 3)
    expect(client.replies).toEqual([false, false, false])
    const streamlocal = client.open('direct-streamlocal@openssh.com', ['/run/docker.sock', '', 0])
    const tunnel = client.open('tun@openssh.com', [1, 0])
    await client.opened(streamlocal)
    await client.opened(tunnel)
    expect([streamlocal.failure, tunnel.failure]).toEqual([1, 1])
    expect(await client.run('echo fine')).toMatchObject({ exit: 0 })
    expect(limits(relay).sort()).toEqual([
      'forward: X11 is not forwarded',
      'forward: channels of type direct-streamlocal@openssh.com are refused',
      'forward: channels of type tun@openssh.com are refused',
      'forward: streamlocal-forward@openssh.com is refused',
      'forward: tcpip-forward is refused',
      'forward: the agent is not forwarded',
    ])
  })

  test('ssh -R says that it failed', async () => {
    const relay = await open()
    const ran = await ssh(relay, ['-o', 'ExitOnForwardFailure=yes', '-R', '0:127.0.0.1:1', 'web', 'true'])
    expect(ran.code).toBe(255)
    expect(ran.stderr).toContain('remote port forwarding failed')
  })
})

test('subsystems that nobody knows', async () => {
  const relay = await open()
  const ran = await ssh(relay, ['-s', 'web', 'netconf'])
  expect(ran.code).not.toBe(0)
  expect(ran.stderr).toContain('subsystem request failed')
  expect(limits(relay)).toEqual(['subsystem: the subsystem is refused'])
})

test('a channel runs one thing', async () => {
  const relay = await open()
  const client = await raw(relay)
  const channel = await client.opened(client.open())
  client.request(channel, 'exec', true, 'sleep 0.3; echo first')
  client.request(channel, 'exec', true, 'echo second')
  client.link.send(Buffer.concat([frame(MESSAGE.CHANNEL_REQUEST, channel.peer!, 'shell', true), encode(1)]))
  await client.until(() => channel.closed)
  expect(channel).toMatchObject({ replies: [true, false, false], stdout: 'first\n' })
})
