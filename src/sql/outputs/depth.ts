// How far an analysis may go, and how its parts come back to each other.
import type { Node, SelectStmt } from '@pgsql/types'
import type { Output } from '../../core/statement.ts'
import type { Ctes, Item } from '../taint.ts'

export const MAX_DEPTH = 64

/** How deep an analysis is, and how much work is left for all of it: short texts can ask for very much. */
export interface Depth {
  readonly level: number
  readonly work: Work
}

export interface Work {
  /** Column references and sources that may still be looked at. */
  left: number
  /** The outputs of a nested query; undefined when the text does not tell. */
  readonly query: (
    node: Node | undefined,
    ctes: Ctes,
    outer: readonly Item[],
    depth: Depth,
  ) => readonly Output[] | undefined
  /** What it tells that a query has a row. */
  readonly existing: (select: SelectStmt, ctes: Ctes, outer: readonly Item[], depth: Depth) => Output
}

export const deeper = ({ level, work }: Depth): Depth => ({ level: level + 1, work })

/** Every node below, with its tag. */
export function visit(value: unknown, each: (tag: string, fields: object) => void): void {
  if (Array.isArray(value)) for (const item of value) visit(item, each)
  else if (value !== null && typeof value === 'object')
    for (const [key, child] of Object.entries(value)) {
      if (child !== null && typeof child === 'object') each(key, child)
      visit(child, each)
    }
}
