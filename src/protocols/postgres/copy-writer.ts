// Where masked rows of COPY are put together: one CopyData frame for whatever was whole.
import type { CellMask } from '../../masking/index.ts'
import { UPSTREAM } from './frames.ts'

const HEAD = 5

export class CopyWriter {
  #out: Buffer = Buffer.allocUnsafe(8 * 1024)
  /** Bytes of the frame so far. */
  #at = HEAD
  #counts = new Map<string, number>()

  get at(): number {
    return this.#at
  }

  begin(): void {
    this.#at = HEAD
  }

  /** Valid until the next call. */
  frame(): Buffer {
    this.#out[0] = UPSTREAM.CopyData
    this.#out.writeUInt32BE(this.#at - 1, 1)
    return this.#out.subarray(0, this.#at)
  }

  copy(b: Buffer, start: number, end: number): void {
    this.#room(end - start)
    if (end - start < 32) for (let at = start; at < end; at++) this.#out[this.#at++] = b[at]!
    else this.#at += b.copy(this.#out, this.#at, start, end)
  }

  /** Answers true when the value became NULL. */
  field(b: Buffer, start: number, end: number, mask: CellMask): boolean {
    this.#room(mask.bound(end - start))
    const written = mask.apply(b, start, end, this.#out, this.#at)
    if (written === -2) {
      this.copy(b, start, end)
      return false
    }
    if (written > 0) this.#at += written
    this.count(mask.label)
    return written === -1
  }

  /** Puts a length where there is one. */
  setInt32(value: number, at: number): void {
    this.#out.writeInt32BE(value, at)
  }

  count(label: string): void {
    this.#counts.set(label, (this.#counts.get(label) ?? 0) + 1)
  }

  /** Masked cells by label since the last call; undefined when there were none. */
  counted(): Record<string, number> | undefined {
    if (this.#counts.size === 0) return undefined
    const counted = Object.fromEntries(this.#counts)
    this.#counts = new Map()
    return counted
  }

  #room(size: number): void {
    if (this.#at + size <= this.#out.length) return
    const grown = Buffer.allocUnsafe(Math.max(this.#out.length * 2, this.#at + size))
    this.#out.copy(grown, 0, 0, this.#at)
    this.#out = grown
  }
}
