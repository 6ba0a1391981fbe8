// The password in `scheme://user:password@host`; two detectors share it.
import { ALNUM, characterStart, DASH, DOT, is } from '../bytes.ts'
import { found, type Scan } from './detector.ts'

const AT = 0x40
const COLON = 0x3a
const USER = 128
const PASSWORD = 512
/** What the two detectors need to see: scheme, user, password. */
export const USERINFO_REACH = 24 + USER + PASSWORD + 8

const STOPS = new Set([...' \t\r\n"\'`<>/\\\0'].map((char) => char.charCodeAt(0)))
const WEB = new Set(['http', 'https', 'ftp', 'ftps', 'ws', 'wss', 'git+https', 'git+http'])

function scheme(scan: Scan, colon: number): string {
  const limit = Math.max(scan.begin, colon - 20)
  let from = colon
  while (from > limit && (is(scan.bytes[from - 1], ALNUM | DASH | DOT) || scan.bytes[from - 1] === 0x2b))
    from--
  return scan.bytes.toString('latin1', from, colon).toLowerCase()
}

/** `at` is the first slash behind the scheme. Passwords that are placeholders (`$NAME`, `{x}`, `***`) are not secret. */
export function findPassword(scan: Scan, at: number, web: boolean): boolean {
  const { bytes, end } = scan
  if (bytes[at + 1] !== 0x2f || at + 2 >= end) return false
  const name = scheme(scan, at - 1)
  if (name.length < 2 || WEB.has(name) !== web) return false
  let colon = at + 2
  const userEnd = Math.min(end, colon + USER)
  while (colon < userEnd && bytes[colon] !== COLON && bytes[colon] !== AT && !STOPS.has(bytes[colon]!))
    colon++
  if (colon >= userEnd || bytes[colon] !== COLON) return false
  const from = colon + 1
  const limit = Math.min(end, from + PASSWORD)
  let to = -1
  for (let next = from; next < limit && !STOPS.has(bytes[next]!); next++) if (bytes[next] === AT) to = next
  if (to <= from || isPlaceholder(bytes, from, to)) return false
  return found(scan, from, characterStart(bytes, from, to))
}

/** Stars, a variable, a template, the opening of something nested: nothing secret. */
const PLACEHOLDER = /^(?:\**|\$\{?[A-Z_][A-Z0-9_]*\}?|\$[({].*|[{[<].*|%\(?[A-Za-z_]*\)?[%s]?)$/s

export function isPlaceholder(bytes: Buffer, from: number, to: number): boolean {
  const first = bytes[from]
  if (first !== undefined && (is(first, ALNUM) || first >= 0x80)) return false
  return PLACEHOLDER.test(bytes.toString('latin1', from, to))
}
