import type { CommonTableExpr, RangeVar, WithClause } from '@pgsql/types'
import type { Action, Effect, Flow, MadeKey, Reliance, Retype } from '../core/statement.ts'
import { namesBehind, takenAlong } from './keys.ts'
import { Names } from './names.ts'
import { type Depth, work } from './outputs.ts'
import type { Parser } from './parser.ts'
import { MadeNames } from './predicates/made.ts'
import type { Place } from './predicates/target.ts'
import { PreparedQueries } from './prepared.ts'
import { startNotes } from './probes/queries.ts'
import { Repeats } from './repeats.ts'
import type { Item } from './taint.ts'
import { dotted, relationName } from './tree.ts'
import { UsedNames } from './uses.ts'
import type { Handlers } from './walk.ts'

/** Common table expressions that are visible, innermost last; null for a scope that only hides. */
export type Scope = ReadonlyMap<string, CommonTableExpr>

/** What the text before the statement made, which names alone do not tell. */
interface Known {
  /** Statements prepared by this text. */
  readonly prepared: Set<string>
  /** Functions without parameters made by this text, whose bodies tell all that they do. */
  readonly functions: Set<string>
}

const CHANGING: ReadonlySet<string> = new Set(['create', 'alter', 'drop', 'rename', 'move', 'detach'])
/** What runs later, or not at all. */
const LATER = new Set(['function', 'rule', 'view', 'prepare', 'trigger', 'cursor'])
/** What runs in a loop, or after something that is not seen. */
const CODE = new Set(['do', 'execute'])

const isPicked = ({ action, rows }: Effect): boolean =>
  (action === 'update' || action === 'delete') && (rows === 'some' || rows === 'one')

/** Gathers the facts of one text while its tree is walked. */
export class Collector {
  readonly parser: Parser
  readonly handlers: Handlers
  readonly known: Known = { prepared: new Set(), functions: new Set() }
  /** What this text made at top level. */
  readonly names = new Names()
  readonly prepared = new PreparedQueries()
  scope: Scope = new Map()
  /** The WITH clauses of that scope, outermost first, as far as they are visible. */
  withs: readonly WithClause[] = []
  /** What may stand for code of the database. */
  readonly uses = new UsedNames()
  /** What is evaluated many times. */
  readonly repeats = new Repeats()
  /** Where values go. */
  readonly flows: Flow[] = []
  /** Columns that get another type. */
  readonly retypes: Retype[] = []
  /** What this text made or filled. */
  readonly made = new MadeNames()
  /** What must be so for its keys to pick few rows. */
  readonly relies: Reliance[] = []
  /** Foreign keys of tables that were there before. */
  readonly keys: MadeKey[] = []
  /** Columns that conditions and orders read. */
  readonly compares = new Set<string>()
  /** Where following these starts. */
  readonly compared: Depth = { level: 0, work: work() }
  /** Columns that more is done with than to show them. */
  readonly probes = startNotes()
  /** FROM items of the queries around the one that is walked, innermost first. */
  surroundings: readonly Item[] = []
  /** What it is called where functions of the text take values out of the tables. */
  readonly sinks = new Set<string>()
  /** What a PL/pgSQL body has read so far: its variables may hold any of it. Undefined outside of one. */
  held: Set<string> | undefined
  /** Inside of a query that only counts rows. */
  counting = false
  /** Loops around what is walked. */
  loops = 0
  /** Where following the columns of this text starts. */
  readonly start: Depth = { level: 0, work: work() }
  /** The text of the statement that is walked. */
  source = ''
  /** How often something came up whose effect the text does not tell; it grows also when the effect itself is a repetition. */
  opaque = 0
  /** Names that only come at run time were walked; see bodies/holes.ts. */
  templated = false
  /** CALL, or a block that may commit, was walked. */
  commits = false
  schemaChanged = false
  resolutionChanged = false
  /** Bodies inside bodies; bounded so that text in text cannot recurse without end. */
  depth = 0
  readonly #effects = new Map<string, Effect>()
  /** What goes along with it, by foreign keys. */
  readonly #along = new Set<string>()
  readonly #relations = new Set<string>()
  #via: readonly string[] = []
  #open = false

  constructor(parser: Parser, handlers: Handlers) {
    this.parser = parser
    this.handlers = handlers
  }

  get effects(): readonly Effect[] {
    return [...this.#effects.values()]
  }

  /** All of them, once the text is walked. */
  get told(): readonly Effect[] {
    return this.repeats.spread(this.#effects)
  }

  get relations(): readonly string[] {
    return [...this.#relations]
  }

  /** True for a statement of the text itself, not one inside another. */
  get topLevel(): boolean {
    return this.#via.length === 0
  }

  /** Runs where it stands, once. */
  get isDirect(): boolean {
    return this.loops === 0 && this.#via.every((step) => step === 'explain' || step === 'create-as')
  }

  /** `work` walks what runs with values that nobody knows, or any number of times. */
  openly(work: () => void): void {
    const before = this.#open
    this.#open = true
    this.loops++
    try {
      work()
    } finally {
      this.loops--
      this.#open = before
    }
  }

  add(told: Effect): void {
    const effect = this.#open && isPicked(told) ? { ...told, rows: 'unknown' as const } : told
    const full = this.#via.length === 0 ? effect : { ...effect, via: [...this.#via, ...(effect.via ?? [])] }
    const key = JSON.stringify(full)
    this.#effects.set(key, full)
    this.repeats.note(full, key)
    this.names.sees(full, this.#later)
    // Also a domain, a cast or an operator is found by its name from here on, with the code behind it.
    if (CHANGING.has(effect.action)) this.schemaChanged = true
    this.made.sees(full)
    if (effect.action === 'unknown' || (effect.action === 'call' && effect.object === 'function'))
      this.opaque++
    if (this.keys.length > 0) this.#takeAlong(full)
  }

  /** A foreign key is made; what bodies do may run later. */
  refer(key: MadeKey): void {
    this.keys.push(key)
    for (const effect of this.effects)
      if (effect.via?.some((step) => LATER.has(step))) this.#takeAlong(effect)
  }

  #takeAlong(effect: Effect): void {
    const behind = (name: string) => namesBehind(name, this.flows)
    for (const more of takenAlong(effect, this.keys, [...this.uses.assigned], behind)) {
      const which = `${more.action} ${more.name}`
      if (this.#along.has(which)) continue
      this.#along.add(which)
      this.#effects.set(JSON.stringify(more), more)
      this.#takeAlong(more)
    }
  }

  /** Adds an effect that `apart` gave back; its `via` is complete. */
  restore(effect: Effect): void {
    this.#effects.set(JSON.stringify(effect), effect)
  }

  /** An effect on a relation; says by itself when only a temporary or a new one is touched. */
  on(action: Action, object: string, relation: RangeVar | undefined, more: Partial<Effect> = {}): void {
    const name = this.mention(relation)
    const effect = { action, object, name, ...more }
    const temporary = this.isTemporary(relation) || this.isFresh(effect)
    this.add(temporary ? { ...effect, temporary } : effect)
  }

  rely(on: Reliance): void {
    const key = JSON.stringify(on)
    if (!this.relies.some((each) => JSON.stringify(each) === key)) this.relies.push(on)
  }

  unknown(object: string, detail: string): void {
    this.add({ action: 'unknown', object, detail })
  }

  /** Notes the relation's name and returns it. */
  mention(relation: RangeVar | undefined): string {
    const name = relationName(relation)
    if (name) this.#relations.add(name)
    return name
  }

  mentionName(name: string): void {
    this.#relations.add(name)
  }

  /** Where the statement that is walked stands. */
  get place(): Place {
    return { repeated: this.loops > 0, body: this.held !== undefined || this.#via.includes('function') }
  }

  /** True unless it is `pg_temp.x` of which this text does not tell that it is a table: a view passes changes on. */
  isOwn(relation: RangeVar): boolean {
    return relation.schemaname !== 'pg_temp' || this.#knownTemporary(dotted([relation.relname ?? '']))
  }

  /** Functions that this text made may be gone: all of them, or those of this name. */
  forgetFunctions(name?: string): void {
    for (const known of this.known.functions)
      if (name === undefined || known === dotted([name]) || known.endsWith(`.${dotted([name])}`))
        this.known.functions.delete(known)
  }

  isTemporary(relation: RangeVar | undefined): boolean {
    if (!relation) return false
    if (relation.schemaname) return relation.schemaname === 'pg_temp'
    return relation.relpersistence === 't' || this.#knownTemporary(relationName(relation))
  }

  isTemporaryName(names: readonly string[]): boolean {
    if (names.length > 1) return names.at(-2) === 'pg_temp'
    return names[0] !== undefined && this.#knownTemporary(dotted(names))
  }

  /** A table that this text made: nobody else waits for it, and none of its rows is older. */
  isNew(relation: RangeVar | undefined): boolean {
    if (!relation || !this.#certain) return false
    if (
      (relation.schemaname ?? 'pg_temp') === 'pg_temp' &&
      this.#knownTemporary(dotted([relation.relname ?? '']))
    )
      return true
    return this.names.isTable(relationName(relation))
  }

  /** Nothing that was there before goes with it. */
  isFresh(effect: Effect): boolean {
    return this.topLevel && effect.cascade !== true && this.names.isFresh(effect.name ?? '', effect)
  }

  #knownTemporary(name: string): boolean {
    return this.#certain && this.names.isTemporary(name)
  }

  /** What runs later, or in a loop, may find that a name means something else by then. */
  get #certain(): boolean {
    return !this.#via.some((step) => LATER.has(step) || CODE.has(step))
  }

  get #later(): boolean {
    return this.#via.some((step) => LATER.has(step))
  }

  /** Effects added by `work` carry `step` in `via`. */
  within(step: string, work: () => void): void {
    const before = this.#via
    this.#via = [...before, step]
    try {
      work()
    } finally {
      this.#via = before
    }
  }

  /** Runs `work` with these common table expressions visible. */
  scoped(ctes: readonly CommonTableExpr[], recursive: boolean, work: () => void): void {
    const before = this.scope
    const { withs } = this
    if (ctes.length > 0) {
      this.scope = new Map([...before, ...ctes.map((cte) => [cte.ctename ?? '', cte] as const)])
      this.withs = [...withs, { ctes: ctes.map((cte) => ({ CommonTableExpr: cte })), recursive }]
    }
    try {
      work()
    } finally {
      this.scope = before
      this.withs = withs
    }
  }

  flow(flow: Flow): void {
    if (flow.sources.length > 0) this.flows.push(flow)
  }

  /** What `work` adds, without adding it. */
  apart(work: () => void): readonly Effect[] {
    const before = new Map(this.#effects)
    const flows = this.flows.length
    this.#effects.clear()
    try {
      work()
      return this.effects
    } finally {
      this.flows.length = flows
      this.#effects.clear()
      for (const [key, effect] of before) this.#effects.set(key, effect)
    }
  }
}
