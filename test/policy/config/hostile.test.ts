import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkConfig, parseConfig } from '../../../src/policy/config.ts'
import { MAX_BYTES } from '../../../src/policy/document.ts'
import { changed, VALID } from './valid.ts'

const messages = (text: string) =>
  checkConfig(text, 'sluice.yml').errors.map(({ message, hint }) => `${message}. ${hint}`)

describe('hostile YAML', () => {
  it('cannot reach a prototype', () => {
    for (const key of ['__proto__', '"__proto__"', '"\\x5f_proto__"'])
      expect(messages(`version: 1\n${key}: { polluted: true }\n`)).toEqual([
        'a key may not be named __proto__. Choose another name',
      ])
    const config = parseConfig(
      changed('customers:', 'constructor:').replace('mask: customers', 'mask: constructor'),
      's.yml',
    )
    expect(config.masks.constructor?.name).toBe('constructor')
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  it('cannot expand aliases, merge keys or tags', () => {
    const bomb = `a: &a [x,x]\n${Array.from({ length: 20 }, (_, i) => `k${i}: &k${i} [${i ? `*k${i - 1},*k${i - 1}` : '*a,*a'}]`).join('\n')}`
    const started = performance.now()
    expect(messages(bomb).every((message) => /aliases \(`\*name`\) are not supported/.test(message))).toBe(
      true,
    )
    expect(performance.now() - started).toBeLessThan(1000)
    expect(messages('version: 1\nx: &x { a: 1 }\ny: { <<: *x }\n')).toEqual([
      expect.stringMatching(/aliases/),
    ])
    expect(messages('version: !!js/function "x"\n')).toEqual([expect.stringMatching(/tags/)])
    expect(messages('access: [*.x]\n')[0]).toMatch(/begins with `\*`/)
  })

  it('is refused when large, deep, empty, double or not a map', () => {
    expect(messages(`version: 1 # ${'x'.repeat(MAX_BYTES)}`)).toEqual([
      expect.stringMatching(/larger than 256 KiB/),
    ])
    for (const open of ['[', '{a: ', '- ', '? '])
      expect(messages(open.repeat(20_000).slice(0, MAX_BYTES - 10))).not.toEqual([])
    expect(messages('')).toEqual([expect.stringMatching(/the file is empty/)])
    expect(messages('version: 1\n---\nversion: 1\n')).toEqual([expect.stringMatching(/a second document/)])
    expect(messages('version: 1\nversion: 1\n')).toEqual([expect.stringMatching(/the same key twice/)])
    expect(messages('- version: 1')).toHaveLength(1)
    expect(messages('? [a]\n: 1\n')).toEqual([expect.stringMatching(/a key must be plain text/)])
    expect(messages('version: .nan\n')).not.toEqual([])
  })

  it('never makes the parser throw or take long, whatever is put in', () => {
    const token = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        '&a',
        '*a',
        '{',
        '}',
        '[',
        ']',
        '<<: ',
        '!!x ',
        '? ',
        ': ',
        '- ',
        '|',
        '>',
        '"',
        "'",
        '\n',
        '\t',
        '%YAML 1.1\n',
        '---',
        '\ufeff',
      ),
    )
    const at = fc.nat({ max: VALID.length })
    fc.assert(
      fc.property(at, at, fc.array(token, { maxLength: 8 }), (from, length, tokens) => {
        const text = VALID.slice(0, from) + tokens.join('') + VALID.slice(from + (length % 40))
        const { config, errors } = checkConfig(text, 'sluice.yml')
        expect(config === undefined).toBe(errors.length > 0)
        for (const { line, column, message, hint } of errors) {
          expect(line).toBeGreaterThan(0)
          expect(column).toBeGreaterThan(0)
          expect(line).toBeLessThanOrEqual(text.split(/\r\n|\r|\n/).length + 1)
          expect(message && hint).not.toBe('')
        }
      }),
      { numRuns: 400 },
    )
  })

  it('never accepts a value of another kind in place of any value', () => {
    const lines = VALID.split('\n')
    fc.assert(
      fc.property(
        fc.nat({ max: lines.length - 1 }),
        fc.constantFrom('7', 'null', '{}', '[[]]', '{ a: { b: 1 } }'),
        (index, value) => {
          const line = lines[index] ?? ''
          const [, key] = /^( *(?:- )?[\w-]+:) \S/.exec(line) ?? []
          fc.pre(key !== undefined)
          const text = lines.with(index, `${key} ${value}`).join('\n')
          const { config, errors } = checkConfig(text, 'sluice.yml')
          // Whole optional sections may be empty; everything else must be refused.
          if (value !== '{}') expect(errors.length, text).toBeGreaterThan(0)
          expect(config === undefined).toBe(errors.length > 0)
        },
      ),
      { numRuns: 200 },
    )
  })
})
