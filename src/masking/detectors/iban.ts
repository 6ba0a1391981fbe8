import { ALNUM, beginsAt, DIGIT, is, UPPER } from '../bytes.ts'
import { type Detector, found } from './detector.ts'

/** Lengths by country: the IBAN registry of ISO 13616. */
const LENGTHS: Readonly<Record<string, number>> = {
  AD: 24,
  AE: 23,
  AL: 28,
  AT: 20,
  AZ: 28,
  BA: 20,
  BE: 16,
  BG: 22,
  BH: 22,
  BR: 29,
  BY: 28,
  CH: 21,
  CR: 22,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  DO: 28,
  EE: 20,
  EG: 29,
  ES: 24,
  FI: 18,
  FO: 18,
  FR: 27,
  GB: 22,
  GE: 22,
  GI: 23,
  GL: 18,
  GR: 27,
  GT: 28,
  HR: 21,
  HU: 28,
  IE: 22,
  IL: 23,
  IQ: 23,
  IS: 26,
  IT: 27,
  JO: 30,
  KW: 30,
  KZ: 20,
  LB: 28,
  LC: 32,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  LY: 25,
  MC: 27,
  MD: 24,
  ME: 22,
  MK: 19,
  MR: 27,
  MT: 31,
  MU: 30,
  NL: 18,
  NO: 15,
  PK: 24,
  PL: 28,
  PS: 29,
  PT: 25,
  QA: 29,
  RO: 24,
  RS: 22,
  SA: 24,
  SC: 31,
  SD: 18,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  ST: 25,
  SV: 28,
  TL: 23,
  TN: 24,
  TR: 26,
  UA: 29,
  VA: 22,
  VG: 24,
  XK: 20,
}
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const SPACE = 0x20
const A = 0x41

/** The same by the two letters, 0 where there are no IBANs. */
const BY_LETTERS: Readonly<Uint8Array> = Uint8Array.from(
  { length: 26 * 26 },
  (_, index) => LENGTHS[LETTERS[Math.floor(index / 26)]! + LETTERS[index % 26]!] ?? 0,
)

function fold(remainder: number, byte: number): number {
  return byte < 0x40 ? (remainder * 10 + byte - 0x30) % 97 : (remainder * 100 + byte - 55) % 97
}

/** End of the IBAN of `length` characters that begins at `from`, or -1 when it does not check (mod 97). */
function checkedEnd(bytes: Buffer, from: number, end: number, length: number): number {
  let at = from + 4
  let remainder = 0
  for (let count = 4; count < length; count++) {
    if (at < end && bytes[at] === SPACE) at++
    if (at >= end || !is(bytes[at], UPPER | DIGIT)) return -1
    remainder = fold(remainder, bytes[at++]!)
  }
  for (let head = from; head < from + 4; head++) remainder = fold(remainder, bytes[head]!)
  return remainder === 1 && !(at < end && is(bytes[at], ALNUM)) ? at : -1
}

export const iban: Detector = {
  id: 'iban',
  title: 'International bank account number',
  anchors: LETTERS.flatMap((letter) => [...'0123456789'].map((digit) => letter + digit)),
  reach: 72,
  find(scan, at) {
    const { bytes, begin, end } = scan
    const from = at - 2
    if (from < begin || !is(bytes[from], UPPER) || !is(bytes[at + 1], DIGIT)) return false
    const length = BY_LETTERS[(bytes[from]! - A) * 26 + bytes[at - 1]! - A]!
    if (length === 0 || at + 2 > end || !beginsAt(bytes, begin, from, ALNUM)) return false
    const to = checkedEnd(bytes, from, end, length)
    return to !== -1 && found(scan, from, to)
  },
  examples: {
    match: ['«DE89370400440532013000»', 'to «GB29 NWBK 6016 1331 9268 19», thanks', '"«NO9386011117947»"'],
    ignore: [
      'DE89370400440532013001',
      'XX89370400440532013000',
      'DE8937040044053201300',
      'DE893704004405320130001',
      'SKU DE12',
    ],
  },
}
