import { Malformed } from './reader.ts'

const LETTERS: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  E: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '?': '?',
}

const ESCAPE = /\\(?:x([0-9a-fA-F]{1,2})|([0-7]{1,3})|u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8})|([\s\S]))/g

/** What `$'…'` stands for. Bytes above 127 and control characters make a character that nobody can compare. */
export function ansi(body: string): string {
  return body.replaceAll(ESCAPE, (all, hex, octal, short, long, letter) => {
    const digits = hex ?? short ?? long
    if (digits !== undefined) return character(Number.parseInt(digits, 16))
    if (octal !== undefined) return character(Number.parseInt(octal, 8))
    const known = LETTERS[letter as string]
    if (known !== undefined) return known
    if (letter === 'c' || letter === 'x' || letter === 'u' || letter === 'U')
      throw new Malformed("$'…' holds an escape that is not understood")
    return all as string
  })
}

function character(code: number): string {
  if (code > 126 || (code < 32 && ![9, 10, 13, 27].includes(code)))
    throw new Malformed("$'…' holds a byte that is no printable character")
  return String.fromCharCode(code)
}
