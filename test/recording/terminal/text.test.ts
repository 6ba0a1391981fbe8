// What a hostile program sends: what may be drawn of it, and what is left to read.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createDrawn } from '../../../src/recording/terminal/drawn.ts'
import { createPlain } from '../../../src/recording/terminal/plain.ts'

const drawn = (...pieces: string[]) => {
  const each = createDrawn()
  return pieces.map((piece) => each.read(piece)).join('') + each.end()
}
const plain = (...pieces: string[]) => {
  const each = createPlain()
  return pieces.map((piece) => each.read(piece)).join('') + each.end()
}

const HARMFUL = {
  title: '\u001b]0;owned\u0007',
  'title by ST': '\u001b]2;owned\u001b\\',
  'title by C1': '\u009d2;owned\u009c',
  clipboard: '\u001b]52;c;ZXZpbA==\u0007',
  link: '\u001b]8;;https://evil.example/\u001b\\',
  'working directory': '\u001b]7;file:///etc\u0007',
  'notification of iTerm2': '\u001b]1337;File=name=YQ==;inline=1:AAAA\u0007',
  'device control': '\u001bP$q"p\u001b\\',
  'report of the device': '\u001b[c',
  'report of the position': '\u001b[6n',
  'report of the title': '\u001b[21t',
  'size of the window': '\u001b[8;1;1t',
  mouse: '\u001b[?1003h',
  'bracketed paste': '\u001b[?2004h',
  'keyboard of kitty': '\u001b[>1u',
  'answer back': '\u0005',
  bell: '\u0007',
  'privacy message': '\u001b^hidden\u001b\\',
  'program command': '\u001b_Gf=24;AAAA\u001b\\',
  'a long repetition': '\u001b[99999999b',
}

describe.each(Object.entries(HARMFUL))('%s', (_, sequence) => {
  test('is neither drawn nor read, wherever it is cut', () => {
    for (let cut = 0; cut <= sequence.length; cut++) {
      const pieces = [`a${sequence.slice(0, cut)}`, `${sequence.slice(cut)}b`]
      expect(drawn(...pieces)).toBe('ab')
      expect(plain(...pieces).replace('\u0005', '')).toBe('ab')
    }
  })
})

test.each([
  ['colours', '\u001b[1;38;5;196mred\u001b[0m'],
  ['the cursor', '\u001b[2J\u001b[H\u001b[10;20Hx\u001b[?25l\u001b[?25h'],
  ['the other screen', '\u001b[?1049h\u001b[?1049l'],
  ['a line that is begun anew', '10 %\r20 %\r\n'],
  ['lines of a box', '\u001b(0lqqk\u001b(B'],
])('%s: drawn', (_, text) => {
  expect(drawn(text)).toBe(text)
  expect(drawn(...text)).toBe(text)
})

test('what is drawn holds nothing but what may be, whatever came', () => {
  const piece = fc.constantFrom(
    '\u001b',
    '[',
    ']',
    'P',
    '5',
    '2',
    ';',
    'c',
    '\u0007',
    '\\',
    '\u009d',
    'n',
    '?',
    'h',
    'a',
  )
  const [ESC, BEL] = ['\u001b', '\u0007']
  const left = new RegExp(`${ESC}(?![[78DEHMc=>()*+])|[${BEL}\u0080-\u009f]`)
  fc.assert(
    fc.property(fc.array(fc.array(piece, { maxLength: 12 }).map((all) => all.join(''))), (pieces) => {
      const whole = drawn(...pieces)
      expect(whole).toBe(drawn(pieces.join('')))
      expect(whole).not.toMatch(left)
      // Nothing that was kept becomes something else beside what else was kept.
      expect(drawn(whole)).toBe(whole)
    }),
    { numRuns: 2000 },
  )
})

describe('as text', () => {
  test('shows all that was written, also what was written over', () => {
    expect(plain('\u001b[32m10 %\u001b[0m', '\r20 %\r', '\ndone\r\n')).toBe('10 %\n20 %\ndone\n')
    expect(plain('lss\b \b -la\r\n')).toBe('lss⌫ -la\n')
    expect(plain('last\r')).toBe('last\n')
  })

  test('keeps what never ends', () => {
    expect(plain('a\u001b]0;never')).toBe('a\u001b]0;never')
    expect(plain(`\u001b]0;${'x'.repeat(5000)}`)).toContain('xxx')
  })
})
