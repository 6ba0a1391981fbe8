import { isUtf8 } from 'node:buffer'
import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MaskKind } from '../../src/core/grant.ts'
import { type Column, copyMask, createMasking, type FieldFormat, maskText } from '../../src/masking/index.ts'

const CARD = '4111111111111111'
const detecting = createMasking(
  { columns: [], detect: ['payment-card', 'email', 'assigned-secret', 'private-key'] },
  randomBytes(32),
)
const detector = (type: string, format: Column['format'] = 'text') =>
  detecting.plan([{ label: 'x', type, format }])![0]!
const column = (mask: MaskKind, type = 'text') =>
  createMasking({ columns: [{ pattern: 'a.b.c', mask }], detect: [] }, randomBytes(32)).plan([
    { label: 'c', origin: 'a.b.c', type, format: 'text' },
  ])![0]!
const masked = (mask: ReturnType<typeof detector>, text: string) =>
  maskText(mask, Buffer.from(text))!.toString()

test.each([
  ['anna@example.com', 'a***@example.com'],
  ['ann@example.com', 'a**@example.com'],
  ['a@example.com', '*@example.com'],
  ['al@example.com', 'a*@example.com'],
  ['žaneta@example.cz', 'ž***@example.cz'],
  ['DE89370400440532013000', '****3000'],
  ['12345678', '****5678'],
  ['1234567', '****'],
  ['ab', '**'],
  ['東京都千代田区丸の内', '****区丸の内'],
  ['name ann@example.com', '****.com'],
  ['ann@example.com, bob@example.com', '****.com'],
])('partial shows little of %s', (value, expected) => {
  expect(masked(column('partial'), value)).toBe(expected)
})

test('partial of padded text ignores the padding', () => {
  expect(masked(column('partial', 'bpchar'), '1234567890          ')).toBe('****7890')
})

test('partial never grows, never cuts a character, and works in place', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(4), (text, shift) => {
      const mask = column('partial')
      const value = Buffer.from(text)
      const apart = Buffer.alloc(mask.bound(value.length))
      const length = mask.apply(value, 0, value.length, apart, 0)
      expect(length).toBeLessThanOrEqual(value.length)
      expect(isUtf8(apart.subarray(0, length))).toBe(true)
      const row = Buffer.concat([Buffer.alloc(shift), value])
      expect(mask.apply(row, shift, row.length, row, 0)).toBe(length)
      expect(row.subarray(0, length)).toEqual(apart.subarray(0, length))
    }),
  )
})

test('what a detector finds is replaced in its cell, the rest stays', () => {
  const mask = detector('text')
  expect(masked(mask, `paid with ${CARD}, thanks: ann@example.com`)).toBe('paid with ****, thanks: ****')
  expect(mask.label).toBe('email')
  const clean = Buffer.from('nothing here')
  expect(maskText(mask, clean)).toBe(clean)
})

test('JSON stays valid, in strings and in numbers', () => {
  const json = JSON.stringify({
    n: Number(CARD),
    s: `x\n${CARD} "q" \\`,
    password: 12345678,
    list: [CARD],
    e: 'é\nann@example.com',
  })
  for (const text of [json, JSON.stringify({ nested: json })]) {
    const result = masked(detector('json'), text)
    expect(result).not.toContain(CARD)
    expect(result).not.toContain('ann@')
    expect(() => JSON.parse(result)).not.toThrow()
  }
  expect(JSON.parse(masked(detector('json'), json))).toMatchObject({ n: 0, s: 'x\n**** "q" \\', password: 0 })
  const jsonb = maskText(detector('jsonb', 'binary'), Buffer.from(`\x01${json}`))!
  expect(jsonb[0]).toBe(1)
  expect(JSON.parse(jsonb.toString('utf8', 1))).toMatchObject({ n: 0 })
})

test('any JSON stays valid JSON', () => {
  const word = fc.constantFrom(
    CARD,
    'ann@example.com',
    'password=',
    '"',
    '\\',
    '\n',
    'é',
    ' ',
    'x',
    ':',
    '-----BEGIN PRIVATE KEY-----',
  )
  const string = fc.array(word, { maxLength: 8 }).map((words) => words.join(''))
  const value = fc.oneof(
    string,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constant(Number(CARD)),
    fc.boolean(),
  )
  const mask = detector('json')
  fc.assert(
    fc.property(fc.dictionary(fc.oneof(string, fc.constant('password')), value, { maxKeys: 5 }), (object) => {
      const text = Buffer.from(JSON.stringify(object))
      const apart = maskText(mask, text)!.toString()
      expect(() => JSON.parse(apart)).not.toThrow()
      const row = Buffer.from(text)
      const length = mask.apply(row, 0, row.length, row, 0)
      expect(row.toString('utf8', 0, length === -2 ? row.length : length)).toBe(apart)
    }),
    { numRuns: 1000 },
  )
})

test('numbers and dates are not scanned; arrays and unknown binary values keep their lengths', () => {
  for (const type of ['int8', 'numeric', 'timestamptz', 'uuid', 'bit'])
    expect(detecting.plan([{ label: 'x', type, format: 'text' }])).toBeNull()
  expect(masked(detector('_text'), `{a,"pay ${CARD}"}`)).toBe('{a,"pay ****"}')
  const binary = Buffer.concat([
    Buffer.from('0000000100000000000000190000000100000001', 'hex'),
    Buffer.from([0, 0, 0, 16]),
    Buffer.from(CARD),
  ])
  const result = maskText(detector('_text', 'binary'), binary)!
  expect(result.length).toBe(binary.length)
  expect(result.subarray(24).toString()).toBe('*'.repeat(16))
})

const TEXT: FieldFormat = { format: 'text', delimiter: '\t', quote: '"', escape: '"', null: '\\N' }
const CSV: FieldFormat = { format: 'csv', delimiter: ',', quote: '"', escape: '"', null: '' }

test.each<[FieldFormat, ReturnType<typeof detector>, string, string]>([
  [TEXT, column('redact'), 'secret', '****'],
  [TEXT, column('redact'), '\\N', '\\N'],
  [TEXT, column('null'), 'secret', '\\N'],
  [TEXT, column('redact', 'bytea'), '\\\\xdead', '\\\\x'],
  [TEXT, column('partial'), 'abc\\tdefghij', '****ghij'],
  [TEXT, column('partial'), 'abcdefgh\\\\\\n', '****gh\\\\\\n'],
  [TEXT, detector('text'), `a\\n${CARD}\\tb\\\\`, 'a\\n****\\tb\\\\'],
  [TEXT, detector('text'), 'a\\nb', 'a\\nb'],
  [{ ...TEXT, delimiter: '*' }, column('redact'), 'secret', '\\*\\*\\*\\*'],
  [{ ...TEXT, null: '****' }, column('redact'), '****', '****'],
  [CSV, column('redact'), 'secret', '****'],
  [CSV, column('redact'), '""', '"****"'],
  [CSV, column('redact'), '', ''],
  [CSV, column('null'), '"a,b"', ''],
  [CSV, column('redact', 'json'), '"{""a"":1}"', '"""****"""'],
  [CSV, column('partial'), '"a ""quoted"" b,c"', '"**** b,c"'],
  [CSV, detector('text'), `"x,""${CARD}"""`, '"x,""****"""'],
  [{ ...CSV, escape: '\\' }, detector('text'), `"\\"${CARD}\\\\"`, '"\\"****\\\\"'],
  [{ ...CSV, null: '****' }, column('redact'), 'secret', '"****"'],
  [{ ...CSV, null: '****' }, column('null'), 'secret', '****'],
])('a COPY field is masked within its escapes (%#)', (format, mask, field, expected) => {
  const copy = copyMask(mask, format)
  const raw = Buffer.from(field)
  const to = Buffer.alloc(copy.bound(raw.length))
  const length = copy.apply(raw, 0, raw.length, to, 0)
  expect(length === -2 ? field : to.toString('utf8', 0, length)).toBe(expected)
})

test('free text is scrubbed', () => {
  expect(detecting.scrub(`invalid input syntax: "${CARD}"`)).toBe('invalid input syntax: "****"')
  expect(detecting.scrub('all good – “quoted”')).toBe('all good – “quoted”')
})
