import { ALNUM, DIGIT, is } from '../bytes.ts'
import { type Detector, found } from './detector.ts'

const PLUS = 0x2b
const ZERO = 0x30

function separator(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x2d || byte === 0x2e || byte === 0x28 || byte === 0x29 || byte === 0x2f
}

/** E.164: `+`, a country code that does not begin with 0, 8 to 15 digits in all; usual separators allowed. */
export const phone: Detector = {
  id: 'phone',
  title: 'International telephone number',
  anchors: ['+'],
  reach: 50,
  find(scan, at) {
    const { bytes, begin, end } = scan
    if (!is(bytes[at + 1], DIGIT) || bytes[at + 1] === ZERO) return false
    if (at > begin && (is(bytes[at - 1], ALNUM) || bytes[at - 1] === PLUS)) return false
    let digits = 0
    let to = at + 1
    let separators = 0
    for (let next = at + 1; next < end && next < at + 46; next++) {
      if (is(bytes[next], DIGIT)) {
        digits++
        separators = 0
        to = next + 1
      } else if (separators < 2 && separator(bytes[next])) separators++
      else break
    }
    if (digits < 8 || digits > 15 || (to < end && is(bytes[to], ALNUM))) return false
    return found(scan, at, to)
  },
  examples: {
    match: [
      'call «+14155550123»!',
      '«+49 (30) 901820-0»',
      'tel:«+44 20 7946 0958»,',
      '"«+33.1.23.45.67.89»"',
    ],
    ignore: ['+1', '1+14155550123', '+0123456789', '12:00:00+00', '+1234567890123456', 'a+49123456789b'],
  },
}
