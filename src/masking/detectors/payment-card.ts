import { ALNUM, beginsAt, DIGIT, is } from '../bytes.ts'
import { type Detector, found } from './detector.ts'

const ZERO = 0x30
const FULL_STOP = 0x2e
const MOST = 19

/** Issuer ranges: first and last prefix of the same length, and the lengths of the numbers. */
const ISSUERS: readonly (readonly [first: number, last: number, lengths: readonly number[]])[] = [
  [4, 4, [13, 16, 19]],
  [51, 55, [16]],
  [2221, 2720, [16]],
  [34, 34, [15]],
  [37, 37, [15]],
  [6011, 6011, [16, 17, 18, 19]],
  [644, 649, [16, 17, 18, 19]],
  [65, 65, [16, 17, 18, 19]],
  [300, 305, [14]],
  [36, 36, [14]],
  [38, 39, [14]],
  [3528, 3589, [16, 17, 18, 19]],
  [62, 62, [16, 17, 18, 19]],
  [2200, 2204, [16, 17, 18, 19]],
  [5018, 5018, [16, 17, 18, 19]],
  [5020, 5020, [16, 17, 18, 19]],
  [5038, 5038, [16, 17, 18, 19]],
  [6304, 6304, [16, 17, 18, 19]],
  [6759, 6763, [16, 17, 18, 19]],
]

/** By the first four digits: a bit for each length that is given out, bit 0 for 13 digits. */
const LENGTHS: Readonly<Uint8Array> = givenOut()

function givenOut(): Uint8Array {
  const table = new Uint8Array(10_000)
  for (const [first, last, lengths] of ISSUERS) {
    const bits = lengths.reduce((all, length) => all | (1 << (length - 13)), 0)
    const scale = 10 ** (4 - String(first).length)
    for (let prefix = first * scale; prefix < (last + 1) * scale; prefix++) table[prefix]! |= bits
  }
  return table
}

/** What Luhn's check adds for a digit that is doubled. */
const DOUBLED = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9]

/** A number of 13 to 19 digits, bare or in groups with one and the same separator. The longest that checks wins. */
export const paymentCard: Detector = {
  id: 'payment-card',
  title: 'Payment card number',
  anchors: 'digits',
  reach: 44,
  find(scan, at) {
    const { bytes, begin, end } = scan
    const lead = bytes[at]!
    if (lead < 0x32 || lead > 0x36 || !beginsAt(bytes, begin, at, ALNUM)) return false
    if (at - 2 >= begin && bytes[at - 1] === FULL_STOP && is(bytes[at - 2], DIGIT)) return false
    let separator = -1
    let digits = 0
    let prefix = 0
    // Luhn's sums, with the digits at even and at odd places doubled: which one counts is known at the end.
    let even = 0
    let odd = 0
    let best = -1
    for (let next = at; next < end; next++) {
      const byte = bytes[next]!
      if (!is(byte, DIGIT)) {
        if (digits === MOST || (byte !== 0x20 && byte !== 0x2d) || (separator !== -1 && byte !== separator))
          break
        if (next + 1 >= end || !is(bytes[next + 1], DIGIT)) break
        separator = byte
        continue
      }
      if (++digits > MOST) break
      const digit = byte - ZERO
      even += digits % 2 === 0 ? DOUBLED[digit]! : digit
      odd += digits % 2 === 1 ? DOUBLED[digit]! : digit
      if (digits <= 4) prefix = prefix * 10 + digit
      if (digits === 4 && LENGTHS[prefix] === 0) return false
      if (digits < 13 || (LENGTHS[prefix]! & (1 << (digits - 13))) === 0) continue
      // The last digit is not doubled, so the doubled places have the other parity.
      if ((digits % 2 === 0 ? odd : even) % 10 !== 0) continue
      const after = next + 1 < end ? bytes[next + 1] : undefined
      if (is(after, ALNUM) || (after === FULL_STOP && next + 2 < end && is(bytes[next + 2], DIGIT))) continue
      best = next + 1
    }
    return best !== -1 && found(scan, at, best)
  },
  examples: {
    match: [
      '«4111111111111111»',
      'card «4111 1111 1111 1111» ok',
      '{"pan":"«5500-0000-0000-0004»"}',
      'amex «378282246310005».',
      '12 «4111 1111 1111 1111»',
      'line\\n«6011111111111117»',
      '«2223003122003222»',
    ],
    ignore: [
      '4111111111111112',
      '1234567890123452',
      'a4111111111111111',
      '4111111111111111a',
      '0.4111111111111111',
      '4111 1111-1111 1111',
      '41111111111111111111111',
      '2026-11-22 00:10:33',
    ],
  },
}
