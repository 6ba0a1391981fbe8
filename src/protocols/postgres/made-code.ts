// Code that stands behind innocent syntax: `row.name` calls a function, `===` an operator, `abs` an overload, a cast a function.
import type { Effect, Uses } from '../../core/statement.ts'
import { bare } from './identifiers.ts'

const CODE = new Set([
  'function',
  'procedure',
  'aggregate',
  'operator',
  'cast',
  'type',
  'domain',
  'extension',
])

/** What this session made, whether or not others can see it yet. It only grows: in doubt a name may still be code. */
export class MadeCode {
  readonly #names = new Set<string>()
  /** A cast was made: any type may mean it. */
  #casts = false

  note(effects: readonly Effect[]): void {
    for (const { action, object, name } of effects) {
      if (!CODE.has(object) || !(action === 'create' || action === 'alter' || action === 'rename')) continue
      if (object === 'cast') this.#casts = true
      else if (name !== undefined) this.#names.add(lastName(name))
    }
  }

  in(uses: Uses | undefined): boolean {
    if (!uses || (this.#names.size === 0 && !this.#casts)) return false
    if (this.#casts && uses.types.length > 0) return true
    return everyName(uses).some((name) => this.#names.has(name))
  }
}

/** Every name that a statement uses, without schemas. */
const everyName = ({ functions, operators, types, fields }: Uses): string[] =>
  [...functions, ...operators, ...types, ...fields].map(lastName)

/** An operator may hold any sign, but no dot: `z.===`. */
export const lastName = (name: string): string =>
  /^[\w".]+$/.test(name) ? bare(name) : name.slice(name.lastIndexOf('.') + 1)
