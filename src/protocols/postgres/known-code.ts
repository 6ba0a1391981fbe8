// Code of the database that a text does not show as such, as the catalogue has it.
import type { Uses } from '../../core/statement.ts'
import { lastName } from './made-code.ts'

export class KnownCode {
  /** `function abs`, `operator ===`, `type envelope` of a cast, `field total` for what can be called as `row.total`. */
  readonly #names: ReadonlySet<string>

  constructor(names: ReadonlySet<string>) {
    this.#names = names
  }

  /** True when something that the statement names may call code: `o.total` a function, `+` an operator. */
  disguises(uses: Uses | undefined): boolean {
    if (this.#names.size === 0 || uses === undefined) return false
    return this.hides(uses) || uses.types.some((name) => this.is(`type ${name}`))
  }

  /** The same of what its text shows as a column or as built in; casts are not asked about. */
  hides({ functions, operators, fields }: Uses): boolean {
    return (
      functions.some((name) => this.#has('function', name)) ||
      operators.some((name) => this.#has('operator', name)) ||
      fields.some((name) => this.#has('field', name))
    )
  }

  /** The same of one name with its kind: `function count`. What is written with `pg_catalog` is looked for by its name, too. */
  is(code: string): boolean {
    const space = code.indexOf(' ')
    return this.#has(code.slice(0, space), code.slice(space + 1))
  }

  #has(kind: string, name: string): boolean {
    return this.#names.has(`${kind} ${lastName(name)}`)
  }
}
