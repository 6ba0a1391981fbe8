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
  return values.every((value) => isPicking(value, place)) && !areTruths(values) && !bothTruths(values)
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

/** Texts that a boolean column is compared with. `1` and `0` are numbers more often. */
function areTruths(values: readonly (Node | undefined)[]): boolean {
  const texts = values.flatMap((value) => {
    const constant = fold(value) ?? fold(uncast(value))
    return typeof constant === 'string' ? words(constant) : []
  })
  return texts.length > 0 && texts.every((text) => isWord(text))
}

/** As a boolean is written, `1` and `0` aside; also the elements of an array. */
export const isWord = (text: string): boolean => !/^[01]$/.test(text) && (TRUE.test(text) || FALSE.test(text))

const words = (text: string): readonly string[] => {
  const bare = text.trim()
  return /^\{.*\}$/s.test(bare) ? bare.split(/[{},"\s]+/).filter(Boolean) : [bare]
}
