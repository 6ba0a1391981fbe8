// Variables of a PL/pgSQL body in its statements.
import type { ColumnRef, Node } from '@pgsql/types'
import { parts, tagOf } from '../tree.ts'

/** The constant text of each variable, or null when it is only known at run time. */
export type Constants = ReadonlyMap<string, string | null>

/** The tree with variables in place of columns: their text where it is constant, else a parameter. */
export function substitute<T extends Node | undefined>(node: T, variables: Constants): T {
  if (variables.size === 0 || node === undefined) return node
  return replace(node, variables) as T
}

function replace(value: unknown, variables: Constants): unknown {
  if (Array.isArray(value)) return value.map((item) => replace(item, variables))
  if (value === null || typeof value !== 'object') return value
  if (tagOf(value as Node) === 'ColumnRef')
    return variable((value as { ColumnRef: ColumnRef }).ColumnRef, variables) ?? value
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, replace(child, variables)]))
}

function variable(reference: ColumnRef, variables: Constants): Node | undefined {
  const names = parts(reference.fields)
  const text = names[0] === undefined ? undefined : variables.get(names[0])
  if (text === undefined) return undefined
  if (names.length > 1 || text === null) return { ParamRef: { number: 0 } }
  return { A_Const: { sval: { sval: text } } }
}
