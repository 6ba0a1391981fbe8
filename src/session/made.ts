// What one connection has made and nobody else uses yet: tables, and functions whose bodies were judged with it.
import type { Analysis, Effect } from '../core/statement.ts'

const REMOVING = new Set(['drop', 'rename', 'move', 'alter'])
/** What is done to a table of its own stops nobody; its rows and its end are another matter. */
const CALM = new Set(['create', 'alter', 'rewrite', 'scan', 'maintain', 'update'])
const KEPT = 500

export class Made {
  readonly #tables = new Set<string>()
  readonly #functions = new Map<string, readonly Effect[]>()

  get any(): boolean {
    return this.#tables.size > 0 || this.#functions.size > 0
  }

  /** All of the statement has run. `effects`: as they were judged. */
  learn({ changes, count }: Analysis, effects: readonly Effect[]): void {
    if (this.#tables.size + this.#functions.size > KEPT) this.forget()
    for (const name of changes.created ?? []) this.#tables.add(name)
    const made = effects.filter(isFunction)
    const [only] = made
    if (count !== 1 || made.length !== 1 || only?.name === undefined) return
    const body = effects.filter(({ via }) => via?.[0] === 'function')
    // The name may have several functions by now, and any of them may be called.
    this.#functions.set(only.name, [...(this.#functions.get(only.name) ?? []), ...body])
  }

  /** It is about to run: what it may remove or change is not relied on any more. */
  unlearn(effects: readonly Effect[]): void {
    for (const { action, object, name = '' } of effects) {
      if (!REMOVING.has(action)) continue
      if (object === 'schema' || object === 'extension') this.forget()
      // Another table may take the name, also when it was written with its schema.
      if (action !== 'alter')
        for (const table of this.#tables) if (lastPart(table) === lastPart(name)) this.#tables.delete(table)
      if (object === 'function') this.#functions.clear()
    }
  }

  forget(): void {
    this.#tables.clear()
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
    return CALM.has(action) && name !== undefined && this.#tables.has(name)
  }

  /** What a call does of which the catalogue knows nothing. */
  #body({ action, object, name, detail }: Effect): readonly Effect[] | undefined {
    if (action !== 'call' || object !== 'function' || detail !== NOT_FOUND) return undefined
    return this.#functions.get(name ?? '')
  }
}

/** The catalogue's word for a function that was not there when it was read. */
const NOT_FOUND = 'not found in the catalogue'

const lastPart = (name: string): string => name.slice(name.lastIndexOf('.') + 1)

const isFunction = ({ action, object, via }: Effect): boolean =>
  action === 'create' && object === 'function' && via === undefined
