import type { Analysis } from '../core/statement.ts'

/** Analyses by exact text, least recently used out first, bounded in bytes. */
export class AnalysisCache {
  readonly #entries = new Map<string, Analysis>()
  readonly #limit: number
  #bytes = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  get bytes(): number {
    return this.#bytes
  }

  /** The very object that was put in. */
  get(text: string): Analysis | undefined {
    const found = this.#entries.get(text)
    // Moving an entry costs more than finding it, so it is only done while there is pressure.
    if (found !== undefined && this.#bytes > this.#limit / 2) {
      this.#entries.delete(text)
      this.#entries.set(text, found)
    }
    return found
  }

  put(text: string, analysis: Analysis): void {
    const cost = costOf(text, analysis)
    // One huge text must not push out all the others.
    if (cost > this.#limit / 8 || this.#entries.has(text)) return
    this.#entries.set(text, analysis)
    this.#bytes += cost
    for (const [oldest, old] of this.#entries) {
      if (this.#bytes <= this.#limit) break
      this.#entries.delete(oldest)
      this.#bytes -= costOf(oldest, old)
    }
  }
}

/** About the heap an entry holds: two bytes a character and the objects of the analysis. */
function costOf(text: string, { effects, relations, outputs }: Analysis): number {
  return 500 + 2 * text.length + 300 * effects.length + 80 * relations.length + 200 * (outputs?.length ?? 0)
}
