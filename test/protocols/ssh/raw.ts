// A client of messages: ssh2's transport and login, and above that whatever a test sends.
import { connect, type Socket } from 'node:net'
import ssh2, { type ConnectConfig } from 'ssh2'
import { encode, type Field, frame, MESSAGE, Reader, STDERR } from '../../../src/protocols/ssh/frames.ts'
import { Link } from '../../../src/protocols/ssh/link.ts'
import { type Transport, transportOf } from '../../../src/protocols/ssh/ssh2.ts'
import { LOCAL_USER, type Relayed } from '../relayed.ts'

/** What came for one channel, by its own number. */
export class RawChannel {
  readonly id: number
  /** The other side's number, once it is open. */
  peer: number | undefined
  /** Reason of CHANNEL_OPEN_FAILURE. */
  failure: number | undefined
  window = 0
  stdout = ''
  stderr = ''
  bytes = 0
  exit: number | string | undefined
  eof = false
  closed = false
  replies: boolean[] = []
  /** Requests as they came, from their names on. */
  requests: string[] = []

  constructor(id: number) {
    this.id = id
  }
}

export class RawClient {
  readonly link: Link
  readonly socket: Socket
  readonly transport: Transport
  readonly channels = new Map<number, RawChannel>()
  /** Answers to global requests. */
  readonly replies: boolean[] = []
  /** What the other side said before it ended the connection. */
  disconnected: string | undefined
  ended = false
  /** Keep data out of memory. */
  counting = false
  /** Allow as much again as has come. */
  adjusting = true
  #last = 0
  #waiting: (() => void)[] = []

  constructor(link: Link, socket: Socket, transport: Transport) {
    this.link = link
    this.transport = transport
    this.socket = socket
    socket.once('close', () => {
      this.ended = true
      this.#changed()
    })
    link.begin({ message: (type, payload) => this.#received(type, payload), drained: () => {} })
  }

  /** Resolves when `condition` holds; rejects when the connection ends before. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) {
      if (this.ended) throw new Error(`the connection ended: ${this.disconnected ?? 'nothing said'}`)
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    }
  }

  async end(): Promise<string> {
    await this.until(() => this.ended)
    return this.disconnected ?? ''
  }

  open(kind = 'session', fields: Field[] = [], window = 1024 * 1024, largest = 32 * 1024): RawChannel {
    const channel = new RawChannel(++this.#last)
    this.channels.set(channel.id, channel)
    const body = frame(MESSAGE.CHANNEL_OPEN, kind, channel.id, window, largest)
    this.link.send(Buffer.concat([body, ...fields.map(encode)]))
    return channel
  }

  async opened(channel: RawChannel): Promise<RawChannel> {
    await this.until(() => channel.peer !== undefined || channel.failure !== undefined)
    return channel
  }

  request(channel: RawChannel, name: string, wantsReply: boolean, ...fields: Field[]): void {
    this.link.send(frame(MESSAGE.CHANNEL_REQUEST, channel.peer!, name, wantsReply, ...fields))
  }

  data(channel: RawChannel, bytes: Buffer): void {
    this.link.send(frame(MESSAGE.CHANNEL_DATA, channel.peer!, bytes))
  }

  close(channel: RawChannel): void {
    this.link.send(frame(MESSAGE.CHANNEL_CLOSE, channel.peer!))
  }

  /** Runs a command to its end. */
  async run(command: string | Buffer): Promise<RawChannel> {
    const channel = await this.opened(this.open())
    if (channel.failure !== undefined) return channel
    this.request(channel, 'exec', true, command)
    await this.until(() => channel.closed)
    this.close(channel)
    return channel
  }

  destroy(): void {
    this.socket.destroy()
  }

  #received(type: number, payload: Buffer): void {
    const reader = new Reader(payload, 1)
    if (type === MESSAGE.REQUEST_SUCCESS || type === MESSAGE.REQUEST_FAILURE)
      this.replies.push(type === MESSAGE.REQUEST_SUCCESS)
    else if (type === MESSAGE.GLOBAL_REQUEST) this.link.send(frame(MESSAGE.REQUEST_FAILURE))
    else if (type >= MESSAGE.CHANNEL_OPEN_CONFIRMATION) {
      const channel = this.channels.get(reader.uint32())
      if (!channel) throw new Error('a message for no channel')
      this.#ofChannel(type, channel, reader)
    }
    this.#changed()
  }

  #ofChannel(type: number, channel: RawChannel, reader: Reader): void {
    switch (type) {
      case MESSAGE.CHANNEL_OPEN_CONFIRMATION:
        channel.peer = reader.uint32()
        channel.window = reader.uint32()
        break
      case MESSAGE.CHANNEL_OPEN_FAILURE:
        channel.failure = reader.uint32()
        break
      case MESSAGE.CHANNEL_WINDOW_ADJUST:
        channel.window += reader.uint32()
        break
      case MESSAGE.CHANNEL_DATA:
        this.#shown(channel, 'stdout', reader.string())
        break
      case MESSAGE.CHANNEL_EXTENDED_DATA:
        if (reader.uint32() === STDERR) this.#shown(channel, 'stderr', reader.string())
        break
      case MESSAGE.CHANNEL_EOF:
        channel.eof = true
        break
      case MESSAGE.CHANNEL_CLOSE:
        channel.closed = true
        break
      case MESSAGE.CHANNEL_REQUEST: {
        channel.requests.push(reader.rest().toString('latin1'))
        const name = reader.name()
        reader.boolean()
        channel.exit = name === 'exit-status' ? reader.uint32() : reader.name()
        break
      }
      case MESSAGE.CHANNEL_SUCCESS:
      case MESSAGE.CHANNEL_FAILURE:
        channel.replies.push(type === MESSAGE.CHANNEL_SUCCESS)
        break
    }
  }

  #shown(channel: RawChannel, stream: 'stdout' | 'stderr', bytes: Buffer): void {
    channel.bytes += bytes.length
    if (!this.counting) channel[stream] += bytes.toString()
    if (this.adjusting && channel.peer !== undefined)
      this.link.send(frame(MESSAGE.CHANNEL_WINDOW_ADJUST, channel.peer, bytes.length))
  }

  #changed(): void {
    for (const resolve of this.#waiting.splice(0)) resolve()
  }
}

/** ssh2 tells the words of DISCONNECT only where the reason is no ordinary one. */
function listenForEnd(client: ssh2.Client, told: (words: string) => void): void {
  const transport = transportOf(client)
  const inner = transport._onPayload
  transport._onPayload = (payload) => {
    if (payload[0] === MESSAGE.DISCONNECT) {
      const reader = new Reader(payload, 1)
      reader.uint32()
      told(reader.string().toString())
    }
    return inner(payload)
  }
}

export interface RawOptions extends ConnectConfig {
  /** Between the client and the socket. */
  readonly wrap?: (socket: Socket) => void
}

/** Logs in with the session's key. Rejects with what the other side says. */
export async function rawClient(relay: Relayed, { wrap, ...more }: RawOptions = {}): Promise<RawClient> {
  const socket = connect({ host: '127.0.0.1', port: relay.port })
  socket.on('error', () => {})
  await new Promise((resolve) => socket.once('connect', resolve))
  wrap?.(socket)
  const client = new ssh2.Client()
  let said: string | undefined
  let raw: RawClient | undefined
  return new Promise((resolve, reject) => {
    client.on('error', (error) => {
      said = error.message
      if (raw) raw.disconnected ??= said
      reject(error)
    })
    client.once('close', () => reject(new Error(said ?? 'closed')))
    client.connect({
      sock: socket,
      username: LOCAL_USER,
      privateKey: relay.target.identity?.clientKey.reveal(),
      hostVerifier: () => true,
      readyTimeout: 10_000,
      ...more,
    } as ConnectConfig)
    const link = new Link(client, socket)
    raw = new RawClient(link, socket, transportOf(client))
    listenForEnd(client, (words) => {
      said = words
      if (raw) raw.disconnected ??= words
    })
    client.once('ready', () => resolve(raw!))
  })
}
