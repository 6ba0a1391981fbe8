// Parameters whose type the text declares: a boolean picks any share of the rows.
import type { Node } from '@pgsql/types'
import { parts, tagOf } from '../tree.ts'

export const isBooleanType = (type: Node | undefined): boolean => parts(type).at(-1) === 'bool'

/** A value of that kind which nobody knows. */
export const TRUTH: Node = {
  TypeCast: { arg: { ParamRef: { number: 0 } }, typeName: { names: [{ String: { sval: 'bool' } }] } },
}

/** `types` are TypeNames, in the order of the parameters. */
export function substituteParameters<T>(node: T, types: readonly Node[]): T {
  if (!types.some(isBooleanType)) return node
  return replace(node, types) as T
}

function replace(value: unknown, types: readonly Node[]): unknown {
  if (Array.isArray(value)) return value.map((item) => replace(item, types))
  if (value === null || typeof value !== 'object') return value
  if (tagOf(value as Node) === 'ParamRef') {
    const { number = 0 } = (value as { ParamRef: { number?: number } }).ParamRef
    return isBooleanType(types[number - 1]) ? TRUTH : value
  }
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, replace(child, types)]))
}
