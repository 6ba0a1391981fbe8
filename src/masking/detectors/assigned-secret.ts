import {
  ALNUM,
  BASE64_EXTRA,
  characterStart,
  DASH,
  DIGIT,
  DOT,
  is,
  LOWER,
  runEnd,
  TOKEN,
  UNDERSCORE,
  UPPER,
} from '../bytes.ts'
import { type Detector, found, type Scan } from './detector.ts'
import { isPlaceholder } from './userinfo.ts'

const BACKSLASH = 0x5c
const NAME = 40
const VALUE = 1024
const STRONG_LEAST = 4
const WEAK_LEAST = 16
/** Names whose value is secret whatever it looks like. */
const STRONG = ['password', 'passwd', 'passphrase', 'pwd', 'secret']
/** Names whose value must look random: 16 or more bytes with letters and digits. */
const WEAK = [
  'token',
  'api_key',
  'apikey',
  'access_key',
  'accesskey',
  'secret_key',
  'secretkey',
  'private_key',
]
const LAST: ReadonlySet<number> = new Set(
  [...STRONG, ...WEAK].map((name) => name.charCodeAt(name.length - 1)),
)
const UNQUOTED_ENDS: ReadonlySet<number> = new Set(
  [...' \t\r\n\0,;&"\'`)]}<>'].map((char) => char.charCodeAt(0)),
)

function quote(byte: number | undefined): boolean {
  return byte === 0x22 || byte === 0x27 || byte === 0x60
}

/** How secret the name is that ends before the anchor: bytes its value must have, or 0. */
function nameBefore(scan: Scan, at: number): number {
  const { bytes, begin } = scan
  let to = at
  if (to > begin && bytes[at] === 0x3d && bytes[to - 1] === 0x3a) to--
  for (let skip = 0; skip < 4 && to > begin && bytes[to - 1] === 0x20; skip++) to--
  for (let skip = 0; skip < 3 && to > begin && (quote(bytes[to - 1]) || bytes[to - 1] === BACKSLASH); skip++)
    to--
  if (to <= begin || !LAST.has(bytes[to - 1]! | 0x20)) return 0
  const limit = Math.max(begin, to - NAME)
  let from = to
  while (from > limit && is(bytes[from - 1], ALNUM | UNDERSCORE | DASH)) from--
  const name = bytes.toString('latin1', from, to).toLowerCase().replaceAll('-', '_')
  if (STRONG.some((word) => name.endsWith(word))) return STRONG_LEAST
  return WEAK.some((word) => name.endsWith(word)) ? WEAK_LEAST : 0
}

/** End of the value at `from`; an escape is never split. */
function valueEnd(
  bytes: Buffer,
  from: number,
  limit: number,
  opening: number | undefined,
  escaped: boolean,
): number {
  let at = from
  while (at < limit) {
    const byte = bytes[at]!
    if (opening === undefined ? UNQUOTED_ENDS.has(byte) : byte === opening || byte === 0x0a || byte === 0x0d)
      break
    if (byte === BACKSLASH) {
      if (escaped || at + 2 > limit || (opening === undefined && quote(bytes[at + 1]))) break
      at++
    }
    at++
  }
  return Math.min(at, limit)
}

function looksRandom(bytes: Buffer, from: number, to: number): boolean {
  let digit = false
  let letter = false
  for (let at = from; at < to; at++) {
    digit ||= is(bytes[at], DIGIT)
    letter ||= is(bytes[at], LOWER | UPPER)
  }
  return digit && letter
}

/** `password=…`, `"client_secret": "…"`, `API_KEY: …`; the name stays readable. */
export const assignedSecret: Detector = {
  id: 'assigned-secret',
  title: 'Value assigned to a name such as password, secret or token',
  anchors: ['=', ':'],
  reach: NAME + VALUE + 32,
  find(scan, at) {
    const least = nameBefore(scan, at)
    if (least === 0) return false
    const { bytes, end } = scan
    let from = at + 1
    if (bytes[from] === 0x3d || bytes[from] === 0x3e) from++
    for (let skip = 0; skip < 8 && from < end && bytes[from] === 0x20; skip++) from++
    const escaped = bytes[from] === BACKSLASH && quote(bytes[from + 1])
    if (escaped) from++
    const opening = from < end && quote(bytes[from]) ? bytes[from++] : undefined
    const limit = Math.min(end, from + VALUE)
    let to =
      least === WEAK_LEAST
        ? runEnd(bytes, from, limit, TOKEN | DOT | BASE64_EXTRA)
        : valueEnd(bytes, from, limit, opening, escaped)
    if (to < end) to = characterStart(bytes, from, to)
    if (to - from < least || isPlaceholder(bytes, from, to)) return false
    if (least === WEAK_LEAST && !looksRandom(bytes, from, to)) return false
    return found(scan, from, to)
  },
  examples: {
    match: [
      `password=«${'hunter2'}» host=db`,
      `{"client_secret": "«${'abc def'}»"}`,
      `{\\"Password\\":\\"«${'hunter2'}»\\"}`,
      `API_KEY: «${'a1b2c3d4'.repeat(3)}»`,
      `pwd := '«${'sesame'}»'`,
      `password=«${'$ecret*1'}»`,
      `password=«${'*abc'}»`,
      `DB_PASSWORD="«${'it\\"s me'}»"`,
    ],
    ignore: [
      'password=',
      'password: $DB_PASSWORD',
      'password=****',
      'token: required',
      'api_key = none',
      'compassworks=abcdef',
      'a=b',
      '12:30:45',
    ],
  },
}
