// What detectors find in values whose notation hides it: escapes, words of a search, bytes.
import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Column, createMasking, maskText } from '../../src/masking/index.ts'

const EMAIL = 'bob.long@example.com'
const detecting = createMasking({ columns: [], detect: ['email', 'connection-uri'] }, randomBytes(32))
const detector = (type: string | undefined, format: Column['format'] = 'text') =>
  detecting.plan([{ label: 'x', ...(type && { type }), format }])![0]!
const masked = (type: string | undefined, cell: string | Buffer, format: Column['format'] = 'text') => {
  const bytes = Buffer.from(cell as string)
  const apart = maskText(detector(type, format), Buffer.from(bytes))!
  // The same in place.
  const length = detector(type, format).apply(bytes, 0, bytes.length, bytes, 0)
  if (length > 0) expect(bytes.subarray(0, length).equals(apart)).toBe(true)
  return apart
}

test.each([
  ['json', '{"a":"bob.long\\u0040example.com","b":1}', '{"a":"****","b":1}'],
  ['json', '{"a":"\\u0062ob@example\\u002ecom, and more"}', '{"a":"****, and more"}'],
  ['json', '{"a":"postgres:\\/\\/u:secret@db.example.org\\/x"}', '{"a":"postgres:\\/\\/u:****\\/x"}'],
  ['json', `{"\\u0040":1,"${EMAIL}":"\\n"}`, '{"\\u0040":1,"****":"\\n"}'],
  [
    'json',
    '["\\ud83d\\ude00 bob\\u0040example.com", "\\u00e9@\\u00e9.fr"]',
    '["\\ud83d\\ude00 ****", "****"]',
  ],
  ['json', '{"a":"bob\\\\u0040example.com"}', '{"a":"bob\\\\u0040example.com"}'],
  ['json', '["\\ud83d", "\\u12", "a@b\\u0020.com"]', '["\\ud83d", "\\u12", "a@b\\u0020.com"]'],
  ['xml', '<a>bob&#64;example.com</a>', '<a>****</a>'],
  ['xml', '<a b="bob&#x40;example&#x2E;com"/>', '<a b="****"/>'],
  ['xml', '<a>&#0;&#9999999;&#xd800; bob&amp;@b</a>', '<a>&#0;&#9999999;&#xd800; bob&amp;@b</a>'],
  ['_json', '{"{\\"a\\":\\"bob\\\\u0040example.com\\"}"}', '{"{\\"a\\":\\"****\\"}"}'],
  [undefined, '(1,"{""a"":""bob\\\\u0040example.com""}")', '(1,"{""a"":""****""}")'],
  [undefined, '(1,<a>bob&#64;example.com</a>)', '(1,<a>****</a>)'],
  ['tsvector', `'${EMAIL}':1 'call':2`, ''],
  ['tsvector', "'call':2", "'call':2"],
  ['tsquery', `'${EMAIL}' & 'call'`, "'x'"],
  ['jsonpath', `$."${EMAIL}"`, '$'],
])('%s %s', (type, cell, expected) => {
  expect(masked(type, cell).toString()).toBe(expected)
})

test('words of a search in binary become the constant of their type', () => {
  const word = Buffer.concat([Buffer.from([0, 0, 0, 1]), Buffer.from(`${EMAIL}\0\0\0`)])
  expect(masked('tsvector', word, 'binary').toString('hex')).toBe('00000000')
  expect(masked('jsonpath', `\x01$."${EMAIL}"`, 'binary').toString('latin1')).toBe('\x01$')
})

test.each<[string, Buffer, Buffer | undefined]>([
  ['text', Buffer.from(`call ${EMAIL} now`), Buffer.from(`call ${'*'.repeat(20)} now`)],
  [
    'other bytes',
    Buffer.from(`\xff\x80${EMAIL}\xff\0`, 'latin1'),
    Buffer.from(`\xff\x80${'*'.repeat(20)}\xff\0`, 'latin1'),
  ],
  ['a short accident in other bytes', Buffer.from('\xffa@b.cd\0', 'latin1'), undefined],
  ['nothing', Buffer.from('\\ \x01\x7f ü', 'utf8'), undefined],
])('bytea that holds %s', (_, value, expected) => {
  const escaped = (bytes: Buffer) =>
    [...bytes]
      .map((byte) =>
        byte === 0x5c
          ? '\\\\'
          : byte >= 0x20 && byte < 0x7f
            ? String.fromCharCode(byte)
            : `\\${byte.toString(8).padStart(3, '0')}`,
      )
      .join('')
  const wanted = expected ?? value
  expect(masked('bytea', value, 'binary').equals(wanted)).toBe(true)
  expect(masked('bytea', `\\x${value.toString('hex')}`).toString()).toBe(`\\x${wanted.toString('hex')}`)
  expect(masked('bytea', escaped(value)).toString()).toBe(escaped(wanted))
})

test('JSON stays JSON, and hides what is meant, whatever is escaped', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(EMAIL, `x ${EMAIL}`, `"${EMAIL}"`, '\\u0040', '\\'),
  )
  const json = fc.dictionary(text, fc.oneof(text, fc.integer(), fc.array(text, { maxLength: 3 })), {
    maxKeys: 4,
  })
  fc.assert(
    fc.property(json, fc.array(fc.nat(3), { minLength: 8, maxLength: 8 }), (object, choices) => {
      let turn = 0
      const cell = JSON.stringify(object).replace(/[@a-z./é]/g, (char, at: number, all: string) => {
        const raw = all[at - 1] === '\\' || choices[turn++ % choices.length] !== 0
        return raw ? char : `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
      })
      fc.pre(isJson(cell))
      const found = masked('json', cell).toString()
      expect(isJson(found)).toBe(true)
      expect(JSON.stringify(JSON.parse(found))).not.toContain(EMAIL)
    }),
    { numRuns: 500 },
  )
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

test('hostile escapes take linear time', () => {
  for (const [type, unit] of [
    ['json', '\\u0040'],
    [undefined, '\\'],
    ['xml', '&#'],
    ['xml', '&#64'],
    ['json', '\\ud83d\\'],
  ] as const) {
    const cell = Buffer.from(unit.repeat(300_000))
    const began = performance.now()
    masked(type, cell)
    expect(performance.now() - began).toBeLessThan(3_000)
  }
})
