// The scanner against a slow reading of the same rules, and against input made to be slow.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DETECTOR_IDS, type DetectorId } from '../../src/core/detectors.ts'
import { createScan } from '../../src/masking/detectors/detector.ts'
import { createScanner } from '../../src/masking/scanner.ts'

function spans(ids: readonly DetectorId[], bytes: Buffer): [number, number][] {
  const scanner = createScanner(ids)
  const scan = Object.assign(createScan(), { bytes, end: bytes.length })
  const hits: [number, number][] = []
  while (scanner.next(scan) !== undefined) hits.push([scan.from, scan.to])
  return hits
}

function luhn(text: string): boolean {
  const digits = [...text.replace(/\D/g, '')].reverse().map(Number)
  const sum = digits.reduce((total, digit, index) => {
    const value = index % 2 ? digit * 2 : digit
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

function mod97(text: string): boolean {
  const bare = text.replaceAll(' ', '')
  const rearranged = bare.slice(4) + bare.slice(0, 4)
  return BigInt([...rearranged].map((char) => Number.parseInt(char, 36)).join('')) % 97n === 1n
}

const BRANDS =
  /^(?:4(?:\d{12}|\d{15}|\d{18})|5[1-5]\d{14}|3[47]\d{13}|6011\d{12,15}|30[0-5]\d{11}|62\d{14,17})$/

interface Reference {
  /** Sticky; the whole match is the candidate. */
  readonly shape: RegExp
  readonly check?: (candidate: string) => boolean
  readonly fragments: readonly string[]
}

const CARDS: Reference = {
  shape: /(?<![A-Za-z0-9])(?<!\d\.)\d(?:([ -])?\d(?:\1?\d)*)?(?![A-Za-z0-9])(?!\.\d)/y,
  check: (text) => BRANDS.test(text.replace(/\D/g, '')) && luhn(text),
  fragments: [
    '4111111111111111',
    '4111 1111 1111 1111',
    '378282246310005',
    '5500-0000-0000-0004',
    '4111',
    '1',
    ' ',
    '-',
    '.',
    'a',
    '_',
    '4',
  ],
}

const REFERENCES: Partial<Record<DetectorId, Reference>> = {
  'us-ssn': {
    shape: /(?<![A-Za-z0-9-])(?!000|666|9)\d{3}-(?!00)\d\d-(?!0000)\d{4}(?![A-Za-z0-9])(?!-\d)/y,
    fragments: [
      '078-05-1120',
      '219-09-9999',
      '000-12-3456',
      '123-00-1234',
      '123-45-0000',
      '1',
      '-',
      ' ',
      'a',
      '.',
    ],
  },
  iban: {
    shape:
      /(?<![A-Za-z0-9])(?:DE\d{2}(?: ?[A-Z0-9]){18}|NO\d{2}(?: ?[A-Z0-9]){11}|GB\d{2}(?: ?[A-Z0-9]){18})(?![A-Za-z0-9])/y,
    check: mod97,
    fragments: [
      'DE89370400440532013000',
      'GB29 NWBK 6016 1331 9268 19',
      'NO9386011117947',
      'DE89',
      'NO93',
      '1',
      ' ',
      'A',
      'x',
      '86011117947',
    ],
  },
  'aws-access-key': {
    shape: /(?<![A-Za-z0-9_])A(?:KIA|SIA)[A-Z0-9]{16}(?![A-Za-z0-9_])/y,
    fragments: ['AKIA', 'ASIA', 'ABCD2345', 'WXYZ6789', 'Z', 'a', '_', '-', ' '],
  },
  'github-token': {
    shape: /(?<![A-Za-z0-9_])(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{22,255})/y,
    fragments: ['ghp_', 'ghs_', 'github_pat_', 'a1B2'.repeat(9), 'abcdefgh', '_', '-', ' ', 'x'],
  },
  'npm-token': {
    shape: /(?<![A-Za-z0-9_])npm_[A-Za-z0-9]{36}(?![A-Za-z0-9_])/y,
    fragments: ['npm_', 'a1B2'.repeat(9), 'a', ' ', '_', '='],
  },
  'stripe-key': {
    shape: /(?<![A-Za-z0-9_])(?:[sr]k_(?:live|test)|whsec)_[A-Za-z0-9]{16,247}/y,
    fragments: ['sk_live_', 'rk_test_', 'pk_live_', 'whsec_', 'a1B2'.repeat(4), 'x', '_', ' '],
  },
  jwt: {
    shape: /(?<![\w-])eyJ[\w-]{7,}\.[\w-]{8,}(?:\.[\w-]*){0,3}/y,
    fragments: ['eyJ', 'hbGciOiJ', 'IUzI1NiJ9', '.', '-', ' ', 'a'],
  },
}

function reference({ shape, check }: Reference, text: string): [number, number][] {
  const hits: [number, number][] = []
  for (let at = 0; at < text.length; at++) {
    shape.lastIndex = at
    const candidate = shape.exec(text)?.[0]
    if (candidate === undefined || !(check?.(candidate) ?? true)) continue
    hits.push([at, at + candidate.length])
    at += candidate.length - 1
  }
  return hits
}

/** Every end is tried, longest first: what a regular expression cannot say. */
function slowCards(text: string): [number, number][] {
  const whole = /^(?:\d+|\d+(?:([ -])\d+(?:\1\d+)*))$/
  const hits: [number, number][] = []
  for (let at = 0; at < text.length; at++) {
    if (!/\d/.test(text[at]!) || /[A-Za-z0-9]$|\d\.$/.test(text.slice(0, at))) continue
    for (let end = Math.min(text.length, at + 40); end > at; end--) {
      const candidate = text.slice(at, end)
      if (/^(?:[A-Za-z0-9]|\.\d)/.test(text.slice(end)) || !whole.test(candidate) || !CARDS.check!(candidate))
        continue
      hits.push([at, end])
      at = end - 1
      break
    }
  }
  return hits
}

const texts = (fragments: readonly string[]) =>
  fc.array(fc.constantFrom(...fragments), { maxLength: 14 }).map((parts) => parts.join(''))

describe('the scanner equals a slow reference', () => {
  test.each(Object.entries(REFERENCES) as [DetectorId, Reference][])('%s', (id, rules) => {
    fc.assert(
      fc.property(texts(rules.fragments), (text) => {
        expect(spans([id], Buffer.from(text))).toEqual(reference(rules, text))
      }),
      { numRuns: 2000 },
    )
  })

  test('payment-card', () => {
    fc.assert(
      fc.property(texts(CARDS.fragments), (text) => {
        expect(spans(['payment-card'], Buffer.from(text))).toEqual(slowCards(text))
      }),
      { numRuns: 2000 },
    )
  })
})

test('spans lie in order inside the buffer and never cut a character, on any bytes', () => {
  const bytes = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    texts([
      ...Object.values(REFERENCES).flatMap(({ fragments }) => fragments),
      'é@é.com',
      'password="é',
      '://u:é@h',
      '"',
      '\\',
    ]),
  )
  fc.assert(
    fc.property(bytes, (text) => {
      const buffer = Buffer.from(text)
      let last = 0
      for (const [from, to] of spans(DETECTOR_IDS, buffer)) {
        expect(from).toBeGreaterThanOrEqual(last)
        expect(to).toBeGreaterThan(from)
        expect(to).toBeLessThanOrEqual(buffer.length)
        expect((buffer[from]! & 0xc0) === 0x80 || ((buffer[to] ?? 0) & 0xc0) === 0x80).toBe(false)
        last = to
      }
    }),
    { numRuns: 1000 },
  )
})

const HOSTILE = [
  'a',
  '1',
  '1 ',
  '4 ',
  '4-',
  '@',
  'a@',
  'a@a',
  '@a.',
  'eyJ',
  '.eyJ',
  'eyJaaaaaaa.',
  '-',
  '-----BEGIN PRIVATE KEY-----',
  '-----BEGIN ',
  '://',
  'ab://',
  'ab://a:',
  'a:b@',
  '=',
  'password=',
  'password="',
  'token:',
  'secret=\\',
  '+1',
  '+1 ',
  'DE89',
  'ghp_',
  'sk-',
  'sk-ant-',
  'glpat-',
  'xoxb-',
  'AKIA',
  'AIza',
  '8Q~',
  'sig=',
  '\\"',
  '%',
  '\0',
  'é',
]

test.each(HOSTILE)('time is linear for %j again and again', (unit) => {
  const scanner = createScanner(DETECTOR_IDS)
  const time = (length: number) => {
    const bytes = Buffer.alloc(length, unit)
    const scan = createScan()
    let best = Number.POSITIVE_INFINITY
    for (let run = 0; run < 3; run++) {
      Object.assign(scan, { bytes, begin: 0, floor: 0, end: length })
      const start = process.cpuUsage()
      while (scanner.next(scan) !== undefined) {}
      const { user, system } = process.cpuUsage(start)
      best = Math.min(best, user + system)
    }
    return best
  }
  time(1 << 14)
  // Four times the input may cost four times as much; a quadratic scan costs sixteen times.
  const [small, large] = [time(1 << 16), time(1 << 18)]
  expect(large / Math.max(small, 500)).toBeLessThan(10)
})
