import fc from 'fast-check'
import { expect, test } from 'vitest'
import { highlight } from '../../src/core/highlight.ts'

test('keywords, literals and comments are told apart', () => {
  const pieces = highlight(`SELECT "from" FROM t -- why\nWHERE a = 'it''s' AND b = $x$ y $x$ /* c`)
  expect(pieces.filter(({ kind }) => kind).map(({ text, kind }) => [kind, text])).toEqual([
    ['keyword', 'SELECT'],
    ['keyword', 'FROM'],
    ['comment', '-- why'],
    ['keyword', 'WHERE'],
    ['string', `'it''s'`],
    ['keyword', 'AND'],
    ['string', '$x$ y $x$'],
    ['comment', '/* c'],
  ])
})

test('a comment ends where it ends for PostgreSQL', () => {
  const plain = (text: string) =>
    highlight(text)
      .map((piece) => (piece.kind === 'comment' ? '…' : piece.text))
      .join('')
  expect(plain('SELECT 1 -- fine\rDROP TABLE a')).toBe('SELECT 1 …\rDROP TABLE a')
  expect(plain("SELECT E'\\'/*'; DROP TABLE a; --*/")).toBe("SELECT E'\\'/*'; DROP TABLE a; …")
  expect(plain('/* a /* b */ c */ DROP TABLE a')).toBe('… DROP TABLE a')
  expect(plain("SELECT type'\\' /* x */")).toBe("SELECT type'\\' …")
  expect(plain('SELECT é$$ /* x */ $$')).toBe('SELECT é$$ … $$')
})

test('nothing of a text is lost', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("'", '"', '$', 'a', '--', '/*', '*/', '\n', ' select ', ';')),
      (parts) => {
        const text = parts.join('')
        expect(
          highlight(text)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text)
      },
    ),
  )
})
