// Rows of COPY in text and csv.
import type { CellMask } from '../../masking/index.ts'
import { fieldEnd, rowEnd, type Syntax } from './copy-scan.ts'
import type { CopyWriter } from './copy-writer.ts'
import { ProtocolError } from './frames.ts'

export class Lines {
  readonly #masks: readonly (CellMask | null)[]
  readonly #syntax: Syntax
  readonly #writer: CopyWriter
  /** The next row holds names of columns. */
  names: boolean

  constructor(masks: readonly (CellMask | null)[], syntax: Syntax, header: boolean, writer: CopyWriter) {
    this.#masks = masks
    this.#syntax = syntax
    this.#writer = writer
    this.names = header
  }

  /** Writes what is whole of `b[start, end)`; answers where the first incomplete row begins. */
  take(b: Buffer, start: number, end: number): number {
    let row = start
    while (row < end) {
      const newline = rowEnd(b, row, end, this.#syntax)
      if (newline === -1) break
      this.line(b, row, newline)
      this.#writer.copy(b, newline, newline + 1)
      row = newline + 1
    }
    return row
  }

  /** A row without its newline. Every column is counted, also behind the last one that is masked. */
  line(b: Buffer, start: number, end: number): void {
    const writer = this.#writer
    if (this.names) {
      this.names = false
      writer.copy(b, start, end)
      return
    }
    const last = this.#masks.length - 1
    let kept = start
    let field = start
    for (let column = 0; column <= last; column++) {
      const stop = fieldEnd(b, field, end, this.#syntax)
      if (stop === end && column < last) throw new ProtocolError('a COPY row with fewer columns')
      if (stop !== end && column === last) throw new ProtocolError('a COPY row with more columns')
      const mask = this.#masks[column]
      if (mask) {
        writer.copy(b, kept, field)
        writer.field(b, field, stop, mask)
        kept = stop
      }
      field = stop + 1
    }
    writer.copy(b, kept, end)
  }
}
