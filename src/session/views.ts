// Views that one connection defined and others may not see yet, to follow copies through them.
import type { Analysis, Flow, Statement } from '../core/statement.ts'
import { lastPart } from '../sql/reach.ts'

/** Columns of views within one transaction; with more of them nothing is followed any more. */
const MOST = 5000
const NONE: readonly Flow[] = []

export class Views {
  /** By the statement that defines them. */
  readonly #defined = new Map<Statement, readonly Flow[]>()
  readonly #answered = new Set<Statement>()
  /** Materialized views that were made, by their own names: they keep what was read. */
  readonly #keeping = new Map<Statement, string>()
  #count = 0

  /** Something was defined, or made, that others may not see yet. */
  get any(): boolean {
    return this.#count > 0 || this.#defined.size > 0 || this.#keeping.size > 0
  }

  /** Anything may be in any relation. */
  get overflown(): boolean {
    return this.#count > MOST
  }

  get flows(): readonly Flow[] {
    return this.#defined.size === 0 ? NONE : [...this.#defined.values()].flat()
  }

  /** It is about to be sent and run. */
  learn(statement: Statement): void {
    const { effects, flows = NONE } = statement.analysis
    const views = flows.filter(({ view, sources }) => view && !sources.includes('*'))
    if (views.length > 0 && !this.#defined.has(statement)) {
      this.#count += views.length
      this.#defined.set(statement, this.overflown ? NONE : views)
    }
    for (const { action, object, name } of effects)
      if (action === 'create' && object === 'materialized-view' && name !== undefined)
        this.#keeping.set(statement, name)
  }

  /** Its result is here. */
  ended(statement: Statement): void {
    if (this.#defined.has(statement) || this.#keeping.has(statement)) this.#answered.add(statement)
  }

  /** The catalogue shows what was answered. */
  idle(): void {
    for (const statement of this.#answered) {
      this.#count -= this.#defined.get(statement)?.length ?? 0
      this.#defined.delete(statement)
      this.#keeping.delete(statement)
    }
    this.#answered.clear()
    if (this.#defined.size === 0) this.#count = 0
  }

  /** What stays in materialized views that read through one which the statement defines anew. */
  kept({ effects }: Analysis): readonly Flow[] {
    if (this.#keeping.size === 0) return NONE
    const anew = effects.filter(
      ({ action, object }) => object === 'view' && (action === 'create' || action === 'alter'),
    )
    return anew.flatMap(({ name = '' }) =>
      [...this.#keeping.values()]
        .filter((view) => this.#reads(view, lastPart(name)))
        .map((view) => ({ place: `${view}, which keeps what it has read`, sources: [`${view}.*`] })),
    )
  }

  #reads(view: string, relation: string): boolean {
    const seen = new Set<string>([lastPart(view)])
    for (const name of seen) {
      if (this.overflown) return true
      for (const flow of this.flows)
        if (lastPart(flow.relation ?? '') === name)
          for (const source of flow.sources) seen.add(lastPart(source.slice(0, source.lastIndexOf('.'))))
    }
    return seen.has(relation)
  }
}
