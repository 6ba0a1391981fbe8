// COPY TO STDOUT, masked by column. The stream may be cut anywhere into CopyData frames: rows are put together first.
// Formats: https://www.postgresql.org/docs/current/sql-copy.html#id-1.9.3.55.9
import type { CopyOut } from '../../core/statement.ts'
import { type CellMask, copyMask } from '../../masking/index.ts'
import { Lines } from './copy-lines.ts'
import { holdsOneRow, maskCopyRow, type RowMasks } from './copy-row.ts'
import { unsplittable } from './copy-shape.ts'
import { Tuples } from './copy-tuples.ts'
import { CopyWriter } from './copy-writer.ts'
import { type Failure, ProtocolError, WHOLE_LIMIT } from './frames.ts'
import type { Outflow } from './outflow.ts'

export interface CopyPlan {
  /** Masks over raw fields of the format. */
  readonly masks: readonly (CellMask | null)[]
  readonly options: CopyOut
}

/** A COPY that must not be sent. */
export class CopyRefused extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.message)
    this.name = 'CopyRefused'
    this.failure = failure
  }
}

/** Throws `CopyRefused` when the rows cannot be split as the server puts them together. */
export function copyPlan(masks: readonly (CellMask | null)[], options: CopyOut): CopyPlan {
  const refused = unsplittable(options)
  if (refused) throw new CopyRefused(refused)
  const { format } = options
  if (format === 'binary') return { masks, options }
  return { masks: masks.map((mask) => mask && copyMask(mask, { ...options, format })), options }
}

/** One COPY on its way. */
export class CopyMask {
  readonly #columns: number
  readonly #options: CopyOut
  readonly #writer = new CopyWriter()
  readonly #lines: Lines
  readonly #rows: Lines | Tuples
  readonly #row: RowMasks
  /** Bytes of a row whose end is not here yet. */
  #carry: Buffer = EMPTY

  constructor({ masks, options }: CopyPlan) {
    const writer = this.#writer
    this.#columns = masks.length
    this.#options = options
    const delimiter = options.delimiter.charCodeAt(0)
    const syntax = {
      quoting: options.format === 'csv',
      delimiter,
      quote: options.quote.charCodeAt(0),
      escape: options.escape.charCodeAt(0),
    }
    this.#lines = new Lines(masks, syntax, options.header, writer)
    this.#rows = options.format === 'binary' ? new Tuples(masks, writer) : this.#lines
    this.#row = { masks, delimiter, count: (label) => writer.count(label) }
  }

  /** True when the server's CopyOutResponse is what was planned for. */
  fits(binary: boolean, columns: number): boolean {
    return binary === (this.#options.format === 'binary') && columns === this.#columns
  }

  /** Masks the frame `b[at, end)` where it stands, and answers where that is; undefined when it must be fed. */
  row(out: Outflow, b: Buffer, at: number, end: number): number | undefined {
    const plain = this.#options.format === 'text' && !this.#lines.names && this.#carry.length === 0
    return plain && holdsOneRow(b, at, end) ? maskCopyRow(out, b, at, end, this.#row) : undefined
  }

  /** The payload `b[start, end)`; answers a CopyData frame with the rows that are whole now, valid until the next call. */
  feed(b: Buffer, start: number, end: number): Buffer {
    this.#writer.begin()
    let [from, at, to] = [b, start, end]
    if (this.#carry.length > 0) {
      from = Buffer.concat([this.#carry, b.subarray(start, end)])
      at = 0
      to = from.length
    }
    if (to - at > WHOLE_LIMIT) throw new ProtocolError('a COPY row that would have to be held whole')
    const done = this.#rows.take(from, at, to)
    this.#carry = done === to ? EMPTY : Buffer.from(from.subarray(done, to))
    return this.#writer.frame()
  }

  /** What was left when the server says that it is done; undefined when nothing was. */
  finish(): Buffer | undefined {
    const rest = this.#carry
    this.#carry = EMPTY
    if (rest.length === 0) return undefined
    if (this.#rows !== this.#lines) throw new ProtocolError('a COPY that ends within a row')
    this.#writer.begin()
    this.#lines.line(rest, 0, rest.length)
    return this.#writer.frame()
  }

  /** Masked cells by label since the last call; undefined when there were none. */
  counted(): Record<string, number> | undefined {
    return this.#writer.counted()
  }
}

const EMPTY = Buffer.alloc(0)
