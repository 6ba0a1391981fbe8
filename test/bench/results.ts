import { median, type Sample } from './measure.ts'
import type { Figure } from './workloads/index.ts'

/** Samples by contest, entrant and round. A failed run is left out of its round. */
export class Results {
  readonly #samples = new Map<string, Map<string, Map<number, Sample>>>()
  readonly #figures: Figure[] = []

  add(contest: string, entrant: string, round: number, sample: Sample): void {
    const entrants = this.#samples.get(contest) ?? new Map<string, Map<number, Sample>>()
    const rounds = entrants.get(entrant) ?? new Map<number, Sample>()
    this.#samples.set(contest, entrants.set(entrant, rounds.set(round, sample)))
  }

  note(figures: readonly Figure[]): void {
    this.#figures.push(...figures)
  }

  get figures(): readonly Figure[] {
    return this.#figures
  }

  figure(name: string): number | undefined {
    return this.#figures.find((figure) => figure.name === name)?.value
  }

  entrants(contest: string): string[] {
    return [...(this.#samples.get(contest)?.keys() ?? [])]
  }

  /** The median of one member; undefined when it was not measured. */
  value(contest: string, entrant: string, member: keyof Sample = 'value'): number | undefined {
    const samples = [...(this.#samples.get(contest)?.get(entrant)?.values() ?? [])]
    const values = samples.map((sample) => sample[member]).filter((value) => value !== undefined)
    return values.length > 0 ? median(values) : undefined
  }

  /** The median of the ratios within each round: what both met in the same minute. */
  ratio(contest: string, entrant: string, to: string, member: keyof Sample = 'value'): number | undefined {
    const ours = this.#samples.get(contest)?.get(entrant)
    const theirs = this.#samples.get(contest)?.get(to)
    if (!ours || !theirs) return undefined
    const ratios: number[] = []
    for (const [round, sample] of ours) {
      const [one, other] = [sample[member], theirs.get(round)?.[member]]
      if (one !== undefined && other) ratios.push(one / other)
    }
    return ratios.length > 0 ? median(ratios) : undefined
  }
}
