// Rows as text. CSV: https://www.rfc-editor.org/rfc/rfc4180
import type { Cell, Row } from './rows.ts'

export const FORMATS = {
  jsonl: { type: 'application/x-ndjson', lines: jsonl },
  csv: { type: 'text/csv; charset=utf-8; header=present', lines: csv },
} as const

export type Format = keyof typeof FORMATS

async function* jsonl(kind: string, rows: AsyncIterable<Row>): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify({ type: kind, ...row })}\n`
}

/** The names of the columns are those of the first row; without rows there is nothing. */
async function* csv(_kind: string, rows: AsyncIterable<Row>): AsyncGenerator<string> {
  let first = true
  for await (const row of rows) {
    if (first) yield `${Object.keys(row).map(quoted).join(',')}\r\n`
    first = false
    yield `${Object.values(row).map(cell).join(',')}\r\n`
  }
}

function cell(value: Cell): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  return quoted(harmless(typeof value === 'string' ? value : value.map(line).join('\n')))
}

/** A reason that somebody gave must not look like the next entry. */
const line = (entry: string): string => entry.replace(/\s*[\r\n\v\f\x85\u2028\u2029]+\s*/g, ' ')

/** A spreadsheet takes what begins like this for a formula: https://owasp.org/www-community/attacks/CSV_Injection. */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠|%]|^[\t\r\n]/u

function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}
