import { ALNUM, DASH, DIGIT, DOT, HIGH, is, LOWER, runEnd, UNDERSCORE, UPPER } from '../bytes.ts'
import { type Detector, found } from './detector.ts'

const LOCAL = ALNUM | UNDERSCORE | DASH | DOT | HIGH
const DOMAIN = ALNUM | DASH | DOT | HIGH
const BACKSLASH = 0x5c

/** The first byte of the local part that ends before `at`; 64 bytes at most (RFC 5321). */
function localStart(bytes: Buffer, floor: number, at: number): number {
  const limit = Math.max(floor, at - 64)
  let from = at
  while (from > limit) {
    const byte = bytes[from - 1]!
    // % + and ' are legal; / and = are too, but nobody has them and URLs do.
    if (!is(byte, LOCAL) && byte !== 0x25 && byte !== 0x2b && byte !== 0x27) break
    from--
  }
  if (from > floor && bytes[from - 1] === BACKSLASH) from += escapeLength(bytes[from])
  while (from < at && (bytes[from]! & 0xc0) === 0x80) from++
  return Math.min(from, at)
}

/** Bytes behind the backslash that belong to an escape of JSON (`n`, `u00e9`) and not to the address. */
function escapeLength(letter: number | undefined): number {
  if (letter === 0x75) return 5
  return letter !== undefined && 'bfnrt'.includes(String.fromCharCode(letter)) ? 1 : 0
}

/** The end of the domain that begins at `start`, or -1 when it has no name of a top-level domain. */
function domainEnd(bytes: Buffer, start: number, end: number): number {
  let to = runEnd(bytes, start, Math.min(end, start + 255), DOMAIN)
  while (to > start && (is(bytes[to - 1], DOT | DASH) || ((bytes[to] ?? 0) & 0xc0) === 0x80)) to--
  let dot = to - 1
  while (dot > start && !is(bytes[dot], DOT)) dot--
  if (dot <= start || to - dot < 3 || is(bytes[start], DOT | DASH)) return -1
  for (let at = dot + 1; at < to; at++)
    if (is(bytes[at], DIGIT | DASH) && !is(bytes[dot + 1], LOWER | UPPER)) return -1
  return to
}

export const email: Detector = {
  id: 'email',
  title: 'E-mail address',
  anchors: ['@'],
  reach: 64 + 1 + 256,
  find(scan, at) {
    const from = localStart(scan.bytes, scan.floor, at)
    if (from === at) return false
    const to = domainEnd(scan.bytes, at + 1, scan.end)
    return to !== -1 && found(scan, from, to)
  },
  examples: {
    match: [
      '«ann@example.com»',
      'Write to <«a.b+c_d%e@mail.example.co.uk»>.',
      'x,«JOSÉ@exämple.de»,y',
      '{"to":"hi\\n«joe@example.com»"}',
      'ends «z@a-b.io».',
    ],
    ignore: ['@', 'a@', '@b.com', 'a@b', 'react@18.2.0', 'root@10.0.0.1', 'a@.com', 'a @b.com', 'user@host'],
  },
}
