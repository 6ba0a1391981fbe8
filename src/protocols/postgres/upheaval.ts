// How much of what is known of the catalogue a statement makes stale. Asking again costs a round trip, and a migration
// has hundreds of statements that no view can notice.
import type { Analysis, Effect } from '../../core/statement.ts'

/** `relations`: tables and columns came up; `all`: views, names or partitions may have changed too. */
export type Upheaval = 'none' | 'relations' | 'all'

/** What only adds tables, columns and what belongs to them. */
const ADDING = new Set([
  'create table',
  'create column',
  'create index',
  'create constraint',
  'create schema',
  'create sequence',
  'scan constraint',
  'scan foreign-key',
  'rewrite column',
])
const CALM = new Set(['read', 'insert', 'update', 'delete', 'comment', 'transaction'])

export const wider = (one: Upheaval, other: Upheaval): Upheaval =>
  one === 'all' || other === 'none' ? one : other

export function upheaval({ effects, changes, flows }: Analysis): Upheaval {
  if (effects.some(({ object }) => object === 'extension')) return 'all'
  if (!changes.schema) return 'none'
  return flows === undefined && effects.length > 0 && effects.every(adds) ? 'relations' : 'all'
}

const adds = ({ action, object, via }: Effect): boolean =>
  via === undefined && (CALM.has(action) || ADDING.has(`${action} ${object}`))
