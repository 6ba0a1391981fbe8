// Directories whose listing stands in the record. What is below one of them does not: a tree is one statement.
import { plain } from './paths.ts'

/** Of one channel; further ones are told each time. */
const MOST = 100

export class Listed {
  readonly #told = new Set<string>()

  knows(path: string): boolean {
    const own = plain(path)
    if (own.split('/').includes('..')) return false
    for (let at = own; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) if (this.#told.has(at)) return true
    return this.#told.has('/')
  }

  add(path: string): void {
    if (this.#told.size < MOST) this.#told.add(plain(path))
  }
}
