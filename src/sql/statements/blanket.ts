// UPDATE that writes the same values over whatever a condition lets through that costs one character: `id > 0`.
import type { BoolExpr, Node, UpdateStmt } from '@pgsql/types'
import { fold } from '../constants.ts'
import { as, parts } from '../tree.ts'

/** True when every row gets the same values, and only ranges, IS NOT NULL and joins say which rows. */
export function isBlanket({ targetList = [], whereClause }: UpdateStmt, body: boolean): boolean {
  const isConstant = (node: Node | undefined): boolean =>
    fold(node) !== undefined ||
    (!body && as(node, 'ParamRef') !== undefined) ||
    as(node, 'SetToDefault') !== undefined
  const isWide = (node: Node | undefined): boolean => {
    const bool: BoolExpr | undefined = as(node, 'BoolExpr')
    if (bool) return (bool.args ?? []).every(bool.boolop === 'NOT_EXPR' ? isTest : isWide)
    const test = as(node, 'NullTest')
    if (test) return test.nulltesttype === 'IS_NOT_NULL' && isColumn(test.arg)
    const truth = as(node, 'BooleanTest')
    if (truth) return isWide(truth.arg)
    const operation = as(node, 'A_Expr')
    if (!operation) return isConstant(node)
    const sides = [operation.lexpr, operation.rexpr]
    // In a body, a name may be that of an argument.
    if (sides.every(isColumn)) return !body
    const picks = operation.kind !== 'AEXPR_DISTINCT' && EQUAL.test(parts(operation.name).at(-1) ?? '')
    return isTest(node) && !picks
  }
  /** A column beside a constant. */
  const isTest = (node: Node | undefined): boolean => {
    const operation = as(node, 'A_Expr')
    if (!operation) return isWide(node)
    const sides = [operation.lexpr, operation.rexpr].flatMap((side) => as(side, 'List')?.items ?? side ?? [])
    return (
      sides.some(isColumn) && sides.every((side) => isColumn(side) || (isConstant(side) && !isDate(side)))
    )
  }
  const values = targetList.map((item) => as(item, 'ResTarget')?.val)
  return values.length > 0 && values.every(isConstant) && isWide(whereClause) && !isBounded(whereClause)
}

/** `id BETWEEN 1 AND 1000`, `id >= 1 AND id < 1000`: a batch. */
function isBounded(where: Node | undefined): boolean {
  const bool = as(where, 'BoolExpr')
  const all = bool?.boolop === 'AND_EXPR' ? (bool.args ?? []) : [where]
  const below = new Set<string>()
  const above = new Set<string>()
  for (const each of all) {
    const { kind, name, lexpr, rexpr } = as(each, 'A_Expr') ?? {}
    if (kind === 'AEXPR_BETWEEN') return true
    const [left, right] = [lexpr, rexpr].map((side) => parts(as(side, 'ColumnRef')?.fields).at(-1))
    const column = left ?? right
    if (column === undefined || (left !== undefined && right !== undefined)) continue
    const sign = parts(name).at(-1)
    if (sign === '<' || sign === '<=') (left === undefined ? above : below).add(column)
    if (sign === '>' || sign === '>=') (left === undefined ? below : above).add(column)
  }
  return [...below].some((column) => above.has(column))
}

/** What is older than a day is picked by what it is; many rows of it are another matter. */
const isDate = (node: Node | undefined): boolean => /^\d{4}-\d\d?(-|$)/.test(String(fold(node) ?? ''))

const EQUAL = /^(=|~~\*?|~\*?|@>|<@|\?|&&)$/

/** A column, or what is computed of one. */
function isColumn(node: Node | undefined): boolean {
  const text = JSON.stringify(node) ?? ''
  return text.includes('"ColumnRef":') && !text.includes('"SubLink":')
}
