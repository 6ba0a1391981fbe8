// Masks over fields of COPY TO STDOUT in text and csv, escapes and all.
import type { CellMask } from './mask.ts'
import { maskText } from './text.ts'

/** The options of the COPY statement that shape a field (`CopyOut` of core/statement.ts has them). */
export interface FieldFormat {
  readonly format: 'text' | 'csv'
  readonly delimiter: string
  readonly quote: string
  readonly escape: string
  readonly null: string
}

const BACKSLASH = 0x5c
const ESCAPES: Readonly<Record<string, number>> = { b: 8, f: 12, n: 10, r: 13, t: 9, v: 11 }
const LETTERS = new Map(Object.entries(ESCAPES).map(([letter, byte]) => [byte, letter.charCodeAt(0)]))

/**
 * The mask over raw fields: `apply` takes the bytes between two delimiters (without them and without the end of
 * the line) and writes a raw field. Never returns -1: SQL NULL is written as the statement spells it.
 */
export function copyMask(mask: CellMask, options: FieldFormat): CellMask {
  const format = compile(options)
  // What stands in for a value may hold any other delimiter than a tab: `2000-01-01`, `(0,0)`.
  const grows =
    options.format === 'csv' || mask.escapes === true || format.starred || options.delimiter !== '\t'
  return {
    get label() {
      return mask.label
    },
    apply(from, start, end, to, at) {
      if (isNull(from, start, end, format)) return -2
      if (!format.csv && !grows && !hasEscape(from, start, end)) {
        const length = mask.apply(from, start, end, to, at)
        return length === -1 ? format.null.copy(to, at) : length
      }
      const raw = from.subarray(start, end)
      const quoted = format.csv && raw[0] === format.quote
      const value = format.csv ? (quoted ? unquote(raw, format) : raw) : withoutEscapes(raw)
      const masked = maskText(mask, value)
      if (masked === value) return -2
      if (masked === null) return format.null.copy(to, at)
      return (format.csv ? quote(masked, quoted, format) : withEscapes(masked, format)).copy(to, at)
    },
    bound: (length) => Math.max(grows ? 2 * mask.bound(length) + 2 : mask.bound(length), format.null.length),
  }
}

type Format = ReturnType<typeof compile>

function compile(options: FieldFormat) {
  return {
    csv: options.format === 'csv',
    delimiter: options.delimiter.charCodeAt(0),
    quote: options.quote.charCodeAt(0),
    escape: options.escape.charCodeAt(0),
    null: Buffer.from(options.null),
    /** The stars of a mask mean something in this statement. */
    starred: `${options.delimiter}${options.quote}${options.escape}${options.null}`.includes('*'),
  }
}

function isNull(from: Buffer, start: number, end: number, { null: marker }: Format): boolean {
  return end - start === marker.length && from.compare(marker, 0, marker.length, start, end) === 0
}

function hasEscape(from: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (from[at] === BACKSLASH) return true
  return false
}

function withoutEscapes(raw: Buffer): Buffer {
  if (!raw.includes(BACKSLASH)) return raw
  const value = Buffer.allocUnsafe(raw.length)
  let length = 0
  for (let at = 0; at < raw.length; at++) {
    const byte = raw[at]!
    if (byte !== BACKSLASH || at + 1 === raw.length) value[length++] = byte
    else value[length++] = ESCAPES[String.fromCharCode(raw[++at]!)] ?? raw[at]!
  }
  return value.subarray(0, length)
}

function withEscapes(value: Buffer, format: Format): Buffer {
  const raw = Buffer.allocUnsafe(value.length * 2)
  let length = 0
  for (const byte of value) {
    const letter = LETTERS.get(byte)
    if (letter !== undefined || byte === BACKSLASH || byte === format.delimiter) raw[length++] = BACKSLASH
    raw[length++] = letter ?? byte
  }
  return raw.subarray(0, length)
}

function unquote(raw: Buffer, format: Format): Buffer {
  const value = Buffer.allocUnsafe(raw.length)
  let length = 0
  const end = raw.length - 1
  for (let at = 1; at < end; at++) {
    const next = raw[at + 1]
    if (raw[at] === format.escape && at + 1 < end && (next === format.quote || next === format.escape)) at++
    value[length++] = raw[at]!
  }
  return value.subarray(0, length)
}

function quote(value: Buffer, always: boolean, format: Format): Buffer {
  const special = (byte: number) =>
    byte === format.quote || byte === format.delimiter || byte === 0x0a || byte === 0x0d
  if (!always && !value.some(special) && !value.equals(format.null) && value.length > 0) return value
  const raw = Buffer.allocUnsafe(value.length * 2 + 2)
  let length = 0
  raw[length++] = format.quote
  for (const byte of value) {
    if (byte === format.quote || byte === format.escape) raw[length++] = format.escape
    raw[length++] = byte
  }
  raw[length++] = format.quote
  return raw.subarray(0, length)
}
