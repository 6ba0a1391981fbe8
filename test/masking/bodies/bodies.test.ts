// One canary of each kind, cut at every border of every form.
import { expect, it } from 'vitest'
import { type BodyForm, createMasking, Unmaskable } from '../../../src/masking/index.ts'

const masking = createMasking(
  {
    columns: [],
    fields: [
      { pattern: 'ssn', mask: 'redact' },
      { pattern: 'a.**.pin', mask: 'null' },
      { pattern: '*_hash', mask: 'hash' },
    ],
    detect: ['email', 'payment-card', 'assigned-secret'],
  },
  Buffer.alloc(32, 1),
)

const BODIES: readonly [form: BodyForm, body: string, masked: RegExp | string][] = [
  ['json', '{"ssn":"canary","a":{"b":[{"pin":12}]}}', '{"ssn":"****","a":{"b":[{"pin":null}]}}'],
  ['json', '{"s\\u0073n": {"x": ["canary", "\\"]}"]}, "k": 1}', '{"s\\u0073n": "****", "k": 1}'],
  ['json', '{"m":"to canary\\u0040example.com ü"}', '{"m":"to **** ü"}'],
  ['json', '{"canary@example.com": 4111111111111111}', '{"****": 0}'],
  ['json', '[4111111111111111, "4111 1111 1111 1111", 1.5e-3]', '[0, "****", 1.5e-3]'],
  ['json', '{"password":"canary-hunter2"}', '{"password":"****"}'],
  ['json', '{"pw_hash":"canary"}\n{"pw_hash":"canary"}\n', /^(\{"pw_hash":"[^"c][^"]*"\}\n)\1$/],
  ['json', '\ufeff{"ssn":true,"SSN":null}', '\ufeff{"ssn":false,"SSN":null}'],
  ['json', '\x1e{"ssn":"canary"}\n\x1e[]\n', '\x1e{"ssn":"****"}\n\x1e[]\n'],
  ['events', 'id: 1\ndata: {"ssn":"canary"}\n\ndata: ok\n\n', 'id: 1\ndata: {"ssn":"****"}\n\ndata: ok\n\n'],
  ['events', 'data: {"ssn":\r\ndata: "canary"}\r\n\r\n', 'data: {"ssn":\ndata: "****"}\n\n'],
  ['events', ': to canary@example.com\n\ndata: x = "canary\n\n', ': to ****\n\ndata: ****\n\n'],
  ['form', 'a=b&user%5Bssn%5D=canary&m=canary%40example.com', 'a=b&user%5Bssn%5D=****&m=****'],
  ['text', 'to canary@example.com, 4111-1111-1111-1111\nend', 'to ****, ****\nend'],
]

it.each(BODIES)('%s %j', (form, body, masked) => {
  const bytes = Buffer.from(body)
  for (let cut = 0; cut <= bytes.length; cut++) {
    const mask = masking.body(form)
    const parts = [mask.write(bytes.subarray(0, cut)), mask.write(bytes.subarray(cut)), mask.end()]
    const shown = Buffer.concat(parts).toString()
    if (typeof masked === 'string') expect(shown).toBe(masked)
    else expect(shown).toMatch(masked)
  }
  const mask = masking.body(form)
  const parts = [...bytes].map((byte) => mask.write(Buffer.of(byte)))
  expect(Buffer.concat([...parts, mask.end()]).toString()).not.toContain('canary')
})

const BROKEN = [
  '{"a":1',
  '[1,]',
  '[,1]',
  '{"a"}',
  '{"a":}',
  '{,}',
  '{1:2}',
  '[1 2]',
  '01',
  '+1',
  '.5',
  '1.',
  'nul',
  'NaN',
  "'a'",
  '{"a":1}}',
  ']',
  '"a',
  '"\\x"',
  '"\\u12"',
  '"\n"',
  '[1}',
  '{"a":1]',
  '{"ssn":{"a":1}',
  '{"a" 1}',
  '//x',
  '{"ssn":"x',
]

it.each(BROKEN)('%j is no JSON, however it is cut', (body) => {
  for (let cut = 0; cut <= body.length; cut++) {
    const mask = masking.body('json')
    expect(() => {
      mask.write(Buffer.from(body.slice(0, cut)))
      mask.write(Buffer.from(body.slice(cut)))
      mask.end()
    }).toThrow(Unmaskable)
  }
})

it('what JSON.parse reads stays the same without anything to mask', () => {
  const value = {
    n: [0, -1, 1e21, 1.5e-7, true, false, null],
    s: ['', '"\\/\b\f\n\r\t\u0001', 'ü€😀', 'x'.repeat(50_000)],
    o: { '': {} },
  }
  const text = JSON.stringify(value, null, 2)
  const mask = masking.body('json')
  const parts: Buffer[] = []
  for (let at = 0; at < text.length; at += 4001)
    parts.push(mask.write(Buffer.from(text.slice(at, at + 4001))))
  expect(JSON.parse(Buffer.concat([...parts, mask.end()]).toString())).toEqual(value)
})
