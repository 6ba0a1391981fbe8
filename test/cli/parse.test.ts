import { describe, expect, test } from 'vitest'
import { parseOptions, wrongUsage } from '../../src/cli/parse.ts'

const options = {
  key: { type: 'string' },
  output: { type: 'string', short: 'o' },
  json: { type: 'boolean', default: false },
} as const

const parsed = (...args: string[]) => {
  const { values, positionals } = parseOptions('verify', { args, options, allowPositionals: true })
  return { ...values, positionals }
}

describe('parseOptions', () => {
  test.each([
    [['--key', '-abc', '--json', 'a'], { key: '-abc', json: true, positionals: ['a'] }],
    [['--key', '--abc', 'a'], { key: '--abc', json: false, positionals: ['a'] }],
    [['--key=-abc'], { key: '-abc', json: false, positionals: [] }],
    [['-o', '-'], { output: '-', json: false, positionals: [] }],
    [['-o', '-x.html'], { output: '-x.html', json: false, positionals: [] }],
    [['--json', '--', '--key', '-abc'], { json: true, positionals: ['--key', '-abc'] }],
    [['a', '-'], { json: false, positionals: ['a', '-'] }],
  ])('%j', (args, result) => {
    expect(parsed(...args)).toEqual(result)
  })

  test.each([
    [['--key', '--json']],
    [['--key', '--output=x']],
    [['--key', '-o', 'x']],
    [['--key', '--', 'x']],
    [['--key']],
    [['--unknown', 'x']],
    [['-x']],
  ])('%j is refused, and the help named', (args) => {
    expect(() => parsed(...args)).toThrow(
      expect.objectContaining({ code: 'CONFIG_INVALID', hint: 'sluice verify --help shows the options' }),
    )
  })

  test('wrong usage is told alike', () => {
    expect(wrongUsage('policy check', 'no file').hint).toBe('sluice policy check --help shows the options')
  })
})
