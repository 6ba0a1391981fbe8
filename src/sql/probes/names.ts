// ORDER BY, GROUP BY and DISTINCT ON name output columns by place and by label, too.
import type { Node } from '@pgsql/types'
import { label } from '../taint.ts'
import { as, parts } from '../tree.ts'

export interface Named {
  /** The output columns that the item may stand for. */
  meant(item: Node | undefined): readonly Node[]
}

export function namesOf(targets: readonly Node[]): Named {
  const known = new Map<string, Node[]>()
  /** May have any name. */
  const others: Node[] = []
  const stars = targets.some((target) => isStar(as(target, 'ResTarget')?.val))
  for (const target of targets) {
    const name = nameOf(target)
    if (name === undefined) others.push(target)
    else if (name !== '') known.set(name, [...(known.get(name) ?? []), target])
  }
  const meant = (item: Node | undefined): readonly Node[] => {
    const sets = as(item, 'GroupingSet')?.content ?? as(item, 'RowExpr')?.args
    if (sets) return sets.flatMap(meant)
    const place = as(item, 'A_Const')?.ival
    if (place) return stars ? targets : targets.slice((place.ival ?? 0) - 1, place.ival ?? 0)
    const path = parts(as(item, 'ColumnRef')?.fields)
    return path.length === 1 ? [...(known.get(path[0] ?? '') ?? []), ...others] : []
  }
  return { meant }
}

/** The server's name of an output column; empty for those that no name finds, undefined when it is not known. */
function nameOf(target: Node): string | undefined {
  const written = as(target, 'ResTarget')
  // A star's columns are found by their own names.
  if (!written || isStar(written.val)) return ''
  const known = label(written)
  if (known !== undefined) return known
  const link = as(written.val, 'SubLink')
  // Other columns without a name of their own are computed, and count where they stand.
  if (!link) return as(written.val, 'CoalesceExpr') ? 'coalesce' : ''
  const [first] = as(link.subselect, 'SelectStmt')?.targetList ?? []
  return first && !isStar(as(first, 'ResTarget')?.val) ? nameOf(first) : undefined
}

export const isStar = (node: Node | undefined): boolean =>
  as(node, 'ColumnRef')?.fields?.some((field) => as(field, 'A_Star')) ?? false
