// Variables of a body in its statements.
import type { ColumnRef, Node, ParamRef } from '@pgsql/types'
import { parts, tagOf } from '../tree.ts'
import { TRUTH } from './parameters.ts'

/**
 * What a name means: a column, a variable, a boolean one, one of column and variable, a variable that always has this text. `field`: that of a variable,
 * unless a relation of the statement has its name.
 */
export type Meaning = 'column' | 'variable' | 'truth' | 'either' | 'field' | { readonly text: string }

/** `dotted`: more than one name. Parameters are `$1`. */
export type Lookup = (names: readonly string[], dotted: boolean) => Meaning

/** The tree with variables in place of columns: their text where it is constant, else a parameter. */
export function substitute<T>(node: T, lookup: Lookup): T {
  let words: ReadonlySet<string> | undefined
  return replace(node, (names, dotted) => {
    const meaning = lookup(names, dotted)
    if (meaning !== 'field') return meaning
    words ??= wordsOf(node, new Set())
    return words.has(names[0] ?? '') ? 'either' : 'variable'
  }) as T
}

/** All words but those of references: names of relations, aliases and functions are among them. */
function wordsOf(value: unknown, into: Set<string>): ReadonlySet<string> {
  if (typeof value === 'string') into.add(value)
  else if (Array.isArray(value)) for (const item of value) wordsOf(item, into)
  else if (value !== null && typeof value === 'object' && tagOf(value as Node) !== 'ColumnRef')
    for (const item of Object.values(value)) wordsOf(item, into)
  return into
}

function replace(value: unknown, lookup: Lookup): unknown {
  if (Array.isArray(value)) return value.map((item) => replace(item, lookup))
  if (value === null || typeof value !== 'object') return value
  if (tagOf(value as Node) === 'ColumnRef') return variable(value as { ColumnRef: ColumnRef }, lookup)
  if (tagOf(value as Node) === 'ParamRef') {
    const { number = 0 } = (value as { ParamRef: ParamRef }).ParamRef
    return lookup([`$${number}`], false) === 'truth' ? TRUTH : value
  }
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, replace(child, lookup)]))
}

const PARAMETER: Node = { ParamRef: { number: 0 } }

function variable(node: { ColumnRef: ColumnRef }, lookup: Lookup): Node {
  const { fields = [] } = node.ColumnRef
  const meaning = lookup(parts(fields), fields.length > 1)
  switch (meaning) {
    case 'column':
      return node
    case 'variable':
      return PARAMETER
    case 'truth':
      return TRUTH
    case 'either':
    case 'field':
      // Neither picks rows as a column does, nor as a value.
      return { CoalesceExpr: { args: [node, PARAMETER] } }
    default:
      return { A_Const: { sval: { sval: meaning.text } } }
  }
}
