// How many rows of its target a WHERE clause lets through, as far as the text can tell.
import type { Node } from '@pgsql/types'
import { narrowest } from './selectivity.ts'
import type { Target } from './target.ts'

export type Rows = 'none' | 'some' | 'all' | 'unknown'

const ROWS = { never: 'none', selective: 'some', weak: 'unknown', free: 'all', always: 'all' } as const

/** The `rows` fact of a DELETE or UPDATE. */
export function rowsOf(where: Node | undefined, target: Target): Rows {
  return rowsOfAll([where], target)
}

/** The same where several conditions hold. */
export function rowsOfAll(conditions: readonly (Node | undefined)[], target: Target): Rows {
  return ROWS[
    narrowest(
      conditions.flatMap((node) => node ?? []),
      target,
    )
  ]
}
