// Whether the bytes of a COPY TO STDOUT can be split exactly as the server put them together. What was not proven, is refused.
// CopyAttributeOutText and CopyAttributeOutCSV: https://github.com/postgres/postgres/blob/master/src/backend/commands/copyto.c
import type { CopyOut } from '../../core/statement.ts'
import type { Failure } from './frames.ts'

/** One character of ASCII that is neither a letter nor a digit; space and tab too. */
const SIGN = /^[\t !-/:-@[-`{-~]$/
const PRINTABLE = /^[ -~]*$/
/** pg_char_to_encoding ignores case and whatever is no letter or digit. */
const UTF8 = /^(?:utf-?8|unicode)$/i

const HINTS: Readonly<Record<string, string>> = {
  encoding: "Leave ENCODING out, or give it as 'UTF8'.",
  null: "Leave NULL out, or give it as '\\N' or ''; in csv any printable text without quotes and delimiters will do.",
  delimiter: 'Leave DELIMITER out, or give it as one punctuation character in quotes.',
  quote: 'Leave QUOTE out, or give it as one punctuation character in quotes.',
  escape: 'Leave ESCAPE out, or give it as one punctuation character in quotes.',
  header: 'Say HEADER, HEADER true or HEADER false.',
  format: 'Say FORMAT text, csv or binary.',
}

/** Why rows of masked columns cannot be told apart for sure; undefined when they can. */
export function unsplittable(copy: CopyOut): Failure | undefined {
  const option = doubtful(copy)
  if (option === undefined) return undefined
  return {
    severity: 'ERROR',
    sqlstate: '0A000',
    message: `refused: with its option ${option.toUpperCase()} the columns of this COPY cannot be told apart for sure, and some are masked`,
    hint: HINTS[option] ?? `Leave ${option.toUpperCase()} out.`,
  }
}

function doubtful({ format, encoding, unclear = [], ...copy }: CopyOut): string | undefined {
  if (unclear.length > 0) return unclear[0]
  // Other encodings have characters that hold an ASCII byte.
  if (encoding !== undefined && !UTF8.test(encoding)) return 'encoding'
  if (format === 'binary') return undefined
  if (!SIGN.test(copy.delimiter) || (format === 'text' && /[\\.]/.test(copy.delimiter))) return 'delimiter'
  // In text a value that reads like NULL is written just so, and a backslash at the end would hide the delimiter.
  if (format === 'text') return copy.null === '\\N' || copy.null === '' ? undefined : 'null'
  if (!SIGN.test(copy.quote) || copy.quote === copy.delimiter) return 'quote'
  if (!SIGN.test(copy.escape) || copy.escape === copy.delimiter) return 'escape'
  if (!PRINTABLE.test(copy.null) || copy.null.includes(copy.quote) || copy.null.includes(copy.delimiter))
    return 'null'
  return undefined
}
