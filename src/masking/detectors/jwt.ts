import { beginsAt, runEnd, TOKEN } from '../bytes.ts'
import { type Detector, found } from './detector.ts'

const LIMIT = 8192
const FULL_STOP = 0x2e

/** `eyJ…` is base64url of `{"`: header, payload and signature of a JWS, or the five parts of a JWE. */
export const jwt: Detector = {
  id: 'jwt',
  title: 'JSON Web Token',
  anchors: ['yJ'],
  reach: LIMIT + 4,
  find(scan, at) {
    const { bytes, begin } = scan
    const from = at - 2
    if (from < scan.floor || bytes[from] !== 0x65 || !beginsAt(bytes, begin, from, TOKEN)) return false
    const limit = Math.min(scan.end, from + LIMIT)
    let to = runEnd(bytes, from, limit, TOKEN)
    if (to - from < 10 || to === limit || bytes[to] !== FULL_STOP) return false
    const second = runEnd(bytes, to + 1, limit, TOKEN)
    if (second - to < 9) return false
    to = second
    for (let part = 2; part < 5 && to < limit && bytes[to] === FULL_STOP; part++)
      to = runEnd(bytes, to + 1, limit, TOKEN)
    return found(scan, from, to)
  },
  examples: {
    match: [
      `Bearer «eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.${'aB1-'.repeat(8)}»`,
      `"«eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.»"`,
      `«eyJhbGciOiJSU0EtT0FFUCJ9.${'a1_b.'.repeat(2)}${'cd-e'.repeat(3)}.${'f'.repeat(9)}»!`.replace(
        'a1_b.a1_b.',
        'a1_ba1_ba1_b.',
      ),
    ],
    ignore: [
      'eyJ',
      'eyJhbGciOiJIUzI1NiJ9',
      'eyJhbGciOiJIUzI1NiJ9.short',
      'keyJhbGciOiJI.keyJhbGciOiJI.abcdefgh',
    ],
  },
}
