// Whatever is sent: an answer, soon, and never an exception.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyseCommand } from '../../src/shell/index.ts'

const refused = (line: string): boolean =>
  analyseCommand(line).effects.some(({ action, object }) => action === 'unknown' && object === 'text')

describe('a text that no host would run', () => {
  it.each([
    ['NUL', 'ls\0; rm -rf /'],
    ['a lone surrogate', 'ls \ud800'],
    ['an escape', 'ls \x1b[2J'],
    ['a carriage return', 'ls\r'],
    ['a blank that is none', 'rm\u00a0-rf\u00a0/'],
    ['nothing visible', 'r\u200bm -rf /'],
    ['another direction', 'ls \u202e/ fr- mr'],
    ['a mark of ours', 'rm \ue000'],
    ['an open single quote', "ls 'a"],
    ['an open double quote', 'ls "a'],
    ['an open backquote', 'ls `a'],
    ['an open substitution', 'ls $(a'],
    ['an open expansion', `ls \${a`],
    ['an open here-document', 'cat <<E\na'],
    ['a backslash at the end', 'ls \\'],
    ['an open bracket', '( ls'],
    ['a closing bracket', 'ls )'],
    ['an operator without a command', 'ls &&'],
    ['two operators', 'ls ;; rm'],
    ['an open if', 'if true; then ls'],
    ['too many bytes', `echo ${'é'.repeat(70_000)}`],
    ['a megabyte', 'x'.repeat(1_000_000)],
    ['deep brackets', '('.repeat(5000)],
    ['deep substitutions', `${'$('.repeat(2000)}${')'.repeat(2000)}`],
    ['deep quotes', '"$('.repeat(3000)],
    ['many braces', `echo ${'{a,b}'.repeat(30)}`],
    ['a long range', 'echo {1..99999999}'],
  ])('%s', (_, line) => {
    expect(refused(line)).toBe(true)
  })
})

it('is bounded in what it does', () => {
  const hostile = [
    `x=a; ${'for i in 1 2 3 4 5 6 7 8 9; do '.repeat(9)}ls $x;${' done;'.repeat(9)}`,
    `f() { f; f; }; f`,
    `f() { g; g; }; g() { f; f; }; f`,
    `x='ls ls'; ${'eval "$x; $x";'.repeat(500)}`,
    `eval '${'eval ls;'.repeat(3000)}'`,
    `rm ${'a '.repeat(60_000)}`,
    `rm ${'*'.repeat(60_000)}`,
    `cat /${'*a'.repeat(30_000)}`,
    `cat ${'/**'.repeat(20_000)}`,
    `x=${'a'.repeat(100_000)}; echo $x$x$x$x`,
    `x=aaaaaaaaaa; ${'x=$x$x;'.repeat(60)} ls $x`,
    `echo ${'$((1+'.repeat(3000)}`,
    `echo ${`\${x:-`.repeat(3000)}`,
    `${'! '.repeat(50_000)}ls`,
    `${'a='.repeat(50_000)}`,
    `${'ls|'.repeat(40_000)}ls`,
    `${'ls;'.repeat(40_000)}`,
    `ls ${'<<E '.repeat(20_000)}`,
    `sed '${'s/a/b/;'.repeat(10_000)}' x`,
    `sed '${'/'.repeat(3999)}'`,
    `awk '${'(('.repeat(30_000)}'`,
    `find . ${'-exec ls {} \\; '.repeat(5000)}`,
    `${'sudo '.repeat(20_000)}ls`,
    `${'env -S '.repeat(100)}ls`,
    `sh -c '${"sh -c '\\''".repeat(500)}`,
  ]
  // What is not bounded takes hours for one of these.
  for (const line of hostile) expect(analyseCommand(line).effects, line.slice(0, 40)).toBeDefined()
}, 120_000)

it('answers whatever it is given', () => {
  const token = fc.constantFrom(
    ...`rm ls -rf / ~ $x "$x" \${x} $( ) \` ' " \\ \n ; & | && || ( ) { } < > >> << <<< & 2>&1 if then fi for in do done case esac while f() # ! = a=b * ? [ ] {a,b} $' E EOF sudo sh -c eval xargs find -exec {} \\; $(( )) [[ ]] \t é`.split(
      ' ',
    ),
    ' ',
    '\n',
  )
  const soup = fc.array(token, { maxLength: 40 }).map((tokens) => tokens.join(''))
  const spaced = fc.array(token, { maxLength: 40 }).map((tokens) => tokens.join(' '))
  fc.assert(
    fc.property(fc.oneof(soup, spaced, fc.string({ unit: 'binary' }), fc.string()), (line) => {
      const { effects, count } = analyseCommand(line)
      expect(count).toBe(/^[ \t\n]*$/.test(line) ? 0 : 1)
      // Nothing of the line is in a detail.
      for (const { detail } of effects) expect(detail ?? '').not.toMatch(/[\ue000-\ue005\n]/)
    }),
    { numRuns: 3000 },
  )
})
