// Values that pick rows of a column: few, unless the column holds booleans.
import type { Node } from '@pgsql/types'
import { uncast } from '../columns.ts'
import { fold } from '../constants.ts'
import { as, parts } from '../tree.ts'
import { FALSE, TRUE } from '../values.ts'
import type { Place } from './target.ts'
import { bothTruths } from './tautologies.ts'

/** Values that pick few rows. A boolean picks about any share of them, also one that is written as a text. */
export function picks(values: readonly (Node | undefined)[], place: Place): boolean {
  if (!values.every((value) => isPicking(value, place))) return false
  const texts = values.flatMap(textOf)
  return !(texts.length > 0 && texts.every(isBoolean)) && !(values.length > 1 && bothTruths(values))
}

/** `column = ANY (array)` */
export function picksAny(array: Node | undefined, place: Place): boolean {
  if (!isPicking(array, place)) return false
  const elements = textOf(array).flatMap((text) => text.split(/[{},"\s]+/).filter(Boolean))
  return !(elements.length > 0 && elements.every(isBoolean)) && !bothTruths([array])
}

/** A constant, a parameter, who or when it is: no column in it. */
function isPicking(value: Node | undefined, place: Place): boolean {
  if (value === undefined || isTruth(value)) return false
  if (place.repeated && holdsParameter(value)) return false
  const bare = uncast(value)
  if (bare === undefined) return false
  if (as(bare, 'ParamRef') || as(bare, 'SQLValueFunction')) return true
  const constant = as(bare, 'A_Const')
  if (constant) return !constant.isnull && fold(value) !== null
  const found = fold(bare)
  return found !== undefined && found !== null && typeof found !== 'boolean'
}

export const holdsParameter = (value: unknown): boolean =>
  (JSON.stringify(value) ?? '').includes('"ParamRef":')

/** A boolean, or what is cast to one on the way. */
function isTruth(value: Node): boolean {
  if (typeof fold(value) === 'boolean') return true
  const cast = as(value, 'TypeCast')
  if (!cast) return typeof fold(value) === 'boolean'
  return parts(cast.typeName?.names).at(-1) === 'bool' || (cast.arg !== undefined && isTruth(cast.arg))
}

const textOf = (value: Node | undefined): readonly string[] => {
  const constant = fold(value) ?? fold(uncast(value))
  return typeof constant === 'string' ? [constant] : []
}

/** As a boolean is written. `1` and `0` are numbers more often. */
export function isBoolean(text: string): boolean {
  const bare = text.trim()
  return !/^[01]$/.test(bare) && (TRUE.test(bare) || FALSE.test(bare))
}
