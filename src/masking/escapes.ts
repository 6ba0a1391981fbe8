// What JSON and XML write in another way (`\u0040`, `&#64;`), undone: detectors look for what is meant.

/** Escapes of JSON, character references of XML, or either of them behind any number of backslashes. */
export type Escapes = 'json' | 'xml' | 'nested'

/** The value without escapes, and where each byte of it begins in the cell; one more for the end. */
export interface Undone {
  readonly bytes: Buffer
  readonly at: Uint32Array
}

const BACKSLASH = 0x5c
const AMPERSAND = 0x26
const HASH = 0x23
const SLASH = 0x2f
const U = 0x75
const SEMICOLON = 0x3b
/** `&#x10FFFF;` */
const LONGEST_REFERENCE = 10
const CONTROLS: Readonly<Record<number, number>> = { 98: 8, 102: 12, 110: 10, 114: 13, 116: 9 }

/** Undefined when the cell `from[start, end)` holds nothing to undo, as nearly all do. */
export function undone(kind: Escapes, from: Buffer, start: number, end: number): Undone | undefined {
  return escapes(kind, from, start, end) ? undo(kind, from, start, end) : undefined
}

function escapes(kind: Escapes, from: Buffer, start: number, end: number): boolean {
  const cell = from.subarray(start, end)
  const found = (first: number, ...seconds: number[]): boolean => {
    for (let at = cell.indexOf(first); at !== -1; at = cell.indexOf(first, at + 1))
      if (seconds.includes(cell[at + 1] ?? 0)) return true
    return false
  }
  if (kind !== 'xml' && found(BACKSLASH, U, SLASH)) return true
  return kind !== 'json' && found(AMPERSAND, HASH)
}

function undo(kind: Escapes, from: Buffer, start: number, end: number): Undone {
  const bytes = Buffer.allocUnsafe(end - start)
  const at = new Uint32Array(end - start + 1)
  let length = 0
  let read = start
  while (read < end) {
    const [size, point] = character(kind, from, read, end)
    // Never longer than its escape.
    const text = point === undefined ? 0 : bytes.write(String.fromCodePoint(point), length)
    if (text === 0) bytes[length] = from[read]!
    at.fill(read, length, length + Math.max(1, text))
    length += Math.max(1, text)
    read += size
  }
  at[length] = end
  return { bytes: bytes.subarray(0, length), at }
}

/** How many bytes stand at `at` for one character, and which; no character for a byte that stands for itself. */
function character(
  kind: Escapes,
  from: Buffer,
  at: number,
  end: number,
): readonly [size: number, point?: number] {
  const byte = from[at]!
  if (byte === AMPERSAND && kind !== 'json') return reference(from, at, end)
  if (byte !== BACKSLASH || kind === 'xml') return PLAIN
  let letter = at + 1
  if (kind === 'nested') while (letter < end && from[letter] === BACKSLASH) letter++
  if (letter >= end) return PLAIN
  const next = from[letter]!
  const size = letter + 1 - at
  if (next === U) return unicode(from, letter, end, size)
  if (next === SLASH) return [size, SLASH]
  if (kind === 'nested') return [letter - at, BACKSLASH]
  return [2, CONTROLS[next] ?? next]
}

const PLAIN = [1] as const

/** `uXXXX` at `letter`, and the second half of a pair behind it. `size`: what stands before the digits. */
function unicode(
  from: Buffer,
  letter: number,
  end: number,
  size: number,
): readonly [size: number, point?: number] {
  const first = hex(from, letter + 1, end)
  if (first === undefined) return [size, U]
  if (first >= 0xd800 && first < 0xdc00) {
    let next = letter + 5
    while (next < end && from[next] === BACKSLASH) next++
    const second = next > letter + 5 && from[next] === U ? hex(from, next + 1, end) : undefined
    if (second !== undefined && second >= 0xdc00 && second < 0xe000)
      return [size + next + 5 - letter - 1, 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00)]
  }
  return [size + 4, first >= 0xd800 && first < 0xe000 ? 0xfffd : first]
}

function hex(from: Buffer, at: number, end: number): number | undefined {
  const digits = from.toString('latin1', at, Math.min(end, at + 4))
  return /^[0-9a-fA-F]{4}$/.test(digits) ? Number.parseInt(digits, 16) : undefined
}

/** `&#64;` or `&#x40;` */
function reference(from: Buffer, at: number, end: number): readonly [size: number, point?: number] {
  const close = from.subarray(at, Math.min(end, at + LONGEST_REFERENCE)).indexOf(SEMICOLON)
  const digits = close === -1 ? '' : from.toString('latin1', at + 1, at + close)
  const [, decimal, hexadecimal = ''] = /^#(?:(\d{1,7})|[xX]([0-9a-fA-F]{1,6}))$/.exec(digits) ?? []
  const point = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal)
  const known = point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point < 0xe000)
  return known ? [close + 1, point] : PLAIN
}
