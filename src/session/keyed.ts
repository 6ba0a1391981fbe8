// Columns and relations that the connection made: a key of them may be the same in every row.
import type { Analysis, Effect } from '../core/statement.ts'
import { MadeNames } from '../sql/predicates/made.ts'
import { lastPart } from '../sql/reach.ts'

const MAKES = new Set(['create', 'rename', 'move'])
const KEPT = 2000

export class Keyed {
  readonly #made = new MadeNames()

  /** It is about to run. What other connections fill is not known, so what this one fills makes no difference. */
  learn({ flows = [] }: Analysis, effects: readonly Effect[]): void {
    for (const effect of effects) if (MAKES.has(effect.action)) this.#made.sees(effect)
    // The flow has the new name.
    if (effects.some(({ action, object }) => action === 'rename' && object === 'column'))
      for (const { column, same } of flows) if (same && column !== undefined) this.#made.columns.add(column)
  }

  /** The very array when no key is one of these. */
  applied({ relies = [] }: Analysis, effects: readonly Effect[]): readonly Effect[] {
    const { columns, relations, views } = this.#made
    if (columns.size + relations.size === 0 || relies.length === 0) return effects
    const many = columns.size + relations.size > KEPT
    const open = relies.some(({ relation, own }) => {
      const name = lastPart(relation).replaceAll('"', '')
      if (own) return views.has(name) || own.every((column) => columns.has(column))
      return relations.has(name)
    })
    if (!many && !open) return effects
    return effects.map((effect) => (isPicked(effect) ? { ...effect, rows: 'unknown' } : effect))
  }
}

/** What stored code picks does not depend on the text's keys. */
const isPicked = ({ action, rows, temporary, stored }: Effect): boolean =>
  (action === 'update' || action === 'delete') && (rows === 'one' || rows === 'some') && !temporary && !stored
