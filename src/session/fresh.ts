// Tables and columns that the open transaction of one connection has made: whatever is in them, nothing older is lost
// with it. After the COMMIT others may fill them, so then they are as any other.
import type { Analysis, Effect, Statement } from '../core/statement.ts'
import type { Names } from '../sql/names.ts'
import { FOREIGN_KEY, MERGED, NEW_COLUMNS } from '../sql/reach.ts'

const LOST = new Set(['table', 'column'])

export class Fresh {
  readonly #names: Names
  /** Nobody else comes between the statements, also without a BEGIN. */
  readonly #alone: boolean
  /** A BEGIN was answered, and nothing that ends it was sent. */
  #open: boolean

  constructor(names: Names, alone: boolean) {
    this.#names = names
    this.#alone = alone
    this.#open = alone
  }

  /** It is about to be sent and run; `judged` are its effects on this connection. */
  runs({ text }: Statement, judged: readonly Effect[]): void {
    if (judged.some(ends)) this.close()
    if (judged.some(makesFunction) && REPLACED.test(text)) this.#names.hook()
  }

  /** All of it has run. `judged`: as before. */
  ended({ analysis, text }: Statement, judged: readonly Effect[], elsewhere: ReadonlySet<string>): void {
    if (analysis.effects.some(ends)) this.close()
    else if (analysis.count === 1 && analysis.effects.some(begins)) this.#open = true
    if (analysis.changes.schema) this.#learn(analysis, text, judged, elsewhere)
  }

  close(): void {
    this.#open = this.#alone
  }

  /** The very array when nothing is different. */
  applied({ uses }: Analysis, effects: readonly Effect[]): readonly Effect[] {
    const assigned = uses?.assigned ?? []
    const seen = (effect: Effect): Effect => {
      const { name = '', cascade, via, stored, temporary } = effect
      if (!LOST.has(effect.object) || cascade || stored || temporary || (via && via.length > 0)) return effect
      if (this.#names.isFresh(name, effect)) return { ...effect, temporary: true }
      if (effect.action !== 'update' || effect.detail !== undefined) return effect
      return this.#names.hasColumns(name, assigned) ? { ...effect, detail: NEW_COLUMNS } : effect
    }
    const told = effects.map(seen)
    return told.some((effect, index) => effect !== effects[index]) ? told : effects
  }

  #learn(
    { changes, uses }: Analysis,
    text: string,
    judged: readonly Effect[],
    elsewhere: ReadonlySet<string>,
  ): void {
    // The rows of a partition or a child are those of its parent too, and may have come from there.
    const joined = judged.some(
      ({ action, object, detail }) => action === 'alter' && object === 'table' && detail !== FOREIGN_KEY,
    )
    for (const name of changes.created ?? [])
      this.#names.addTable(name, { fresh: this.#open && !joined, alike: (uses?.models ?? []).length > 0 })
    if (!this.#open || /if\s+not\s+exists/i.test(text)) return
    for (const { action, object, name = '', column, detail, via, temporary } of judged) {
      if (action !== 'create' || object !== 'column' || column === undefined || via || temporary) continue
      if (detail !== MERGED && !elsewhere.has(name)) this.#names.addColumn(name, column)
    }
  }
}

const makesFunction = ({ action, object, via }: Effect): boolean =>
  action === 'create' && object === 'function' && via === undefined

/** Triggers that are there already may call it. */
const REPLACED = /or\s+replace[\s\S]*returns\s+("?pg_catalog"?\s*\.\s*)?"?trigger/i

const begins = ({ action, detail = '', via }: Effect): boolean =>
  action === 'transaction' && via === undefined && /^(begin|start)/.test(detail)

/** It ends the transaction, or may. */
const ends = (effect: Effect): boolean =>
  effect.action === 'transaction' &&
  effect.object !== 'commit' &&
  !begins(effect) &&
  !/^(savepoint|release|rollback to)/.test(effect.detail ?? '')
