import type { Grammar } from './commands.ts'
import { Malformed } from './reader.ts'
import type { Assignment, Command, Redirect, Simple, Word } from './tree.ts'
import { word } from './words.ts'

/** A command of words, assignments and redirections, or a function that is defined. */
export function simple(grammar: Grammar, body: () => Command): Command {
  const assignments: Assignment[] = []
  const words: Word[] = []
  const redirects: Redirect[] = []
  for (;;) {
    grammar.blanks()
    const redirect = redirectAt(grammar)
    if (redirect) {
      redirects.push(redirect)
      continue
    }
    if (grammar.reader.peek() === '(' && words.length > 0)
      return definition(grammar, { kind: 'simple', assignments, words, redirects }, body)
    const found = word(grammar.reader, grammar.inner)
    if (!found) break
    const assignment = words.length === 0 ? assignmentOf(found, grammar) : undefined
    if (assignment) assignments.push(assignment)
    else words.push(found)
  }
  if (words.length === 0 && assignments.length === 0 && redirects.length === 0)
    throw new Malformed('a command is missing')
  return { kind: 'simple', assignments, words, redirects }
}

/** `name() body` */
function definition(
  grammar: Grammar,
  { assignments, words, redirects }: Simple,
  body: () => Command,
): Command {
  const [only] = words
  const part = only?.parts.length === 1 ? only.parts[0] : undefined
  const named = part?.kind === 'text' && !part.quoted && /^[A-Za-z_][\w.:-]*$/.test(part.text)
  if (words.length !== 1 || assignments.length > 0 || redirects.length > 0 || !named)
    throw new Malformed('a bracket is where none can be')
  grammar.reader.next()
  grammar.blanks()
  if (!grammar.reader.takes(')')) throw new Malformed('a bracket is where none can be')
  return { kind: 'function', name: part.text, body: body() }
}

function assignmentOf({ parts }: Word, grammar: Grammar): Assignment | undefined {
  const [first, ...rest] = parts
  if (first?.kind !== 'text' || first.quoted) return undefined
  const found = /^([A-Za-z_]\w*)(\[[^=]*\])?(\+?)=/.exec(first.text)
  if (!found) return undefined
  const [all, name = '', element, plus] = found
  // The index is computed, which may run what its names hold; some arrays say which programs names mean.
  if (element !== undefined) throw new Malformed('elements of arrays are given values by some shells only')
  const text = first.text.slice(all.length)
  if (text === '' && rest.length === 0 && grammar.reader.peek() === '(')
    throw new Malformed('arrays are read by some shells only')
  const own = text === '' ? [] : [{ ...first, text }]
  return { name, value: { parts: [...own, ...rest] }, partial: plus === '+' }
}

const OPERATORS = ['&>>', '&>', '<<<', '<<-', '<<', '<>', '<&', '>>', '>&', '>|', '<', '>'] as const

/** A redirection that stands here, with the number or `{name}` before it. */
export function redirectAt(grammar: Grammar): Redirect | undefined {
  const { reader } = grammar
  const from = reader.at
  let descriptor = ''
  while (/[0-9]/.test(reader.peek())) descriptor += reader.next()
  const operator =
    reader.sees('<(') || reader.sees('>(') ? undefined : OPERATORS.find((sign) => reader.takes(sign))
  if (operator === undefined) {
    reader.at = from
    return undefined
  }
  grammar.blanks()
  if (operator === '<<' || operator === '<<-') return grammar.heredocs.begin(grammar, operator === '<<-')
  const target = word(reader, grammar.inner)
  if (!target) throw new Malformed('a redirection names no file')
  return { operator, target, ...(descriptor === '' ? {} : { descriptor }) }
}
