// What one text prepares: how few rows that picks is judged where EXECUTE runs it.
import type { Node } from '@pgsql/types'

/** The name of a text with holes. */
export const ANY = '*'

/** What the text prepares under any name, and how it is run. */
export class PreparedQueries {
  readonly #queries = new Map<string, Node[]>()
  /** Run with values that nobody knows, or any number of times. */
  readonly #open = new Set<string>()
  readonly #batches = new Set<string>()
  /** Characters of trees that may still be walked again: a text can run one statement over and over. */
  #left = 5_000_000

  prepare(name: string, query: Node): void {
    this.#queries.set(name, [...(this.#queries.get(name) ?? []), query])
  }

  /** Also one that comes later in the text: code may run it then. */
  opened(name: string): void {
    this.#open.add(name)
  }

  isOpen(name: string): boolean {
    return this.#open.has(name) || this.#open.has(ANY)
  }

  /** All that may have that name: what a text takes away, code of it may have put there again. Undefined when it is too much. */
  queries(name: string): readonly Node[] | undefined {
    const found = name === ANY ? [...this.#queries.values()].flat() : (this.#queries.get(name) ?? [])
    this.#left -= JSON.stringify(found).length
    return this.#left < 0 ? undefined : found
  }

  /** True when a batch of that name ran before: one after the other, batches add up. */
  again(name: string): boolean {
    if (!(this.#queries.get(name) ?? []).some((query) => JSON.stringify(query).includes('"limitCount":')))
      return false
    const before = this.#batches.has(name)
    this.#batches.add(name)
    return before
  }
}
