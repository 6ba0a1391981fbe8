// Byte classes that detectors share. A class is a bit; sets of classes are joined with `|`.
export const DIGIT = 1
export const UPPER = 2
export const LOWER = 4
export const UNDERSCORE = 8
export const DASH = 16
/** `.` */
export const DOT = 32
/** `+ / = %`: what base64 and its URL encoding add. */
export const BASE64_EXTRA = 64
/** Bytes of a multi-byte UTF-8 sequence. */
export const HIGH = 128

export const ALNUM = DIGIT | UPPER | LOWER
export const WORD = ALNUM | UNDERSCORE
/** base64url. */
export const TOKEN = WORD | DASH

const CLASSES: Readonly<Uint8Array> = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 0x80) return HIGH
  const char = String.fromCharCode(byte)
  if (/[0-9]/.test(char)) return DIGIT
  if (/[A-Z]/.test(char)) return UPPER
  if (/[a-z]/.test(char)) return LOWER
  if (char === '_') return UNDERSCORE
  if (char === '-') return DASH
  if (char === '.') return DOT
  return '+/=%'.includes(char) ? BASE64_EXTRA : 0
})

const BACKSLASH = 0x5c

/** True when `byte` is in one of `classes`; false for undefined (outside of the buffer). */
export function is(byte: number | undefined, classes: number): boolean {
  return byte !== undefined && (CLASSES[byte]! & classes) !== 0
}

/** End of the run of `classes` that begins at `from`, at most `limit`. */
export function runEnd(bytes: Buffer, from: number, limit: number, classes: number): number {
  let at = from
  while (at < limit && (CLASSES[bytes[at]!]! & classes) !== 0) at++
  return at
}

/** True when the bytes at `at` are `text` (ASCII) and end by `end`. */
export function matches(bytes: Buffer, at: number, end: number, text: string): boolean {
  if (at + text.length > end) return false
  for (let index = 0; index < text.length; index++)
    if (bytes[at + index] !== text.charCodeAt(index)) return false
  return true
}

/**
 * True when no byte of `classes` stands right before `at`, so that a token may begin there. The letter of an
 * escape (`\n`, `\r`, `\t` in JSON) does not count.
 */
export function beginsAt(bytes: Buffer, begin: number, at: number, classes: number): boolean {
  if (at <= begin) return true
  const before = bytes[at - 1]!
  if (!is(before, classes)) return true
  if (at - 2 < begin || bytes[at - 2] !== BACKSLASH) return false
  return before === 0x6e || before === 0x72 || before === 0x74
}

/** The first byte of a character at or before `at`, so that a cut there splits none. */
export function characterStart(bytes: Buffer, begin: number, at: number): number {
  let start = at
  while (start > begin && (bytes[start]! & 0xc0) === 0x80) start--
  return start
}

/** Copies `from[start, end)` to `to` at `at`, also over itself to the left. Calls into native code pay off late. */
export function move(from: Buffer, start: number, end: number, to: Buffer, at: number): number {
  if (end - start > 64) from.copy(to, at, start, end)
  else for (let index = start; index < end; index++) to[at + index - start] = from[index]!
  return end - start
}
