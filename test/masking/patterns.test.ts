// Users' own patterns: what they match is masked as what detectors find, in linear time.
import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Column, copyMask, createMasking, maskText, scrubOutput } from '../../src/masking/index.ts'
import { SEARCHED, wordOf } from '../../src/masking/patterns.ts'

const PATTERNS = [
  { name: 'employee-id', pattern: 'EMP-[0-9]{6}' },
  { name: 'case', pattern: '(?i)case#(?P<n>\\d+)\\b' },
  { name: 'name', pattern: 'Zoë|Žan' },
]
const masking = createMasking({ columns: [], detect: ['email'], patterns: PATTERNS }, randomBytes(32))
const mask = (type: string, format: Column['format'] = 'text') =>
  masking.plan([{ label: 'x', type, format }])![0]!
const masked = (text: string, type = 'text') => maskText(mask(type), Buffer.from(text))!.toString()

test.each([
  ['EMP-123456', '****'],
  ['by EMP-123456 and EMP-654321.', 'by **** and ****.'],
  ['EMP-12345', 'EMP-12345'],
  ['CASE#12, case#7', '****, ****'],
  ['Zoë met Žan', '**** met ****'],
  ['EMP-123456@example.com', '****'],
  ['a@example.com EMP-123456 b@example.com', '**** **** ****'],
  ['nothing', 'nothing'],
  ['', ''],
])('%s', (text, expected) => {
  expect(masked(text)).toBe(expected)
  expect(masking.scrub(text)).toBe(expected)
  const options = { format: 'csv', delimiter: ',', quote: '"', escape: '"', null: '' } as const
  if (text !== '')
    expect(maskText(copyMask(mask('text'), options), Buffer.from(`"${text}"`))!.toString()).toBe(
      `"${expected}"`,
    )
})

test('the record counts what was found under its own name', () => {
  const each = mask('text')
  maskText(each, Buffer.from('EMP-123456'))
  expect(each.label).toBe('employee-id')
})

test('json stays json, arrays and binary values keep their lengths', () => {
  expect(masked('{"by": "EMP-123456", "n": 1}', 'jsonb')).toBe('{"by": "****", "n": 1}')
  expect(masked('{EMP-123456,x}', '_text')).toBe('{****,x}')
  const binary = Buffer.concat([Buffer.alloc(20, 1), Buffer.from('EMP-123456')])
  expect(maskText(mask('_text', 'binary'), binary)!.toString('latin1', 20)).toBe('**********')
})

test('values that arrive in pieces', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40), { maxLength: 6 }), (cuts) => {
      const scrubber = scrubOutput({ detect: ['email'], patterns: PATTERNS })
      const text = Buffer.from(`first EMP-123456\nZoë a@example.com case#99 \nlast EMP-000001`)
      const places = [0, ...[...new Set(cuts)].sort((a, b) => a - b), text.length]
      const shown = places.slice(1).map((end, index) => scrubber.write(text.subarray(places[index], end)))
      expect(Buffer.concat([...shown, scrubber.end()]).toString()).toBe(
        'first ****\n**** **** **** \nlast ****',
      )
    }),
  )
})

test('of a long value the rest is hidden where a match may stand', () => {
  const long = 'x'.repeat(SEARCHED)
  expect(masked(`${long}nothing`)).toBe(masked(`${long}nothing`))
  const only = createMasking({ columns: [], detect: [], patterns: [PATTERNS[0]!] }, randomBytes(32))
  const cut = (text: string) =>
    maskText(only.plan([{ label: 'x', type: 'text', format: 'text' }])![0]!, Buffer.from(text))!.toString()
  expect(cut(`${long}nothing`)).toBe(`${long}nothing`)
  expect(cut(`${long}EMP-123456`)).toBe(`${long}****`)
  expect(cut(`${long.slice(4)}EMP-123456`)).not.toContain('123456')
})

test('a word that every match holds', () => {
  expect(
    [
      'EMP-[0-9]{6}',
      'a?bcd+e',
      '(abc)def',
      'a|b',
      '(?i)abc',
      '[abc]d',
      'ab\\.cd',
      'x{2}yz',
      '\\bfoo\\b',
      '[]a]bc',
    ].map(wordOf),
  ).toEqual(['EMP-', 'bcd', 'def', '', '', 'd', 'ab.cd', 'yz', 'foo', 'bc'])
})

test('whatever the pattern and the text, the word is in every match', () => {
  const piece = fc.constantFrom('ab', 'c+', '[0-9]{2}', '(x|y)', '\\.', 'd?', 'e*', '-', '\\d', '(?:fg)')
  fc.assert(
    fc.property(
      fc.array(piece, { minLength: 1, maxLength: 5 }),
      fc.string({ unit: fc.constantFrom(...'abcde01.-xyfg') }),
      (parts, text) => {
        const pattern = parts.join('')
        const found = new RegExp(pattern).exec(text)?.[0]
        if (found) expect(found).toContain(wordOf(pattern))
      },
    ),
  )
})

test('hostile patterns and texts take linear time', () => {
  const hostile = createMasking(
    { columns: [], detect: [], patterns: [{ name: 'evil', pattern: '([a-zA-Z0-9]+)*@x' }] },
    randomBytes(32),
  )
  const started = performance.now()
  hostile.scrub(`${'a'.repeat(60_000)}@`)
  masking.scrub('EMP-12345 '.repeat(6_000))
  masking.scrub('EMP-123456 a@b.example '.repeat(2_500))
  expect(performance.now() - started).toBeLessThan(5_000)
})

test.each([
  ['a(', 'not a pattern'],
  ['(?<=a)b', 'not a pattern'],
  ['a*', 'matches nothing at all'],
  ['((a{1,30}){1,30})b', 'too large'],
  ['a'.repeat(201), 'too long'],
])('a pattern that cannot be used: %s', (pattern, expected) => {
  expect(() =>
    createMasking({ columns: [], detect: [], patterns: [{ name: 'own', pattern }] }, randomBytes(32)),
  ).toThrow(expected)
})
