// ADD COLUMN of a table whose child has a column of that name: the server makes them one, and the values there are older.
import type { Effect } from '../../core/statement.ts'
import { MERGED, NEW_COLUMNS } from '../reach.ts'
import type { Scope } from './names.ts'
import type { Run } from './run.ts'
import type { Relation } from './snapshot.ts'

/** The effects, as the columns of children have it. The very array when they have nothing. */
export function merged(effects: readonly Effect[], scope: Scope, run: Run): readonly Effect[] {
  const found = effects.filter((effect) => isMerged(effect, scope, run))
  if (found.length === 0) return effects
  const names = new Set(found.map(({ name }) => name))
  return effects.map((effect) => {
    if (found.includes(effect)) return { ...effect, detail: MERGED }
    if (effect.detail !== NEW_COLUMNS || !names.has(effect.name)) return effect
    const { detail: _, ...old } = effect
    return old
  })
}

function isMerged({ action, object, name, column }: Effect, scope: Scope, run: Run): boolean {
  if (action !== 'create' || object !== 'column' || name === undefined || column === undefined) return false
  return run.relations(name, scope).some((relation) => inChild(relation, column, run, new Set()))
}

function inChild({ children = [] }: Relation, column: string, run: Run, seen: Set<string>): boolean {
  return children.some((name) => {
    if (seen.has(name)) return false
    seen.add(name)
    return run.schema.relations
      .exact(name)
      .some((child) => child.columns.some((own) => own.name === column) || inChild(child, column, run, seen))
  })
}
