// Names of a statement as the catalogue has them.
import type { Node, RangeVar, TypeName } from '@pgsql/types'
import type { Column } from '../../../sql/catalogue/snapshot.ts'
import { fold } from '../../../sql/constants.ts'
import { dotted, parts } from '../../../sql/tree.ts'

export const relationParts = (relation: RangeVar | undefined): readonly string[] =>
  relation?.schemaname ? [relation.schemaname, relation.relname ?? ''] : [relation?.relname ?? '']

/** With its schema: the one that new things go into where the statement names none. */
export function placed(names: readonly string[], schema: string): { schema: string; name: string } {
  const [name = '', own = schema] = names.toReversed()
  return { schema: own, name }
}

/** As `Column` has it; `z.wanted` for a type that the statement names without its schema is left to the path. */
export function typeOf(type: TypeName | undefined): string {
  const names = parts(type?.names)
  return dotted(names[0] === 'pg_catalog' ? names.slice(1) : names)
}

/** A column of that type. */
export function columnOf(name: string, type: TypeName | undefined): Column {
  const modifiers = (type?.typmods ?? []).map((node) => fold(node))
  const told = modifiers.length > 0 && modifiers.every((each) => typeof each === 'number')
  return { name, type: typeOf(type), ...(told && { modifier: modifiers.join(',') }) }
}

/**
 * An expression that runs what these nodes run, whatever else they say: `z.f(), NULL::z.d`. Empty when they run nothing.
 * The grammar gives no text of a part, and nothing else of it matters here.
 */
export function running(nodes: readonly (Node | undefined)[]): string {
  const found = new Set<string>()
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item)
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return
    for (const [tag, fields] of Object.entries(value)) {
      const { funcname, typeName, name, kind } = (fields ?? {}) as Record<string, unknown>
      if (tag === 'FuncCall') found.add(`${quoted(parts(funcname as Node[]))}()`)
      if (tag === 'TypeCast') found.add(`NULL::${quoted(parts((typeName as TypeName).names))}`)
      if (tag === 'A_Expr' && kind === 'AEXPR_OP')
        found.add(`NULL OPERATOR(${operator(parts(name as Node[]))}) NULL`)
      visit(fields)
    }
  }
  visit(nodes)
  return [...found].join(', ')
}

const quoted = (names: readonly string[]): string =>
  names.map((name) => `"${name.replaceAll('"', '""')}"`).join('.')

const operator = (names: readonly string[]): string =>
  names.length > 1 ? `${quoted(names.slice(0, -1))}.${names.at(-1)}` : (names[0] ?? '')
