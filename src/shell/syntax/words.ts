import { ansi } from './escapes.ts'
import { Malformed, type Reader } from './reader.ts'
import type { Command, Part, Word } from './tree.ts'

/** Ends a word when it is not quoted. */
const META = ' \t\n|&;()<>'

/** Parses the commands of `$(…)`; given by who parses commands. */
export type Inner = (reader: Reader, until: ')' | '`') => Command

/** The word that begins here; undefined when none does. */
export function word(reader: Reader, inner: Inner): Word | undefined {
  const parts: Part[] = []
  const start = reader.at
  for (;;) {
    const char = reader.peek()
    if (char === '' || (META.includes(char) && !processes(reader, char))) break
    if (char === '<' || char === '>') parts.push(process(reader, inner))
    else parts.push(...piece(reader, inner, false, start))
  }
  return parts.length === 0 ? undefined : { parts: joined(parts) }
}

const processes = (reader: Reader, char: string): boolean =>
  (char === '<' || char === '>') && reader.sees(`${char}(`)

function process(reader: Reader, inner: Inner): Part {
  reader.next()
  reader.next()
  return { kind: 'process', quoted: true, body: reader.nested(() => inner(reader, ')')) }
}

/** One quoted run, expansion or character outside of quotes. */
function piece(reader: Reader, inner: Inner, operand: boolean, start: number): Part[] {
  const char = reader.peek()
  if (char === "'") return [single(reader)]
  if (char === '"') return double(reader, inner)
  if (char === '\\') return [escaped(reader)]
  if (char === '`') return [backquoted(reader, inner, false)]
  if (char === '$') return dollar(reader, inner, false)
  if (char === '!' && !operand) history(reader)
  if (char === '%' || char === '^' || char === '=') odd(reader, char, start)
  reader.next()
  return [{ kind: 'text', text: char, quoted: false }]
}

function history(reader: Reader): undefined {
  const after = reader.text[reader.at + 1] ?? ''
  if (!/^[\s=(]?$/.test(after) && reader.text[reader.at - 1] !== '[')
    reader.doubt('csh', 'csh puts earlier commands in where ! stands')
}

function odd(reader: Reader, char: string, start: number): undefined {
  if (char === '=' && reader.at === start)
    reader.doubt('zsh', 'zsh reads = before a name as the path of a program')
}

function single(reader: Reader): Part {
  reader.next()
  const from = reader.at
  const end = reader.text.indexOf("'", from)
  if (end === -1) throw new Malformed('a quote is not closed')
  reader.at = end + 1
  const text = reader.text.slice(from, end)
  if (/\\(?:\\|$)/.test(text)) reader.doubt('fish', 'fish reads a backslash within single quotes')
  if (/![^\s=(]/.test(text)) reader.doubt('csh', 'csh puts earlier commands in where ! stands')
  return { kind: 'text', text, quoted: true }
}

function escaped(reader: Reader): Part {
  reader.next()
  const char = reader.raw()
  if (char === '') throw new Malformed('it ends with a backslash')
  if (/[abcefnrtvxXuU0-7]/.test(char))
    reader.doubt('fish', 'fish reads a letter behind a backslash in its own way')
  return { kind: 'text', text: pair(reader, char), quoted: true }
}

/** The whole code point of a character that was taken. */
function pair(reader: Reader, char: string): string {
  return /[\ud800-\udbff]/.test(char) ? char + reader.raw() : char
}

function double(reader: Reader, inner: Inner): Part[] {
  reader.next()
  const parts: Part[] = []
  for (;;) {
    const char = reader.peek()
    if (char === '') throw new Malformed('a quote is not closed')
    if (char === '"') break
    parts.push(...within(reader, inner))
  }
  reader.next()
  return parts.length > 0 ? parts : [{ kind: 'text', text: '', quoted: true }]
}

/** One expansion or character within double quotes, or in a here-document. */
export function within(reader: Reader, inner: Inner, heredoc = false): Part[] {
  const char = reader.peek()
  if (char === '`') return [backquoted(reader, inner, true)]
  if (char === '$') return dollar(reader, inner, true)
  reader.next()
  if (char === '\\') {
    const after = reader.text[reader.at] ?? ''
    if (after !== '' && '$`\\"'.includes(after) && !(heredoc && after === '"')) {
      reader.at += 1
      return [{ kind: 'text', text: after, quoted: true }]
    }
  }
  if (char === '!' && !heredoc && !/^[\s=("]?$/.test(reader.text[reader.at] ?? ''))
    reader.doubt('csh', 'csh puts earlier commands in where ! stands')
  return [{ kind: 'text', text: char, quoted: true }]
}

function dollar(reader: Reader, inner: Inner, quoted: boolean): Part[] {
  reader.next()
  const char = reader.peek()
  if (char === '(') return [substitution(reader, inner, quoted)]
  if (char === '{') return [braced(reader, inner, quoted)]
  if (!quoted && char === "'") return [dollarQuoted(reader)]
  // A translation of what is quoted: the text itself in the locales of servers.
  if (!quoted && char === '"') return double(reader, inner)
  if (char === '[') throw new Malformed('$[…] is read by some shells only')
  const name = parameter(reader, false)
  if (name !== '') return [{ kind: 'parameter', name, quoted }]
  return [{ kind: 'text', text: '$', quoted: true }]
}

/** The name of a parameter that stands here; '' when none does. */
function parameter(reader: Reader, braces: boolean): string {
  const first = reader.peek()
  if (/[@*#?$!0-9-]/.test(first)) {
    if (!braces || !/[0-9]/.test(first)) return reader.next()
    let digits = ''
    while (/[0-9]/.test(reader.peek())) digits += reader.next()
    return digits
  }
  let name = ''
  while (/[A-Za-z0-9_]/.test(reader.peek())) name += reader.next()
  return name
}

function dollarQuoted(reader: Reader): Part {
  reader.doubt('posix', "$'…' is read by some shells only")
  reader.next()
  const from = reader.at
  for (let at = from; at < reader.text.length; at++) {
    if (reader.text[at] === '\\') at += 1
    else if (reader.text[at] === "'") {
      const body = reader.text.slice(from, at)
      if (!only(reader, 'bash', 'zsh') && body.includes("\\'"))
        throw new Malformed("$'…' with \\' is read by some shells only")
      reader.at = at + 1
      return { kind: 'text', text: ansi(body), quoted: true }
    }
  }
  throw new Malformed('a quote is not closed')
}

function substitution(reader: Reader, inner: Inner, quoted: boolean): Part {
  if (reader.sees('((')) {
    const arithmetic = attempt(reader, inner, quoted)
    if (arithmetic) return arithmetic
    // bash tries commands then, and others do not.
    throw new Malformed('$(( is not closed by ))')
  }
  reader.next()
  return { kind: 'command', quoted, body: reader.nested(() => inner(reader, ')')) }
}

/** `$((…))`: only numbers, names, operators and expansions. */
function attempt(reader: Reader, inner: Inner, quoted: boolean): Part | undefined {
  reader.next()
  reader.next()
  const parts: Part[] = []
  let open = 0
  for (;;) {
    const char = reader.peek()
    if (char === ')' && open === 0)
      return reader.takes('))') ? { kind: 'arithmetic', parts, quoted } : undefined
    if (char === '$') parts.push(...dollar(reader, inner, true))
    else if (char === '`') parts.push(backquoted(reader, inner, true))
    else if (/[\w \t+\-*/%<>=!&|^~?:,()]/.test(char) && char !== '') {
      if (char === '(') open += 1
      if (char === ')') open -= 1
      parts.push({ kind: 'text', text: reader.next(), quoted: true })
    } else return undefined
  }
}

function braced(reader: Reader, inner: Inner, quoted: boolean): Part {
  reader.next()
  if (reader.peek() === '!' && !reader.sees('!}')) throw new Malformed('a parameter is named by another one')
  // `${#x}` is a length, `${#}` a count.
  if (reader.peek() === '#' && !reader.sees('#}')) {
    reader.next()
    const name = parameter(reader, true)
    if (name === '' || !reader.takes('}'))
      throw new Malformed('an expansion of a parameter is not understood')
    return { kind: 'parameter', name, quoted, operator: 'length' }
  }
  const name = parameter(reader, true)
  if (name === '') throw new Malformed('an expansion of a parameter is not understood')
  if (reader.takes('}')) return { kind: 'parameter', name, quoted }
  const operator = operatorOf(reader)
  const operand = { parts: joined(reader.nested(() => operandOf(reader, inner, quoted))) }
  return { kind: 'parameter', name, quoted, operator, operand }
}

const OPERATORS = [
  ':-',
  ':=',
  ':+',
  ':?',
  '##',
  '%%',
  '//',
  '-',
  '=',
  '+',
  '?',
  '#',
  '%',
  '/',
  ':',
  '^^',
  '^',
  ',,',
  ',',
]

function operatorOf(reader: Reader): string {
  const found = OPERATORS.find((operator) => reader.takes(operator))
  // Elements of arrays are evaluated, and `@P` runs what the value holds.
  if (found === undefined) throw new Malformed('an expansion of a parameter is not understood')
  return found
}

function operandOf(reader: Reader, inner: Inner, quoted: boolean): Part[] {
  const parts: Part[] = []
  for (;;) {
    const char = reader.peek()
    if (char === '') throw new Malformed('an expansion of a parameter is not closed')
    if (char === '}') break
    if (quoted && char !== '"') {
      // Quotes in quotes: shells end the outer ones at different places.
      if (char === "'")
        throw new Malformed('a quote within a quoted expansion is read by shells in different ways')
      if (char === '\\' && reader.text[reader.at + 1] === '}')
        throw new Malformed('\\} is read by shells in different ways')
      parts.push(...within(reader, inner))
    } else if (quoted)
      throw new Malformed('a quote within a quoted expansion is read by shells in different ways')
    else parts.push(...piece(reader, inner, true, reader.at))
  }
  reader.next()
  return parts
}

/** Whether no other shell than these may read it. */
const only = ({ shells }: Reader, ...these: readonly string[]): boolean =>
  [...shells].every((one) => these.includes(one))

/** The text between backquotes is unescaped first, and then parsed by itself. */
function backquoted(reader: Reader, inner: Inner, quoted: boolean): Part {
  reader.next()
  let text = ''
  for (;;) {
    const char = reader.raw()
    if (char === '') throw new Malformed('a backquote is not closed')
    if (char === '`') break
    if (char !== '\\') text += char
    else {
      const after = reader.raw()
      if (after === '"' && quoted)
        throw new Malformed('\\" within backquotes is read by shells in different ways')
      text += after === '`' || after === '\\' || after === '$' ? after : `\\${after}`
    }
  }
  const body = reader.nested(() => inner(reader.within(text), '`'))
  return { kind: 'command', quoted, body }
}

/** Neighbours of one kind as one. */
function joined(parts: readonly Part[]): Part[] {
  const result: Part[] = []
  let text: { quoted: boolean; pieces: string[] } | undefined
  const flush = () => {
    if (text) result.push({ kind: 'text', text: text.pieces.join(''), quoted: text.quoted })
    text = undefined
  }
  for (const part of parts) {
    if (part.kind !== 'text') {
      flush()
      result.push(part)
    } else if (text?.quoted === part.quoted) text.pieces.push(part.text)
    else {
      flush()
      text = { quoted: part.quoted, pieces: [part.text] }
    }
  }
  flush()
  return result
}
