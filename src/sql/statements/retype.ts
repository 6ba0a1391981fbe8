// ALTER COLUMN … TYPE … USING: the same values in another form, or others.
import type { ColumnDef, Node, TypeName } from '@pgsql/types'
import type { Retype } from '../../core/statement.ts'
import { fold } from '../constants.ts'
import { as, dotted, parts } from '../tree.ts'

/** True when the new values are more than the old ones in another form. */
export function overwrites(definition: ColumnDef | undefined, column: string | undefined): boolean {
  const type = definition?.typeName
  const first = parts(type?.names)
  if (first.length === 1 && first[0] === 'char') return true
  return definition?.raw_default !== undefined && !isForm(definition.raw_default, column, true)
}

/** Types that cut or round what is assigned to them without an error. What numbers and times with a precision lose, the old type tells. */
const NARROW = /^(date|time|timetz|float4|name|money|cidr)$/
const CUT = /^(bpchar|varchar|char|bit|varbit)$/
/** `interval(3)` has all its fields. */
const ALL_FIELDS = 32767

/** True when the new type keeps less of a value than others do, whatever the old one was. */
export function narrows(definition: ColumnDef | undefined): boolean {
  const type = definition?.typeName
  const name = parts(type?.names).at(-1) ?? ''
  // Only what is a boolean already is taken without a cast.
  if (NARROW.test(name) || (name === 'bool' && definition?.raw_default !== undefined)) return true
  if (name === 'interval' && type?.typmods && fold(type.typmods[0]) !== ALL_FIELDS) return true
  const cast = as(definition?.raw_default, 'TypeCast')?.typeName
  // A cast that is written out cuts at the length; an assignment is an error.
  if (CUT.test(parts(cast?.names).at(-1) ?? '') && (cast?.typmods?.length ?? 0) > 0) return true
  return onTheWay(definition?.raw_default, written(type))
}

/** They hold every value of the types that are cast to them, or fail. */
const WIDE = /^(text|varchar|jsonb?|numeric)$/
const WHOLE = /^int[248]$/

/** It is made a number first, so that a whole one is rounded: a text with fractions would be an error. */
function hasFractions(node: Node | undefined): boolean {
  const cast = as(node, 'TypeCast')
  const made = cast ? cast.typeName?.names : as(node, 'FuncCall')?.funcname
  return /^(numeric|float[48]|jsonb?|to_jsonb?)$/.test(parts(made).at(-1) ?? '')
}

/** Of a moment, all of its day. */
const WHOLE_DAY = [/Y/i, /MM|MON|DDD|J/i, /D|J/i]

/** True when USING casts the values to a type that may keep less than the new one. */
function onTheWay(
  node: Node | undefined,
  to: Pick<Retype, 'type' | 'modifier'> | undefined,
  above = '',
): boolean {
  const cast = as(node, 'TypeCast')
  if (cast) {
    const type = written(cast.typeName)
    const same =
      type !== undefined && type.type === to?.type && (type.modifier ?? to.modifier) === to.modifier
    const wide = type?.modifier === undefined && WIDE.test(type?.type ?? '')
    // Whole numbers have no fractions of a second.
    const seconds = above === 'to_timestamp' && type?.type === 'float8'
    if (type && WHOLE.test(type.type) && hasFractions(cast.arg)) return true
    return (!same && !wide && !seconds) || onTheWay(cast.arg, to, above)
  }
  const call = as(node, 'FuncCall')
  const name = parts(call?.funcname).at(-1) ?? ''
  if (call && name === 'to_timestamp' && call.args?.length === 2 && !readsDay(fold(call.args[1]))) return true
  const below = [...(call?.args ?? []), ...(as(node, 'A_ArrayExpr')?.elements ?? [])]
  const inner = as(node, 'CollateClause')?.arg ?? as(node, 'A_Expr')?.lexpr
  return [...below, ...(inner ? [inner] : [])].some(
    (each) => fold(each) === undefined && onTheWay(each, to, name),
  )
}

const readsDay = (format: unknown): boolean =>
  typeof format === 'string' && WHOLE_DAY.every((part) => part.test(format))

/** The type that values get which are taken over as they are, or cast to it; undefined for other values. */
export function newType(
  definition: ColumnDef | undefined,
  column: string,
): Pick<Retype, 'type' | 'modifier' | 'cast'> | undefined {
  const type = written(definition?.typeName)
  const elements = as(definition?.raw_default, 'A_ArrayExpr')?.elements
  const using = elements?.length === 1 ? elements[0] : definition?.raw_default
  if (!type || using === undefined || isColumn(using, column)) return type && { ...type, cast: false }
  const cast = as(using, 'TypeCast')
  const to = written(cast?.typeName)
  const seconds = secondsOf(using, column)
  if (seconds) return { ...seconds, cast: true }
  if (!to || to.type !== type.type || !isColumn(cast?.arg, column)) return undefined
  // Without its length, the cast changes nothing that the assignment would not.
  if (to.modifier === undefined) return { ...type, cast: false }
  return to.modifier === type.modifier ? { ...type, cast: true } : undefined
}

/** `to_timestamp(column::bigint)`: what is lost is lost by the cast. */
function secondsOf(using: Node, column: string): Pick<Retype, 'type' | 'modifier'> | undefined {
  const { funcname, args = [] } = as(using, 'FuncCall') ?? {}
  const cast = as(args[0], 'TypeCast')
  if (parts(funcname).at(-1) !== 'to_timestamp' || args.length !== 1 || !isColumn(cast?.arg, column))
    return undefined
  const type = written(cast?.typeName)
  return type && WHOLE.test(type.type) ? type : undefined
}

const isColumn = (node: Node | undefined, column: string | undefined): boolean =>
  column !== undefined && parts(as(node, 'ColumnRef')?.fields).at(-1) === column

/** `varchar`, `10,2`; undefined for what is no constant. */
function written(type: TypeName | undefined): Pick<Retype, 'type' | 'modifier'> | undefined {
  const names = parts(type?.names)
  const own = names[0] === 'pg_catalog' ? names.slice(1) : names
  const modifiers = (type?.typmods ?? []).map((node) => fold(node))
  if (own.length === 0 || modifiers.some((each) => typeof each !== 'number')) return undefined
  const modifier = modifiers.join(',')
  return { type: dotted(own), ...(modifier !== '' && { modifier }) }
}

const FORMS = /^(timezone|to_timestamp|to_jsonb?|array_to_json|array_to_string|string_to_array|nullif)$/
const SEPARATES = /^(array_to_string|string_to_array)$/
/** Types that keep little of what was cast to them. */
const SHORT = /^(char|bool|name|date|time|timetz|int2)$/

function isForm(node: Node | undefined, column: string | undefined, outermost: boolean): boolean {
  const below = (inner: Node | undefined) => isForm(inner, column, false)
  const cast = as(node, 'TypeCast')
  if (cast) return keepsForm(cast.typeName, outermost) && below(cast.arg)
  const call = as(node, 'FuncCall')
  if (call) {
    const name = parts(call.funcname).at(-1) ?? ''
    const constants = (call.args ?? []).map((arg) => fold(arg))
    const values = (call.args ?? []).filter((arg) => fold(arg) === undefined)
    // With NULL they give NULL, or single letters; without a separator nobody finds the elements again.
    if (constants.some((each) => each === null || (each === '' && SEPARATES.test(name)))) return false
    return FORMS.test(name) && values.length === 1 && below(values[0])
  }
  const operation = as(node, 'A_Expr')
  if (operation?.kind === 'AEXPR_NULLIF') return below(operation.lexpr) && fold(operation.rexpr) !== undefined
  const elements = as(node, 'A_ArrayExpr')?.elements
  if (elements) return elements.length === 1 && below(elements[0])
  const collated = as(node, 'CollateClause')
  if (collated) return below(collated.arg)
  return isColumn(node, column) || isSwitch(node, column)
}

/** `CASE WHEN active THEN 1 ELSE 0 END`: one value for true, and another. */
function isSwitch(node: Node | undefined, column: string | undefined): boolean {
  const { arg, args = [], defresult } = as(node, 'CaseExpr') ?? {}
  const [only, ...others] = args.map((each) => as(each, 'CaseWhen'))
  if (!only || arg || others.length > 0 || !isColumn(only.expr, column)) return false
  const [yes, no] = [fold(only.result), fold(defresult)]
  return yes !== undefined && no !== undefined && yes !== null && no !== null && yes !== no
}

/** A length cuts the values: one that leaves a letter or two keeps no form. */
function keepsForm(type: TypeName | undefined, outermost: boolean): boolean {
  const name = parts(type?.names).at(-1) ?? ''
  const length = fold(type?.typmods?.[0])
  const cut = CUT.test(name) && (name === 'char' || typeof length === 'number')
  if (cut) return outermost && name !== 'char' && typeof length === 'number' && length > 2
  return outermost || (!SHORT.test(name) && !type?.typmods)
}
