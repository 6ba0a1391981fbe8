// What the open transactions of a session gave relations to set off: foreign keys, triggers, rules, other views, other names.
// The catalogue does not show it yet, so on other connections nothing is judged that could meet it, until it does; and
// nothing is stirred while a statement is under way that was judged without it.
import type { Analysis, Effect } from '../../core/statement.ts'
import { inBody } from '../../sql/catalogue/definitions.ts'
import { bare } from './identifiers.ts'
import type { Keyed } from './keyed.ts'

/** A connection, as the others see it. */
export interface Neighbour {
  /** What was judged and is not answered. */
  readonly busy: () => readonly Analysis[]
}

/** Which relations a statement would touch, with its stored code; undefined when that is not known at once. */
export type Reach = (analysis: Analysis) => readonly Effect[] | undefined

const WRITES = new Set(['insert', 'update', 'delete', 'truncate', 'copy-in'])
/** They decide what happens with rows. */
const HOOKS = new Set(['trigger', 'rule', 'view', 'inheritance', 'partition', 'trigger-firing'])
const MAKES = new Set(['create', 'alter', 'detach'])

export class Stirred {
  readonly #open = new Map<Neighbour, Set<string>>()
  readonly #keyed: Keyed
  readonly #effects: (analysis: Analysis) => readonly Effect[]

  /** `effects`: those of a statement, with what stored code adds as far as that is known. */
  constructor(keyed: Keyed, effects: (analysis: Analysis) => readonly Effect[]) {
    this.#keyed = keyed
    this.#effects = effects
  }

  join(neighbour: Neighbour): void {
    this.#open.set(neighbour, new Set())
    this.#keyed.join(neighbour)
  }

  leave(neighbour: Neighbour): void {
    this.#open.delete(neighbour)
    this.#keyed.leave(neighbour)
  }

  /** It is about to be sent. */
  note(neighbour: Neighbour, analysis: Analysis): void {
    this.#keyed.note(neighbour, this.#effects(analysis))
    if (analysis.changes.schema) for (const name of stirs(analysis)) this.#open.get(neighbour)?.add(name)
  }

  /** Its transaction is over, and all that it sent is answered. */
  over(neighbour: Neighbour): void {
    this.#open.get(neighbour)?.clear()
    this.#keyed.over(neighbour)
  }

  /** Another connection has a transaction open that stirred something. */
  any(own: Neighbour): boolean {
    return this.#open.size > 1 && [...this.#open].some(([each, names]) => each !== own && names.size > 0)
  }

  /** True while the statement must not be judged: what it does would be told by what is no longer so, or soon is not. */
  contends(own: Neighbour, analysis: Analysis, reach: Reach): boolean {
    if (this.#open.size < 2) return false
    const others = [...this.#open].filter(([neighbour]) => neighbour !== own)
    if (others.some(([, names]) => names.size > 0 && meets(analysis, names, reach))) return true
    const made = analysis.changes.schema ? new Set(stirs(analysis)) : NOTHING
    return made.size > 0 && others.some(([each]) => each.busy().some((busy) => meets(busy, made, reach)))
  }
}

const NOTHING: ReadonlySet<string> = new Set()

/** Names, without schema, of relations, and of functions with `()` behind. */
function stirs({ effects, keys = [] }: Analysis): readonly string[] {
  const found = keys.map(({ refers }) => bare(refers))
  for (const effect of effects) {
    const { action, object, name, detail = '', temporary } = effect
    if (name === undefined || temporary || inBody(effect)) continue
    if (MAKES.has(action) && HOOKS.has(object)) found.push(bare(name))
    if (action === 'create' && object === 'function') found.push(`${bare(name)}()`)
    if (action === 'rename' || action === 'move') found.push(bare(name), bare(detail.replace(/^to /, '')))
  }
  return found
}

function meets(analysis: Analysis, names: ReadonlySet<string>, reach: Reach): boolean {
  if (analysis.uses?.functions.some((name) => names.has(`${bare(name)}()`))) return true
  if (!analysis.effects.some(mayWrite)) return false
  const effects = reach(analysis)
  return (
    !effects ||
    effects.some((effect) => writes(effect) && (names.has(bare(effect.name ?? '')) || names.has('*')))
  )
}

const writes = ({ action, temporary }: Effect): boolean => WRITES.has(action) && temporary !== true

/** Also what code does, or a statement that was prepared. */
const mayWrite = (effect: Effect): boolean =>
  writes(effect) || effect.action === 'call' || effect.action === 'execute' || effect.action === 'unknown'
