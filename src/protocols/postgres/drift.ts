// Which names may mean something else by now than the side connection can see: views, rules and partitions of a
// transaction that is not over. Noted before the statement is sent, forgotten when its outcome is in the catalogue.
import type { Analysis, Effect } from '../../core/statement.ts'
import { bare, isSystem } from './identifiers.ts'
import type { Upheaval } from './upheaval.ts'

/** The meaning of any name may have changed. */
const ANYTHING = new Set(['rename', 'move', 'unknown', 'load'])
const CHANGING = new Set(['create', 'alter', 'drop', 'detach', 'own'])
/** A relation that shows what is in others. */
const SHOWING = new Set(['view', 'materialized-view', 'foreign-table', 'rule'])

export class Moved {
  /** Names, without schema, of what reads other relations. */
  readonly views = new Set<string>()
  /** Names, without schema, of everything that came up. */
  readonly made = new Set<string>()
  all = false

  get any(): boolean {
    return this.all || this.made.size > 0 || this.views.size > 0
  }

  /** What it makes stale: a table that came up shows no other. */
  get upheaval(): Upheaval {
    if (this.all || this.views.size > 0) return 'all'
    return this.made.size > 0 ? 'relations' : 'none'
  }

  note({ effects, relations }: Analysis): void {
    for (const effect of effects) {
      if (ANYTHING.has(effect.action) || wide(effect)) this.all = true
      if (!CHANGING.has(effect.action)) continue
      if (effect.action === 'create' && effect.name !== undefined) this.made.add(bare(effect.name))
      if (shows(effect, relations)) for (const relation of relations) this.views.add(bare(relation))
    }
  }

  clear(): void {
    this.views.clear()
    this.made.clear()
    this.all = false
  }
}

/** What a schema or an extension holds is not in the text. */
const wide = ({ action, object }: Effect): boolean =>
  (object === 'schema' && action !== 'create' && CHANGING.has(action)) || object === 'extension'

/** A table shows others when it is made their parent. */
const shows = ({ action, object }: Effect, relations: readonly string[]): boolean =>
  SHOWING.has(object) ||
  object === 'partition' ||
  object === 'inheritance' ||
  (action === 'alter' && object === 'table' && relations.length > 1)

/** What all connections of a target have under way. */
export class Drift {
  readonly #open = new Set<Moved>()

  get any(): boolean {
    return this.#open.size > 0
  }

  add(moved: Moved): void {
    if (moved.any) this.#open.add(moved)
  }

  over(moved: Moved): void {
    moved.clear()
    this.#open.delete(moved)
  }

  /** True when one of them may read something that is not in the catalogue yet; `reading` finds those that read a relation. */
  touches(
    relations: readonly string[],
    reading: (test: (base: string) => boolean) => ReadonlySet<string>,
  ): boolean {
    for (const { all, views } of this.#open) {
      if (all && relations.some((relation) => !isSystem(relation))) return true
      if (views.size === 0) continue
      if (relations.some((relation) => views.has(bare(relation)))) return true
      const behind = reading((base) => views.has(bare(base)))
      if (relations.some((relation) => behind.has(relation))) return true
    }
    return false
  }
}
