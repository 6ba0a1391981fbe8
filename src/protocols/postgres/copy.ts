// COPY TO STDOUT, masked by column. The stream may be cut anywhere into CopyData frames: rows are put together first.
// Formats: https://www.postgresql.org/docs/current/sql-copy.html#id-1.9.3.55.9
import type { CopyOut } from '../../core/statement.ts'
import { type CellMask, copyMask } from '../../masking/index.ts'
import { holdsOneRow, maskCopyRow, type RowMasks } from './copy-row.ts'
import { fieldEnd, rowEnd, type Syntax, tupleEnd } from './copy-scan.ts'
import { ProtocolError, UPSTREAM, WHOLE_LIMIT } from './frames.ts'
import type { Outflow } from './outflow.ts'

const BACKSLASH = 0x5c
/** `PGCOPY\n\377\r\n\0`, then int32 flags and int32 length of an extension. */
const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1')

export interface CopyPlan {
  /** Masks over raw fields of the format. */
  readonly masks: readonly (CellMask | null)[]
  readonly options: CopyOut
}

export function copyPlan(masks: readonly (CellMask | null)[], options: CopyOut): CopyPlan {
  const { format } = options
  if (format === 'binary') return { masks, options }
  return { masks: masks.map((mask) => mask && copyMask(mask, { ...options, format })), options }
}

/** One COPY on its way. */
export class CopyMask {
  readonly #masks: readonly (CellMask | null)[]
  readonly #options: CopyOut
  /** Index of the last column that has a mask: what is behind it is not looked at. */
  readonly #last: number
  readonly #syntax: Syntax
  /** Bytes of a row whose end is not here yet. */
  #carry: Buffer = Buffer.alloc(0)
  #out: Buffer = Buffer.allocUnsafe(8 * 1024)
  #at = 0
  #first = true
  #counts = new Map<string, number>()
  readonly #row: RowMasks

  constructor({ masks, options }: CopyPlan) {
    this.#masks = masks
    this.#options = options
    this.#last = masks.findLastIndex((mask) => mask !== null)
    const delimiter = options.delimiter.charCodeAt(0)
    this.#syntax = {
      quoting: options.format === 'csv',
      delimiter,
      quote: options.quote.charCodeAt(0),
      escape: options.escape.charCodeAt(0),
    }
    this.#row = { masks, last: this.#last, delimiter, count: (label) => this.#count(label) }
  }

  /** True when the server's CopyOutResponse is what was planned for. */
  fits(binary: boolean, columns: number): boolean {
    return binary === (this.#options.format === 'binary') && columns === this.#masks.length
  }

  /** Masks the frame `b[at, end)` where it stands, and answers where that is; undefined when it must be fed. */
  row(out: Outflow, b: Buffer, at: number, end: number): number | undefined {
    if (this.#options.format !== 'text' || this.#carry.length > 0 || !holdsOneRow(b, at, end))
      return undefined
    if (this.#first && this.#options.header) return undefined
    this.#first = false
    return maskCopyRow(out, b, at, end, this.#row)
  }

  /** The payload `b[start, end)`; answers a CopyData frame with the rows that are whole now, valid until the next call. */
  feed(b: Buffer, start: number, end: number): Buffer {
    this.#at = 5
    let from = b
    let at = start
    let to = end
    if (this.#carry.length > 0) {
      from = Buffer.concat([this.#carry, b.subarray(start, end)])
      at = 0
      to = from.length
    }
    if (to - at > WHOLE_LIMIT) throw new ProtocolError('a COPY row that would have to be held whole')
    const done = this.#options.format === 'binary' ? this.#tuples(from, at, to) : this.#lines(from, at, to)
    this.#carry = done === to ? EMPTY : Buffer.from(from.subarray(done, to))
    return this.#frame()
  }

  /** What was left when the server says that it is done; undefined when nothing was. */
  finish(): Buffer | undefined {
    const rest = this.#carry
    this.#carry = EMPTY
    if (rest.length === 0) return undefined
    if (this.#options.format === 'binary') throw new ProtocolError('a COPY that ends within a row')
    this.#at = 5
    this.#line(rest, 0, rest.length)
    return this.#frame()
  }

  /** Masked cells by label since the last call; undefined when there were none. */
  counted(): Record<string, number> | undefined {
    if (this.#counts.size === 0) return undefined
    const counted = Object.fromEntries(this.#counts)
    this.#counts = new Map()
    return counted
  }

  #frame(): Buffer {
    this.#out[0] = UPSTREAM.CopyData
    this.#out.writeUInt32BE(this.#at - 1, 1)
    return this.#out.subarray(0, this.#at)
  }

  /** Text and csv: answers where the first incomplete row begins. */
  #lines(b: Buffer, start: number, end: number): number {
    let row = start
    while (row < end) {
      const newline = rowEnd(b, row, end, this.#syntax)
      if (newline === -1) break
      this.#line(b, row, newline)
      this.#copy(b, newline, newline + 1)
      row = newline + 1
    }
    return row
  }

  /** A row without its newline. */
  #line(b: Buffer, start: number, end: number): void {
    if (this.#first && this.#options.header) {
      this.#first = false
      this.#copy(b, start, end)
      return
    }
    this.#first = false
    // The end-of-data mark of old protocols.
    if (end - start === 2 && b[start] === BACKSLASH && b[start + 1] === 0x2e) {
      this.#copy(b, start, end)
      return
    }
    let kept = start
    let field = start
    for (let column = 0; column <= this.#last; column++) {
      const stop = fieldEnd(b, field, end, this.#syntax)
      const mask = this.#masks[column]
      if (mask) {
        this.#copy(b, kept, field)
        this.#field(b, field, stop, mask)
        kept = stop
      }
      if (stop === end && column < this.#masks.length - 1)
        throw new ProtocolError('a COPY row with fewer columns')
      field = stop + 1
    }
    if (field <= end && this.#last === this.#masks.length - 1)
      throw new ProtocolError('a COPY row with more columns')
    this.#copy(b, kept, end)
  }

  /** Binary: a header, then per tuple int16 count and per field int32 length and bytes; a count of -1 ends it. */
  #tuples(b: Buffer, start: number, end: number): number {
    let at = start
    if (this.#first) {
      if (end - at < 19) return at
      if (b.compare(SIGNATURE, 0, 11, at, at + 11) !== 0)
        throw new ProtocolError('a COPY without its signature')
      const header = 19 + b.readUInt32BE(at + 15)
      if (end - at < header) return at
      this.#copy(b, at, at + header)
      this.#first = false
      at += header
    }
    for (;;) {
      const next = tupleEnd(b, at, end, this.#masks.length)
      if (next === -1) return at
      if (next === at + 2) this.#copy(b, at, next)
      else this.#tuple(b, at)
      at = next
    }
  }

  #tuple(b: Buffer, start: number): void {
    this.#copy(b, start, start + 2)
    let p = start + 2
    for (const mask of this.#masks) {
      const length = b.readInt32BE(p)
      const cell = p + 4
      p = cell + Math.max(0, length)
      const word = this.#at
      this.#copy(b, cell - 4, cell)
      if (length < 0) continue
      this.#field(b, cell, p, mask)
      this.#out.writeInt32BE(this.#null ? -1 : this.#at - word - 4, word)
    }
  }

  /** Set when the field that was written last became NULL. */
  #null = false

  #field(b: Buffer, start: number, end: number, mask: CellMask | null): void {
    this.#null = false
    if (mask) this.#room(mask.bound(end - start))
    const written = mask ? mask.apply(b, start, end, this.#out, this.#at) : -2
    if (!mask || written === -2) {
      this.#copy(b, start, end)
      return
    }
    this.#null = written === -1
    if (written > 0) this.#at += written
    this.#count(mask.label)
  }

  #count(label: string): void {
    this.#counts.set(label, (this.#counts.get(label) ?? 0) + 1)
  }

  #copy(b: Buffer, start: number, end: number): void {
    this.#room(end - start)
    if (end - start < 32) for (let at = start; at < end; at++) this.#out[this.#at++] = b[at]!
    else this.#at += b.copy(this.#out, this.#at, start, end)
  }

  #room(size: number): void {
    if (this.#at + size <= this.#out.length) return
    const grown = Buffer.allocUnsafe(Math.max(this.#out.length * 2, this.#at + size))
    this.#out.copy(grown, 0, 0, this.#at)
    this.#out = grown
  }
}

const EMPTY = Buffer.alloc(0)
