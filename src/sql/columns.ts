// Column references in conditions: whose column it is, and what counts as a value.
import type { ColumnRef, Node, RangeVar } from '@pgsql/types'
import { as, parts, relationName } from './tree.ts'

/** The table whose rows a statement picks, and what is joined to it. */
export interface Joined {
  readonly relation: RangeVar
  /** The other FROM or USING items. */
  readonly others: readonly Node[]
}

const SYSTEM = new Set(['tableoid', 'xmin', 'xmax', 'cmin', 'cmax'])

/** Whatever the column's type is, other values are other texts. */
const LOSSLESS = new Set(['text', 'varchar', 'uuid', 'numeric'])
const FOLDING = new Set(['lower', 'upper', 'btrim'])

/** A column of the target, perhaps behind a cast or `lower()` that keeps values apart. Unqualified only where nothing else is joined. */
export function isTargetColumn(node: Node | undefined, target: Joined): boolean {
  const cast = as(node, 'TypeCast')
  if (cast) {
    const plain = !cast.typeName?.typmods && !cast.typeName?.arrayBounds
    const names = parts(cast.typeName?.names)
    const builtIn = names.length === 1 || names[0] === 'pg_catalog'
    return plain && builtIn && LOSSLESS.has(names.at(-1) ?? '') && isTargetColumn(cast.arg, target)
  }
  const call = as(node, 'FuncCall')
  if (call)
    return (
      call.args?.length === 1 &&
      FOLDING.has(parts(call.funcname).join('.')) &&
      isTargetColumn(call.args[0], target)
    )
  const names = parts(as(node, 'ColumnRef')?.fields)
  const column = names.at(-1)
  if (
    column === undefined ||
    SYSTEM.has(column) ||
    names.length !== (as(node, 'ColumnRef')?.fields?.length ?? 0)
  )
    return false
  return names.length === 1 ? target.others.length === 0 : names.at(-2) === alias(target.relation)
}

export function uncast(node: Node | undefined): Node | undefined {
  const cast = as(node, 'TypeCast')
  return cast ? uncast(cast.arg) : node
}

/** True when a column that may be the target's is read anywhere in the expression. System columns pick nothing. */
export function mentions(node: Node, target: Joined): boolean {
  return references(node).some((names) => {
    const column = names.at(-1)
    if (column !== undefined && SYSTEM.has(column)) return false
    if (names.length > 1) return names.at(-2) === alias(target.relation)
    return target.others.length === 0 || column !== undefined
  })
}

/** The names of every column reference below. */
export function references(value: unknown): string[][] {
  const found: string[][] = []
  const visit = (child: unknown): void => {
    if (Array.isArray(child)) for (const item of child) visit(item)
    else if (child !== null && typeof child === 'object') {
      const reference = (child as { ColumnRef?: ColumnRef }).ColumnRef
      if (reference) found.push(parts(reference.fields))
      else for (const item of Object.values(child)) visit(item)
    }
  }
  visit(value)
  return found
}

export const alias = (relation: RangeVar): string => relation.alias?.aliasname ?? relation.relname ?? ''

/** The relations, subqueries and functions of a FROM item; joins are taken apart, but for those with a name. */
export function leaves(item: Node): Node[] {
  const join = as(item, 'JoinExpr')
  if (!join || join.alias) return [item]
  return [join.larg, join.rarg].flatMap((side) => (side === undefined ? [] : leaves(side)))
}

/** The name by which the other clauses know a FROM item. */
export function itemName(item: Node): string {
  const relation = as(item, 'RangeVar')
  if (relation) return alias(relation)
  return (
    (
      as(item, 'RangeSubselect') ??
      as(item, 'RangeFunction') ??
      as(item, 'RangeTableFunc') ??
      as(item, 'JoinExpr')
    )?.alias?.aliasname ?? ''
  )
}

/** Names may differ in how they are qualified and still mean one table: then they are taken as one. */
export function sameTable(a: RangeVar, b: RangeVar): boolean {
  if (a.relname !== b.relname) return false
  return !a.schemaname || !b.schemaname || relationName(a) === relationName(b)
}
