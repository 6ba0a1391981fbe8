// Which columns each output column is computed from: the taint that masks follow. In doubt, more columns.
import type { FuncCall, Node } from '@pgsql/types'
import type { Output } from '../core/statement.ts'
import { isForeign } from './functions.ts'
import { type Depth, deeper, MAX_DEPTH, visit, type Work } from './outputs/depth.ts'
import { returned } from './outputs/returned.ts'
import { existing, selected } from './outputs/selected.ts'
import type { Ctes, Item } from './taint.ts'
import { as, parts } from './tree.ts'

export { withNames } from './outputs/ctes.ts'
export type { Depth } from './outputs/depth.ts'
export { carriedBy } from './outputs/expression.ts'
export { fromItems, itemsOf } from './outputs/items.ts'
export { starred } from './outputs/selected.ts'

/** What one analysis may look at. */
export const work = (): Work => ({ left: 400_000, query, existing })

/** The outputs of a statement; undefined when the text does not tell. */
export function outputsOf(statement: Node | undefined, left = work()): readonly Output[] | undefined {
  const found = query(statement, new Map(), [], { level: 0, work: left })
  return left.left > 0 ? found : undefined
}

export function query(
  node: Node | undefined,
  ctes: Ctes,
  outer: readonly Item[],
  depth: Depth,
): readonly Output[] | undefined {
  if (depth.level > MAX_DEPTH || depth.work.left <= 0) return undefined
  const select = as(node, 'SelectStmt')
  if (select) return selected(select, ctes, outer, depth)
  const written =
    as(node, 'InsertStmt') ?? as(node, 'UpdateStmt') ?? as(node, 'DeleteStmt') ?? as(node, 'MergeStmt')
  if (written) return returned(written, ctes, outer, depth)
  if (as(node, 'VariableShowStmt')) return [{ columns: [], sources: [], opaque: true }]
  // What COPY, or a later EXECUTE or FETCH, returns.
  const named =
    as(node, 'PrepareStmt')?.query ?? as(node, 'DeclareCursorStmt')?.query ?? as(node, 'CopyStmt')?.query
  if (named) return query(named, ctes, outer, deeper(depth))
  const explained = as(node, 'ExplainStmt')
  if (explained) return [plan(explained)]
  return undefined
}

/** A plan shows constants, and what code made of them while planning; never a value of a row. */
function plan(node: object): Output {
  let foreign = false
  visit(node, (tag, fields) => {
    if (tag === 'FuncCall') foreign ||= isForeign(parts((fields as FuncCall).funcname))
  })
  return { name: 'QUERY PLAN', columns: [], sources: [], opaque: false, ...(foreign ? { foreign } : {}) }
}
