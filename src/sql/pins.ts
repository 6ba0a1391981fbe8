// Columns that a DELETE or UPDATE compares with values, so that a unique key can tell how many rows it picks at most.
// What the text gives a value decides which `=` the server takes, and that must be the one which the key is unique by.
import type { A_Expr, Node, RangeVar } from '@pgsql/types'
import type { Pin, Pins } from '../core/statement.ts'
import { alias } from './columns.ts'
import { addsNoRows } from './predicates/computed.ts'
import { as, parts, relationName } from './tree.ts'

/** Of the only statement of a text; undefined when it is none of these, or compares nothing. */
export function pinsOf(stmt: Node | undefined): Pins | undefined {
  const insert = as(stmt, 'InsertStmt')
  if (insert) return proposed(stmt)
  const update = as(stmt, 'UpdateStmt')
  const { relation, whereClause } = update ?? as(stmt, 'DeleteStmt') ?? {}
  const others = update?.fromClause ?? as(stmt, 'DeleteStmt')?.usingClause ?? []
  if (!relation || !whereClause || others.length > 0) return undefined
  const columns = conditions(whereClause).flatMap((node) => pinned(node, relation))
  if (columns.length === 0) return undefined
  const shared = columns.some(({ types }) => types.some((type) => type.startsWith('$'))) ? repeated(stmt) : []
  return { relation: relationName(relation), columns, ...(shared.length > 0 && { shared }) }
}

/** ON CONFLICT changes one row at most for each that is written down. */
function proposed(stmt: Node | undefined): Pins | undefined {
  const { relation, selectStmt, onConflictClause } = as(stmt, 'InsertStmt') ?? {}
  if (!relation || onConflictClause?.action !== 'ONCONFLICT_UPDATE') return undefined
  const rows = as(selectStmt, 'SelectStmt')?.valuesLists
  if (!rows || !addsNoRows(rows)) return undefined
  return { relation: relationName(relation), columns: [], rows: rows.length }
}

/** All of them hold. */
function conditions(node: Node): readonly Node[] {
  const { boolop, args = [] } = as(node, 'BoolExpr') ?? {}
  return boolop === 'AND_EXPR' ? args.flatMap(conditions) : [node]
}

function pinned(node: Node, relation: RangeVar): readonly Pin[] {
  const expression = as(node, 'A_Expr')
  if (!expression || !/^(pg_catalog\.)?=$/.test(parts(expression.name).join('.'))) return []
  const { kind, lexpr, rexpr } = expression
  if (kind === 'AEXPR_IN') return listed(expression, relation)
  if (kind !== 'AEXPR_OP') return []
  const [columns, values] = [as(lexpr, 'RowExpr')?.args, as(rexpr, 'RowExpr')?.args]
  if (columns && columns.length === values?.length)
    return columns.flatMap((column, index) => equal(column, values[index], relation))
  return [...equal(lexpr, rexpr, relation), ...equal(rexpr, lexpr, relation)]
}

function equal(left: Node | undefined, right: Node | undefined, relation: RangeVar): readonly Pin[] {
  const column = columnOf(left, relation)
  const type = typeOf(right)
  return column === undefined || type === undefined ? [] : [{ column, values: 1, types: [type] }]
}

function listed({ lexpr, rexpr }: A_Expr, relation: RangeVar): readonly Pin[] {
  const column = columnOf(lexpr, relation)
  const items = as(rexpr, 'List')?.items ?? []
  const types = items.flatMap((item) => typeOf(item) ?? [])
  if (column === undefined || types.length === 0 || types.length < items.length) return []
  return [{ column, values: items.length, types: [...new Set(types)] }]
}

/** A column as it is: a cast or a function may make several values one. */
function columnOf(node: Node | undefined, relation: RangeVar): string | undefined {
  const fields = as(node, 'ColumnRef')?.fields ?? []
  const names = parts(fields)
  if (names.length !== fields.length || names.length > 2 || relation.alias?.colnames) return undefined
  return names.length === 2 && names[0] !== alias(relation) ? undefined : names.at(-1)
}

/** See `Pin.types`; undefined for what is no value, NULL, or compared in an order of its own. */
function typeOf(node: Node | undefined): string | undefined {
  const constant = as(node, 'A_Const')
  if (constant?.sval) return 'unknown'
  if (constant) return constant.ival || constant.fval ? 'number' : undefined
  const parameter = as(node, 'ParamRef')
  if (parameter) return parameter.number ? `$${parameter.number}` : undefined
  const { arg, typeName } = as(node, 'TypeCast') ?? {}
  if (!typeName || typeName.arrayBounds || typeName.setof || typeName.pct_type) return undefined
  const names = parts(typeName.names)
  const plain = as(arg, 'A_Const') ?? as(arg, 'ParamRef')
  if (!plain || !typeOf(arg) || (names.length > 1 && names[0] !== 'pg_catalog')) return undefined
  return names.at(-1)
}

/** Numbers of parameters that stand in more than one place: another one may give it its type. */
function repeated(stmt: Node | undefined): readonly number[] {
  const seen = new Set<number>()
  const found = new Set<number>()
  for (const [, digits] of JSON.stringify(stmt).matchAll(/"ParamRef":\{"number":(\d+)/g)) {
    const number = Number(digits)
    if (seen.has(number)) found.add(number)
    seen.add(number)
  }
  return [...found]
}
