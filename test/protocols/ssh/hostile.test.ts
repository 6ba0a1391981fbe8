// Clients and targets that do not keep to the rules.
import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import ssh2 from 'ssh2'
import { describe, expect, test } from 'vitest'
import { Secret } from '../../../src/core/secret.ts'
import { encode, type Field, frame, MESSAGE } from '../../../src/protocols/ssh/frames.ts'
import type { MakeInterpreter } from '../../../src/protocols/ssh/interpreter.ts'
import { sendMessage, transportOf } from '../../../src/protocols/ssh/ssh2.ts'
import { passBytes } from '../../../src/protocols/ssh/transfer/opaque.ts'
import { withSshd } from './opened.ts'
import type { RawClient } from './raw.ts'
import { ALLOW, block, type Relayed } from './relayed.ts'

const { open, raw, clean, server } = withSshd()

/** A connection that is wrong ends, and the next one works. */
async function works(relay: Relayed): Promise<void> {
  expect(await (await raw(relay)).run('echo works')).toMatchObject({ stdout: 'works\n', exit: 0 })
}

const ended = async (client: RawClient) => {
  client.end().catch(() => {})
  return client.end()
}

describe('a client', () => {
  test('whose packet is longer than 35,000 bytes', async () => {
    const relay = await open()
    const client = await raw(relay)
    client.link.send(frame(MESSAGE.GLOBAL_REQUEST, 'x'.repeat(40_000), false))
    expect(await ended(client)).toContain('the client broke the protocol')
    await works(relay)
  })

  test('that asks for keys again and again', async () => {
    const relay = await open()
    const client = await raw(relay)
    const request = Buffer.concat([Buffer.of(20), Buffer.alloc(64)])
    for (let i = 0; i < 1000; i++) sendMessage(client.transport, request, true)
    await ended(client)
    await relay.connections[0]?.closed
    expect(JSON.stringify(relay.told)).toContain('the client broke the protocol')
    await works(relay)
  })

  test('that says nothing for long, or a byte at a time, is not waited for by others', async () => {
    const relay = await open()
    const silent = Array.from({ length: 50 }, () => connect(relay.port, '127.0.0.1'))
    for (const socket of silent) clean(() => void socket.destroy())
    await Promise.all(silent.map((socket) => once(socket, 'data')))
    for (const socket of silent) socket.write('S')
    await works(relay)
  })

  test('that speaks before it has logged in', async () => {
    const relay = await open()
    const socket = connect(relay.port, '127.0.0.1')
    await once(socket, 'connect')
    const client = new ssh2.Client()
    client.on('error', () => {})
    client.on('handshake', () =>
      sendMessage(transportOf(client), frame(MESSAGE.CHANNEL_OPEN, 'session', 0, 1000, 1000)),
    )
    client.connect({ sock: socket, username: 'sluice', authHandler: () => undefined as never })
    await once(socket, 'close')
    await relay.connections[0]?.closed
    expect(relay.told.map(({ type }) => type)).toEqual(['limit'])
    await works(relay)
  })

  test.each<[string, (client: RawClient, peer: number) => Buffer]>([
    ['a channel that there is not', () => frame(MESSAGE.CHANNEL_DATA, 4711, 'x')],
    ['more data than the window', (_, peer) => frame(MESSAGE.CHANNEL_DATA, peer, Buffer.alloc(33_000))],
    ['a window of more than there is', (_, peer) => frame(MESSAGE.CHANNEL_WINDOW_ADJUST, peer, 0xffffffff)],
    ['a request that is cut off', (_, peer) => frame(MESSAGE.CHANNEL_REQUEST, peer, 'exec')],
    [
      'a length beyond the message',
      (_, peer) => Buffer.concat([Buffer.of(98), encode(peer), encode(0x7fffffff)]),
    ],
    [
      'a variable with something behind it',
      (_, peer) => frame(MESSAGE.CHANNEL_REQUEST, peer, 'env', false, 'A', 'b', 'c'),
    ],
    ['an empty open', () => Buffer.of(MESSAGE.CHANNEL_OPEN)],
  ])('that sends %s', async (_, message) => {
    const relay = await open()
    const client = await raw(relay)
    const channel = await client.opened(client.open())
    for (let i = 0; i < 8 && !client.ended; i++) client.link.send(message(client, channel.peer!))
    expect(await ended(client)).toContain('the client broke the protocol')
    await relay.connections[0]?.closed
    expect(relay.told.at(-1)).toMatchObject({ type: 'closed' })
    await works(relay)
  })

  test('that sends data behind the end of its data', async () => {
    const relay = await open()
    const client = await raw(relay)
    const channel = await client.opened(client.open())
    client.request(channel, 'exec', true, 'cat')
    client.link.send(frame(MESSAGE.CHANNEL_EOF, channel.peer!))
    client.data(channel, Buffer.from('late'))
    expect(await ended(client)).toContain('data came behind the end of a channel')
  })

  test('whose window is never opened: its command stalls, others run, and it can be ended', async () => {
    const relay = await open()
    const client = await raw(relay)
    const stalled = await client.opened(client.open('session', [], 0))
    client.request(stalled, 'exec', true, 'yes')
    const refused = await client.opened(client.open('session', [], 0, 0))
    client.request(refused, 'exec', true, 'DROP TABLE things')
    expect(await client.run('echo others')).toMatchObject({ stdout: 'others\n' })
    expect(stalled.bytes).toBe(0)
    client.link.send(frame(MESSAGE.CHANNEL_WINDOW_ADJUST, stalled.peer!, 100))
    await client.until(() => stalled.bytes === 100)
    relay.connections[0]?.end('over')
    await relay.connections[0]?.closed
  })

  test('that asks and does not listen: memory stays bounded', async () => {
    const relay = await open()
    const client = await raw(relay)
    await client.run('true')
    client.socket.pause()
    const before = process.memoryUsage().rss
    const flood = frame(MESSAGE.GLOBAL_REQUEST, 'keepalive@openssh.com', true)
    for (let i = 0; i < 100 && client.socket.writableLength < 1024 * 1024; i++) {
      for (let k = 0; k < 250; k++) client.link.send(flood)
      await new Promise((resolve) => setImmediate(resolve))
    }
    await sleep(300)
    expect(process.memoryUsage().rss - before).toBeLessThan(120 * 1024 * 1024)
    client.destroy()
    await relay.connections[0]?.closed
    await works(relay)
  })

  test('of any requests at all', async () => {
    const relay = await open({ ssh: { shell: 'record', environment: ['*'], forward: [] } })
    const field: fc.Arbitrary<Field> = fc.oneof(
      fc.boolean(),
      fc.nat(),
      fc.uint8Array({ maxLength: 64 }).map((bytes) => Buffer.from(bytes)),
    )
    const name = fc.constantFrom(
      ...[
        'env',
        'pty-req',
        'window-change',
        'signal',
        'exec',
        'shell',
        'subsystem',
        'x11-req',
        'break',
        'eow@openssh.com',
      ],
      ...[
        'auth-agent-req@openssh.com',
        'exit-status',
        'xon-xoff',
        'session',
        'direct-tcpip',
        'keepalive@openssh.com',
      ],
    )
    const message = fc.record({
      type: fc.integer({ min: 80, max: 127 }),
      name,
      first: fc.boolean(),
      fields: fc.array(field, { maxLength: 6 }),
      junk: fc.uint8Array({ maxLength: 40 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 12 }), async (messages) => {
        const client = await raw(relay)
        const channel = await client.opened(client.open())
        for (const { type, name: kind, first, fields, junk } of messages) {
          const head =
            type === MESSAGE.CHANNEL_OPEN || type === MESSAGE.GLOBAL_REQUEST ? [kind] : [channel.peer!, kind]
          client.link.send(Buffer.concat([frame(type, ...head, first, ...fields), junk]))
        }
        client.link.send(frame(MESSAGE.GLOBAL_REQUEST, 'keepalive@openssh.com', true))
        // It goes on, or ends with words; nothing hangs and nothing is thrown.
        const count = client.replies.length
        await Promise.race([client.until(() => client.replies.length > count), ended(client)]).catch(() => {})
        client.destroy()
      }),
      { numRuns: 60, endOnFailure: true },
    )
    await works(relay)
  }, 60_000)
})

describe('what no window bounds', () => {
  test('a client whose requests wait behind its data', async () => {
    const relay = await open()
    const client = await raw(relay)
    const channel = await client.opened(client.open())
    client.request(channel, 'exec', true, 'sleep 20')
    await client.until(() => channel.window > 1024 * 1024)
    // Until nobody takes any more.
    for (let sent = 0; sent < 6 * 1024 * 1024 && channel.window >= 16 * 1024; sent += 16 * 1024) {
      channel.window -= 16 * 1024
      client.data(channel, Buffer.alloc(16 * 1024))
      await sleep(1)
    }
    for (let i = 0; i < 5000; i++) client.request(channel, 'signal', false, 'NONE')
    expect(await ended(client)).toContain('too many requests wait behind data')
    await works(relay)
  }, 30_000)

  test('empty data while a command is held', async () => {
    const held = { ...block('risky', 'x'), kind: 'hold' as const }
    const relay = await open({
      verdict: ({ text }) => (text.includes('risky') ? held : ALLOW),
      gate: {
        hold: (_, verdict, { signal }) =>
          new Promise((resolve) => signal.addEventListener('abort', () => resolve(verdict))),
      },
    })
    const client = await raw(relay)
    const channel = await client.opened(client.open())
    client.request(channel, 'exec', true, 'risky')
    await client.until(() => channel.replies.length > 0)
    for (let i = 0; i < 1000; i++) client.data(channel, Buffer.alloc(0))
    client.data(channel, Buffer.from('x'))
    client.close(channel)
    await client.until(() => channel.closed)
    expect(await client.run('echo fine')).toMatchObject({ stdout: 'fine\n' })
  })
})

describe('a target', () => {
  /** A server of ours, with what a test makes of its connections. */
  async function target(
    made: (connection: ssh2.Connection, socket: Socket) => void,
    interpreter?: MakeInterpreter,
  ): Promise<Relayed> {
    const { private: hostKey, public: known } = server().makeKey()
    const sockets: Socket[] = []
    const own = new ssh2.Server({ hostKeys: [hostKey] }, (connection) => {
      connection.on('error', () => {})
      connection.on('authentication', (asked) => asked.accept())
      made(connection, sockets.at(-1)!)
    })
    const listener = createServer((socket) => {
      sockets.push(socket)
      own.injectSocket(socket)
    })
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
    clean(() => void listener.close())
    clean(() => {
      for (const socket of sockets) socket.destroy()
    })
    const { port } = listener.address() as { port: number }
    const credential = { user: 'deploy', password: new Secret('x') }
    return open({
      ssh: { hostKeys: [known] },
      terms: { port, credential },
      ...(interpreter && { interpreter: () => interpreter }),
    })
  }

  test('that opens channels and asks for forwarding gets none', async () => {
    let failed = 0
    const relay = await target((connection) => {
      connection.on('ready', () => {
        connection.on('session', (accept) => {
          accept().on('exec', (take) => {
            const stream = take()
            connection.x11('127.0.0.1', 1, (error) => {
              if (error) failed++
              connection.forwardOut('127.0.0.1', 1, '127.0.0.1', 2, (again) => {
                if (again) failed++
                stream.exit(0)
                stream.end('done')
              })
            })
          })
        })
      })
    })
    expect(await (await raw(relay)).run('anything')).toMatchObject({ stdout: 'done', exit: 0 })
    expect(failed).toBe(2)
  })

  test('that sends more than the window allows, or to no channel, loses the connection', async () => {
    const relay = await target((connection) => {
      connection.on('session', (accept) => {
        accept().on('exec', (take) => {
          take()
          for (let i = 0; i < 200; i++)
            sendMessage(transportOf(connection), frame(MESSAGE.CHANNEL_DATA, 0, Buffer.alloc(32_000)))
        })
      })
    })
    const client = await raw(relay)
    const channel = await client.opened(client.open('session', [], 10))
    client.adjusting = false
    client.request(channel, 'exec', true, 'flood')
    expect(await ended(client)).toContain('the target broke the protocol: a channel’s window was exceeded')
  })

  test('that dies while a command runs', async () => {
    const relay = await target((connection, socket) => {
      connection.on('session', (accept) => {
        accept().on('exec', (take) => {
          take().write('begun')
          setTimeout(() => socket.destroy(), 100)
        })
      })
    })
    const client = await raw(relay)
    const channel = await client.opened(client.open())
    client.request(channel, 'exec', true, 'die')
    expect(await ended(client)).toContain('the target closed the connection')
    expect(channel.stdout).toBe('begun')
    expect(channel.stderr).toContain('sluice: the target closed the connection')
    expect(relay.told).toContainEqual(
      expect.objectContaining({
        type: 'result',
        result: expect.objectContaining({
          error: { sqlstate: '08006', message: 'the target closed the connection' },
        }),
      }),
    )
  })

  test('that tells an end many times, with words of its own: one goes on, without words', async () => {
    const relay = await target((connection) => {
      connection.on('session', (accept) => {
        accept().on('exec', (take) => {
          const stream = take()
          const send = (...fields: Field[]) =>
            sendMessage(transportOf(connection), frame(MESSAGE.CHANNEL_REQUEST, 0, ...fields))
          for (let i = 0; i < 50; i++)
            send('exit-signal', false, 'TERM', true, 'ann@example.com \x1b]0;x\x07', 'en')
          stream.end()
        })
      })
    }, passBytes)
    const client = await raw(relay)
    const { exit, requests } = await client.run('git-receive-pack x')
    expect(exit).toBe('TERM')
    expect(requests).toHaveLength(1)
    expect(requests[0]).not.toContain('ann@')
  })

  test('that speaks before it has let anybody in', async () => {
    const relay = await target((connection) => {
      connection.on('handshake', () => {
        for (const type of [MESSAGE.CHANNEL_OPEN, MESSAGE.GLOBAL_REQUEST, MESSAGE.CHANNEL_DATA])
          sendMessage(transportOf(connection), frame(type, 'session', 1, 1, 1))
      })
    })
    const client = await raw(relay)
    client.open()
    expect(await ended(client)).toMatch(/broke its protocol|broke the protocol/)
  })

  test('that refuses to start a command', async () => {
    const relay = await target((connection) => {
      connection.on('session', (accept) => {
        accept().on('exec', (_, reject) => reject())
      })
    })
    expect(await (await raw(relay)).run('anything')).toMatchObject({
      exit: 255,
      stderr: 'sluice: the target refused to start it\n',
    })
  })

  test('that closes the channel which was opened ahead: the next one is another', async () => {
    const relay = await target((connection) => {
      let first = true
      connection.on('session', (accept) => {
        const session = accept()
        if (first) {
          first = false
          sendMessage(transportOf(connection), frame(MESSAGE.CHANNEL_CLOSE, 0))
          return
        }
        session.on('exec', (take) => {
          const stream = take()
          stream.exit(0)
          stream.end('second')
        })
      })
    })
    const client = await raw(relay)
    while (!relay.told.some(({ type }) => type === 'opened')) await sleep(10)
    await sleep(100)
    expect(await client.run('anything')).toMatchObject({ stdout: 'second', exit: 0 })
  })

  test('that never answers a login is given up', async () => {
    const listener = createServer(() => {})
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
    clean(() => void listener.close())
    const { port } = listener.address() as { port: number }
    const relay = await open({ terms: { port } })
    const client = await raw(relay)
    client.open()
    expect(await ended(client)).toContain('did not finish the login in time')
  }, 25_000)
})
