// What variables of a row or user-made type are declared with: the parser's tree leaves it out.
import type { Node } from '@pgsql/types'
import type { Parser } from '../parser.ts'
import { as } from '../tree.ts'
import { type Expression, type Fields, visit } from './tree.ts'

/** The expressions, by variable; undefined when one may have been missed. */
export function leftOut(
  tree: unknown,
  statement: Node | undefined,
  parser: Parser,
): ReadonlyMap<string, readonly Expression[]> | undefined {
  const records = declaredRecords(tree)
  const found = new Map<string, readonly Expression[]>()
  const body = bodyOf(statement)
  if (records.length === 0) return found
  if (body === undefined) return undefined
  const seen = new Map<string, number>()
  const words = parser.words(body)
  words.forEach((word, at) => {
    const name = folded(word)
    if (!records.includes(name) || !DECLARES.test(words[at - 1] ?? '') || GIVES.test(words[at + 1] ?? ''))
      return
    seen.set(name, (seen.get(name) ?? 0) + 1)
    const query = defaultIn(words, at + 1)
    if (query !== undefined) found.set(name, [...(found.get(name) ?? []), { query, parseMode: 2 }])
  })
  const each = new Set(records)
  const all = [...each].every((name) => seen.get(name) === records.filter((other) => other === name).length)
  return all ? found : undefined
}

function declaredRecords(tree: unknown): readonly string[] {
  const names: string[] = []
  visit(tree, (tag, fields) => {
    if (tag !== 'PLpgSQL_function') return
    for (const datum of (fields.datums ?? []) as readonly { readonly PLpgSQL_rec?: Fields }[]) {
      const { refname, lineno } = datum.PLpgSQL_rec ?? {}
      if (typeof refname === 'string' && Number(lineno ?? 0) > 0) names.push(refname)
    }
  })
  return names
}

/** What stands before a declaration. */
const DECLARES = /^(?:;|declare)$/i
/** What stands behind a name that is given a value by a statement. */
const GIVES = /^(?::=|=|\.|\[)$/
const DEFAULT = /^(?::=|=|default)$/i

/** The server folds these letters alone. */
const folded = (word: string): string =>
  word.startsWith('"')
    ? word.slice(1, -1).replaceAll('""', '"')
    : word.replace(/[A-Z]/g, (letter) => letter.toLowerCase())

/** The expression of the declaration whose type begins there. */
function defaultIn(words: readonly string[], from: number): string | undefined {
  let depth = 0
  let begin: number | undefined
  for (let at = from; at < words.length; at++) {
    const word = words[at] ?? ''
    if (/^[([]$/.test(word)) depth++
    else if (/^[)\]]$/.test(word)) depth--
    else if (depth === 0 && word === ';')
      return begin === undefined ? undefined : words.slice(begin, at).join('\n')
    else if (depth === 0 && DEFAULT.test(word)) begin ??= at + 1
  }
  return undefined
}

/** The text of the body in a DO or CREATE FUNCTION. */
function bodyOf(statement: Node | undefined): string | undefined {
  const items = as(statement, 'DoStmt')?.args ?? as(statement, 'CreateFunctionStmt')?.options ?? []
  const bodies = items.flatMap((item) => {
    const element = as(item, 'DefElem')
    if (element?.defname !== 'as') return []
    return [as(element.arg, 'String') ?? as(as(element.arg, 'List')?.items?.[0], 'String')]
  })
  return bodies.at(-1)?.sval
}
