// How bytes come in: large buffers of our own where the socket allows it, one pass over each, backpressure both ways.
import { Socket, type SocketConstructorOpts } from 'node:net'

const SIZE = 256 * 1024
/** Less room than this at the end of the buffer is not worth a read. */
const ROOM = 16 * 1024
const EMPTY = Buffer.alloc(0)
/** A socket that is held for longer than this is read on into what room there is: only so is its end seen. */
const PATIENCE_MS = 1000

/** What looks at the bytes of one direction. */
export interface Sink {
  /** Looks at `buffer[start, end)` and answers how far it got; the rest is shown again with more behind it. */
  take(buffer: Buffer, start: number, end: number): number
  /** The sink threw, or the peer broke the protocol. */
  failed(error: unknown): void
}

/**
 * Reads one socket into a sink. Reading goes on only while everything the sink wrote to `outlet` has left,
 * so that memory stays bounded and buffers may be written as they are.
 */
export class Inlet {
  readonly socket: Socket
  sink: Sink
  outlet: Socket | undefined
  /** Bytes read so far. */
  bytes = 0
  readonly #owned: boolean
  #buffer: Buffer = EMPTY
  #spare: Buffer | undefined
  #view: Buffer | undefined
  #start = 0
  #end = 0
  #wanted = 0
  #held = false
  #flushing = false
  #busy = false
  #patience: NodeJS.Timeout | undefined
  #peeking = false

  constructor(socket: Socket, sink: Sink) {
    this.sink = sink
    const adopted = adopt(socket, {
      buffer: () => this.#room(),
      callback: (size: number) => this.#arrived(size),
    })
    this.#owned = adopted !== undefined
    this.socket = adopted ?? socket
    if (!adopted) socket.on('data', (chunk: Buffer) => this.#chunk(chunk))
    this.socket.setNoDelay(true)
  }

  /** The sink cannot go on with fewer than `size` bytes in one piece. */
  want(size: number): void {
    this.#wanted = size
  }

  /** Stops until `release`; the sink returns at once after calling it. */
  hold(): void {
    this.#held = true
    this.#patience ??= setTimeout(this.#peek, PATIENCE_MS).unref()
  }

  readonly #peek = () => {
    this.#patience = undefined
    if (!this.#held || this.#flushing || this.socket.destroyed) return
    this.#peeking = true
    if (this.#mayPeek) this.socket.resume()
  }

  get #mayPeek(): boolean {
    return this.#held && this.#peeking && !this.#flushing && this.pending < SIZE
  }

  /** Shows the sink what is left and goes on reading. Harmless when nothing is held. */
  release(): void {
    this.#held = false
    this.#peeking = false
    clearTimeout(this.#patience)
    this.#patience = undefined
    if (!this.outlet) this.#flushing = false
    if (this.#busy) return
    if (this.#pump()) this.socket.resume()
    else this.socket.pause()
  }

  /** Bytes that came in and were not taken yet. */
  get pending(): number {
    return this.#end - this.#start
  }

  #room(): Buffer {
    const left = this.#end - this.#start
    if (left === 0) this.#start = this.#end = 0
    const size = Math.max(SIZE, this.#wanted)
    if (
      this.#buffer.length < size ||
      this.#buffer.length > Math.max(size, SIZE) * 4 ||
      this.#owned === false
    ) {
      const grown = Buffer.allocUnsafeSlow(size + ROOM)
      this.#move(grown)
    } else if (this.#buffer.length - this.#start < Math.max(this.#wanted, left + ROOM)) {
      this.#buffer.copyWithin(0, this.#start, this.#end)
      this.#start = 0
      this.#end = left
    }
    if (this.#end > 0) return this.#buffer.subarray(this.#end)
    // Almost every read of a short exchange: one view a buffer, not one a read.
    if (this.#view?.buffer !== this.#buffer.buffer) this.#view = this.#buffer.subarray(0)
    return this.#view
  }

  #move(into: Buffer): void {
    const left = this.#buffer.copy(into, 0, this.#start, this.#end)
    this.#buffer = into
    this.#start = 0
    this.#end = left
  }

  /** `onread`: the kernel filled the room that was handed out. */
  #arrived(size: number): boolean {
    this.#end += size
    this.bytes += size
    const going = this.#pump()
    // Node asks for the next room right away: what is still being written must not be under it.
    if (this.outlet && this.outlet.writableLength > 0) {
      const next = this.#spare?.length === this.#buffer.length ? this.#spare : undefined
      this.#spare = this.#buffer
      this.#move(next ?? Buffer.allocUnsafeSlow(this.#buffer.length))
    }
    return going
  }

  /** The ordinary stream path: chunks are fresh memory. */
  #chunk(chunk: Buffer): void {
    this.bytes += chunk.length
    const left = this.#end - this.#start
    if (left === 0) {
      this.#buffer = chunk
      this.#start = 0
      this.#end = chunk.length
    } else {
      const size = left + chunk.length
      if (this.#buffer.length - this.#end < chunk.length)
        this.#move(Buffer.allocUnsafeSlow(Math.max(size * 2, Math.min(this.#wanted, 1 << 26))))
      chunk.copy(this.#buffer, this.#end)
      this.#end += chunk.length
    }
    if (!this.#pump()) this.socket.pause()
  }

  /** Answers true when more may be read. */
  #pump(): boolean {
    if (this.#held || this.#flushing) return this.#mayPeek
    if (this.#end > this.#start && this.#end - this.#start >= this.#wanted) {
      this.#busy = true
      this.#wanted = 0
      try {
        this.#start = this.sink.take(this.#buffer, this.#start, this.#end)
      } catch (error) {
        this.#held = true
        this.#start = this.#end
        this.sink.failed(error)
      }
      this.#busy = false
    }
    const outlet = this.outlet
    if (outlet && outlet.writableLength > 0 && !outlet.destroyed) {
      this.#flushing = true
      outlet.write(EMPTY, this.#flushed)
    }
    return !this.#held && !this.#flushing
  }

  readonly #flushed = () => {
    this.#flushing = false
    if (!this.#held) this.release()
    // Its patience ended while there was something to write.
    else if (this.#patience === undefined) this.#peek()
  }
}

/**
 * Moves an open plain socket onto buffers of our own (`onread`). Node offers that only to sockets it connects
 * itself, so the handle is given to a new socket; undefined when this socket has none to give (TLS, other runtimes),
 * and then ordinary 'data' events do.
 */
function adopt(socket: Socket, onread: SocketConstructorOpts['onread']): Socket | undefined {
  const handle: unknown = Reflect.get(socket, '_handle')
  if (!(handle instanceof Object) || !('useUserBuffer' in handle) || 'encrypted' in socket) return undefined
  if (socket.readableLength > 0 || socket.destroyed) return undefined
  socket.pause()
  Reflect.set(socket, '_handle', null)
  const options: SocketConstructorOpts = { onread, readable: true, writable: true }
  const adopted = new Socket(Object.assign(options, { handle, pauseOnCreate: true }))
  // The server counts the socket that it accepted, and others may hold it to end it.
  adopted.once('close', () => socket.destroy())
  socket.once('close', () => adopted.destroy())
  return adopted
}
