// Folding of constant expressions: what the planner would compute before it looks at any row.
import type { A_Const, A_Expr, BoolExpr, CaseExpr, FuncCall, Node } from '@pgsql/types'
import { computeText } from './texts.ts'
import { as, parts } from './tree.ts'
import { binary, type Constant, convert, exact, not, same, type Value } from './values.ts'

export type { Constant }

/** The value of a constant expression; undefined when it is none, or none that we fold. */
export function fold(node: Node | undefined): Constant | undefined {
  if (node === undefined) return undefined
  const constant = as(node, 'A_Const')
  if (constant) return literal(constant)
  const cast = as(node, 'TypeCast')
  if (cast) {
    // A length cuts the value; an array is another type.
    const plain = !cast.typeName?.typmods && !cast.typeName?.arrayBounds
    return plain ? convert(fold(cast.arg), parts(cast.typeName?.names).at(-1) ?? '') : undefined
  }
  const bool = as(node, 'BoolExpr')
  if (bool) return logic(bool)
  const operation = as(node, 'A_Expr')
  if (operation) return operate(operation)
  const choice = as(node, 'CaseExpr')
  if (choice) return choose(choice)
  const call = as(node, 'FuncCall')
  if (call) return compute(call)
  const test = as(node, 'NullTest')
  if (test) {
    const value = fold(test.arg)
    return value === undefined ? undefined : (value === null) === (test.nulltesttype === 'IS_NULL')
  }
  const truth = as(node, 'BooleanTest')
  if (truth) return truthTest(truthOf(truth.arg), truth.booltesttype)
  const list = as(node, 'CoalesceExpr')
  if (list) return coalesce(list.args ?? [])
  return subselect(node)
}

/** The value of a condition: an untyped literal is read as a boolean. */
export function truthOf(node: Node | undefined): boolean | null | undefined {
  const value = fold(node)
  if (value === undefined || value === null || typeof value === 'boolean') return value
  const read = typeof value === 'string' ? convert(value, 'bool') : undefined
  return typeof read === 'boolean' ? read : undefined
}

function literal(constant: A_Const): Constant | undefined {
  if (constant.isnull) return null
  if (constant.boolval) return constant.boolval.boolval ?? false
  if (constant.ival) return constant.ival.ival ?? 0
  if (constant.fval) return exact(Number(constant.fval.fval ?? 'NaN'))
  if (constant.sval) return constant.sval.sval ?? ''
  return undefined
}

function logic({ boolop, args = [] }: BoolExpr): Constant | undefined {
  const values = args.map(truthOf)
  if (boolop === 'NOT_EXPR') {
    const value = values[0]
    return typeof value === 'boolean' ? !value : value
  }
  const decisive = boolop === 'OR_EXPR'
  if (values.includes(decisive)) return decisive
  if (values.includes(undefined)) return undefined
  return values.includes(null) ? null : !decisive
}

function operate(node: A_Expr): Constant | undefined {
  const names = parts(node.name)
  const name = names.at(-1) ?? ''
  if (names.length > 1 && names[0] !== 'pg_catalog') return undefined
  if (node.kind === 'AEXPR_IN') return member(node, name)
  const left = fold(node.lexpr)
  if (node.kind === 'AEXPR_BETWEEN') return between(left, as(node.rexpr, 'List')?.items ?? [])
  const right = fold(node.rexpr)
  if (right === undefined) return undefined
  if (node.lexpr === undefined) return typeof right === 'number' ? (name === '-' ? -right : right) : undefined
  if (left === undefined) return undefined
  if (node.kind === 'AEXPR_DISTINCT') return not(same(left, right))
  if (node.kind === 'AEXPR_NOT_DISTINCT') return same(left, right)
  if (node.kind === 'AEXPR_NULLIF') {
    const equal = same(left, right)
    return equal === undefined ? undefined : equal ? null : left
  }
  if (left === null || right === null) return null
  if (node.kind === 'AEXPR_LIKE' || node.kind === 'AEXPR_ILIKE') return like(node, name, left, right)
  return node.kind === 'AEXPR_OP' ? binary(name, left, right) : undefined
}

function member(node: A_Expr, name: string): Constant | undefined {
  const left = fold(node.lexpr)
  if (left === undefined || left === null) return left
  const items = (as(node.rexpr, 'List')?.items ?? []).map(fold)
  if (items.some((item) => item !== undefined && item !== null && binary('=', left, item) === true))
    return name === '='
  return items.every((item) => item !== undefined && item !== null) ? name !== '=' : undefined
}

function between(value: Constant | undefined, bounds: readonly Node[]): Constant | undefined {
  const [low, high] = bounds.map(fold)
  if (typeof value !== 'number' || typeof low !== 'number' || typeof high !== 'number') return undefined
  return low <= value && value <= high
}

function like(node: A_Expr, name: string, text: Value, pattern: Value): Constant | undefined {
  const wildcard = /^%+$/.test(String(pattern))
  const plain = !/[%_\\]/.test(String(pattern))
  const negated = name.startsWith('!')
  if (wildcard) return !negated
  if (plain && node.kind === 'AEXPR_LIKE') return (text === pattern) !== negated
  return undefined
}

function choose({ arg, args = [], defresult }: CaseExpr): Constant | undefined {
  const subject = arg === undefined ? undefined : fold(arg)
  if (arg !== undefined && subject === undefined) return undefined
  for (const node of args) {
    const when = as(node, 'CaseWhen')
    const condition = arg === undefined ? truthOf(when?.expr) : fold(when?.expr)
    if (condition === undefined) return undefined
    const met = arg === undefined ? condition === true : equals(condition, subject)
    if (met === undefined) return undefined
    if (met) return fold(when?.result)
  }
  return defresult === undefined ? null : fold(defresult)
}

/** CASE's own comparison: null equals nothing. */
function equals(left: Constant, right: Constant | undefined): boolean | undefined {
  return left === null || right === null || right === undefined ? false : same(left, right)
}

function coalesce(args: readonly Node[]): Constant | undefined {
  for (const arg of args) {
    const value = fold(arg)
    if (value !== null) return value
  }
  return null
}

function truthTest(value: Constant | undefined, test: string | undefined): Constant | undefined {
  if (value === undefined) return undefined
  const negated = test?.includes('_NOT_') ?? false
  const wanted = test?.endsWith('TRUE') ? true : test?.endsWith('FALSE') ? false : null
  return (value === wanted) !== negated
}

function compute({ funcname, args = [] }: FuncCall): Constant | undefined {
  const names = parts(funcname)
  if (names.length > 1 && names[0] !== 'pg_catalog') return undefined
  const values: Constant[] = []
  for (const arg of args) {
    const value = fold(arg)
    if (value === undefined) return undefined
    values.push(value)
  }
  return computeText(names.at(-1) ?? '', values)
}

/** `(SELECT constant)` and `EXISTS (SELECT … )` without FROM and WHERE. */
function subselect(node: Node): Constant | undefined {
  const link = as(node, 'SubLink')
  const select = as(link?.subselect, 'SelectStmt')
  if (!link || !select || select.fromClause || select.whereClause || select.limitCount || select.limitOffset)
    return undefined
  if (select.havingClause || select.op !== 'SETOP_NONE' || select.withClause) return undefined
  if (link.subLinkType === 'EXISTS_SUBLINK') return true
  if (link.subLinkType !== 'EXPR_SUBLINK') return undefined
  const only = select.targetList?.length === 1 ? as(select.targetList[0], 'ResTarget') : undefined
  return fold(only?.val)
}
