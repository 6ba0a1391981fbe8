// Functions in what a query gives: whether they make rows up, or values.
import type { FuncCall, Node, SelectStmt } from '@pgsql/types'
import { uncast } from '../columns.ts'
import { effectOfName, isForeign } from '../functions.ts'
import { as, parts } from '../tree.ts'
import { isSteady } from './closed.ts'
import { labelOf, labelsOf } from './names.ts'
import { isBoolean } from './picking.ts'

const LISTS =
  /^(unnest|jsonb?_(to_recordset|populate_recordset|array_elements|array_elements_text|each|each_text)|string_to_table)$/

/** A function that gives the rows which the client wrote down or sent: it takes nothing but constants and parameters. */
export function isGiven({ funcname, args = [], ...rest }: FuncCall): boolean {
  const names = parts(funcname)
  if (names.length > 1 && names[0] !== 'pg_catalog') return false
  if (!LISTS.test(names.at(-1) ?? '') || rest.over) return false
  return args.every(isWritten)
}

function isWritten(value: Node): boolean {
  const bare = uncast(value)
  if (bare === undefined) return false
  const items = as(bare, 'A_ArrayExpr')
  if (items) return (items.elements ?? []).every(isWritten)
  return as(bare, 'ParamRef') !== undefined || as(bare, 'A_Const') !== undefined
}

/** Expressions that give one value, and few of them for few rows. */
const COMPUTED = new Set(
  'TypeCast A_Expr CoalesceExpr CaseExpr CaseWhen MinMaxExpr BoolExpr NullTest BooleanTest SQLValueFunction CollateClause List'.split(
    ' ',
  ),
)

const SETS = new Set(
  `aclexplode generate_series generate_subscripts json_array_elements json_array_elements_text json_each json_each_text json_object_keys
  json_populate_recordset json_to_recordset jsonb_array_elements jsonb_array_elements_text jsonb_each jsonb_each_text jsonb_object_keys
  jsonb_path_query jsonb_path_query_tz jsonb_populate_recordset jsonb_to_recordset regexp_matches regexp_split_to_table string_to_table
  ts_debug ts_parse ts_stat ts_token_type txid_snapshot_xip unnest`.split(/\s+/),
)

/** Those of the server's own, which a query that removes rows has no need of, may return sets, too. */
const returnsSet = (name: string): boolean => SETS.has(name) || name.startsWith('pg_')

const LEAVES = new Set(['A_Const', 'ParamRef', 'ColumnRef', 'String'])

/** True for an expression over columns and constants that gives one value for each row, the same for the same row. */
export function isComputed(node: Node | undefined): boolean {
  if (node === undefined) return true
  const call = as(node, 'FuncCall')
  if (call) {
    const plain = isSteady(call) && !returnsSet(parts(call.funcname).at(-1) ?? '') && !call.over
    return plain && (call.args ?? []).every(isComputed)
  }
  const [tag] = Object.keys(node)
  if (tag !== undefined && LEAVES.has(tag)) return true
  if (tag === undefined || !COMPUTED.has(tag)) return false
  return Object.values(Object.values(node)[0] as object).every((field) =>
    Array.isArray(field)
      ? field.every((item) => isComputed(item as Node))
      : !isNode(field) || isComputed(field),
  )
}

const isNode = (value: unknown): value is Node =>
  value !== null && typeof value === 'object' && /^[A-Z]/.test(Object.keys(value)[0] ?? '')

/** Operators whose result is no boolean. */
const VALUES = new Set('+ - * / % || -> ->> #> #>> & | # << >>'.split(' '))
/** Functions whose result is no boolean. */
const PLAIN = /^(max|min|sum|avg|count|lower|upper|btrim|abs|length|substr|substring|concat|date_trunc|now)$/

/** An expression that may give a boolean, as far as its text tells. */
export function mayBeTruth(node: Node | undefined): boolean {
  if (node === undefined || as(node, 'ColumnRef') || as(node, 'ParamRef') || as(node, 'SQLValueFunction'))
    return false
  const constant = as(node, 'A_Const')
  if (constant) return constant.boolval !== undefined || isBoolean(constant.sval?.sval ?? '')
  const cast = as(node, 'TypeCast')
  if (cast) return parts(cast.typeName?.names).at(-1) === 'bool'
  const operation = as(node, 'A_Expr')
  if (operation) return operation.kind !== 'AEXPR_OP' || !VALUES.has(parts(operation.name).at(-1) ?? '')
  const call = as(node, 'FuncCall')
  if (call) return !PLAIN.test(parts(call.funcname).at(-1) ?? '')
  const choice = as(node, 'CaseExpr')
  const results = choice && [
    choice.defresult,
    ...(choice.args ?? []).map((each) => as(each, 'CaseWhen')?.result),
  ]
  const values = results ?? as(node, 'CoalesceExpr')?.args ?? as(node, 'MinMaxExpr')?.args
  return values ? values.some(mayBeTruth) : true
}

/** Half of the rows may have what such a query gives. With the column's name and no star, only that is looked at. */
export function givesTruths(query: SelectStmt, column?: string): boolean {
  const sides = [query.larg, query.rarg].flatMap((side) => side ?? [])
  if (sides.length > 0) return sides.some((side) => givesTruths(side))
  const named = column !== undefined && labelsOf(query)?.has(column)
  const values = (query.targetList ?? []).flatMap((item) => {
    const target = as(item, 'ResTarget')
    return named && target && labelOf(target) !== column ? [] : (target?.val ?? [])
  })
  return [...values, ...(query.valuesLists ?? []).flatMap((row) => as(row, 'List')?.items ?? [])].some(
    mayBeTruth,
  )
}

/** No more rows by what is in the target list than the client wrote down or sent. */
export function addsNoRows(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(addsNoRows)
  if (value === null || typeof value !== 'object') return true
  if (as(value as Node, 'SubLink')) return true
  const call = as(value as Node, 'FuncCall')
  if (call && !isGiven(call)) {
    const names = parts(call.funcname)
    const name = names.at(-1) ?? ''
    if ((isForeign(names) && effectOfName(names)) || returnsSet(name)) return false
  }
  return Object.values(value).every(addsNoRows)
}
