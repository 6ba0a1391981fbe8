// What may be shown of a column: itself, and what cannot fail and makes one row of each.
import type { Node } from '@pgsql/types'
import { isForeign } from '../functions.ts'
import { as, parts } from '../tree.ts'
import { expression } from './expression.ts'
import type { Around, Notes } from './notes.ts'

/** Never fail, for any text. */
const TOTAL = /^(?:lower|upper|length)$/

/** An output column that is only shown. */
export function shown(node: Node | undefined, around: Around, notes: Notes): void {
  const link = as(node, 'SubLink')
  const call = as(node, 'FuncCall')
  const [argument, ...more] = call?.args ?? []
  const names = parts(call?.funcname)
  const builtIn = names.length === 1 || names[0] === 'pg_catalog'
  const fields = as(node, 'ColumnRef')?.fields
  if (fields) named(node, fields, around, notes)
  if (fields || isDefaulted(node)) return
  if (link?.subLinkType === 'EXPR_SUBLINK') notes.query(link.subselect, around, true, notes)
  else if (
    call &&
    as(argument, 'ColumnRef') &&
    more.length === 0 &&
    builtIn &&
    TOTAL.test(names.at(-1) ?? '')
  )
    notes.trust(notes.carried(argument, around))
  else if (call && isForeign(names) && !call.over && !call.agg_filter) {
    // What it returns is masked; what it is given counts.
    notes.reads(names)
    expression(call.args, around, notes)
  } else expression(node, around, notes)
}

/** `p.name` is a column, or a function of the row. */
function named(node: Node | undefined, fields: readonly Node[], around: Around, notes: Notes): void {
  const star = fields.some((field) => as(field, 'A_Star'))
  if (fields.length < 2 || star) return
  for (const source of notes.carried(node, around).sources) notes.trusted.add(source)
}

/** `coalesce(column, 'text')`: the constant takes the column's type, so nothing is cast. */
function isDefaulted(node: Node | undefined): boolean {
  const args = as(node, 'CoalesceExpr')?.args ?? []
  const constants = args.filter((arg) => as(arg, 'A_Const')?.sval ?? as(arg, 'A_Const')?.isnull)
  return args.length > 0 && as(args[0], 'ColumnRef') !== undefined && constants.length === args.length - 1
}
