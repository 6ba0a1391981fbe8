// Relations whose keys may be gone, or whose names may mean others by now, as far as a snapshot cannot know yet.
import type { Effect } from '../../core/statement.ts'
import { partsOf } from './names.ts'

const CHANGING = new Set<Effect['action']>(['create', 'alter', 'drop', 'rename', 'move', 'detach', 'own'])
/** Nobody knows what it does. */
const ANYTHING = new Set<Effect['action']>(['unknown', 'load'])
/** What goes or moves with them is not in the text. */
const WIDE = new Set(['extension', 'foreign-schema', 'owned'])
/** What goes by the name of a relation, or has rows of another one; columns and constraints that are added loosen nothing. */
const RELATIONS = new Set([
  'table',
  'view',
  'materialized-view',
  'foreign-table',
  'partition',
  'inheritance',
  'rule',
])
/** They take keys and columns along, under names of their own. */
const HOLDING = new Set(['schema', 'index', 'type', 'domain'])

export class Loosened {
  readonly #names = new Set<string>()
  #all = false

  get any(): boolean {
    return this.#all || this.#names.size > 0
  }

  /** `effects`: with those of stored code. */
  note(effects: readonly Effect[]): void {
    for (const effect of effects) {
      if (isWide(effect)) this.#all = true
      else if (loosens(effect)) {
        const { name = '', detail = '' } = effect
        this.#names.add(last(name))
        if (detail.startsWith('to ')) this.#names.add(last(detail.slice('to '.length)))
      }
    }
  }

  add(other: Loosened): void {
    for (const name of other.#names) this.#names.add(name)
    this.#all ||= other.#all
  }

  /** `relation` as a statement writes it; a schema in front of it makes no difference. */
  has(relation: string): boolean {
    return this.#all || this.#names.has(last(relation))
  }
}

function loosens({ action, object, detail }: Effect): boolean {
  if (action === 'create') return RELATIONS.has(object)
  if (action === 'rewrite') return object === 'column'
  return CHANGING.has(action) && detail !== 'referenced by a foreign key'
}

const last = (name: string): string => partsOf(name).at(-1) ?? ''

/** Nobody has read what it runs. */
export function runsAnything({ action, object, detail }: Effect): boolean {
  if (action === 'call') return object === 'function'
  return ANYTHING.has(action) || (action === 'execute' && object === 'prepared' && detail === undefined)
}

function isWide(effect: Effect): boolean {
  const { action, object, name = '*', cascade } = effect
  if (runsAnything(effect)) return true
  if (object === 'catalog') return action !== 'read'
  if (!CHANGING.has(action)) return false
  if (WIDE.has(object) || name.includes('*') || (action === 'drop' && cascade === true)) return true
  return HOLDING.has(object) && (action === 'drop' || (action !== 'create' && object === 'schema'))
}
