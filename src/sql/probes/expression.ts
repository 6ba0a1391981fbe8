// Expressions: every column in them counts, but for tests for NULL and for what is counted.
import type { FuncCall, Node } from '@pgsql/types'
import { as, parts } from '../tree.ts'
import type { Around, Notes } from './notes.ts'

export function expression(value: unknown, around: Around, notes: Notes): void {
  if (Array.isArray(value)) {
    for (const item of value) expression(item, around, notes)
    return
  }
  if (value === null || typeof value !== 'object') return
  const node = value as Node
  const call = as(node, 'FuncCall')
  const link = as(node, 'SubLink')
  const tested = as(node, 'NullTest')?.arg
  if (as(node, 'ColumnRef')) notes.reference(node, around)
  else if (tested && as(tested, 'ColumnRef')) nullness(tested, around, notes)
  else if (call) called(call, around, notes)
  else if (link) {
    expression(link.testexpr, around, notes)
    notes.query(link.subselect, around, link.subLinkType === 'EXISTS_SUBLINK', notes)
  } else if (isQuery(node)) notes.query(node, around, false, notes)
  else for (const child of Object.values(node)) expression(child, around, notes)
}

function called(call: FuncCall, around: Around, notes: Notes): void {
  const { args = [], agg_order: order, agg_filter: filter, over } = call
  notes.call(parts(call.funcname))
  const counted = isCount(call) ? args[0] : undefined
  if (counted) notes.trust(notes.carried(counted, around))
  else expression(args, around, notes)
  expression([order, filter, over], around, notes)
}

/** `count(column)` only tells which are NULL. */
function isCount({ funcname, args = [], agg_distinct: distinct, agg_order: order }: FuncCall): boolean {
  const names = parts(funcname)
  const builtIn = names.length === 1 || names[0] === 'pg_catalog'
  return (
    builtIn &&
    names.at(-1) === 'count' &&
    args.length === 1 &&
    as(args[0], 'ColumnRef') !== undefined &&
    !distinct &&
    !order
  )
}

/** Whether it is NULL may be asked of columns, not of what functions of the database return. */
export function nullness(node: Node, around: Around, notes: Notes): void {
  notes.trust(notes.carried(node, around))
}

export const isQuery = (node: Node): boolean => as(node, 'SelectStmt') !== undefined || isChange(node)

export const isChange = (node: Node): boolean =>
  Boolean(as(node, 'InsertStmt') ?? as(node, 'UpdateStmt') ?? as(node, 'DeleteStmt') ?? as(node, 'MergeStmt'))
