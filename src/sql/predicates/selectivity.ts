// What a condition says about the rows of its target. Few rows are picked only where that is shown: by values that a
// column of the target is compared with. Everything else is weak.
import type { A_Expr, BoolExpr, ColumnRef, Node, SubLink } from '@pgsql/types'
import type { Reliance } from '../../core/statement.ts'
import { alias, isTargetColumn, itemName, leaves, mentions, uncast } from '../columns.ts'
import { fold, truthOf } from '../constants.ts'
import { as, parts, relationName, shape } from '../tree.ts'
import { exists } from './exists.ts'
import { isStored } from './names.ts'
import { holdsParameter, picks, picksAny } from './picking.ts'
import { isNarrower, narrower, type Selectivity, wider } from './scale.ts'
import { fromQuery, picked } from './sources.ts'
import type { Target } from './target.ts'
import { alternatives, bothTruths, complementary } from './tautologies.ts'

/** For the sources of values, which have conditions of their own. */
const asking = (target: Target) => ({ ...target, met })

/** The rows that meet all conditions of the target. */
const met = (target: Target): Selectivity => narrowest(target.conditions, target)

/** The rows for which all of these hold. It relies on what the condition does that picks the fewest, and on nothing else. */
export function narrowest(conditions: readonly Node[], target: Target): Selectivity {
  let best: { readonly found: Selectivity; readonly relied: readonly Reliance[] } | undefined
  for (const condition of conditions) {
    const relied: Reliance[] = []
    const context = { ...target.context, rely: (on: Reliance) => void relied.push(on) }
    const found = selectivity(condition, { ...target, context })
    const better = !best || isNarrower(found, best.found)
    if (better) best = { found, relied }
    else if (best && found === best.found) best = { found, relied: fewer(best.relied, relied) }
  }
  for (const each of best?.relied ?? []) target.context.rely(each)
  return best?.found ?? 'always'
}

/** Either of two is enough. */
function fewer(a: readonly Reliance[], b: readonly Reliance[]): readonly Reliance[] {
  const [one, other] = [a[0], b[0]]
  const both = a.length === 1 && b.length === 1 && one?.own && other?.own && one.relation === other.relation
  if (both) return [{ relation: one.relation, own: [...one.own, ...other.own] }]
  const weight = (list: readonly Reliance[]) => list.reduce((sum, { own }) => sum + (own ? 1 : 10), 0)
  return weight(b) < weight(a) ? b : a
}

export function selectivity(node: Node, target: Target): Selectivity {
  const value = truthOf(node)
  if (value !== undefined) return value === true ? 'always' : 'never'
  const bool = as(node, 'BoolExpr')
  if (bool) return combine(bool, node, target)
  const operation = as(node, 'A_Expr')
  if (operation) return compare(operation, target) ?? undecided(node, target)
  const link = as(node, 'SubLink')
  if (link) return nested(link, target) ?? undecided(node, target)
  if (as(node, 'CurrentOfExpr')) return 'weak'
  const test = as(node, 'NullTest')
  const column = parts(as(test?.arg, 'ColumnRef')?.fields).at(-1)
  if (test?.nulltesttype === 'IS_NOT_NULL' && column === 'ctid') return 'always'
  return undecided(node, target)
}

const undecided = (node: Node, target: Target): Selectivity => (mentions(node, target) ? 'weak' : 'free')

function combine({ boolop, args = [] }: BoolExpr, whole: Node, target: Target): Selectivity {
  // What NOT is made of is no bound: few rows less are nearly all, and what is always true may be NULL.
  if (boolop === 'NOT_EXPR') return undecided(whole, target)
  if (boolop === 'AND_EXPR') return narrowest(args, target)
  const found = args.map((arg) => selectivity(arg, target))
  if (complementary(args)) return 'always'
  const either = bothTruths(alternatives(args).map((arg) => as(arg, 'A_Expr')?.rexpr))
  return found.reduce(wider, either ? 'weak' : 'never')
}

/** Undefined where it shows nothing. */
function compare(node: A_Expr, target: Target): Selectivity | undefined {
  const { kind, lexpr, rexpr } = node
  const name = parts(node.name)
    .join('.')
    .replace(/^pg_catalog\./, '')
  if (kind === 'AEXPR_LIKE' || kind === 'AEXPR_ILIKE')
    return /^%+$/.test(String(fold(rexpr) ?? '')) &&
      !name.startsWith('!') &&
      mentions({ A_Expr: node }, target)
      ? 'always'
      : undefined
  const reflexive = kind === 'AEXPR_NOT_DISTINCT' || (kind === 'AEXPR_OP' && /^[=><]?=$/.test(name))
  if (reflexive && shape(lexpr) === shape(rexpr)) return 'always'
  if (name !== '=') return undefined
  if (kind === 'AEXPR_IN') return listed(node, target)
  if (kind === 'AEXPR_OP_ANY') return anyOf(node, target)
  if (kind === 'AEXPR_OP') return rowwise(lexpr, rexpr, target) ?? equal(lexpr, rexpr, target)
  // All but a constant may be NULL, which most rows may have.
  if (kind === 'AEXPR_NOT_DISTINCT' && fold(lexpr) === undefined && fold(rexpr) === undefined)
    return undefined
  if (kind === 'AEXPR_NOT_DISTINCT') return equal(lexpr, rexpr, target)
  return undefined
}

const equal = (left: Node | undefined, right: Node | undefined, target: Target): Selectivity | undefined =>
  equality(left, right, target) ?? equality(right, left, target)

/** `(a, b) = (1, 2)`: both hold. */
function rowwise(left: Node | undefined, right: Node | undefined, target: Target): Selectivity | undefined {
  const columns = as(left, 'RowExpr')?.args
  const values = as(right, 'RowExpr')?.args
  if (!columns || columns.length !== values?.length) return undefined
  return columns
    .map((column, index) => equal(column, values[index], target) ?? 'weak')
    .reduce(narrower, 'weak')
}

/** `column IN (constants)`, `(a, b) IN ((1, 2), (3, 4))`. */
function listed({ lexpr, rexpr }: A_Expr, target: Target): Selectivity | undefined {
  const items = as(rexpr, 'List')?.items ?? []
  if (as(lexpr, 'RowExpr')) {
    const found = items.map((item) => rowwise(lexpr, item, target) ?? 'weak')
    return found.length > 0 ? found.reduce(wider) : undefined
  }
  return isColumn(lexpr, target) && picks(items, target.context.place) ? 'selective' : undefined
}

/** `column = ANY (array)`: a constant, a parameter, or the result of a query. */
function anyOf({ lexpr, rexpr }: A_Expr, target: Target): Selectivity | undefined {
  const { place } = target.context
  if (!isColumn(lexpr, target)) return undefined
  const array = as(uncast(rexpr), 'SubLink')
  if (array?.subLinkType === 'ARRAY_SUBLINK') return fromQuery([lexpr], array.subselect, asking(target))
  const items = as(uncast(rexpr), 'A_ArrayExpr')
  if (items) return picks(items.elements ?? [], place) ? 'selective' : undefined
  if (place.body && holdsParameter(rexpr)) return undefined
  return picksAny(uncast(rexpr), place) ? 'selective' : undefined
}

function equality(
  column: Node | undefined,
  other: Node | undefined,
  target: Target,
): Selectivity | undefined {
  if (!isColumn(column, target) || other === undefined) return undefined
  if (picks([other], target.context.place)) return 'selective'
  const reference = as(uncast(other), 'ColumnRef')
  if (reference) return joined(reference, target)
  const link = as(uncast(other), 'SubLink')
  return link?.subLinkType === 'EXPR_SUBLINK'
    ? fromQuery([column], link.subselect, asking(target))
    : undefined
}

/** `target.column = other.column`. */
function joined({ fields = [] }: ColumnRef, target: Target): Selectivity | undefined {
  const [qualifier, column] = parts(fields)
  if (fields.length !== 2 || qualifier === undefined || column === undefined) return undefined
  if (qualifier === alias(target.relation)) return undefined
  const items = target.others.flatMap(leaves).filter((leaf) => itemName(leaf) === qualifier)
  const [item] = items
  return item === undefined || items.length > 1 ? undefined : picked(item, column, asking(target))
}

function nested(link: SubLink, target: Target): Selectivity | undefined {
  const operator = parts(link.operName)
  if (link.subLinkType === 'ANY_SUBLINK' && (operator.length === 0 || operator.join('.') === '=')) {
    const columns = as(link.testexpr, 'RowExpr')?.args ?? [link.testexpr]
    if (columns.every((column) => isColumn(column, target)))
      return fromQuery(columns, link.subselect, asking(target))
  }
  const query = as(link.subselect, 'SelectStmt')
  return link.subLinkType === 'EXISTS_SUBLINK' && query ? exists(query, target, selectivity) : undefined
}

/**
 * A column of the target that this text did not give its values to. Unqualified inside of a subquery it may be one of a
 * table around it, which then has that value.
 */
function isColumn(node: Node | undefined, target: Target): boolean {
  const { context, names, around, relation } = target
  if (!isTargetColumn(node, target)) return false
  const fields = fieldsOf(node)
  if (context.made.columns.has(fields.at(-1) ?? '')) return false
  if (context.made.views.has(relation.relname ?? '')) return false
  const stored =
    fields.length > 1 ||
    around.flatMap(leaves).every((item) => isStored(as(item, 'RangeVar'), names, context.made))
  if (stored) context.rely({ relation: relationName(relation), own: [fields.at(-1) ?? ''] })
  return stored
}

function fieldsOf(node: Node | undefined): readonly string[] {
  const inner = as(node, 'TypeCast')?.arg ?? as(node, 'FuncCall')?.args?.[0]
  return inner ? fieldsOf(inner) : parts(as(node, 'ColumnRef')?.fields)
}
