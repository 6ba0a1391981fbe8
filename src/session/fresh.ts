// Tables and columns that the open transaction of one connection has made: whatever is in them, nothing older is lost
// with it. After the COMMIT others may fill them, so then they are as any other.
import type { Analysis, Effect, Statement } from '../core/statement.ts'
import { partsOf } from '../sql/catalogue/names.ts'
import { dotted } from '../sql/tree.ts'

const REMOVING = new Set(['drop', 'rename', 'move', 'detach'])
/** Nobody knows what else they do to names. */
const OPAQUE = new Set(['unknown', 'call', 'load'])
/** Rows that were there before come under another name. */
const JOINING = new Set(['inheritance', 'partition'])
const WIDE = new Set(['schema', 'extension', 'type', 'domain'])
const LOSING = new Set(['delete', 'update', 'truncate', 'drop'])
const LOST = new Set(['table', 'column'])
const KEPT = 2000

export class Fresh {
  /** A BEGIN was answered, and nothing that ends it was sent. */
  #open = false
  readonly #tables = new Set<string>()
  /** By table, as it was written. */
  readonly #columns = new Map<string, Set<string>>()

  get any(): boolean {
    return this.#tables.size > 0 || this.#columns.size > 0
  }

  /** It is about to be sent and run; `judged` are its effects on this connection. */
  runs(judged: readonly Effect[]): void {
    for (const effect of judged) {
      if (ends(effect)) this.close()
      if (this.any) this.#unlearn(effect)
    }
  }

  /** All of it has run. */
  ended({ analysis, text }: Statement): void {
    if (analysis.effects.some(ends)) this.close()
    else if (analysis.count === 1 && analysis.effects.some(begins)) this.#open = true
    else if (this.#open && analysis.changes.schema) this.#learn(analysis, text)
  }

  close(): void {
    this.#open = false
    this.forget()
  }

  forget(): void {
    this.#tables.clear()
    this.#columns.clear()
  }

  /** The very array when nothing is different. */
  applied({ uses }: Analysis, effects: readonly Effect[]): readonly Effect[] {
    const assigned = uses?.assigned ?? []
    const seen = (effect: Effect): Effect => {
      const { name = '', cascade, via, stored, temporary } = effect
      if (!LOSING.has(effect.action) || !LOST.has(effect.object)) return effect
      if (cascade || stored || temporary || (via && via.length > 0)) return effect
      if (this.#tables.has(name)) return { ...effect, temporary: true }
      if (effect.action !== 'update' || effect.detail !== undefined || assigned.length === 0) return effect
      const columns = this.#columns.get(name)
      return columns && assigned.every((column) => columns.has(column))
        ? { ...effect, detail: 'new columns' }
        : effect
    }
    const told = effects.map(seen)
    return told.some((effect, index) => effect !== effects[index]) ? told : effects
  }

  #learn({ changes, effects }: Analysis, text: string): void {
    if (this.#tables.size + this.#columns.size > KEPT) this.forget()
    // The rows of a partition or a child are those of its parent too, and may have come from there.
    if (!effects.some(({ action, object }) => action === 'alter' && object === 'table'))
      for (const name of changes.created ?? []) this.#tables.add(name)
    if (/if\s+not\s+exists/i.test(text)) return
    for (const { action, object, name = '', column, via, temporary } of effects) {
      if (action !== 'create' || object !== 'column' || column === undefined || via || temporary) continue
      const known = this.#columns.get(name) ?? new Set()
      this.#columns.set(name, known.add(column))
    }
  }

  #unlearn({ action, object, name = '', detail = '' }: Effect): void {
    if (OPAQUE.has(action) || JOINING.has(object) || goesBack({ action, object, detail })) this.forget()
    // Its rows may take those of other tables with them.
    if (detail === 'referenced by a foreign key') this.#leaves(name)
    if (!REMOVING.has(action)) return
    if (WIDE.has(object)) this.forget()
    this.#leaves(name)
    if (detail.startsWith('to ')) this.#leaves(detail.slice('to '.length))
  }

  /** Another table may have the name now, also when it was written with its schema. */
  #leaves(name: string): void {
    const last = lastPart(name)
    for (const table of this.#tables) if (lastPart(table) === last) this.#tables.delete(table)
    for (const table of this.#columns.keys()) if (lastPart(table) === last) this.#columns.delete(table)
  }
}

const lastPart = (name: string): string => dotted([partsOf(name).at(-1) ?? ''])

const begins = ({ action, detail = '', via }: Effect): boolean =>
  action === 'transaction' && via === undefined && /^(begin|start)/.test(detail)

const goesBack = ({ action, detail = '' }: Effect): boolean =>
  action === 'transaction' && detail.startsWith('rollback to')

/** It ends the transaction, or may. */
const ends = (effect: Effect): boolean =>
  effect.action === 'transaction' &&
  effect.object !== 'commit' &&
  !begins(effect) &&
  !goesBack(effect) &&
  !/^(savepoint|release)/.test(effect.detail ?? '')
