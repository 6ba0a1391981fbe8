// What the open transaction of one connection did to relations that others still see as they were: other names, parents,
// partitions, foreign keys. Forgotten when it is over and the catalogue shows it.
import type { Analysis, Effect, Flow, Statement } from '../core/statement.ts'
import { partsOf } from '../sql/catalogue/names.ts'
import { dotted } from '../sql/tree.ts'

interface Key {
  readonly child: string
  readonly onDelete: boolean
  readonly onUpdate: boolean
}

const REFERENCED = 'referenced by a foreign key'
const JOINING = new Set(['inheritance', 'partition'])
const NONE: readonly Flow[] = []

export class Aliases {
  #flows: Flow[] = []
  /** By the last part of the table's name that is referred to. */
  readonly #keys = new Map<string, Key[]>()
  /** Not answered yet. */
  readonly #sent = new Set<Statement>()

  /** Names, and what they were; for `deepen`. */
  get flows(): readonly Flow[] {
    return this.#flows.length === 0 ? NONE : this.#flows
  }

  get refers(): boolean {
    return this.#keys.size > 0
  }

  /** It is about to be sent and run. */
  learn(statement: Statement): void {
    const { analysis, text } = statement
    if (!analysis.changes.schema) return
    const { effects, flows = NONE } = analysis
    this.#sent.add(statement)
    if (effects.some(({ action }) => action === 'rename' || action === 'move'))
      for (const flow of flows) if (flow.named && !flow.view) this.#renamed(flow)
    for (const child of children(analysis))
      for (const parent of parents(analysis)) this.#joined(child, parent)
    if (effects.some(refers)) this.#referred(effects, text)
  }

  ended(statement: Statement): void {
    this.#sent.delete(statement)
  }

  /** No transaction is open. */
  idle(): void {
    if (this.#sent.size > 0) return
    if (this.#flows.length > 0) this.#flows = []
    this.#keys.clear()
  }

  /** With what the foreign keys take along; the very array when that is nothing. */
  applied(effects: readonly Effect[]): readonly Effect[] {
    const along = effects.flatMap((effect) => this.#along(effect))
    return along.length === 0 ? effects : [...effects, ...along]
  }

  #along({ action, object, name, rows, cascade, via = [] }: Effect): readonly Effect[] {
    if (name === undefined || rows === 'none' || (object !== 'table' && object !== 'cascade')) return []
    return (this.#keys.get(lastPart(name)) ?? []).flatMap(({ child, onDelete, onUpdate }) => {
      const goes =
        (action === 'delete' && onDelete) ||
        (action === 'update' && onUpdate) ||
        (action === 'truncate' && cascade)
      if (!goes) return []
      const detail = 'a foreign key that this transaction made'
      return [
        {
          action,
          object: 'cascade',
          name: child,
          rows: 'unknown',
          detail,
          stored: true,
          via: [...via, 'cascade'],
        },
      ]
    })
  }

  #renamed(flow: Flow): void {
    this.#flows.push(flow)
    const before = this.#keys.get(lastPart((flow.sources[0] ?? '').replace(/\.\*$/, '')))
    if (before && flow.relation !== undefined) this.#keys.set(lastPart(flow.relation), before)
  }

  /** Who writes to the one may write to the other. */
  #joined(child: string, parent: string): void {
    this.#flows.push({ relation: child, sources: [`${parent}.*`], named: true })
    this.#flows.push({ relation: parent, sources: [`${child}.*`], named: true })
  }

  #referred(effects: readonly Effect[], text: string): void {
    // The rows of a table that is made here are no older than the key.
    const children = effects.filter(holdsKey).map(({ name }) => name ?? '*')
    if (
      children.length === 0 &&
      effects.some(({ action, object }) => action === 'create' && object === 'table')
    )
      return
    const onDelete = /on\s+delete\s+(cascade|set)/i.test(text)
    const onUpdate = /on\s+update\s+(cascade|set)/i.test(text)
    for (const { name } of effects.filter(refers))
      for (const child of children.length === 0 ? ['*'] : children) {
        const parent = lastPart(name ?? '*')
        this.#keys.set(parent, [...(this.#keys.get(parent) ?? []), { child, onDelete, onUpdate }])
      }
  }
}

const lastPart = (name: string): string => dotted([partsOf(name).at(-1) ?? ''])

const refers = ({ action, detail }: Effect): boolean => action === 'alter' && detail === REFERENCED

const holdsKey = ({ action, object }: Effect): boolean =>
  action === 'create' && (object === 'constraint' || object === 'column')

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
