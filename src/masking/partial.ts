import { ALNUM, characterStart, DASH, DOT, HIGH, is, move } from './bytes.ts'
import type { CellMask } from './mask.ts'

const STAR = 0x2a
const AT = 0x40
const SPACE = 0x20
const SHOWN = 4
/** Shorter values show nothing: four of seven characters would be most of it. */
const SHORTEST = 8

/** `a***@example.com` for an e-mail address, else `****1234`; never longer than the value. */
export function partialText(label: string): CellMask {
  return {
    label,
    apply(from, start, padded, to, at) {
      let end = padded
      while (end > start && from[end - 1] === SPACE) end--
      const sign = emailSign(from, start, end)
      if (sign !== -1) return maskEmail(from, start, sign, end, to, at)
      const tail = lastCharacters(from, start, end)
      if (tail === -1) return stars(to, at, Math.min(4, padded - start))
      move(from, tail, end, to, at + 4)
      stars(to, at, 4)
      return 4 + end - tail
    },
    bound: (length) => length,
  }
}

function stars(to: Buffer, at: number, count: number): number {
  for (let index = 0; index < count; index++) to[at + index] = STAR
  return count
}

/** Where `@` stands when the whole value is one address, or -1. */
function emailSign(from: Buffer, start: number, end: number): number {
  let sign = start
  while (sign < end && from[sign] !== AT) sign++
  if (sign === start || sign >= end - 1) return -1
  for (let at = start; at < sign; at++) if (from[at]! <= SPACE) return -1
  let dot = false
  for (let at = sign + 1; at < end; at++) {
    if (!is(from[at], ALNUM | DASH | DOT | HIGH)) return -1
    dot ||= is(from[at], DOT)
  }
  return dot ? sign : -1
}

function maskEmail(from: Buffer, start: number, sign: number, end: number, to: Buffer, at: number): number {
  let first = start + 1
  while (first < sign && (from[first]! & 0xc0) === 0x80) first++
  // A one-letter name is hidden; the result never grows, so short names get fewer stars.
  const shown = first < sign ? first - start : 0
  const hidden = Math.min(3, sign - start - shown)
  move(from, start, start + shown, to, at)
  move(from, sign, end, to, at + shown + hidden)
  stars(to, at + shown, hidden)
  return shown + hidden + end - sign
}

/** Where the last four characters begin, or -1 when the value is too short to show them. */
function lastCharacters(from: Buffer, start: number, end: number): number {
  if (end - start >= SHORTEST && isAscii(from, end - SHORTEST, end)) return end - SHOWN
  let tail = -1
  let at = end
  for (let count = 1; count <= SHORTEST; count++) {
    if (at <= start) return -1
    at = characterStart(from, start, at - 1)
    if (count === SHOWN) tail = at
  }
  return tail
}

function isAscii(from: Buffer, start: number, end: number): boolean {
  let bits = 0
  for (let at = start; at < end; at++) bits |= from[at]!
  return bits < 0x80
}
