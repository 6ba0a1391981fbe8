// What the open transaction of one connection did to names and definitions, which other connections cannot see yet.
import type { Analysis, Effect } from '../../core/statement.ts'
import { bare, isSystem } from './identifiers.ts'
import type { Upheaval } from './upheaval.ts'

/** The meaning of any name may have changed. */
const ANYTHING = new Set(['unknown', 'load'])
const CHANGING = new Set(['create', 'alter', 'drop', 'detach', 'own', 'rename', 'move'])
/** A relation that shows what is in others. */
const SHOWING = new Set(['view', 'materialized-view', 'foreign-table', 'rule'])
/** ALTER INDEX renames tables, too. */
const NAMED = new Set(['table', 'view', 'materialized-view', 'foreign-table', 'index', 'column'])
/** Their names stand in no query, or, as those of code, are noted elsewhere. */
const UNREAD = new Set(
  'aggregate collation constraint conversion database domain event-trigger foreign-data-wrapper function language operator operator-class operator-family policy publication role rule sequence server statistic-ext statistics subscription tablespace text-search trigger type user-mapping'.split(
    ' ',
  ),
)

/** How far a statement may be from what the catalogue says: its names mean other relations, or these have other definitions, or code of any name. */
export type Drifted = 'no' | 'renamed' | 'moved' | 'lost'

/** Names of views and the like that read a relation for which `test` holds; undefined when that is not known. */
export type Reading = (test: (base: string) => boolean) => ReadonlySet<string> | undefined

export class Moved {
  /** Names, without schema, of what reads other relations. */
  readonly views = new Set<string>()
  /** Old and new names of relations that stayed what they were. */
  readonly renamed = new Set<string>()
  /** Names, without schema, of everything that came up. */
  readonly made = new Set<string>()
  all = false
  /** Code of any name may have come up. */
  code = false

  get any(): boolean {
    return this.made.size > 0 || this.shifts
  }

  /** What others read may not be what it was. */
  get shifts(): boolean {
    return this.all || this.views.size > 0 || this.renamed.size > 0
  }

  /** What it makes stale: a table that came up shows no other. */
  get upheaval(): Upheaval {
    if (this.shifts) return 'all'
    return this.made.size > 0 ? 'relations' : 'none'
  }

  note({ effects, relations }: Pick<Analysis, 'effects' | 'relations'>): void {
    for (const effect of effects) {
      const { action, object, name } = effect
      if (ANYTHING.has(action)) this.all = this.code = true
      if (!CHANGING.has(action)) continue
      if (isWide(effect)) this.all = true
      else if (action === 'rename' || action === 'move') this.#renames(effect)
      if (action === 'create' && name !== undefined) this.made.add(bare(name))
      if (SHOWING.has(object)) for (const each of name ? [name] : relations) this.views.add(bare(each))
      else if (joins(effect, relations)) for (const each of relations) this.views.add(bare(each))
    }
  }

  add(other: Moved): void {
    for (const name of other.views) this.views.add(name)
    for (const name of other.renamed) this.renamed.add(name)
    for (const name of other.made) this.made.add(name)
    this.all ||= other.all
    this.code ||= other.code
  }

  #renames({ object, name, detail = '', cascade }: Effect): void {
    if (UNREAD.has(object) && !cascade) return
    if (!NAMED.has(object) || name === undefined) this.all = true
    else this.renamed.add(bare(name))
    if (detail.startsWith('to ')) this.renamed.add(bare(detail.slice('to '.length)))
  }

  /** Whether a statement may read something of it. */
  touches({ relations, uses }: Analysis, reading: Reading): Drifted {
    if (this.code && uses !== undefined) return 'lost'
    if (this.all && relations.some((relation) => !isSystem(relation))) return 'moved'
    if (meets(this.views, relations, reading)) return 'moved'
    return meets(this.renamed, relations, reading) ? 'renamed' : 'no'
  }

  clear(): void {
    this.views.clear()
    this.renamed.clear()
    this.made.clear()
    this.all = this.code = false
  }
}

/** What one statement does; undefined when it moves nothing. */
export function movedBy(analysis: Pick<Analysis, 'effects' | 'relations'>): Moved | undefined {
  if (!analysis.effects.some(({ action }) => CHANGING.has(action) || ANYTHING.has(action))) return undefined
  const moved = new Moved()
  moved.note(analysis)
  return moved.any ? moved : undefined
}

function meets(names: ReadonlySet<string>, relations: readonly string[], reading: Reading): boolean {
  if (names.size === 0 || relations.length === 0) return false
  if (relations.some((relation) => names.has(bare(relation)))) return true
  const behind = reading((base) => names.has(bare(base)))
  return relations.some((relation) => !isSystem(relation) && (behind === undefined || behind.has(relation)))
}

/** What a schema or an extension holds is not in the text. */
const isWide = ({ action, object }: Effect): boolean =>
  (object === 'schema' && action !== 'create') || object === 'extension' || object === 'foreign-schema'

/** A table shows others when it is made their parent. */
const joins = ({ action, object }: Effect, relations: readonly string[]): boolean =>
  object === 'partition' ||
  object === 'inheritance' ||
  (action === 'alter' && object === 'table' && relations.length > 1)
