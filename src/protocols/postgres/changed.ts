// Which part of what is known of the stored code a statement makes stale. Reading it anew costs a few dozen milliseconds
// to a second, and a migration has hundreds of statements that nothing later depends on.
import type { Analysis, Effect } from '../../core/statement.ts'
import { type Gained, gained, regardless } from './calm.ts'
import { bare } from './identifiers.ts'

const CHANGING = new Set(['create', 'alter', 'drop', 'rename', 'move', 'detach', 'own', 'load', 'unknown'])
/** They change what runs with the next statement of any kind. */
const ANYTHING = new Set(['load', 'unknown'])
const WIDE = new Set(['event-trigger', 'extension', 'language', 'foreign-schema'])
/** No code hangs on them. */
const APART = new Set(
  'sequence role database tablespace server user-mapping publication subscription comment collation statistics security-label'.split(
    ' ',
  ),
)
/** They concern the statements that name their relation. */
const HELD = new Set(['table', 'column', 'constraint', 'index', 'default'])

/** What is made later, or not at all, by the statement that holds it. */
const LATER = new Set(['function', 'view', 'trigger', 'rule', 'prepare'])
const QUIET = new Set(['comment', 'grant', 'revoke', 'transaction', 'notify', 'prepare'])

export class Changed {
  readonly #names = new Set<string>()
  /** Tables that have changed only so that nothing else comes of writing to them. */
  readonly #gained = new Map<string, Gained>()
  /** Functions, triggers, rules, views, types: anything that reads or writes may run them. */
  #code = false
  #all = false

  get any(): boolean {
    return this.pressing || this.#gained.size > 0
  }

  /** Somebody is likely to wait for it. */
  get pressing(): boolean {
    return this.#all || this.#code || this.#names.size > 0
  }

  /** `effects`: those of the analysis, with what stored code adds. */
  note(analysis: Analysis, effects: readonly Effect[], text: string): void {
    const calm = gained(analysis, effects, text)
    if (calm) this.#gain(...calm)
    else this.#note(analysis, effects)
  }

  #gain(table: string, { made, columns, flagged }: Gained): void {
    const known = this.#gained.get(table) ?? { made: false, columns: new Set<string>(), flagged: false }
    known.made ||= made
    known.flagged ||= flagged
    for (const column of columns) known.columns.add(column)
    this.#gained.set(table, known)
  }

  #note({ relations }: Analysis, effects: readonly Effect[]): void {
    for (const effect of effects) {
      const { action, object, name, stored, temporary } = effect
      // What stored code may do is no reason to read all of it after each call.
      if (!CHANGING.has(action) || temporary || (stored && ANYTHING.has(action))) continue
      if (ANYTHING.has(action) || WIDE.has(object)) this.#all = true
      else if (APART.has(object) || (object === 'schema' && action === 'create')) continue
      else if (HELD.has(object) && holds(effect)) {
        if (name !== undefined) this.#names.add(bare(name))
        for (const relation of relations) this.#names.add(bare(relation))
      } else this.#code = true
    }
  }

  add(other: Changed): void {
    for (const name of other.#names) this.#names.add(name)
    for (const [table, each] of other.#gained) this.#gain(table, each)
    this.#code ||= other.#code
    this.#all ||= other.#all
  }

  clear(): void {
    this.#names.clear()
    this.#gained.clear()
    this.#code = this.#all = false
  }

  /** True when the statement may run or touch what has changed. */
  concerns(analysis: Analysis): boolean {
    const { effects, relations, uses, count } = analysis
    if (this.#all) return true
    if (this.#code && !effects.every(quiet)) return true
    // What computes only has no effect, and may come to a domain or an operator.
    const computes = uses !== undefined && (count > 1 || !effects.some(({ action }) => action === 'create'))
    if (this.#code && computes) return true
    if (this.#names.size > 0 && relations.some((relation) => this.#names.has(bare(relation)))) return true
    if (this.#gained.size === 0 || !relations.some((relation) => this.#gained.has(bare(relation))))
      return false
    return !regardless(analysis, (table) => this.#gained.get(table))
  }
}

/** A foreign key is something that the other table sets off, also through a view. */
const holds = ({ action, detail, cascade }: Effect): boolean =>
  action !== 'rename' && action !== 'move' && !cascade && detail !== 'referenced by a foreign key'

/** It runs no code of the database now, but that of event triggers. */
const quiet = ({ action, object, via }: Effect): boolean =>
  (via !== undefined && LATER.has(via[0] ?? '')) ||
  QUIET.has(action) ||
  (action === 'create' && !HELD.has(object)) ||
  (action === 'create' && object === 'table') ||
  (action === 'set' && object === 'setting')
