import { ALNUM, DIGIT, is, runEnd } from '../bytes.ts'
import { type Detector, found } from './detector.ts'

const HYPHEN = 0x2d

/** Three, two and four digits with hyphens, in a range that is given out. Nine bare digits are never taken for one. */
export const usSsn: Detector = {
  id: 'us-ssn',
  title: 'US social security number',
  anchors: 'digits',
  reach: 16,
  find(scan, at) {
    const { bytes, begin, end } = scan
    const to = at + 11
    if (bytes[at + 3] !== HYPHEN || bytes[at + 6] !== HYPHEN || to > end) return false
    if (runEnd(bytes, at, at + 3, DIGIT) !== at + 3 || runEnd(bytes, at + 4, at + 6, DIGIT) !== at + 6)
      return false
    if (runEnd(bytes, at + 7, to, DIGIT) !== to) return false
    if (at - 1 >= begin && bytes[at - 1] === HYPHEN) return false
    if (to < end && (is(bytes[to], ALNUM) || (bytes[to] === HYPHEN && is(bytes[to + 1], DIGIT)))) return false
    const area = bytes.toString('latin1', at, at + 3)
    if (area === '000' || area === '666' || area[0] === '9') return false
    if (bytes.toString('latin1', at + 4, at + 6) === '00' || bytes.toString('latin1', at + 7, to) === '0000')
      return false
    return found(scan, at, to)
  },
  examples: {
    match: ['«078-05-1120»', 'ssn «219-09-9999».', '{"s":"«123-45-6789»"}'],
    ignore: [
      '078051120',
      '000-12-3456',
      '666-12-3456',
      '912-12-3456',
      '123-00-4567',
      '123-45-0000',
      '1-123-45-6789',
      '123-45-67890',
      '123-45-6789-1',
    ],
  },
}
