// One side's end of a channel: what may be sent by its window, what it may send by ours.
import { encode, type Field, frame, MESSAGE, ProtocolError, STDERR } from './frames.ts'
import type { Link } from './link.ts'

/** Bytes of data in one message; every implementation must take that many (RFC 4253, 6.1). */
export const MAX_DATA = 32 * 1024
/** What a peer may send before it has to wait. */
export const WINDOW = 2 * 1024 * 1024
/** The same while nobody reads it: what comes before its command is judged is kept in memory. */
export const EARLY_WINDOW = 128 * 1024

/** Requests that wait behind data: no window bounds them. */
const MOST_REQUESTS = 1024

type Stream = 'data' | 'stderr'

/** Who is told that its bytes have gone on. */
export interface Source {
  credit(bytes: number): void
}

/** Waits for room; `source` may send as much again once it is gone. */
interface Chunk {
  bytes: Buffer
  readonly stream: Stream
  readonly source: Source | undefined
  readonly credit: number
}

export class End implements Source {
  readonly link: Link
  /** Our number of the channel. */
  readonly id: number
  #peer: number | undefined
  /** What we may send. */
  #window = 0
  #largest = MAX_DATA
  /** What the peer may send, and what it will be allowed anew. */
  #granted: number
  #owed = 0
  #size: number
  #queue: (Chunk | Buffer)[] = []
  #requests = 0
  #closing = false
  #deaf = false
  eof = false
  sentClose = false
  closed = false

  constructor(link: Link, id: number, window: number) {
    this.link = link
    this.id = id
    this.#granted = window
    this.#size = window
  }

  get opened(): boolean {
    return this.#peer !== undefined
  }

  get window(): number {
    return this.#size
  }

  /** The peer told its number, and how much it takes. */
  confirm(peer: number, window: number, largest: number): void {
    this.#peer = peer
    this.#window = window
    // Ours are no longer than others must take, and a peer that takes nothing at a time would never be done.
    this.#largest = Math.max(1, Math.min(largest, MAX_DATA))
    this.pump()
  }

  /** Throws when the peer sends more than it may. */
  take(bytes: number): void {
    if (this.eof || this.closed) throw new ProtocolError('data came behind the end of a channel')
    if (bytes > this.#granted) throw new ProtocolError('a channel’s window was exceeded')
    this.#granted -= bytes
  }

  /** What it sent has gone on: it may send as much again. */
  credit(bytes: number): void {
    this.#owed += bytes
    if (this.#owed * 2 < this.#size) return
    this.#adjust()
  }

  /** It may have that much on its way from now on. */
  widen(window: number): void {
    this.#owed += window - this.#size
    this.#size = window
    this.#adjust()
  }

  /** The peer may be sent that much more. */
  adjust(bytes: number): void {
    this.#window += bytes
    if (this.#window > 0xffffffff) throw new ProtocolError('a channel’s window is larger than there is')
    this.pump()
  }

  write(bytes: Buffer, stream: Stream, source?: Source, credit = 0): void {
    if (this.#closing || this.#deaf || this.sentClose) {
      source?.credit(credit)
      return
    }
    if (bytes.length === 0 && this.#queue.length === 0) {
      source?.credit(credit)
      return
    }
    this.#queue.push({ bytes, stream, source, credit })
    this.pump()
  }

  /** A request about the channel, behind the data that waits. */
  request(name: string, wantsReply: boolean, ...fields: Field[]): void {
    this.#control((peer) => frame(MESSAGE.CHANNEL_REQUEST, peer, name, wantsReply, ...fields))
  }

  /** The same with what another peer sent along with it. Throws when it has sent too many that still wait. */
  forward(name: string, wantsReply: boolean, rest: Buffer): void {
    if (this.#requests >= MOST_REQUESTS) throw new ProtocolError('too many requests wait behind data')
    this.#control((peer) => Buffer.concat([frame(MESSAGE.CHANNEL_REQUEST, peer, name, wantsReply), rest]))
  }

  /** Answers a request; not held back by data that waits. */
  reply(success: boolean): void {
    if (this.#peer === undefined || this.sentClose) return
    const type = success ? MESSAGE.CHANNEL_SUCCESS : MESSAGE.CHANNEL_FAILURE
    this.link.send(Buffer.concat([Buffer.of(type), encode(this.#peer)]))
  }

  end(): void {
    this.#control((peer) => frame(MESSAGE.CHANNEL_EOF, peer))
  }

  /** Its peer reads no more data; requests and the end still go there. */
  deafen(): void {
    this.#deaf = true
    for (const entry of this.#queue) if (!Buffer.isBuffer(entry)) entry.source?.credit(entry.credit)
    this.#queue = this.#queue.filter((entry) => Buffer.isBuffer(entry))
  }

  /** Behind all that waits; `now` leaves the data out. */
  close(now = false): void {
    if (this.sentClose) return
    if (now) this.deafen()
    this.#closing = true
    this.pump()
  }

  /** All data, up to what the peer takes. */
  pump(): void {
    if (this.#peer === undefined || this.sentClose) return
    let sent = 0
    for (const entry of this.#queue) {
      if (Buffer.isBuffer(entry)) {
        this.#requests--
        this.link.send(entry)
      } else if (!this.#sendData(entry, this.#peer)) break
      sent++
    }
    if (sent > 0) this.#queue.splice(0, sent)
    if (!this.#closing || this.#queue.length > 0) return
    this.sentClose = true
    this.link.send(frame(MESSAGE.CHANNEL_CLOSE, this.#peer))
  }

  /** True when all of it is gone. */
  #sendData(chunk: Chunk, peer: number): boolean {
    while (chunk.bytes.length > 0) {
      const length = Math.min(chunk.bytes.length, this.#window, this.#largest)
      if (length === 0 || this.link.congested) return false
      const part = length === chunk.bytes.length ? chunk.bytes : chunk.bytes.subarray(0, length)
      if (chunk.stream === 'data') this.link.data(peer, part)
      else this.link.extended(peer, part, STDERR)
      this.#window -= length
      chunk.bytes = chunk.bytes.subarray(length)
    }
    chunk.source?.credit(chunk.credit)
    return true
  }

  #control(message: (peer: number) => Buffer): void {
    if (this.#peer === undefined || this.#closing || this.sentClose) return
    this.#queue.push(message(this.#peer))
    this.#requests++
    this.pump()
  }

  #adjust(): void {
    if (this.#owed <= 0 || this.eof || this.closed || this.sentClose || this.#peer === undefined) return
    this.link.send(frame(MESSAGE.CHANNEL_WINDOW_ADJUST, this.#peer, this.#owed))
    this.#granted += this.#owed
    this.#owed = 0
  }
}
