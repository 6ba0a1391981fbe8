// Where rows and fields of COPY end.
import { ProtocolError } from './frames.ts'

const NEWLINE = 0x0a
const BACKSLASH = 0x5c

/** Text and csv; characters by their codes. */
export interface Syntax {
  /** True for csv: quotes instead of backslashes. */
  readonly quoting: boolean
  readonly delimiter: number
  readonly quote: number
  readonly escape: number
}

/** Where the row's newline is, -1 when it is not there yet. In csv a quoted field may hold newlines. */
export function rowEnd(b: Buffer, start: number, end: number, syntax: Syntax): number {
  const { quoting, quote, escape: escaping } = syntax
  if (!quoting) {
    const at = b.indexOf(NEWLINE, start)
    return at === -1 || at >= end ? -1 : at
  }
  let quoted = false
  for (let at = start; at < end; at++) {
    const byte = b[at]!
    if (quoted && byte === escaping && (b[at + 1] === quote || b[at + 1] === escaping)) {
      if (at + 1 >= end) return -1
      at++
    } else if (byte === quote) quoted = !quoted
    else if (byte === NEWLINE && !quoted) return at
  }
  return -1
}

/** Where the field ends within a row that ends at `end`. Throws `ProtocolError` for what the server never writes. */
export function fieldEnd(b: Buffer, start: number, end: number, syntax: Syntax): number {
  if (!syntax.quoting) return plainEnd(b, start, end, syntax.delimiter)
  return b[start] === syntax.quote && start < end
    ? quotedEnd(b, start, end, syntax)
    : bareEnd(b, start, end, syntax)
}

/** A field of text. */
export function plainEnd(b: Buffer, start: number, end: number, delimiter: number): number {
  for (let at = start; at < end; at++) {
    const byte = b[at]!
    if (byte === delimiter) return at
    if (byte === BACKSLASH && ++at >= end) throw new ProtocolError('a COPY row that ends within an escape')
  }
  return end
}

function quotedEnd(b: Buffer, start: number, end: number, syntax: Syntax): number {
  const { delimiter, quote, escape: escaping } = syntax
  for (let at = start + 1; at < end; at++) {
    const byte = b[at]!
    const next = at + 1 < end ? b[at + 1] : undefined
    if (byte === escaping && (next === quote || next === escaping)) at++
    else if (byte === quote) {
      if (next === undefined || next === delimiter) return at + 1
      break
    }
  }
  throw new ProtocolError('a COPY field with a quote of its own')
}

function bareEnd(b: Buffer, start: number, end: number, { delimiter, quote }: Syntax): number {
  for (let at = start; at < end; at++) {
    const byte = b[at]!
    if (byte === delimiter) return at
    if (byte === quote) throw new ProtocolError('a COPY field with a quote of its own')
  }
  return end
}

/** Where the binary tuple of `columns` fields ends, -1 when it is not here in full. The trailer counts as one. */
export function tupleEnd(b: Buffer, at: number, end: number, columns: number): number {
  if (end - at < 2) return -1
  const count = b.readInt16BE(at)
  if (count === -1) return at + 2
  if (count !== columns) throw new ProtocolError('a COPY row with other columns')
  let p = at + 2
  for (let column = 0; column < count; column++) {
    if (end - p < 4) return -1
    const length = b.readInt32BE(p)
    if (length < -1) throw new ProtocolError('a COPY row with an impossible length')
    p += 4 + Math.max(0, length)
  }
  return p > end ? -1 : p
}
