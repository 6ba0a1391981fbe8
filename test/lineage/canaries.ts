// Finds protected values in bytes, in every form that somebody could read back.
const WORDS = [
  'zq1aaa-zq1bbb-zq1ccc',
  'zq1ddd-zq1eee-zq1fff',
  'zq1ggg-zq1hhh-zq1iii',
  'zq1code-zq1one',
  'zq2doc',
  'zq3blob',
  'zq4tag',
  'zq6ada@example.com',
  'zq7street',
  'zq8note about zq8ada',
  'zq9payload',
]
const INTEGERS = [1836475921, 1836475933, 1836475947, 7351928, 7351929, 7351930, 7351931, 7351939]
const TEXTS = [
  '918273645',
  '1973-08-19',
  '1973-08-23',
  '1973-08-29',
  '05:06:07.891',
  '05:06:09.113',
  'c0ffee11',
]
const DAY = 86_400_000
const EPOCH = Date.UTC(2000, 0, 1)

/** Base64 of a word wherever it begins within three bytes; the characters that neighbours share are left out. */
function base64(word: string): string[] {
  return [0, 1, 2].map((skip) => {
    const text = Buffer.from('x'.repeat(skip) + word).toString('base64')
    return text.slice(skip === 0 ? 0 : skip + 1, 4 * Math.floor((skip + word.length) / 3))
  })
}

const int64 = (value: bigint): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigInt64BE(value)
  return bytes
}
const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}

const ENCODED = [
  ...WORDS.flatMap(base64),
  ...WORDS.map((word) => Buffer.from(word).toString('hex')),
  ...WORDS.map((word) => [...word].reverse().join('')),
  ...INTEGERS.map((value) => value.toString(16).padStart(8, '0')),
  ...INTEGERS.map(String),
  ...TEXTS,
]
const BINARY = [
  ...INTEGERS.map(int32),
  ...['1973-08-19', '1973-08-23', '1973-08-29'].map((date) => int32((Date.parse(date) - EPOCH) / DAY)),
  ...['2021-03-04T05:06:07.891Z', '2021-03-04T05:06:09.113Z'].map((time) =>
    int64(BigInt(Date.parse(time) - EPOCH) * 1000n),
  ),
  Buffer.from('c0ffee112233445586778899', 'hex'),
  // numeric: digits of base 10,000
  Buffer.from([0, 9, 1827 >> 8, 1827 & 255, 3645 >> 8, 3645 & 255]),
]

/** So long that none of them is ever found in some megabytes of random text. */
const LONG = 8

/** The same without what is short, for files that hold random text: signatures, digests, keys. */
export function wholeCanariesIn(bytes: Buffer): string[] {
  const text = bytes.toString('latin1')
  const words = WORDS.filter((word) => word.length >= LONG && text.includes(word)).map(() => 'word')
  const encoded = ENCODED.filter((form) => form.length >= LONG && !/^\d+$/.test(form) && text.includes(form))
  return [...words, ...encoded.map(() => 'encoded')]
}

/** The forms in which protected values stand in `bytes`; the values themselves are not shown. */
export function canariesIn(bytes: Buffer): string[] {
  const text = bytes.toString('latin1')
  const lower = text.toLowerCase()
  return [
    ...(/zq\d[a-z]/.test(lower) ? ['text'] : []),
    ...(/7a71(?:3\d)6/.test(lower) ? ['hexadecimal'] : []),
    ...ENCODED.flatMap((form, index) =>
      text.includes(form) || (/^[0-9a-f]+$/.test(form) && lower.includes(form)) ? [`encoded ${index}`] : [],
    ),
    ...BINARY.flatMap((form, index) => (bytes.includes(form) ? [`binary ${index}`] : [])),
  ]
}
