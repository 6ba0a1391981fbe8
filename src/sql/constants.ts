// Folding of constant expressions: what the planner would compute before it looks at any row. Undefined for all that is
// not computed exactly as every server does: a condition that folds to "no rows" by mistake would let a DELETE pass.
import type { A_Const, A_Expr, BoolExpr, CaseExpr, FuncCall, Node, TypeCast } from '@pgsql/types'
import { computeText } from './texts.ts'
import { as, parts } from './tree.ts'
import {
  binary,
  type Constant,
  cast,
  convert,
  differing,
  exact,
  like,
  same,
  signed,
  type Typed,
  truthTest,
  unify,
} from './values.ts'

export type { Constant }

/** The value of a constant expression; undefined when it is none, or none that we fold. */
export function fold(node: Node | undefined): Constant | undefined {
  return typed(node)?.value
}

/** The value of a condition: an untyped literal is read as a boolean. */
export function truthOf(node: Node | undefined): boolean | null | undefined {
  const found = typed(node)
  if (found?.kind !== 'unknown' && found?.kind !== 'bool') return undefined
  const value = convert(found, 'bool')?.value
  return typeof value === 'boolean' || value === null ? value : undefined
}

const bool = (value: boolean | null | undefined): Typed | undefined =>
  value === undefined ? undefined : { kind: 'bool', value }

function typed(node: Node | undefined): Typed | undefined {
  if (node === undefined) return undefined
  const constant = as(node, 'A_Const')
  if (constant) return literal(constant)
  const casting = as(node, 'TypeCast')
  if (casting) return castTo(casting)
  const logical = as(node, 'BoolExpr')
  if (logical) return bool(logic(logical))
  const operation = as(node, 'A_Expr')
  if (operation) return operate(operation)
  const choice = as(node, 'CaseExpr')
  if (choice) return choose(choice)
  const call = as(node, 'FuncCall')
  if (call) return compute(call)
  const test = as(node, 'NullTest')
  if (test) {
    const found = typed(test.arg)
    return found && bool((found.value === null) === (test.nulltesttype === 'IS_NULL'))
  }
  const truth = as(node, 'BooleanTest')
  if (truth) return bool(truthTest(truthOf(truth.arg), truth.booltesttype))
  const list = as(node, 'CoalesceExpr')
  if (list) {
    const values = allTyped(list.args)
    return values?.find(({ value }) => value !== null) ?? values?.[0]
  }
  return subselect(node)
}

/** All of them, as their common type. */
function allTyped(nodes: readonly (Node | undefined)[] = []): readonly Typed[] | undefined {
  const values = nodes.flatMap((node) => typed(node) ?? [])
  return values.length === nodes.length ? unify(values) : undefined
}

function literal(constant: A_Const): Typed | undefined {
  if (constant.isnull) return { kind: 'unknown', value: null }
  if (constant.boolval) return { kind: 'bool', value: constant.boolval.boolval ?? false }
  if (constant.ival) return { kind: 'number', value: constant.ival.ival ?? 0 }
  if (constant.sval) return { kind: 'unknown', value: constant.sval.sval ?? '' }
  const text = constant.fval?.fval ?? ''
  const value = /^\d{1,15}$/.test(text) ? exact(Number(text)) : undefined
  return value === undefined ? undefined : { kind: 'number', value }
}

/** A length cuts the value; an array is another type, and so is one of a user by the same name. */
function castTo({ arg, typeName }: TypeCast): Typed | undefined {
  const names = parts(typeName?.names)
  if (!isBuiltIn(names) || typeName?.typmods || typeName?.arrayBounds || typeName?.setof) return undefined
  return cast(typed(arg), names.at(-1) ?? '')
}

const isBuiltIn = (names: readonly string[]): boolean =>
  names.length === 1 || (names.length === 2 && names[0] === 'pg_catalog')

function logic({ boolop, args = [] }: BoolExpr): boolean | null | undefined {
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

function operate(node: A_Expr): Typed | undefined {
  const names = parts(node.name)
  const name = names.at(-1) ?? ''
  if (!isBuiltIn(names)) return undefined
  if (node.kind === 'AEXPR_IN') return bool(member(node, name))
  if (node.kind === 'AEXPR_BETWEEN') return bool(between(node))
  const right = typed(node.rexpr)
  if (right === undefined) return undefined
  if (node.lexpr === undefined) return node.kind === 'AEXPR_OP' ? signed(name, right) : undefined
  const left = typed(node.lexpr)
  if (left === undefined) return undefined
  switch (node.kind) {
    case 'AEXPR_OP':
      return binary(name, left, right)
    case 'AEXPR_DISTINCT':
    case 'AEXPR_NOT_DISTINCT': {
      const equal = same(left, right)
      return equal === undefined ? undefined : bool(equal === (node.kind === 'AEXPR_NOT_DISTINCT'))
    }
    case 'AEXPR_NULLIF':
      return differing(left, right)
    case 'AEXPR_LIKE':
    case 'AEXPR_ILIKE':
      return bool(
        like(left.value, right.value, {
          negated: name.startsWith('!'),
          plain: node.kind === 'AEXPR_LIKE',
        }),
      )
    default:
      return undefined
  }
}

function member(node: A_Expr, name: string): boolean | null | undefined {
  const items = as(node.rexpr, 'List')?.items ?? []
  const [left, ...values] = allTyped([node.lexpr, ...items]) ?? []
  if (!left || values.length === 0 || (name !== '=' && name !== '<>')) return undefined
  if (left.value === null) return null
  const equal = values.map((value) => (value.value === null ? null : same(left, value)))
  if (equal.includes(true)) return name === '='
  if (equal.includes(undefined)) return undefined
  return equal.includes(null) ? null : name !== '='
}

function between(node: A_Expr): boolean | undefined {
  const [value, low, high] = [node.lexpr, ...(as(node.rexpr, 'List')?.items ?? [])].map((each) => fold(each))
  if (typeof value !== 'number' || typeof low !== 'number' || typeof high !== 'number') return undefined
  return low <= value && value <= high
}

function choose({ arg, args = [], defresult }: CaseExpr): Typed | undefined {
  const cases = args.flatMap((node) => as(node, 'CaseWhen') ?? [])
  const results = allTyped([...cases.map(({ result }) => result), ...(defresult ? [defresult] : [])])
  const found = arg === undefined ? undefined : typed(arg)
  // An untyped subject is a text, whatever it is compared with.
  const subject = found?.kind === 'unknown' ? convert(found, 'text') : found
  if (!results || (arg !== undefined && subject === undefined)) return undefined
  for (const [index, { expr }] of cases.entries()) {
    const met = subject === undefined ? truthOf(expr) : equals(subject, typed(expr))
    if (met === undefined) return undefined
    if (met) return results[index]
  }
  return defresult ? results.at(-1) : { kind: results[0]?.kind ?? 'text', value: null }
}

/** CASE's own comparison: null equals nothing. */
function equals(left: Typed, right: Typed | undefined): boolean | undefined {
  if (right === undefined) return undefined
  return left.value === null || right.value === null ? false : same(left, right)
}

/** With other arguments it may be another function of that name. */
function compute(call: FuncCall): Typed | undefined {
  const { funcname, args = [], funcformat: _format, location: _location, ...rest } = call
  const names = parts(funcname)
  if (!isBuiltIn(names) || Object.keys(rest).length > 0) return undefined
  const values = args.flatMap((arg) => typed(arg) ?? [])
  if (values.length < args.length || values.some(({ kind }) => kind === 'varchar')) return undefined
  const value = computeText(
    names.at(-1) ?? '',
    values.map((each) => each.value),
  )
  return value === undefined ? undefined : { kind: 'text', value }
}

/** `(SELECT constant)` and `EXISTS (SELECT constants)`: nothing else in it, so it is one row. */
function subselect(node: Node): Typed | undefined {
  const link = as(node, 'SubLink')
  const select = as(link?.subselect, 'SelectStmt')
  if (!link || !select) return undefined
  const { targetList = [], limitOption, op, ...rest } = select
  if (Object.keys(rest).length > 0 || op !== 'SETOP_NONE' || limitOption !== 'LIMIT_OPTION_DEFAULT')
    return undefined
  const values = targetList.flatMap((item) => typed(as(item, 'ResTarget')?.val) ?? [])
  if (values.length < targetList.length) return undefined
  if (link.subLinkType === 'EXISTS_SUBLINK') return bool(true)
  const [only] = values
  if (link.subLinkType !== 'EXPR_SUBLINK' || !only || values.length > 1) return undefined
  return only.kind === 'unknown' ? convert(only, 'text') : only
}
