// Reading the raw parse tree: one-key objects `{ Tag: fields }`, zero values left out.
import type { Node, RangeVar } from '@pgsql/types'

type Merge<U> = (U extends unknown ? (value: U) => void : never) extends (value: infer I) => void ? I : never

/** Every node type of the grammar by its tag. */
export type Nodes = Merge<Node>
export type Tag = keyof Nodes

/** The fields of `node` when it has this tag. */
export function as<K extends Tag>(node: Node | undefined, tag: K): Nodes[K] | undefined {
  return node === undefined ? undefined : (node as Partial<Nodes>)[tag]
}

/** The node's tag; undefined for the empty node. */
export function tagOf(node: Node | undefined): Tag | undefined {
  return node === undefined ? undefined : (Object.keys(node)[0] as Tag | undefined)
}

/** The parts of a dotted name: `String` nodes, or one `List` or `TypeName` of them. */
export function parts(names: readonly Node[] | Node | undefined): string[] {
  if (names === undefined) return []
  if (!Array.isArray(names)) {
    const single = names as Node
    const type = as(single, 'TypeName')
    const function_ = as(single, 'ObjectWithArgs')
    const text = as(single, 'String')
    if (text) return [text.sval ?? '']
    return parts(type?.names ?? function_?.objname ?? as(single, 'List')?.items ?? [])
  }
  return (names as readonly Node[]).flatMap((name) => {
    const text = as(name, 'String')
    return text ? [text.sval ?? ''] : []
  })
}

// A part that holds a dot or a wildcard must not read as two parts or as a pattern.
const PLAIN = /^[^\s."*]+$/

/** A folded dotted name; parts that would be ambiguous are quoted as in SQL. */
export function dotted(names: readonly string[]): string {
  return names.map((name) => (PLAIN.test(name) ? name : `"${name.replaceAll('"', '""')}"`)).join('.')
}

/** `schema.name` as written; the database's own name in front says nothing and is left out. */
export function relationName(relation: RangeVar | undefined): string {
  if (!relation) return ''
  const name = relation.relname ?? ''
  return dotted(relation.schemaname ? [relation.schemaname, name] : [name])
}

/** Lower-case text of an option's argument: `String`, `Integer`, `Boolean`, `TypeName` or a constant; undefined when it has none. */
export function optionText(node: Node | undefined): string | undefined {
  if (node === undefined) return undefined
  const text = as(node, 'String')
  if (text) return (text.sval ?? '').toLowerCase()
  const integer = as(node, 'Integer')
  if (integer) return String(integer.ival ?? 0)
  const boolean = as(node, 'Boolean')
  if (boolean) return String(boolean.boolval ?? false)
  const type = as(node, 'TypeName')
  if (type) return parts(type.names).at(-1)?.toLowerCase()
  const constant = as(node, 'A_Const')
  if (!constant) return undefined
  if (constant.sval) return (constant.sval.sval ?? '').toLowerCase()
  if (constant.ival) return String(constant.ival.ival ?? 0)
  if (constant.boolval) return String(constant.boolval.boolval ?? false)
  return constant.fval?.fval
}

/** The named option's argument text; `''` when it stands without an argument; undefined when it is absent. The last one wins. */
export function option(options: readonly Node[] | undefined, name: string): string | undefined {
  let found: string | undefined
  for (const node of options ?? []) {
    const element = as(node, 'DefElem')
    if (element?.defname === name) found = optionText(element.arg) ?? ''
  }
  return found
}

const OFF = new Set(['false', 'off', 'no', '0'])

/** True when a boolean option is given and not switched off everywhere it is given. */
export function enabled(options: readonly Node[] | undefined, name: string): boolean {
  return (options ?? []).some((node) => {
    const element = as(node, 'DefElem')
    return element?.defname === name && !OFF.has(optionText(element.arg) ?? 'true')
  })
}

/** The expression without its place in the text, to compare two. */
export function shape(node: Node | undefined): string {
  return (
    JSON.stringify(node, (key, value: unknown) => (/location$|^rexpr_list_/.test(key) ? undefined : value)) ??
    ''
  )
}
