// What one connection has made and nobody else uses yet: tables, and functions whose bodies were judged with it.
import type { Analysis, Effect } from '../core/statement.ts'
import type { Names } from '../sql/names.ts'

const REMOVING = new Set(['drop', 'rename', 'move', 'alter'])
/** What functions are, or go with. */
const HOLDS = new Set(['function', 'schema', 'extension'])
/** What is done to a table of its own stops nobody; its rows and its end are another matter. */
const CALM = new Set(['create', 'alter', 'rewrite', 'scan', 'maintain', 'update'])
const KEPT = 500

export class Made {
  readonly #names: Names
  readonly #functions = new Map<string, readonly Effect[]>()

  constructor(names: Names) {
    this.#names = names
  }

  get any(): boolean {
    return this.#names.tables.length > 0 || this.#functions.size > 0
  }

  /** All of the statement has run. `effects`: as they were judged. */
  learn({ count }: Analysis, effects: readonly Effect[]): void {
    if (this.#functions.size > KEPT) this.forget()
    const made = effects.filter(isFunction)
    const [only] = made
    if (count !== 1 || made.length !== 1 || only?.name === undefined) return
    const body = effects.filter(({ via }) => via?.[0] === 'function')
    // The name may have several functions by now, and any of them may be called.
    this.#functions.set(only.name, [...(this.#functions.get(only.name) ?? []), ...body])
  }

  /** It is about to run: what it may remove or change is not relied on any more. */
  unlearn(effects: readonly Effect[]): void {
    for (const { action, object } of effects)
      if (REMOVING.has(action) && HOLDS.has(object)) this.#functions.clear()
  }

  forget(): void {
    this.#functions.clear()
  }

  /** The very array when nothing is different. */
  applied(effects: readonly Effect[]): readonly Effect[] {
    if (!effects.some((effect) => this.#isOwn(effect) || this.#body(effect))) return effects
    return effects.flatMap((effect) => {
      if (this.#isOwn(effect)) return { ...effect, lock: 'none' }
      const body = this.#body(effect)
      return body
        ? body.map((each) => ({ ...each, via: [...(effect.via ?? []), ...(each.via ?? [])] }))
        : effect
    })
  }

  #isOwn({ action, name, lock, stored, via }: Effect): boolean {
    if (lock === undefined || lock === 'none' || stored || via) return false
    return CALM.has(action) && name !== undefined && this.#names.isTable(name)
  }

  /** What a call does of which the catalogue knows nothing. */
  #body({ action, object, name, detail }: Effect): readonly Effect[] | undefined {
    if (action !== 'call' || object !== 'function' || detail !== NOT_FOUND) return undefined
    return this.#functions.get(name ?? '')
  }
}

/** The catalogue's word for a function that was not there when it was read. */
export const NOT_FOUND = 'not found in the catalogue'

const isFunction = ({ action, object, via }: Effect): boolean =>
  action === 'create' && object === 'function' && via === undefined
