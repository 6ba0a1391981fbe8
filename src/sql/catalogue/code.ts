// Stored code as text, analysed once.
import type { Analysis } from '../../core/statement.ts'
import type { Analyser } from '../analyser.ts'

/** Analyses of what the catalogue holds. */
export class Code {
  readonly #analyser: Analyser
  readonly #known = new Map<string, Analysis>()
  readonly #pending = new Map<string, Promise<void>>()

  constructor(analyser: Analyser) {
    this.#analyser = analyser
  }

  /** Undefined while it is not known: `settled` tells when it is. */
  analysis(text: string): Analysis | undefined {
    const known = this.#known.get(text)
    if (known || this.#pending.has(text)) return known
    const found = this.#analyser.analyse(text)
    if (!(found instanceof Promise)) {
      this.#known.set(text, found)
      return found
    }
    const pending = found
      .then((analysis) => {
        this.#known.set(text, analysis)
      })
      .finally(() => this.#pending.delete(text))
    this.#pending.set(text, pending)
    return undefined
  }

  /** Something that was asked for is not known yet. */
  get busy(): boolean {
    return this.#pending.size > 0
  }

  /** When all that was asked for is known. */
  settled(): Promise<unknown> {
    return Promise.all(this.#pending.values())
  }
}
