// Code that stands behind innocent syntax: `row.name` calls a function, `===` an operator, `abs` an overload, a cast a function.
import type { Effect, Uses } from '../../core/statement.ts'
import { isForeign } from '../../sql/functions.ts'
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
/** They run nothing by themselves. */
const SHAPES = new Set(['type', 'domain'])

/** What this session made, whether or not others can see it yet. It only grows: in doubt a name may still be code. */
export class MadeCode {
  readonly #names = new Set<string>()
  /** Those of functions and operators. */
  readonly #running = new Set<string>()
  /** A cast was made: any type may mean it. */
  #casts = false

  get any(): boolean {
    return this.#casts || this.#names.size > 0
  }

  /** True when it is news. */
  note(effects: readonly Effect[]): boolean {
    const before = this.#size
    for (const { action, object, name, detail = '' } of effects) {
      if (!CODE.has(object) || !(action === 'create' || action === 'alter' || action === 'rename')) continue
      const given = action === 'rename' && detail.startsWith('to ') ? detail.slice('to '.length) : undefined
      if (object === 'cast' || name === 'cast') this.#casts = true
      for (const each of [name, given]) {
        if (each === undefined) continue
        this.#names.add(lastName(each))
        if (!SHAPES.has(object)) this.#running.add(lastName(each))
      }
    }
    return this.#size > before
  }

  get #size(): number {
    return this.#names.size + this.#running.size + Number(this.#casts)
  }

  in(uses: Uses | undefined): boolean {
    if (!uses || !this.any) return false
    if (this.#casts && uses.types.length > 0) return true
    return everyName(uses).some((name) => this.#names.has(name))
  }

  /** True when it may stand where the text shows what is built in; casts of assignments show nowhere. */
  hides(uses: Uses | undefined): boolean {
    if (this.#casts) return true
    if (this.#running.size === 0 || uses === undefined) return false
    const { functions, operators, fields } = uses
    const built = functions.map(lastName).filter((name) => !isForeign([name]))
    return [...built, ...operators.map(lastName), ...fields.map(lastName)].some((name) =>
      this.#running.has(name),
    )
  }

  /** The same of one name with its kind: `function count`. */
  is(code: string): boolean {
    const space = code.indexOf(' ')
    if (code.startsWith('type ')) return this.#casts
    return this.#running.has(lastName(code.slice(space + 1)))
  }
}

/** Every name that a statement uses, without schemas. */
const everyName = ({ functions, operators, types, fields }: Uses): string[] =>
  [...functions, ...operators, ...types, ...fields].map(lastName)

/** An operator may hold any sign, but no dot: `z.===`. */
export const lastName = (name: string): string =>
  /^[\w".]+$/.test(name) ? bare(name) : name.slice(name.lastIndexOf('.') + 1)
