// The channels of one connection, and what is asked for outside of them.
import type { Channel, ChannelOptions } from './channel.ts'
import { EARLY_WINDOW, MAX_DATA, WINDOW } from './end.ts'
import { destinationOf, ForwardChannel, mayReach } from './forward.ts'
import { encode, type Field, frame, MESSAGE, OPEN_FAILURE, ProtocolError, Reader } from './frames.ts'
import { decide } from './judge.ts'
import type { Link } from './link.ts'
import { SessionChannel } from './session.ts'
import type { Around } from './shared.ts'

/** Of one connection at a time. */
const MOST = 64

export class Channels {
  readonly #around: Around
  readonly #client: Link
  readonly #upstream: Link
  readonly #channels = new Map<number, Channel>()
  /** Opened on the target before the client asks: the first command does not wait for it. */
  #spare: SessionChannel | undefined
  #last = -1
  /** Forwarded connections that wait for their verdict. */
  #judged = 0
  readonly #gone = new AbortController()

  constructor(around: Around, client: Link, upstream: Link) {
    this.#around = around
    this.#client = client
    this.#upstream = upstream
    this.#spare = this.#openSession()
  }

  get open(): number {
    return [...this.#channels.values()].filter(({ attached }) => attached).length
  }

  fromClient(type: number, payload: Buffer): void {
    const reader = new Reader(payload, 1)
    switch (type) {
      case MESSAGE.GLOBAL_REQUEST:
        this.#global(reader)
        return
      case MESSAGE.REQUEST_SUCCESS:
      case MESSAGE.REQUEST_FAILURE:
        return
      case MESSAGE.CHANNEL_OPEN:
        this.#opened(reader)
        return
      default:
        this.#of(type, reader)?.fromClient(type, reader)
        return
    }
  }

  fromUpstream(type: number, payload: Buffer): void {
    const reader = new Reader(payload, 1)
    switch (type) {
      case MESSAGE.GLOBAL_REQUEST:
        // Nothing is asked of us that we do; keepalives want any answer.
        reader.name()
        if (reader.boolean()) this.#upstream.send(frame(MESSAGE.REQUEST_FAILURE))
        return
      case MESSAGE.REQUEST_SUCCESS:
      case MESSAGE.REQUEST_FAILURE:
        return
      case MESSAGE.CHANNEL_OPEN: {
        reader.name()
        const peer = reader.uint32()
        this.#upstream.send(openFailure(peer, OPEN_FAILURE.PROHIBITED, 'nothing is forwarded'))
        return
      }
      default:
        this.#of(type, reader)?.fromUpstream(type, reader)
        return
    }
  }

  pump(): void {
    for (const channel of this.#channels.values()) channel.pump()
  }

  abandon(reason: string): void {
    this.#gone.abort()
    for (const channel of [...this.#channels.values()]) if (channel.attached) channel.abandon(reason)
  }

  #of(type: number, reader: Reader): Channel | undefined {
    if (type < MESSAGE.CHANNEL_OPEN_CONFIRMATION || type > MESSAGE.CHANNEL_FAILURE) return undefined
    const channel = this.#channels.get(reader.uint32())
    if (!channel) throw new ProtocolError('a message is for a channel that there is not')
    return channel
  }

  /** Keepalives want any answer; forwarding to the client is not ours to give. */
  #global(reader: Reader): void {
    const name = reader.name()
    const wantsReply = reader.boolean()
    if (/forward/.test(name)) this.#around.note('forward', `${name} is refused`)
    if (wantsReply) this.#client.send(frame(MESSAGE.REQUEST_FAILURE))
  }

  #opened(reader: Reader): void {
    const kind = reader.name()
    const peer = reader.uint32()
    const window = reader.uint32()
    const largest = reader.uint32()
    const refuse = (reason: number, why: string) => this.#client.send(openFailure(peer, reason, why))
    if (this.open + this.#judged >= MOST) {
      refuse(OPEN_FAILURE.SHORTAGE, `a connection has up to ${MOST} channels`)
      return
    }
    switch (kind) {
      case 'session': {
        const channel = this.#spare ?? this.#openSession()
        this.#spare = undefined
        channel.attach(peer, window, largest)
        return
      }
      case 'direct-tcpip':
        this.#forward(reader.rest(), peer, (channel) => channel.attach(peer, window, largest))
        return
      default:
        this.#around.note('forward', `channels of type ${kind} are refused`)
        refuse(OPEN_FAILURE.PROHIBITED, 'refused')
        return
    }
  }

  #openSession(): SessionChannel {
    return this.#open(EARLY_WINDOW, 'session', [], (options) => new SessionChannel(options))
  }

  #forward(fields: Buffer, peer: number, attach: (channel: ForwardChannel) => void): void {
    const destination = destinationOf(fields)
    const refuse = () => {
      const why = 'the policy does not name this address'
      this.#client.send(openFailure(peer, OPEN_FAILURE.PROHIBITED, why))
    }
    if (!mayReach(this.#around.shared.ssh, destination)) {
      this.#around.note('forward', 'an address that the policy does not name is not forwarded to')
      refuse()
      return
    }
    const reader = new Reader(fields)
    const asked: Field[] = [reader.string(), reader.uint32(), reader.string(), reader.uint32()]
    const options = this.#options(WINDOW)
    const channel = new ForwardChannel(options, destination)
    const { signal } = this.#gone
    this.#judged++
    decide(channel.gate, channel.statement, { notice: () => {}, signal })
      .finally(() => this.#judged--)
      .then((refused) => {
        if (signal.aborted) return undefined
        if (refused) return refuse()
        channel.gate.flush()
        this.#channels.set(options.id, channel)
        this.#ask(options.id, 'direct-tcpip', asked)
        attach(channel)
      })
      .catch((error: unknown) => this.#around.fail(error, 'client'))
  }

  #open<C extends Channel>(
    window: number,
    kind: string,
    fields: Field[],
    make: (options: ChannelOptions) => C,
  ): C {
    const options = this.#options(window)
    const channel = make(options)
    this.#channels.set(options.id, channel)
    this.#ask(options.id, kind, fields)
    return channel
  }

  #options(window: number): ChannelOptions {
    const over = (channel: Channel) => {
      this.#channels.delete(channel.id)
      if (this.#spare === channel) this.#spare = undefined
    }
    const id = this.#free()
    return { id, client: this.#client, upstream: this.#upstream, window, around: this.#around, over }
  }

  /** Numbers of channels may come again, when nobody means an old one any more. */
  #free(): number {
    do this.#last = (this.#last + 1) % 0x7fffffff
    while (this.#channels.has(this.#last))
    return this.#last
  }

  #ask(id: number, kind: string, fields: Field[]): void {
    this.#upstream.send(
      Buffer.concat([frame(MESSAGE.CHANNEL_OPEN, kind, id, WINDOW, MAX_DATA), ...fields.map(encode)]),
    )
  }
}

const openFailure = (peer: number, reason: number, why: string): Buffer =>
  Buffer.concat([
    Buffer.of(MESSAGE.CHANNEL_OPEN_FAILURE),
    encode(peer),
    encode(reason),
    encode(why),
    encode(''),
  ])
