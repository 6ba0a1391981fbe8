import { expect, test } from 'vitest'
import { FORMATS } from '../../../src/server/evidence/formats.ts'

test('an entry of a list has one line, whatever it says', async () => {
  async function* rows() {
    yield { list: ['denied by Dana: no\r\n2026 approved by Eli', 'a\u2028b', 'c'] }
  }
  let text = ''
  for await (const part of FORMATS.csv.lines('approvals', rows())) text += part
  expect(text).toBe('"list"\r\n"denied by Dana: no 2026 approved by Eli\na b\nc"\r\n')
})

async function csv(value: string): Promise<string> {
  async function* rows() {
    yield { a: value, b: 1, c: null, d: ['x', 'y'] }
  }
  let text = ''
  for await (const part of FORMATS.csv.lines('sessions', rows())) text += part
  return text
}

test.each(['=1+1', '+1', '-1', '@sum', '\t=1', ' =1', '\r=1', '＝1', '\u200b=1', '%0a', '|x'])(
  '%j is no formula',
  async (value) => {
    expect(await csv(value)).toBe(`"a","b","c","d"\r\n"'${value}",1,,"x\ny"\r\n`)
  },
)

test.each(['', 'plain', 'a=b', '"quoted", with\r\nlines', '5'])('%j stays', async (value) => {
  const cell = `"${value.replaceAll('"', '""')}"`
  expect(await csv(value)).toBe(`"a","b","c","d"\r\n${cell},1,,"x\ny"\r\n`)
})
