import { characterStart, DIGIT, is, matches, UPPER } from '../bytes.ts'
import { type Detector, found } from './detector.ts'

const LIMIT = 16_384
const HYPHEN = 0x2d
const BODY = /[A-Za-z0-9+/=:,.()\s]/
const IN_BODY: Readonly<Uint8Array> = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte < 0x80 && BODY.test(String.fromCharCode(byte)) ? 1 : 0,
)

/** Where the armour's words end (`-----BEGIN RSA PRIVATE KEY-----`), or -1. */
function header(bytes: Buffer, from: number, end: number): number {
  if (!matches(bytes, from, end, '-----BEGIN ')) return -1
  let at = from + 11
  const limit = Math.min(end, at + 48)
  while (at < limit && (is(bytes[at], UPPER | DIGIT) || bytes[at] === 0x20)) at++
  if (!matches(bytes, at, end, '-----')) return -1
  const isPrivate =
    matches(bytes, at - 11, at, 'PRIVATE KEY') || matches(bytes, at - 17, at, 'PRIVATE KEY BLOCK')
  return isPrivate ? at + 5 : -1
}

/** The end of the key: behind the END line, or where its text stops being a key. */
function keyEnd(bytes: Buffer, start: number, limit: number): number {
  let at = start
  while (at < limit) {
    const byte = bytes[at]!
    if (IN_BODY[byte] === 1) at++
    else if (byte === 0x5c && at + 1 < limit && (bytes[at + 1] === 0x6e || bytes[at + 1] === 0x72)) at += 2
    else if (byte === HYPHEN && bytes[at + 1] !== HYPHEN) at++
    else break
  }
  if (!matches(bytes, at, limit, '-----END ')) return at
  let close = at + 9
  while (close < limit && (is(bytes[close], UPPER | DIGIT) || bytes[close] === 0x20)) close++
  while (close < limit && bytes[close] === HYPHEN) close++
  return close
}

/** PEM and PGP armour, also inside JSON where its lines end in `\n`, also when its end is missing. */
export const privateKey: Detector = {
  id: 'private-key',
  title: 'Private key in PEM or PGP armour',
  anchors: ['--'],
  reach: LIMIT + 4,
  find(scan, at) {
    const { bytes, begin } = scan
    const from = at - 1
    if (bytes[from + 5] !== 0x42 || (from > begin && bytes[from - 1] === HYPHEN)) return false
    const limit = Math.min(scan.end, from + LIMIT)
    const body = header(bytes, from, limit)
    if (body === -1) return false
    return found(scan, from, characterStart(bytes, body, keyEnd(bytes, body, limit)))
  },
  examples: {
    match: [
      `a «-----BEGIN PRIVATE KEY-----\n${'MIIEvg/+'.repeat(8)}\nab==\n-----END PRIVATE KEY-----» b`,
      `{"k":"«-----BEGIN RSA PRIVATE KEY-----\\nMIIE\\n-----END RSA PRIVATE KEY-----»\\n"}`,
      `«-----BEGIN EC PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,AB\n\nMII»"`,
      '«-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nlQOY\n=ab12\n-----END PGP PRIVATE KEY BLOCK-----»',
    ],
    ignore: [
      '-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----',
      '-----BEGIN CERTIFICATE-----',
      '-------------------',
      '-----BEGIN PRIVATE KEY',
    ],
  },
}
