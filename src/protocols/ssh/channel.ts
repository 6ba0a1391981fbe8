// A channel from the client to the target: two ends under one number, and what both kinds of channels share.
import { End, WINDOW } from './end.ts'
import { frame, MESSAGE, OPEN_FAILURE, ProtocolError, type Reader } from './frames.ts'
import type { Link } from './link.ts'
import type { Around } from './shared.ts'

export interface ChannelOptions {
  /** Our number of it, towards both sides. */
  readonly id: number
  readonly client: Link
  readonly upstream: Link
  /** Bytes that the client may send at once before somebody reads them. */
  readonly window: number
  readonly around: Around
  /** Both ends are closed. */
  readonly over: (channel: Channel) => void
}

export abstract class Channel {
  readonly id: number
  readonly around: Around
  protected readonly client: End
  protected readonly upstream: End
  /** Aborts when the client does not wait any more. */
  protected readonly gone = new AbortController()
  readonly #over: (channel: Channel) => void
  /** The client's number, window and largest packet while the target has not answered. */
  #asked: { readonly peer: number; readonly window: number; readonly largest: number } | undefined
  #refused = false

  constructor({ id, client, upstream, window, around, over }: ChannelOptions) {
    this.id = id
    this.around = around
    this.client = new End(client, id, window)
    this.upstream = new End(upstream, id, WINDOW)
    this.#over = over
  }

  /** The client asks for it. */
  attach(peer: number, window: number, largest: number): void {
    this.#asked = { peer, window, largest }
    if (this.upstream.opened) this.#confirm()
  }

  get attached(): boolean {
    return this.#asked !== undefined
  }

  fromClient(type: number, reader: Reader): void {
    const { client } = this
    if (client.closed) throw new ProtocolError('a message came for a channel that is closed')
    switch (type) {
      case MESSAGE.CHANNEL_WINDOW_ADJUST:
        client.adjust(reader.uint32())
        return
      case MESSAGE.CHANNEL_DATA: {
        const bytes = reader.string()
        client.take(bytes.length)
        // No window bounds what is empty.
        if (bytes.length > 0) this.sent(bytes)
        return
      }
      case MESSAGE.CHANNEL_EXTENDED_DATA: {
        reader.uint32()
        const { length } = reader.string()
        client.take(length)
        client.credit(length)
        return
      }
      case MESSAGE.CHANNEL_EOF:
        if (!client.eof) this.sentAll()
        client.eof = true
        return
      case MESSAGE.CHANNEL_CLOSE:
        client.closed = true
        this.gone.abort()
        client.deafen()
        // What it sent before goes on. What the target still has to tell, an exit status, comes back before our own end.
        this.upstream.close()
        if (!this.left()) client.close()
        this.settle()
        return
      case MESSAGE.CHANNEL_REQUEST:
        this.requested(reader.name(), reader.boolean(), reader.rest())
        return
      default:
        // Answers to what we never ask.
        return
    }
  }

  fromUpstream(type: number, reader: Reader): void {
    const { upstream } = this
    if (upstream.closed) throw new ProtocolError('a message came for a channel that is closed')
    switch (type) {
      case MESSAGE.CHANNEL_OPEN_CONFIRMATION:
        if (upstream.opened) throw new ProtocolError('a channel was opened twice')
        upstream.confirm(reader.uint32(), reader.uint32(), reader.uint32())
        if (this.#asked) this.#confirm()
        return
      case MESSAGE.CHANNEL_OPEN_FAILURE:
        if (upstream.opened) throw new ProtocolError('a channel was refused after it was opened')
        this.#refuse(reader.uint32())
        return
      case MESSAGE.CHANNEL_WINDOW_ADJUST:
        upstream.adjust(reader.uint32())
        return
      case MESSAGE.CHANNEL_DATA:
        this.#shown(reader.string(), 'stdout')
        return
      case MESSAGE.CHANNEL_EXTENDED_DATA:
        reader.uint32()
        this.#shown(reader.string(), 'stderr')
        return
      case MESSAGE.CHANNEL_EOF:
        upstream.eof = true
        this.shownAll()
        return
      case MESSAGE.CHANNEL_CLOSE:
        upstream.closed = true
        upstream.close(true)
        if (!this.attached) {
          this.#over(this)
          return
        }
        this.shownAll()
        this.finished()
        this.settle()
        return
      case MESSAGE.CHANNEL_REQUEST:
        this.reported(reader.name(), reader.boolean(), reader.rest())
        return
      case MESSAGE.CHANNEL_SUCCESS:
      case MESSAGE.CHANNEL_FAILURE:
        this.answered(type === MESSAGE.CHANNEL_SUCCESS)
        return
      default:
        return
    }
  }

  /** One of the sides takes data again. */
  pump(): void {
    this.client.pump()
    this.upstream.pump()
    this.settle()
  }

  /** The connection ends: the client is told on its standard error, as far as it takes any. */
  abstract abandon(reason: string): void
  /** The client sent data. */
  protected abstract sent(bytes: Buffer): void
  protected abstract sentAll(): void
  /** The client closed it. True when the target's end is to be waited for. */
  protected abstract left(): boolean
  protected abstract requested(name: string, wantsReply: boolean, fields: Buffer): void
  /** The target sent data. */
  protected abstract shown(bytes: Buffer, stream: 'stdout' | 'stderr'): void
  /** The target sends no more; may be told twice. */
  protected abstract shownAll(): void
  /** The target closed it. */
  protected abstract finished(): void
  protected abstract reported(name: string, wantsReply: boolean, fields: Buffer): void
  protected abstract answered(success: boolean): void

  protected settle(): void {
    const { client, upstream } = this
    const left = client.closed && client.sentClose
    const done = this.#refused || (upstream.closed && upstream.sentClose)
    if (left && done) this.#over(this)
  }

  #shown(bytes: Buffer, stream: 'stdout' | 'stderr'): void {
    this.upstream.take(bytes.length)
    if (bytes.length > 0) this.shown(bytes, stream)
  }

  #confirm(): void {
    if (!this.#asked) return
    const { peer, window, largest } = this.#asked
    this.client.link.send(
      frame(MESSAGE.CHANNEL_OPEN_CONFIRMATION, peer, this.id, this.client.window, 32 * 1024),
    )
    this.client.confirm(peer, window, largest)
  }

  #refuse(reason: number): void {
    this.#refused = true
    if (this.#asked) {
      const known = Object.values<number>(OPEN_FAILURE).includes(reason)
        ? reason
        : OPEN_FAILURE.CONNECT_FAILED
      const why = 'the target refused to open the channel'
      this.client.link.send(frame(MESSAGE.CHANNEL_OPEN_FAILURE, this.#asked.peer, known, why, ''))
    }
    this.#over(this)
  }
}
