// What the open transaction of one connection did to relations that others still see as they were: other names, parents,
// partitions, foreign keys. Forgotten when it is over and the catalogue shows it.
import type { Analysis, Effect, Flow, MadeKey, Statement } from '../core/statement.ts'
import { namesBehind, takenAlong } from '../sql/keys.ts'

const REFERENCED = 'referenced by a foreign key'
const JOINING = new Set(['inheritance', 'partition'])
const NONE: readonly Flow[] = []

export class Aliases {
  #flows: Flow[] = []
  #keys: MadeKey[] = []
  /** Not answered yet. */
  readonly #sent = new Set<Statement>()

  /** Names, and what they were; for `deepen`. */
  get flows(): readonly Flow[] {
    return this.#flows.length === 0 ? NONE : this.#flows
  }

  get any(): boolean {
    return this.#flows.length > 0 || this.#keys.length > 0
  }

  get refers(): boolean {
    return this.#keys.length > 0
  }

  /** It is about to be sent and run. */
  learn(statement: Statement): void {
    const { analysis } = statement
    if (!analysis.changes.schema) return
    const { effects, flows = NONE } = analysis
    this.#sent.add(statement)
    if (effects.some(({ action }) => action === 'rename' || action === 'move'))
      for (const flow of flows) if (flow.named && !flow.view) this.#flows.push(flow)
    for (const child of children(analysis))
      for (const parent of parents(analysis)) this.#joined(child, parent)
    this.#keys.push(...(analysis.keys ?? []))
  }

  ended(statement: Statement): void {
    this.#sent.delete(statement)
  }

  /** No transaction is open. */
  idle(): void {
    if (this.#sent.size > 0) return
    if (this.#flows.length > 0) this.#flows = []
    this.#keys = []
  }

  /** With what the foreign keys take along; the very array when that is nothing. */
  applied({ uses, flows = NONE }: Analysis, effects: readonly Effect[]): readonly Effect[] {
    const behind = (name: string) => namesBehind(name, [...this.#flows, ...flows])
    const along = effects.flatMap((effect) => takenAlong(effect, this.#keys, uses?.assigned ?? [], behind))
    return along.length === 0 ? effects : [...effects, ...along]
  }

  /** Who writes to the one may write to the other. */
  #joined(child: string, parent: string): void {
    this.#flows.push({ relation: child, sources: [`${parent}.*`], named: true })
    this.#flows.push({ relation: parent, sources: [`${child}.*`], named: true })
  }
}

/** Tables whose rows become those of another one too. */
function children({ effects, uses }: Analysis): readonly string[] {
  const joining = effects.filter(({ action, object }) => action === 'alter' && JOINING.has(object))
  const made = uses?.models
    ? effects.filter(({ action, object }) => action === 'create' && object === 'table')
    : []
  return [...joining, ...made].flatMap(({ name }) => name ?? [])
}

const parents = ({ effects }: Analysis): readonly string[] =>
  effects.flatMap(({ action, object, name, detail }) =>
    action === 'alter' && object === 'table' && detail !== REFERENCED && name !== undefined ? [name] : [],
  )
