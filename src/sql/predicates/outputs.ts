// What the output columns of a query with few rows are: columns of these rows, or something from outside.
import type { ColumnRef, Node, RangeVar, SelectStmt } from '@pgsql/types'
import { itemName } from '../columns.ts'
import { as, parts, relationName } from '../tree.ts'
import { binds, isClosed } from './closed.ts'
import { isComputed, mayBeTruth } from './computed.ts'
import { isStored, labelsOf, type Names } from './names.ts'
import { picks } from './picking.ts'
import type { Place, Target } from './target.ts'

/** What is asked of a query's values. */
export interface Asked {
  /** The columns that they are compared with: an unqualified output of that name may be the column itself. */
  readonly tested: ReadonlySet<string>
  /** Where the column stands that is compared; undefined when the text does not tell. */
  readonly index?: number | undefined
  /** What it is called. */
  readonly column?: string | undefined
}

/** True when the values are columns of the items, which have few rows by these conditions. */
export function givesFew(
  query: SelectStmt,
  items: readonly Node[],
  conditions: readonly Node[],
  target: Target,
  { tested }: Asked,
): boolean {
  const { around, names } = target
  const aliases = new Set(items.map(itemName))
  const bound = binds(items, around, names)
  const outputs = (query.targetList ?? []).map((item) => as(item, 'ResTarget')?.val)
  return outputs.every((value) => {
    const reference = as(value, 'ColumnRef')
    if (!reference)
      return (
        isOneStored(items, target) &&
        isClosed(query, around, names) &&
        isComputed(value) &&
        !mayBeTruth(value)
      )
    const { fields = [] } = reference
    const [first] = parts(fields)
    if (fields.length === 1)
      return first === undefined || bound || isOwn(first, items[0], items, conditions, target, tested)
    return fields.length === 2 && first !== undefined && aliases.has(first)
  })
}

/** Computed from the rows of one table there are as many values as rows. */
const isOneStored = (items: readonly Node[], { names, context }: Target): boolean =>
  items.length === 1 && isStored(as(items[0], 'RangeVar'), names, context.made)

/** An unqualified name that is most likely the item's: the catalogue tells whether it is. */
function isOwn(
  name: string,
  item: Node | undefined,
  items: readonly Node[],
  conditions: readonly Node[],
  { names, around, context }: Target,
  tested: ReadonlySet<string>,
): boolean {
  if (items.length !== 1 || item === undefined) return false
  const relation = as(item, 'RangeVar')
  const labels = derivedLabels(item, names)
  if (labels) return labels.has(name)
  if (!relation || relation.alias?.colnames || !isStored(relation, names, context.made)) return false
  // Whichever table has it, it has that value.
  if (context.made.columns.has(name)) return false
  if (conditions.some((condition) => pins(condition, name, context.place))) return true
  if (tested.has(name) || around.some((outer) => itemName(outer) === name)) return false
  context.rely({ relation: relationName(relation), column: name })
  return true
}

/** The columns of a derived table; undefined when it is none, or its text does not name them. */
function derivedLabels(item: Node, names: Names): ReadonlySet<string> | undefined {
  const relation: RangeVar | undefined = as(item, 'RangeVar')
  const cte = relation && !relation.schemaname ? names.get(relation.relname ?? '')?.cte : undefined
  const derived = as(item, 'RangeSubselect')
  if (!cte && !derived) return undefined
  const given = [relation?.alias?.colnames, cte?.aliascolnames, derived?.alias?.colnames].find(
    (columns) => columns && columns.length > 0,
  )
  if (given) return new Set(given.flatMap((column) => parts(column)))
  return labelsOf(as(cte?.ctequery ?? derived?.subquery, 'SelectStmt')) ?? new Set()
}

/** `name = constant`, as a condition that must hold. */
function pins(condition: Node, name: string, place: Place): boolean {
  const bool = as(condition, 'BoolExpr')
  if (bool?.boolop === 'AND_EXPR') return (bool.args ?? []).some((arg) => pins(arg, name, place))
  const { kind, name: operator, lexpr, rexpr } = as(condition, 'A_Expr') ?? {}
  if ((kind !== 'AEXPR_OP' && kind !== 'AEXPR_IN') || parts(operator).join('.') !== '=') return false
  return isColumn(lexpr, name) && picks(as(rexpr, 'List')?.items ?? [rexpr], place)
}

const isColumn = (node: Node | undefined, name: string): boolean => {
  const fields = (as(node, 'ColumnRef') as ColumnRef | undefined)?.fields ?? []
  return fields.length === 1 && parts(fields)[0] === name
}
