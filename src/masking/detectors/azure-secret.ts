import { ALNUM, BASE64_EXTRA, DASH, DIGIT, DOT, is, runEnd, TOKEN, UNDERSCORE } from '../bytes.ts'
import { type Detector, found, type Scan } from './detector.ts'
import { prefixed } from './prefixed.ts'

const BASE64 = ALNUM | BASE64_EXTRA
const CLIENT = TOKEN | DOT
const TILDE = 0x7e

const named = prefixed(
  'azure-secret',
  'Azure storage key, shared access signature or client secret',
  [
    { prefix: 'AccountKey=', body: BASE64, min: 40, max: 128, keep: true },
    { prefix: 'SharedAccessKey=', body: BASE64, min: 40, max: 128, keep: true },
    { prefix: 'sig=', body: BASE64 | DASH | UNDERSCORE, min: 43, max: 128, keep: true },
  ],
  {
    match: [
      `AccountName=x;AccountKey=«${'ab+/1'.repeat(17)}a==»;Endpoint`,
      `?sv=2024&sig=«${'aB1%2F'.repeat(9)}»&se=1`,
      `secret «abc8Q~${'a1B_-.'.repeat(5)}abcd»`,
    ],
    ignore: ['AccountKey=short', 'sig=abc', 'Q~', 'abcdQ~efgh'],
  },
)

/** `abc8Q~` and 31 to 34 more: the shape of a client secret of an application registration. */
function clientSecret(scan: Scan, at: number): boolean {
  const { bytes, begin, end } = scan
  const from = at - 5
  if (bytes[at] !== TILDE || from < begin || !is(bytes[at - 2], DIGIT)) return false
  if (runEnd(bytes, from, at - 2, CLIENT) !== at - 2) return false
  if (from > begin && is(bytes[from - 1], ALNUM)) return false
  let to = at + 1
  while (to < end && to < at + 35 && (is(bytes[to], CLIENT) || bytes[to] === TILDE)) to++
  return to - at - 1 >= 31 && !(to < end && is(bytes[to], ALNUM)) && found(scan, from, to)
}

export const azureSecret: Detector = {
  ...named,
  anchors: [...named.anchors, 'Q~'],
  find: (scan, at) => named.find(scan, at) || clientSecret(scan, at),
}
