// A script's statements, for tools that read files. The relay never splits: it judges what it forwards.
import { isSpoilt, loadParser, SyntaxFailure } from './parser.ts'
import { shapeOf } from './shape.ts'
import { statementTexts } from './slices.ts'

export interface Piece {
  readonly text: string
  /** Line of the statement's first word, from 1. */
  readonly line: number
  /** Line of its last one. */
  readonly endLine: number
  /** The comments above it, and behind it on its last line. */
  readonly remarks: string
}

/** The statements of a script. One that does not parse as a whole is taken apart at its semicolons, as psql does. */
export async function splitScript(text: string): Promise<readonly Piece[]> {
  if (shapeOf(text) === 'deep') return placed(text, cut(text))
  const parser = await loadParser()
  try {
    const statements = parser.parse(text.replaceAll('\0', ' '))
    return placed(text, statementTexts(text, statements))
  } catch (error) {
    if (!(error instanceof SyntaxFailure) && !isSpoilt(error)) throw error
    return placed(text, cut(text))
  }
}

/** Without what is blank, with their lines; in one pass, for scripts have many statements. */
function placed(text: string, pieces: readonly string[]): readonly Piece[] {
  const found: Piece[] = []
  const lineAt = lineCounter(text)
  let at = 0
  let told = 0
  for (const piece of pieces) {
    const start = text.indexOf(piece, at)
    at = start + piece.length
    const first = start + blank(piece)
    const rest = text.slice(first, at).trimEnd()
    // Rows of COPY may stand between two statements.
    const between = text.slice(told, start)
    const above = `${blank(between) === between.length ? between : ''}${text.slice(Math.max(start, told), first)}`
    if (rest === '') continue
    BEHIND.lastIndex = at
    const behind = BEHIND.exec(text)?.[0] ?? ''
    told = at + behind.length
    const line = lineAt(first)
    const endLine = lineAt(first + rest.length)
    found.push({ text: rest, line, endLine, remarks: `${above}\n${behind}` })
  }
  return found
}

/** The line of an offset, from 1; offsets only grow. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1
  let end = text.indexOf('\n')
  return (offset) => {
    while (end !== -1 && end < offset) {
      line++
      end = text.indexOf('\n', end + 1)
    }
    return line
  }
}

/** The semicolon, and a comment that ends its line. */
const BEHIND = /\s*;?(?:[ \t]*(?:--[^\n\r]*|\/\*(?:[^*]|\*(?!\/))*\*\/[ \t]*(?=[\n\r]|$)))?/y

const TOKEN =
  /\b[eE]'(?:[^'\\]|\\[\s\S]|'')*'?|'(?:[^']|'')*'?|"(?:[^"]|"")*"?|--[^\n\r]*|\/\*|(?<![\w$\u0080-\uffff])(\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$)|[();]|\bbegin\s+atomic\b|\b(?:case|end)\b|\\[^\n\r]*/gi

/** At semicolons outside of quotes, comments, brackets and SQL bodies; commands of psql and rows of COPY stand by themselves. */
function cut(text: string): string[] {
  const pieces: string[] = []
  let from = 0
  let brackets = 0
  let blocks = 0
  const end = (to: number): void => {
    pieces.push(text.slice(from, to))
    from = to
  }
  TOKEN.lastIndex = 0
  for (let found = TOKEN.exec(text); found; found = TOKEN.exec(text)) {
    const token = found[0].toLowerCase()
    if (found[1] !== undefined) TOKEN.lastIndex = after(text, found[1], TOKEN.lastIndex)
    else if (token === '/*') TOKEN.lastIndex = commentEnd(text, TOKEN.lastIndex)
    else if (token === '(') brackets++
    else if (token === ')') brackets = Math.max(0, brackets - 1)
    else if (token.startsWith('begin')) blocks++
    else if (token === 'case' && blocks > 0) blocks++
    else if (token === 'end' && blocks > 0) blocks--
    else if (token.startsWith('\\') && from + blank(text.slice(from, found.index)) === found.index)
      end(TOKEN.lastIndex)
    else if (token === ';' && brackets === 0 && blocks === 0) {
      end(found.index)
      from = TOKEN.lastIndex
      if (COPY_IN.test(pieces.at(-1) ?? '')) from = TOKEN.lastIndex = after(text, '\n\\.', TOKEN.lastIndex)
    }
  }
  end(text.length)
  return pieces
}

const COPY_IN = /^\s*(?:--[^\n]*\n\s*)*copy\b[^;]*\bfrom\s+stdin\b/i

/** Length of the spaces and comments that the text begins with. */
function blank(text: string): number {
  let at = 0
  for (;;) {
    SPACE.lastIndex = at
    at += SPACE.exec(text)?.[0].length ?? 0
    if (!text.startsWith('/*', at)) return at
    at = commentEnd(text, at + 2)
  }
}

const SPACE = /(?:\s|--[^\n\r]*)*/y

/** Behind the next `mark`; the end of the text when there is none. */
function after(text: string, mark: string, at: number): number {
  const found = text.indexOf(mark, at)
  return found === -1 ? text.length : found + mark.length
}

/** Comments nest. */
function commentEnd(text: string, from: number): number {
  let depth = 1
  let at = from
  while (depth > 0) {
    const close = text.indexOf('*/', at)
    const open = text.indexOf('/*', at)
    if (close === -1) return text.length
    const opens = open !== -1 && open < close
    depth += opens ? 1 : -1
    at = (opens ? open : close) + 2
  }
  return at
}
