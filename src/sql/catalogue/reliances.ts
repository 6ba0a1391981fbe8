// Whether keys pick few rows: another table must be a table and have the column, and no key may be a boolean.
import type { Analysis, Effect, Reliance } from '../../core/statement.ts'
import type { Scope } from './names.ts'
import type { Run } from './run.ts'
import type { Relation } from './snapshot.ts'
import { isPlain } from './views.ts'

/** The effects, where a few rows may be any number of them; the very array when what the text relies on is so. */
export function relied(
  effects: readonly Effect[],
  { relies = [] }: Analysis,
  scope: Scope,
  run: Run,
): readonly Effect[] {
  if (relies.every((each) => holds(each, scope, run))) return effects
  return effects.map((effect) => (isPicked(effect) ? { ...effect, rows: 'unknown' } : effect))
}

const isPicked = ({ action, rows, temporary }: Effect): boolean =>
  (action === 'update' || action === 'delete') && (rows === 'one' || rows === 'some') && !temporary

function holds({ relation: name, column, own }: Reliance, scope: Scope, run: Run): boolean {
  const found = run.relations(name, scope)
  if (own) return found.every((relation) => own.some((each) => tellsApart(relation, each, scope, run)))
  return (
    found.length > 0 &&
    found.every((relation) => {
      const { kind, columns } = relation
      const stored = KINDS.has(kind) || (kind === 'view' && isPlain(relation, scope, run))
      return (
        stored && (column === undefined || column === 'ctid' || columns.some((each) => each.name === column))
      )
    })
  )
}

/** Any type but booleans, and those of a domain over them. */
function tellsApart({ columns }: Relation, name: string, scope: Scope, run: Run): boolean {
  const type = columns.find((each) => each.name === name)?.type
  if (type === undefined) return true
  return type !== 'bool' && run.schema.domains.first(type, scope).every(({ base }) => base !== 'bool')
}

const KINDS = new Set(['table', 'partitioned', 'foreign-table'])
