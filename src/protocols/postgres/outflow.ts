// Rewrites one chunk with as little copying as possible: what stays is not touched, what shrinks is closed up in place,
// and what would grow moves on into a second buffer.
import type { Socket } from 'node:net'

const ARENA = 512 * 1024

export class Outflow {
  readonly #to: Socket
  /** Input of this chunk. */
  #from: Buffer = Buffer.alloc(0)
  /** Input before this has been dealt with. */
  #taken = 0
  /** Where output goes: `#from` itself, or the arena. */
  buffer: Buffer = this.#from
  #base = 0
  #at = 0
  #arena: Buffer | undefined

  constructor(to: Socket) {
    this.#to = to
  }

  begin(from: Buffer, start: number): void {
    this.#from = this.buffer = from
    this.#taken = this.#base = this.#at = start
  }

  /** Where the byte at input position `at` will stand, if everything up to it stays as it is. */
  position(at: number): number {
    return this.#at + (at - this.#taken)
  }

  get inPlace(): boolean {
    return this.buffer === this.#from
  }

  get at(): number {
    return this.#at
  }

  /** Input up to `to` stays as it is. */
  keep(to: number): void {
    const size = to - this.#taken
    if (size <= 0) return
    if (this.buffer !== this.#from) {
      this.ensure(size)
      this.#from.copy(this.buffer, this.#at, this.#taken, to)
    } else if (this.#at !== this.#taken) {
      if (size < 48) for (let i = 0; i < size; i++) this.buffer[this.#at + i] = this.buffer[this.#taken + i]!
      else this.buffer.copyWithin(this.#at, this.#taken, to)
    }
    this.#at += size
    this.#taken = to
  }

  /** Input up to `to` is left out. Everything before it must have been kept. */
  drop(to: number): void {
    this.#taken = to
  }

  /** Output that is `size` bytes long was written at `at`. */
  wrote(size: number): void {
    this.#at += size
  }

  /** Puts bytes of our own in. */
  insert(bytes: Buffer): void {
    if (this.buffer === this.#from) this.spill(this.#at)
    this.ensure(bytes.length)
    bytes.copy(this.buffer, this.#at)
    this.#at += bytes.length
  }

  /** Goes on in the arena; output from `keepFrom` on moves there because it is not complete. Answers where it stands now. */
  spill(keepFrom: number): number {
    const carried = this.#at - keepFrom
    if (keepFrom > this.#base) this.#to.write(this.buffer.subarray(this.#base, keepFrom))
    const arena = this.#free(carried)
    this.buffer.copy(arena, 0, keepFrom, this.#at)
    this.buffer = arena
    this.#base = 0
    this.#at = carried
    return 0
  }

  /** Makes room for `size` bytes; in the arena only. */
  ensure(size: number): void {
    if (this.#at + size <= this.buffer.length) return
    const grown = Buffer.allocUnsafeSlow(Math.max(this.buffer.length * 2, this.#at + size))
    this.buffer.copy(grown, 0, this.#base, this.#at)
    this.#at -= this.#base
    this.#base = 0
    this.buffer = grown
    this.#arena = grown.length <= ARENA * 8 ? grown : undefined
  }

  /** Everything up to `end` is decided: one write. */
  finish(end: number): void {
    this.keep(end)
    if (this.#at > this.#base) this.#to.write(this.buffer.subarray(this.#base, this.#at))
    this.#base = this.#at
  }

  /** The arena is reused only while nothing of it is being written. */
  #free(size: number): Buffer {
    if (this.#arena && this.#arena.length >= size && this.#to.writableLength === 0) return this.#arena
    this.#arena = Buffer.allocUnsafeSlow(Math.max(ARENA, size * 2))
    return this.#arena
  }
}
