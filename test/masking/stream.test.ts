import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scrubOutput } from '../../src/masking/index.ts'

const CARD = '4111111111111111'
const ESC = '\x1b'
const BEL = '\x07'

test('a stream gives what the whole text gives, wherever it is cut', () => {
  const detect = ['payment-card', 'email', 'us-ssn', 'phone', 'iban', 'assigned-secret', 'private-key']
  const word = fc.constantFrom(
    CARD,
    'ann@example.com',
    '078-05-1120',
    '+14155550123',
    'DE89370400440532013000',
    ' ',
    '1',
    'a',
    '@',
    '-',
    '\n',
    'é',
    'password=',
    '-----BEGIN PRIVATE KEY-----\n',
    'MIIE\n',
    '-----END PRIVATE KEY-----',
  )
  const text = fc.array(word, { minLength: 100, maxLength: 400 }).map((words) => Buffer.from(words.join('')))
  const through = (chunks: readonly Buffer[]) => {
    const scrubber = scrubOutput({ detect })
    return Buffer.concat([...chunks.map((chunk) => scrubber.write(chunk)), scrubber.end()]).toString()
  }
  fc.assert(
    fc.property(text, fc.array(fc.nat(5000), { maxLength: 6 }), (bytes, cuts) => {
      const points = [0, ...cuts.map((cut) => cut % bytes.length).sort((a, b) => a - b), bytes.length]
      const chunks = points.slice(1).map((point, index) => bytes.subarray(points[index], point))
      expect(through(chunks)).toBe(through([bytes]))
    }),
  )
  const long = Buffer.from(`${'x '.repeat(300)}card ${CARD}, mail ann@example.com ${'y '.repeat(300)}`)
  const expected = through([long])
  expect(expected).toContain('card ****, mail **** ')
  for (let cut = 0; cut <= long.length; cut++)
    expect(through([long.subarray(0, cut), long.subarray(cut)])).toBe(expected)
  expect(through([...long].map((byte) => Buffer.from([byte])))).toBe(expected)
})

test('a line is shown when it is whole, a key when its end has come', () => {
  const scrubber = scrubOutput({ detect: ['private-key', 'email'] })
  const write = (text: string) => scrubber.write(Buffer.from(text)).toString()
  expect(write('hello ann@exa')).toBe('')
  expect(write('mple.com\nnext')).toBe('hello ****\n')
  expect(write(' line\n-----BEGIN PRIV')).toBe('next line\n')
  expect(write('ATE KEY-----\nMIIE\n')).toBe('')
  expect(write('AAAA\n-----END PRIVATE KEY-----\n')).toBe('****\n')
  expect(write('bye\nrest')).toBe('bye\n')
  expect(scrubber.end().toString()).toBe('rest')
})

describe('colours and other control sequences', () => {
  const scrubbed = (...chunks: string[]) => {
    const scrubber = scrubOutput({ detect: ['payment-card', 'email', 'assigned-secret'] })
    return (
      chunks.map((chunk) => scrubber.write(Buffer.from(chunk)).toString()).join('') +
      scrubber.end().toString()
    )
  }

  test.each([
    ['plain', '\x1b[1mbold\x1b[0m text\n', '\x1b[1mbold\x1b[0m text\n'],
    // What `grep --color` does to a match.
    ['a colour within', 'card \x1b[01;31m4111\x1b[m111111111111\n', 'card \x1b[01;31m****\x1b[m\n'],
    ['a title within', 'ann@\x1b]0;title\x07example.com x\n', '****\x1b]0;title\x07 x\n'],
    ['a title that ST ends', 'ann@\x1b]0;title\x1b\\example.com\n', '****\x1b]0;title\x1b\\\n'],
    ['C1 in UTF-8', 'ann@\u009b1mexample.com\n', '****\u009b1m\n'],
    ['a character set', 'ann\x1b(B@example.com\n', '****\x1b(B\n'],
    ['around', '\x1b[32mann@example.com\x1b[0m\n', '\x1b[32m****\x1b[0m\n'],
    ['a title that shows one', '\x1b]0;ann@example.com\x07 hi\n', ' hi\n'],
    ['a link to one', '\x1b]8;;mailto:ann@example.com\x1b\\x\x1b]8;;\x1b\\\n', 'x\x1b]8;;\x1b\\\n'],
    ['a text for the terminal', 'a\x1bPann@example.com\x1b\\\x1b_ann@example.com\x1b\\b\n', 'ab\n'],
    ['a number that is one', `\x1b[${CARD}mx\x1b[38;2;255;255;255m\n`, 'x\x1b[38;2;255;255;255m\n'],
    ['no sequence at all', 'a \x1b\x01ann@example.com\n', 'a \x1b\x01****\n'],
    ['one that never ends', 'x \x1b[38;5', 'x \x1b[38;5'],
    ['a letter é, which begins as C1 does not', 'é ÂÃ ann@example.com\n', 'é ÂÃ ****\n'],
  ])('%s', (_, text, expected) => {
    expect(scrubbed(text)).toBe(expected)
    expect(scrubbed(...text)).toBe(expected)
    for (let cut = 1; cut < text.length; cut++)
      expect(scrubbed(text.slice(0, cut), text.slice(cut))).toBe(expected)
  })

  test('change nothing but what is masked, wherever they and the chunks are cut', () => {
    const word = fc.constantFrom(
      'a',
      ' ',
      '\n',
      '\r',
      CARD,
      'ann@example.com',
      'é',
      '\x1b[1m',
      '\x1b[0m',
      '\x1b]2;t\x07',
    )
    const sequence = new RegExp(`${ESC}(?:\\[[0-9;]*m|\\]2;t${BEL})`, 'g')
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), fc.array(fc.nat(), { maxLength: 5 }), (words, cuts) => {
        const text = words.join('')
        const points = [0, ...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length]
        const out = scrubbed(...points.slice(1).map((point, index) => text.slice(points[index], point)))
        expect(out).toBe(scrubbed(text))
        expect(out.replace(sequence, '')).toBe(scrubbed(text.replace(sequence, '')))
        expect(out.match(sequence) ?? []).toEqual(text.match(sequence) ?? [])
      }),
    )
  })

  test('without end are kept out of memory', () => {
    const scrubber = scrubOutput({ detect: ['email'] })
    scrubber.write(Buffer.from('ann@exam'))
    for (let i = 0; i < 1000; i++) scrubber.write(Buffer.from('\x1b[1m'.repeat(1000)))
    const out = scrubber.write(Buffer.from('ple.com\n')).toString()
    expect(out.replaceAll('\x1b[1m', '')).toBe('****\n')
    expect(out.length).toBeLessThan(70_000)
    expect(scrubbed(`\x1b]${'x'.repeat(10_000)}ann@example.com `)).not.toContain('ann@')
  })
})

describe('a stream that rests', () => {
  const open = () => {
    const scrubber = scrubOutput({ detect: ['payment-card', 'email', 'assigned-secret', 'private-key'] })
    return {
      write: (text: string) => scrubber.write(Buffer.from(text)).toString(),
      rest: () => scrubber.rest().toString(),
      end: () => scrubber.end().toString(),
    }
  }

  test('shows its questions', () => {
    const { write, rest } = open()
    expect(write('Delete 5 files? [y/N] ') + rest()).toBe('Delete 5 files? [y/N] ')
    expect(write('y\n')).toBe('y\n')
    expect(write('\x1b[32mdeploy@web\x1b[0m:~$ ') + rest()).toBe('\x1b[32mdeploy@web\x1b[0m:~$ ')
  })

  const KEY = `-----BEGIN OPENSSH PRIVATE KEY-----\n${'QmFzZTY0Cg'.repeat(6)}\n-----END OPENSSH PRIVATE KEY-----`
  test.each([
    ['an address', 'ada.lovelace@example.org'],
    ['a card', CARD],
    ['a card in groups', '4111 1111 1111 1111'],
    ['a token', `ghp_${'a1B2'.repeat(9)}`],
    ['a coloured address', 'ada.love\x1b[01;31mlace@exam\x1b[mple.org'],
  ])('shows nothing of %s, at whatever two bytes it pauses', (_, value) => {
    const text = `is ${value} here\n`
    const whole = scrubOutput({ detect: ['email', 'payment-card', 'github-token'] })
    const expected = whole.write(Buffer.from(text)).toString()
    expect(expected.replaceAll(new RegExp(`${ESC}\\[[\\d;]*m`, 'g'), '')).toBe('is **** here\n')
    for (let one = 0; one < text.length; one++)
      for (let two = one; two < text.length; two += 3) {
        const scrubber = scrubOutput({ detect: ['email', 'payment-card', 'github-token'] })
        const parts = [text.slice(0, one), text.slice(one, two), text.slice(two)]
        const out = parts.map((part) => `${scrubber.write(Buffer.from(part))}${scrubber.rest()}`).join('')
        expect(out + scrubber.end()).toBe(expected)
        expect(Object.values(scrubber.masked)).toEqual([1])
      }
  })

  test('shows nothing of a key but how it begins, wherever it pauses', () => {
    for (let cut = 0; cut < KEY.length; cut++) {
      const scrubber = scrubOutput({ detect: ['private-key'] })
      const parts = [KEY.slice(0, cut), `${KEY.slice(cut)}\nnext\n`]
      const out = parts.map((part) => `${scrubber.write(Buffer.from(part))}${scrubber.rest()}`).join('')
      expect(out + scrubber.end()).toMatch(/^(?:-----BEGIN (?:OPENSSH (?:PRIVATE )?)?)?\*{4}\nnext\n$/)
    }
  })

  test('shows its last word, too, when its reader has typed it', () => {
    const scrubber = scrubOutput({ detect: ['email', 'payment-card'] })
    const echo = (typed: string, text: string) =>
      scrubber.write(Buffer.from(text)).toString() + scrubber.rest(Buffer.from(typed)).toString()
    expect(echo('', '$ ')).toBe('$ ')
    expect([echo('l', 'l'), echo('ls', 's'), echo('ls -', ' -'), echo('ls -la', 'la')].join('')).toBe(
      'ls -la',
    )
    // What was typed is known, values as well; what else comes is not.
    expect([...` ${CARD}`].map((c, i) => echo(`ls -la ${CARD}`.slice(0, 7 + i), c)).join('')).toBe(` ${CARD}`)
    expect(echo('', '\r\nann@example')).toBe('\r\n')
    expect(echo('x', '.com')).toBe('')
    expect(echo('x', ' ')).toBe('**** ')
  })

  test('gives its last word when it is released, and hides what comes behind it', () => {
    const scrubber = scrubOutput({ detect: ['email', 'payment-card'] })
    const write = (text: string) => scrubber.write(Buffer.from(text)).toString()
    expect(write('user ann@exam') + scrubber.release()).toBe('user ann@exam')
    expect(scrubber.release().toString()).toBe('')
    expect(write('ple.com now\n')).toBe('**** now\n')
    expect(write(CARD) + scrubber.release()).toBe('****')
    expect(write('\n')).toBe('\n')
  })

  test('keeps little in memory, however often', () => {
    const scrubber = scrubOutput({ detect: ['email', 'private-key'] })
    let shown = 0
    for (let i = 0; i < 20_000; i++) {
      shown += scrubber.write(Buffer.from('0123456789abcdef')).length
      shown += (i % 2 ? scrubber.release() : scrubber.rest()).length
    }
    expect(shown).toBe(320_000)
  })

  test.each([
    [['mail ann', '@example', '.com now\n'], 'mail **** now\n'],
    [['card 4111 ', '1111 1111 ', '1111\n'], 'card ****\n'],
    [['password: ', 'hunter2-is-long\n'], 'password: ****\n'],
    [
      ['-----BEGIN PRIVATE ', 'KEY-----\nMIIE\n', 'AAAA\n-----END PRIVATE KEY-----\n'],
      '-----BEGIN PRIVATE ****\n',
    ],
  ])('does not show half of a value: %j', (chunks, expected) => {
    const { write, rest, end } = open()
    expect(chunks.map((chunk) => write(chunk) + rest()).join('') + end()).toBe(expected)
  })
})
