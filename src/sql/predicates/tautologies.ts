// Alternatives that leave no row out: `a IS NULL OR a IS NOT NULL`, `flag IN ('t', 'f')`.
import type { Node } from '@pgsql/types'
import { uncast } from '../columns.ts'
import { fold } from '../constants.ts'
import { as, shape } from '../tree.ts'
import { FALSE, TRUE } from '../values.ts'

/** The arguments of OR, and of OR inside of it. */
export const alternatives = (args: readonly Node[]): readonly Node[] =>
  args.flatMap((arg) => {
    const bool = as(arg, 'BoolExpr')
    return bool?.boolop === 'OR_EXPR' ? alternatives(bool.args ?? []) : [arg]
  })

/** `a IS NULL OR a IS NOT NULL`, `p OR NOT p`. */
export function complementary(args: readonly Node[]): boolean {
  const plain = new Set<string>()
  const negated = new Set<string>()
  for (const arg of args) {
    const test = as(arg, 'NullTest')
    const bool = as(arg, 'BoolExpr')
    if (test) (test.nulltesttype === 'IS_NULL' ? plain : negated).add(`null ${shape(test.arg)}`)
    else if (bool?.boolop === 'NOT_EXPR') negated.add(shape(bool.args?.[0]))
    else plain.add(shape(arg))
  }
  return [...plain].some((text) => negated.has(text))
}

const TRUTHS = [TRUE, FALSE] as const

/** Constants that a boolean column may be compared with, so that every row has one of them. */
export function bothTruths(values: readonly (Node | undefined)[]): boolean {
  const texts = values.flatMap((value) => {
    const constant = fold(value) ?? fold(uncast(value))
    return typeof constant === 'string' || typeof constant === 'boolean' ? [String(constant).trim()] : []
  })
  const words = texts.flatMap((text) => (/^\{.*\}$/s.test(text) ? text.split(/[{},"\s]+/) : [text]))
  return TRUTHS.every((truth) => words.some((word) => truth.test(word)))
}
