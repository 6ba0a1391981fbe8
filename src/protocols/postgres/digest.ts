// What COPY carried, for the record: payload bytes and their SHA-256, without the frames around them.
import { createHash } from 'node:crypto'

const BATCH = 64 * 1024
/** Pieces up to this size are gathered: one hash update each would cost more than the copy. */
const SMALL = 8 * 1024

export class CopyDigest {
  readonly #hash = createHash('sha256')
  #batch: Buffer | undefined
  #filled = 0
  bytes = 0

  add(from: Buffer, start: number, end: number): void {
    const size = end - start
    this.bytes += size
    if (size > SMALL) {
      this.#flush()
      this.#hash.update(from.subarray(start, end))
      return
    }
    this.#batch ??= Buffer.allocUnsafe(BATCH)
    if (this.#filled + size > BATCH) this.#flush()
    from.copy(this.#batch, this.#filled, start, end)
    this.#filled += size
  }

  end(): { bytes: number; sha256: string } {
    this.#flush()
    return { bytes: this.bytes, sha256: this.#hash.digest('hex') }
  }

  #flush(): void {
    if (this.#batch && this.#filled > 0) this.#hash.update(this.#batch.subarray(0, this.#filled))
    this.#filled = 0
  }
}
