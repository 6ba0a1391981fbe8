// One pass from a statement through the code that it sets off.
import type { Analysis, Effect } from '../../core/statement.ts'
import { dotted } from '../tree.ts'
import type { Code } from './code.ts'
import { type Defined, inBody } from './definitions.ts'
import { partsOf, type Scope } from './names.ts'
import type { Schema } from './schema.ts'
import type { Relation } from './snapshot.ts'
import { type Step, storedEffect } from './step.ts'

export interface Reading {
  /** Steps in front of `via` that `step` tells already. */
  readonly skipped?: number
  /** What the code does by itself was judged when it was defined. */
  readonly judged?: boolean
}

/** Takes in what stored code does. */
export type Reader = (analysis: Analysis, step: Step, reading: Reading, run: Run) => void

/** Names that a relation of this name had before the statement. */
export type Renamed = (name: string) => readonly string[]

const JUST_MADE = 'what this connection has just defined'

/** What a connection has changed and the snapshot does not show. */
export interface Connected {
  readonly renamed?: Renamed | undefined
  readonly defined?: Defined | undefined
  /** What the text itself does to names. */
  readonly own?: readonly Effect[]
}

const lastOf = (name: string): string => dotted([partsOf(name).at(-1) ?? ''])

const makesView = ({ action, object }: Effect): boolean => action === 'create' && object === 'view'

const readsIn = ({ action, via }: Effect): boolean => action === 'read' && via?.[0] === 'view'

/** A trigger that was off is on. */
export const switchesOn = ({ action, object, detail }: Effect): boolean =>
  action === 'alter' && object === 'trigger' && detail === 'switched on'

/** Texts followed and effects found, at most. */
const MOST = 500

export class Run {
  readonly schema: Schema
  readonly #code: Code
  readonly #read: Reader
  readonly #seen = new Set<string>()
  readonly #added = new Map<string, Effect>()
  readonly #reading = new Set<Analysis>()
  readonly #definitions = new Map<Step['many'], Set<Analysis>>()
  readonly #renamed: Renamed
  readonly #defined: Defined | undefined
  readonly #own: readonly Effect[]
  #left = MOST

  constructor(
    schema: Schema,
    code: Code,
    read: Reader,
    { renamed = () => [], defined, own = [] }: Connected = {},
  ) {
    this.schema = schema
    this.#renamed = renamed
    this.#defined = defined
    this.#own = own
    this.#code = code
    this.#read = read
  }

  /** What the name may mean, also under the name that it had before the statement. */
  relations(name: string, scope: Scope): readonly Relation[] {
    const here = this.schema.relations.first(name, scope)
    const before = this.#renamed(name).flatMap((old) => this.schema.relations.first(old, scope))
    return before.length === 0 ? here : [...here, ...before]
  }

  /** What stored code does, in the order in which it was found. */
  get added(): readonly Effect[] {
    return [...this.#added.values()]
  }

  /** True the first time; there is no end to triggers that fire each other. */
  once(what: string, { many }: Step): boolean {
    const key = many ? `${many} ${what}` : what
    if (this.#seen.has(key)) return false
    this.#seen.add(key)
    return true
  }

  add(effect: Effect, step: Step, skipped = 0): void {
    const full = storedEffect(effect, step, skipped)
    if (this.#added.size < MOST) this.#added.set(JSON.stringify(full), full)
    else this.#overflow()
  }

  /** What `text` does, once. `inside`: only what it does in its function or rule, not the making of that. */
  follow(text: string, step: Step, inside?: 'function' | 'rule'): Analysis | undefined {
    const analysis = this.#code.analysis(text)
    if (!analysis || !this.once(`${step.scope} reads ${inside} ${text}`, step)) return analysis
    if (this.#left-- <= 0) {
      this.#overflow()
      return undefined
    }
    const effects = inside
      ? analysis.effects.filter(({ action, via }) => via?.[0] === inside || action === 'unknown')
      : analysis.effects
    const assigned = analysis.uses?.assigned ?? []
    this.#read({ ...analysis, effects }, { ...step, assigned }, { skipped: inside ? 1 : 0 }, this)
    return analysis
  }

  /** What the connection has defined under that name; the last part of `name` tells. */
  defined(kind: 'functions' | 'relations', name: string, step: Step): void {
    if (!this.#defined) return
    const last = lastOf(name)
    this.#readDefined(this.#defined[kind](last), step)
  }

  /** The connection has defined a function of that name. */
  isDefined(name: string): boolean {
    return (this.#defined?.functions(lastOf(name)).length ?? 0) > 0
  }

  /** The connection may have given other names or types to columns of it. */
  otherColumns(relation: string): boolean {
    return this.#defined?.columns(lastOf(relation)) ?? false
  }

  /** What is read by a view of that name which the text, or the connection, makes or replaces; undefined when there is none. */
  madeView(name: string): readonly string[] | undefined {
    const last = lastOf(name)
    const makes = (effects: readonly Effect[]) =>
      effects.some((effect) => makesView(effect) && lastOf(effect.name ?? '') === last)
    const texts = [this.#own, ...(this.#defined?.relations(last) ?? []).map(({ effects }) => effects)]
    const found = texts.filter(makes)
    if (found.length === 0) return undefined
    return found.flatMap((effects) =>
      effects.flatMap((effect) => (readsIn(effect) ? (effect.name ?? []) : [])),
    )
  }

  /** The text as it was analysed; undefined while it is not. */
  analysis(text: string): Analysis | undefined {
    return this.#code.analysis(text)
  }

  /** The text, or the connection, switches a trigger of it on. */
  switchesOn(name: string): boolean {
    const last = lastOf(name)
    if (this.#defined?.switched(last)) return true
    return this.#own.some((effect) => switchesOn(effect) && lastOf(effect.name ?? '') === last)
  }

  /** What it has defined that any statement may set off. */
  definedAnywhere(step: Step): void {
    if (this.#defined) this.#readDefined(this.#defined.anywhere, step)
  }

  #readDefined(definitions: readonly Analysis[], step: Step): void {
    const read = this.#definitions.get(step.many) ?? new Set()
    this.#definitions.set(step.many, read)
    for (const analysis of definitions) {
      // What a text calls of its own was judged with it, however often.
      if (read.has(analysis) || this.#reading.has(analysis)) continue
      read.add(analysis)
      this.#reading.add(analysis)
      const effects = analysis.effects.filter(inBody)
      this.#read(
        { ...analysis, effects },
        { ...step, through: JUST_MADE, scope: null, assigned: undefined },
        { judged: true },
        this,
      )
      this.#reading.delete(analysis)
    }
  }

  #overflow(): void {
    const effect: Effect = {
      action: 'unknown',
      object: 'catalogue',
      detail: 'it sets off more stored code than is followed',
      stored: true,
    }
    this.#added.set('', effect)
  }
}
