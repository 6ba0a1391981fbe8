// The shape of COPY … TO STDOUT: what the masking of CopyData rows needs to know.
// Options: https://www.postgresql.org/docs/current/sql-copy.html
import type { CopyStmt, Node } from '@pgsql/types'
import type { CopyOut } from '../core/statement.ts'
import { type Parser, SyntaxFailure } from './parser.ts'
import { as, option, optionText, parts, relationName, shape } from './tree.ts'

/** Undefined for every other statement. `text` is the statement's own text. */
export function copyOf(parser: Parser, statement: Node | undefined, text: string): CopyOut | undefined {
  const copy = as(statement, 'CopyStmt')
  if (!copy || copy.is_from || copy.filename || copy.is_program) return undefined
  const named = option(copy.options, 'format') ?? 'text'
  const format = named === 'csv' || named === 'binary' ? named : 'text'
  const quote = literal(copy, 'quote') ?? '"'
  const query = copy.query ? innerQuery(parser, text, copy.query) : undefined
  const encoding = literal(copy, 'encoding')
  const unclear = unclearOptions(copy)
  return {
    ...(copy.relation && { relation: relationName(copy.relation) }),
    columns: parts(copy.attlist),
    ...(query !== undefined && { query }),
    format,
    delimiter: literal(copy, 'delimiter') ?? (format === 'csv' ? ',' : '\t'),
    quote,
    escape: literal(copy, 'escape') ?? quote,
    null: literal(copy, 'null') ?? (format === 'csv' ? '' : '\\N'),
    header: header(copy) === true,
    ...(encoding !== undefined && { encoding }),
    ...(unclear.length > 0 && { unclear }),
  }
}

const elements = (copy: CopyStmt) => (copy.options ?? []).flatMap((node) => as(node, 'DefElem') ?? [])

/** An option's text as written: its case matters. */
function literal(copy: CopyStmt, name: string): string | undefined {
  const value = as(elements(copy).findLast(({ defname }) => defname === name)?.arg, 'String')
  return value ? (value.sval ?? '') : undefined
}

/** Undefined for a value that is neither. */
function header(copy: CopyStmt): boolean | undefined {
  const element = elements(copy).findLast(({ defname }) => defname === 'header')
  if (!element) return false
  const value = element.arg === undefined ? 'true' : optionText(element.arg)
  if (value === 'true' || value === 'on' || value === '1') return true
  return value === 'false' || value === 'off' || value === '0' ? false : undefined
}

/** Options that shape the bytes and are not given as one string, given twice, or not known. */
function unclearOptions(copy: CopyStmt): string[] {
  const seen = new Set<string>()
  return elements(copy).flatMap(({ defname = '', arg }) => {
    const twice = seen.has(defname)
    seen.add(defname)
    const text = as(arg, 'String') !== undefined
    switch (defname) {
      case 'format':
        return twice || !/^(text|csv|binary)$/.test(as(arg, 'String')?.sval ?? '') ? [defname] : []
      case 'delimiter':
      case 'null':
      case 'quote':
      case 'escape':
      case 'encoding':
        return twice || !text ? [defname] : []
      case 'header':
        return twice || header(copy) === undefined ? [defname] : []
      case 'force_quote':
        return []
      default:
        return [defname]
    }
  })
}

const TOKEN =
  /[eE]'(?:[^'\\]|\\.|'')*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n\r]*|\/\*[\s\S]*?\*\/|(\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$)[\s\S]*?\1|[()]/g

/** The text between the parentheses of `COPY (query) TO`, when it is surely the query that was parsed. */
function innerQuery(parser: Parser, text: string, wanted: Node): string | undefined {
  let depth = 0
  let start = 0
  for (const found of text.matchAll(TOKEN)) {
    if (found[0] === '(' && depth++ === 0) start = found.index + 1
    if (found[0] !== ')' || --depth !== 0) continue
    const query = text.slice(start, found.index).trim()
    return same(parser, query, wanted) ? query : undefined
  }
  return undefined
}

function same(parser: Parser, query: string, wanted: Node): boolean {
  try {
    const statements = parser.parse(query)
    return statements.length === 1 && shape(statements[0]?.stmt) === shape(wanted)
  } catch (error) {
    if (error instanceof SyntaxFailure) return false
    throw error
  }
}
