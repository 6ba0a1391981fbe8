// A statement is a command on a channel of its own; bytes are its text, with a line feed behind it.
import type { Socket } from 'node:net'
import { ssh } from '../../src/protocols/ssh/index.ts'
import { startSshd, unprivileged } from '../fixtures/sshd.ts'
import { type RawChannel, type RawClient, rawClient } from '../protocols/ssh/raw.ts'
import { relayed } from '../protocols/ssh/relayed.ts'
import type { Adapter, ContractClient } from './adapter.ts'

/** No packet is longer than 35,000 bytes. */
const OVERSIZE = Buffer.from('7fffffff', 'hex')

const running = new WeakMap<ContractClient, () => void>()

export const sshAdapter: Adapter = {
  protocol: ssh,
  async open(options) {
    const upstream = await startSshd({ user: unprivileged() })
    const relay = await relayed({ ...options, upstream, protocol: ssh })
    return Object.assign(relay, {
      crash: async () => upstream.cut(),
      async cleanUp() {
        await relay.close()
        await upstream.stop()
      },
    })
  },
  async connect(relay) {
    let size = Number.POSITIVE_INFINITY
    const raw = await rawClient(relay, { wrap: (socket) => inPieces(socket, () => size) })
    // It works on both sides before anything is measured.
    await raw.opened(raw.open())
    const commands: Promise<RawChannel>[] = []
    const channels: RawChannel[] = []
    const client: ContractClient = {
      send(bytes, pieces = Number.POSITIVE_INFINITY) {
        if (bytes === OVERSIZE) {
          raw.socket.write(bytes)
          return
        }
        size = pieces
        for (const line of bytes.toString().split('\n').slice(0, -1)) {
          const command = start(raw, line, channels)
          command.catch(() => {})
          commands.push(command)
        }
      },
      async answer() {
        const channel = await commands.shift()
        return channel ? outline(channel) : 'nothing was asked'
      },
      ended: async () => {
        const reason = await raw.end()
        return `ended ${reason.includes('record cannot be written') ? 'record' : reason}`
      },
      pause: () => raw.socket.pause(),
      resume: () => raw.socket.resume(),
      get bytesRead() {
        return raw.socket.bytesRead
      },
      destroy: () => raw.destroy(),
    }
    running.set(client, () => raw.request(channels.at(-1)!, 'signal', false, 'INT'))
    return client
  },
  harmless: { bytes: Buffer.from('echo harmless\n'), expected: 'harmless' },
  refused: Buffer.from('echo DROP TABLE things\n'),
  endless: Buffer.from('exec sleep 60\n'),
  async cancel(_, client) {
    running.get(client)?.()
  },
  large: (size) => Buffer.from(`exec head -c ${size} /dev/zero\n`),
  oversize: OVERSIZE,
  async crash(relay) {
    if ('crash' in relay && typeof relay.crash === 'function') await relay.crash()
  },
}

async function start(raw: RawClient, command: string, channels: RawChannel[]): Promise<RawChannel> {
  const channel = await raw.opened(raw.open())
  channels.push(channel)
  raw.counting = command.includes('/dev/zero')
  raw.request(channel, 'exec', true, command)
  await raw.until(() => channel.closed)
  raw.close(channel)
  return channel
}

function outline({ exit, stdout }: RawChannel): string {
  if (exit === 126) return 'refused'
  return exit === 'INT' ? 'cancelled' : stdout.trim()
}

/** Everything that is written arrives in pieces of that many bytes. */
function inPieces(socket: Socket, size: () => number): void {
  const write = socket._write.bind(socket)
  socket._writev = undefined as never
  socket._write = (chunk: Buffer, encoding, done) => {
    const next = (at: number): void => {
      const end = Math.min(chunk.length, at + size())
      write(chunk.subarray(at, end), encoding, (error) => {
        if (error || end >= chunk.length) done(error)
        else setImmediate(next, end)
      })
    }
    next(0)
  }
}
