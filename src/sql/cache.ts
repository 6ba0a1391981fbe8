import type { Analysis } from '../core/statement.ts'

/**
 * Analyses by exact text, bounded in bytes. Two generations: what is asked for again moves to the young one, and when
 * that has half of the bytes, the old one goes. (One Map in order of use costs 20 µs a hit once it is full: V8 copies
 * the table over and over.)
 */
export class AnalysisCache {
  readonly #limit: number
  #young = new Map<string, Analysis>()
  #old = new Map<string, Analysis>()
  #bytes = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  /** The very object that was put in. */
  get(text: string): Analysis | undefined {
    const found = this.#young.get(text)
    if (found !== undefined) return found
    const kept = this.#old.get(text)
    if (kept !== undefined) this.put(text, kept)
    return kept
  }

  put(text: string, analysis: Analysis): void {
    const cost = costOf(text, analysis)
    // One huge text must not push out all the others.
    if (cost > this.#limit / 8) return
    if (this.#bytes + cost > this.#limit / 2) {
      this.#old = this.#young
      this.#young = new Map()
      this.#bytes = 0
    }
    this.#young.set(text, analysis)
    this.#bytes += cost
  }
}

/** About the heap an entry holds: two bytes a character and the objects of the analysis. */
function costOf(text: string, analysis: Analysis): number {
  const { effects, relations, outputs, flows, uses, compares = [], probes = [], trusts = [] } = analysis
  const sources = compares.length + probes.length + trusts.length
  const listed = 200 * ((outputs?.length ?? 0) + (flows?.length ?? 0)) + 60 * sources
  const named = uses ? 60 * (uses.functions.length + uses.types.length + uses.fields.length) : 0
  return 500 + 2 * text.length + 300 * effects.length + 80 * relations.length + listed + named
}
