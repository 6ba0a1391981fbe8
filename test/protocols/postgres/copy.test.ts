import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CopyOut } from '../../../src/core/statement.ts'
import { createMasking } from '../../../src/masking/index.ts'
import { CopyMask, copyPlan } from '../../../src/protocols/postgres/copy.ts'

const masking = createMasking(
  { columns: [{ pattern: 's.t.ssn', mask: 'redact' }], detect: [] },
  Buffer.alloc(32),
)
const options = (more: Partial<CopyOut> = {}): CopyOut => ({
  relation: 's.t',
  columns: [],
  format: 'text',
  delimiter: '\t',
  quote: '"',
  escape: '"',
  null: '\\N',
  header: false,
  ...more,
})
const csv = (more: Partial<CopyOut> = {}) => options({ format: 'csv', delimiter: ',', null: '', ...more })

/** id, ssn, note; fed in pieces that end at `cuts`. */
function masked(copy: CopyOut, input: Buffer, cuts: readonly number[]): Buffer {
  const format = copy.format === 'binary' ? 'binary' : 'text'
  const masks = masking.plan([
    { label: 'id', origin: 's.t.id', type: 'text', format },
    { label: 'ssn', origin: 's.t.ssn', type: 'text', format },
    { label: 'note', origin: 's.t.note', type: 'text', format },
  ])
  const mask = new CopyMask(copyPlan(masks!, copy))
  const out: Buffer[] = []
  const ends = [...new Set([...cuts.map((cut) => cut % (input.length + 1)), input.length])].sort(
    (a, b) => a - b,
  )
  let from = 0
  for (const end of ends) {
    out.push(Buffer.from(mask.feed(input, from, end).subarray(5)))
    from = end
  }
  const rest = mask.finish()
  if (rest) out.push(Buffer.from(rest.subarray(5)))
  return Buffer.concat(out)
}

const cases: [string, CopyOut, string, string][] = [
  ['text', options(), '1\t078-05-1120\tx\n2\t\\N\ty\n', '1\t****\tx\n2\t\\N\ty\n'],
  ['text with escapes', options(), '1\ta\\tb\\\\\tx\\ny\n', '1\t****\tx\\ny\n'],
  ['text with another delimiter', options({ delimiter: '|' }), '1|a\\|b|x\n', '1|****|x\n'],
  ['csv', csv(), '1,078-05-1120,x\n2,,y\n', '1,****,x\n2,,y\n'],
  ['csv with quotes', csv(), '1,"a,""b\nc",x\n', '1,"****",x\n'],
  ['csv with a header', csv({ header: true }), 'id,ssn,note\n1,2,3\n', 'id,ssn,note\n1,****,3\n'],
  ['csv with another escape', csv({ escape: '\\' }), '1,"a\\"b,c",x\n', '1,"****",x\n'],
  ['no newline at the end', options(), '1\t2\t3', '1\t****\t3'],
]

describe.each(cases)('%s', (_, copy, input, expected) => {
  test('however it is cut', () => {
    const bytes = Buffer.from(input)
    fc.assert(
      fc.property(fc.array(fc.nat(200), { maxLength: 8 }), (cuts) => {
        expect(masked(copy, bytes, cuts).toString()).toBe(expected)
      }),
    )
  })
})

test('binary, however it is cut', () => {
  const field = (text: string) => {
    const length = Buffer.alloc(4)
    length.writeInt32BE(text.length)
    return Buffer.concat([length, Buffer.from(text)])
  }
  const header = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)])
  const rows = (ssn: Buffer) => Buffer.concat([Buffer.of(0, 3), field('1'), ssn, field('x')])
  const wrap = (ssn: Buffer) =>
    Buffer.concat([header, rows(ssn), rows(Buffer.alloc(4, 255)), Buffer.of(255, 255)])
  fc.assert(
    fc.property(fc.array(fc.nat(200), { maxLength: 8 }), (cuts) => {
      const out = masked(options({ format: 'binary' }), wrap(field('078-05-1120')), cuts)
      expect(out.equals(wrap(field('****')))).toBe(true)
    }),
  )
})

test.each([
  ['fewer columns', options(), Buffer.from('1\n')],
  ['fewer columns than described', csv(), Buffer.from('1,2\n')],
  ['no signature', options({ format: 'binary' }), Buffer.alloc(40)],
])('%s: refused', (_, copy, input) => {
  expect(() => masked(copy, input, [])).toThrow(/COPY/)
})
