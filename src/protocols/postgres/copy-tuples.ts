// Rows of COPY in binary: a header, then per tuple int16 count and per field int32 length and bytes; a count of -1 ends it.
// https://www.postgresql.org/docs/current/sql-copy.html#id-1.9.3.55.9.4
import type { CellMask } from '../../masking/index.ts'
import { tupleEnd } from './copy-scan.ts'
import type { CopyWriter } from './copy-writer.ts'
import { ProtocolError } from './frames.ts'

/** `PGCOPY\n\377\r\n\0`, then int32 flags and int32 length of an extension. */
const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1')
const HEADER = SIGNATURE.length + 8

export class Tuples {
  readonly #masks: readonly (CellMask | null)[]
  readonly #writer: CopyWriter
  #begun = false
  #ended = false

  constructor(masks: readonly (CellMask | null)[], writer: CopyWriter) {
    this.#masks = masks
    this.#writer = writer
  }

  /** Writes what is whole of `b[start, end)`; answers where the first incomplete row begins. */
  take(b: Buffer, start: number, end: number): number {
    let at = start
    if (!this.#begun) {
      if (end - at < HEADER) return at
      if (b.compare(SIGNATURE, 0, SIGNATURE.length, at, at + SIGNATURE.length) !== 0)
        throw new ProtocolError('a COPY without its signature')
      const header = HEADER + b.readUInt32BE(at + HEADER - 4)
      if (end - at < header) return at
      this.#writer.copy(b, at, at + header)
      this.#begun = true
      at += header
    }
    while (at < end) {
      if (this.#ended) throw new ProtocolError('a COPY that goes on behind its end')
      const next = tupleEnd(b, at, end, this.#masks.length)
      if (next === -1) break
      this.#ended = next === at + 2
      if (this.#ended) this.#writer.copy(b, at, next)
      else this.#tuple(b, at)
      at = next
    }
    return at
  }

  #tuple(b: Buffer, start: number): void {
    const writer = this.#writer
    writer.copy(b, start, start + 2)
    let p = start + 2
    for (const mask of this.#masks) {
      const length = b.readInt32BE(p)
      const cell = p + 4
      p = cell + Math.max(0, length)
      const word = writer.at
      writer.copy(b, cell - 4, cell)
      if (length < 0) continue
      if (!mask) {
        writer.copy(b, cell, p)
        continue
      }
      const isNull = writer.field(b, cell, p, mask)
      writer.setInt32(isNull ? -1 : writer.at - word - 4, word)
    }
  }
}
