import { describe, expect, it } from 'vitest'
import { heldFrom } from '../../src/core/approval.ts'
import { isInside } from '../../src/core/source.ts'

const HELD = {
  target: 'orders',
  conn: 1,
  statement: 1,
  sha256: 'a'.repeat(64),
  text: 'DROP TABLE old',
  redacted: false,
  findings: [],
  effects: [],
  relations: [],
  hints: [],
  transaction: { state: 'none', age: 0, statements: 0, locks: [] },
}
const read = (source: unknown) => heldFrom({ ...HELD, source }).source

describe('the place of a held statement', () => {
  it('is read whole', () => {
    expect(heldFrom(HELD).source).toBeUndefined()
    const file = 'db/migrations/0042 drop <b>&"\'.sql'
    expect(read({ file, line: 7 })).toEqual({ file, line: 7 })
    expect(read({ file: 'a.sql', line: 1, more: 3 })).toEqual({ file: 'a.sql', line: 1, more: 3 })
    expect(read({ file: '..a/...sql', line: 1 })).toEqual({ file: '..a/...sql', line: 1 })
  })

  it.each([
    '../secrets.sql',
    'a/../../b.sql',
    'a/./b.sql',
    '/etc/passwd',
    'a//b.sql',
    'a/',
    '',
    '.',
    '..',
    'C:/windows.sql',
    '..\\windows.sql',
    'a\nb.sql',
    'a\u0000b.sql',
    'a\u202Elqs.b',
    'a\u2028b.sql',
    'a\uD800.sql',
    'a'.repeat(501),
  ])('is not at %j, whatever the job says', (file) => {
    expect(isInside(file)).toBe(false)
    expect(() => read({ file, line: 1 })).toThrow('source.file must be a path within the workspace')
  })

  it.each([
    [{ file: 'a.sql' }, /line must be a whole number/],
    [{ file: 'a.sql', line: 0 }, /count from 1/],
    [{ file: 'a.sql', line: -1 }, /whole number/],
    [{ file: 'a.sql', line: 1, more: 0 }, /count from 1/],
    [{ file: 'a.sql', line: 1, url: 'https://evil.example' }, /url is unknown/],
    [{ file: ['a.sql'], line: 1 }, /file must be a string/],
    ['a.sql:1', /source must be an object/],
  ])('%j is refused', (source, message) => {
    expect(() => read(source)).toThrow(message)
  })
})
