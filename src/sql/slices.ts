import type { RawStmt } from '@pgsql/types'

/** Each statement's own text. The parser counts bytes of UTF-8; a length of 0 means "to the end". */
export function statementTexts(text: string, statements: readonly RawStmt[]): string[] {
  if (statements.length === 1) return [text]
  const bytes = Buffer.from(text)
  return statements.map(({ stmt_location: start = 0, stmt_len: length = 0 }) =>
    bytes.toString('utf8', start, length === 0 ? bytes.length : start + length),
  )
}
