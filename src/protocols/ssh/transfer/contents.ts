// What was read or written, as one digest, without keeping any of it.
import { createHash, type Hash } from 'node:crypto'

export interface Digest {
  readonly bytes: number
  readonly sha256: string
  /** It was one run from the beginning: the digest is that of the content itself. */
  readonly whole: boolean
}

/**
 * Bytes at offsets. In order from 0 the digest is SHA-256 of the content. Else it is SHA-256 of a list with 48 bytes for each
 * run of bytes without a gap, in the order in which they passed: uint64 offset, uint64 length, SHA-256 of the run.
 */
export class Contents {
  bytes = 0
  #run: Hash = createHash('sha256')
  #start = 0
  #next = 0
  #list: Hash | undefined

  add(offset: number, bytes: Buffer): void {
    if (bytes.length === 0) return
    if (offset !== this.#next) this.#begin(offset)
    this.#run.update(bytes)
    this.#next += bytes.length
    this.bytes += bytes.length
  }

  /** No more comes. */
  end(): Digest {
    const { bytes } = this
    if (!this.#list && this.#start === 0) return { bytes, sha256: this.#run.digest('hex'), whole: true }
    this.#close()
    return { bytes, sha256: this.#list?.digest('hex') ?? '', whole: false }
  }

  #begin(offset: number): void {
    if (this.#next > this.#start) this.#close()
    this.#start = offset
    this.#next = offset
  }

  #close(): void {
    this.#list ??= createHash('sha256')
    const entry = Buffer.alloc(16)
    entry.writeBigUInt64BE(BigInt(this.#start))
    entry.writeBigUInt64BE(BigInt(this.#next - this.#start), 8)
    this.#list.update(entry).update(this.#run.digest())
    this.#run = createHash('sha256')
  }
}
