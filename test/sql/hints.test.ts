import { expect, it } from 'vitest'
import { hintsOf } from '../../src/sql/hints.ts'

it.each([
  ['DROP TABLE t', []],
  ['-- sluice: the table is empty\nDROP TABLE t', ['the table is empty']],
  ['DROP TABLE t -- Sluice:  moved to archive  \n', ['moved to archive']],
  ['DROP TABLE t --sluice: no space', ['no space']],
  ['DROP /* sluice: two\n   lines */ TABLE t', ['two lines']],
  ['/* sluice: a /* b */ c */ DROP TABLE t', ['a /* b */ c']],
  ['/* sluice: without an end', ['without an end']],
  ['-- sluice: a\r\n-- sluice: b\n SELECT 1 -- other\n', ['a', 'b']],
  ['-- see sluice: not the first word', []],
  ['-- sluice:', []],
  ["SELECT '-- sluice: x'", []],
  ["SELECT 'it''s -- sluice: x' -- sluice: y", ['y']],
  ["SELECT E'\\' -- sluice: x' -- sluice: y", ['y']],
  ["SELECT E'\\\\' -- sluice: x", ['x']],
  ["SELECT '\\' -- sluice: x", ['x']],
  ["SELECT type'\\' -- sluice: x", ['x']],
  ['SELECT "-- sluice: x" -- sluice: y', ['y']],
  ['SELECT "a""-- sluice: x"', []],
  ['SELECT $$ -- sluice: x $$ -- sluice: y', ['y']],
  ['SELECT $a$ $$ -- sluice: x $a$ -- sluice: y', ['y']],
  ['SELECT a$$ -- sluice: x', ['x']],
  ['SELECT $1, $2 -- sluice: x', ['x']],
  ['SELECT 1 - -1 -- sluice: x', ['x']],
  ["SELECT U&'\\' -- sluice: x", ['x']],
  ["SELECT 'open -- sluice: x", []],
])('%j tells its reviewers %j', (text, wanted) => {
  expect(hintsOf(text)).toEqual(wanted)
})

it('shows no control characters and nothing that hides or turns words', () => {
  expect(hintsOf('-- sluice: a\u0007b\u001b[31mc\u202ed\u200be\u2066f\u009bg\ud800h')).toEqual([
    'ab[31mcdefg\ufffdh',
  ])
})

it('has few and short ones', () => {
  const many = hintsOf(`-- sluice: ${'x'.repeat(5000)}\n`.repeat(50))
  expect(many).toHaveLength(8)
  expect(many[0]).toBe(`${'x'.repeat(299)}…`)
})

it.each(["'", '"', '/*', '--', '$$', "e'\\", "'\\", '$a$ ', "''", '*/'])(
  'reads a long text of %j in one pass',
  (piece) => {
    const text = `-- sluice: x\n${piece.repeat(300_000)}`
    expect(hintsOf(text)[0]).toBe('x')
  },
)
