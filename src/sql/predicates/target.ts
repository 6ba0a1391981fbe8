// The table whose rows are picked, and all that is known where its condition stands.
import type { Node, RangeVar, WithClause } from '@pgsql/types'
import type { Reliance } from '../../core/statement.ts'
import type { Joined } from '../columns.ts'
import { as } from '../tree.ts'
import { type Made, type Names, namesWith } from './names.ts'

/** Where the statement stands. */
export interface Place {
  /** In a loop: parameters are another value each time, and batches add up. */
  readonly repeated?: boolean
  /** In PL/pgSQL, where an array may be filled by a query. */
  readonly body?: boolean
}

/** What the walk over the text knows at a statement. */
export interface Context {
  /** The WITH clauses around it, outermost first, as far as they are visible. */
  readonly withs: readonly WithClause[]
  readonly place: Place
  readonly made: Made
  rely(on: Reliance): void
}

export interface Target extends Joined {
  /** The table of the statement. */
  readonly changed: RangeVar
  readonly names: Names
  /** FROM items of the queries around this one, whose columns an unqualified name may mean. */
  readonly around: readonly Node[]
  /** All of these hold for a row that is picked: WHERE, and what inner joins are made on. */
  readonly conditions: readonly Node[]
  /** Names of the tables whose rows are being asked for already: a join back to them picks nothing. */
  readonly asked?: ReadonlySet<string>
  /** Subqueries that may still be looked into: a text can name them over and over. */
  readonly budget: { left: number }
  readonly context: Context
}

export function targetOf(
  relation: RangeVar,
  others: readonly Node[],
  context: Context,
  conditions: readonly (Node | undefined)[] = [],
): Target {
  const { withs, place, made } = context
  return {
    changed: relation,
    relation,
    others,
    context: { withs, place, made, rely: (on) => context.rely(on) },
    names: context.withs.reduce<Names>((names, clause) => namesWith(clause, names, []), new Map()),
    around: [],
    budget: { left: 200 },
    conditions: conditionsOf(others, conditions),
  }
}

/**
 * What must hold for the rows of these FROM items. An outer join keeps rows for which its condition does not, and a join
 * with a name hides what it is made of.
 */
export function conditionsOf(items: readonly Node[], also: readonly (Node | undefined)[]): readonly Node[] {
  const found = also.flatMap((node) => node ?? [])
  for (const item of items) {
    const join = as(item, 'JoinExpr')
    if (!join || join.alias || (join.jointype ?? 'JOIN_INNER') !== 'JOIN_INNER') continue
    const sides = [join.larg, join.rarg].flatMap((side) => side ?? [])
    found.push(...conditionsOf(sides, [join.quals]))
  }
  return found
}

/** What a subquery in a condition of the target sees around it. */
export const insideOf = ({ around, relation, others }: Target): readonly Node[] => [
  ...around,
  { RangeVar: relation },
  ...others,
]
