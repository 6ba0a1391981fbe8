// What stands where it is evaluated once for each row, or in a loop: a key in a function picks another row each time.
import type { Node, SelectStmt, TypeName } from '@pgsql/types'
import type { Effect, Uses } from '../core/statement.ts'
import { isForeign } from './functions.ts'
import { as, dotted, parts } from './tree.ts'
import { UsedNames } from './uses.ts'

/** Gathers names over all of a text. */
export class Repeats {
  /** What is walked is evaluated many times. */
  on = false
  /** Inside of the body of a function that a text may call, which one. */
  making: string | undefined
  readonly #names = new UsedNames()
  readonly #relations = new Set<string>()
  readonly #made = new Set<string>()
  readonly #keyed = new Set<string>()
  /** The same in bodies of trigger functions. */
  readonly #fired = new Set<string>()
  #fires = false
  /** Relations that rows come to, by last name, and whether any number of rows of one are changed: in bodies, and outside. */
  readonly #written = { inside: new Set<string>(), outside: new Set<string>() }
  readonly #changed = { inside: false, outside: false }
  /** Something outside of bodies may set them off. */
  #ran = false
  readonly #beside = new Set<string>()

  /** Runs `work`, which walks `value`; all that is named there is evaluated many times. */
  within(value: unknown, work: () => void): void {
    if (this.on) {
      work()
      return
    }
    this.#names.read([value])
    this.on = true
    try {
      work()
    } finally {
      this.on = false
    }
  }

  /** Another text, or statement, is walked where `value` was not part of what is evaluated many times. */
  also(value: unknown): void {
    if (this.on) this.#names.read([value])
  }

  /** Rows of a relation come one after the other, each with its defaults, checks and triggers. */
  relation(name: string): void {
    if (name) this.#relations.add(name)
  }

  /** Functions that are called next to each other: one that returns a set repeats the others. */
  beside(calls: readonly string[]): void {
    if (calls.length > 1) for (const name of calls) this.#beside.add(name)
  }

  /** `work` walks the body of a function that this text makes. */
  body(name: string, callable: boolean, calls: ReadonlySet<string>, work: () => void): void {
    const before = { making: this.making, fires: this.#fires }
    this.making = callable ? name : undefined
    this.#fires = !callable
    try {
      work()
    } finally {
      this.making = before.making
      this.#fires = before.fires
    }
    if (!callable) return
    this.#made.add(lastOf(name))
    // It calls itself, or a call of this text comes before it.
    if (calls.has(name)) this.#names.functions.add(name)
  }

  /** Notes what such a body changes by key. `key` stands for the effect. */
  note({ action, rows = 'unknown', name = '' }: Effect, key: string): void {
    if (this.making !== undefined && KEYED.has(action) && rows === 'some') this.#keyed.add(key)
    if (this.#fires && action === 'delete' && rows === 'some') this.#fired.add(key)
    const where = this.making !== undefined || this.#fires ? 'inside' : 'outside'
    if (action === 'insert') this.#written[where].add(lastOf(name))
    const many = this.on || rows === 'unknown' || rows === 'all'
    if (action === 'copy-in' || (KEYED.has(action) && many)) this.#changed[where] = true
    if (RUNS.has(action)) this.ran()
  }

  /** Outside of bodies something runs. */
  ran(): void {
    this.#ran ||= this.making === undefined && !this.#fires
  }

  /** Rows that set off triggers come one after the other: which triggers a relation has, the text does not tell. */
  get #fills(): boolean {
    const { inside, outside } = this.#written
    const written = (name: string) => outside.has(name) || (this.#ran && inside.has(name))
    const changed = this.#changed.outside || (this.#ran && this.#changed.inside)
    return changed || [...this.#relations].some((name) => written(lastOf(name)))
  }

  /** The effects, where a key in a function that is called for many rows picks an unknown number of them. */
  spread(effects: ReadonlyMap<string, Effect>): readonly Effect[] {
    const keyed = this.callsMade ? this.#keyed : NONE
    const fired = this.#fills ? this.#fired : NONE
    if (keyed.size + fired.size === 0) return [...effects.values()]
    return [...effects].map(([key, effect]) =>
      keyed.has(key) || fired.has(key) ? { ...effect, rows: 'unknown' as const } : effect,
    )
  }

  /** A function that this text makes is called for many rows. */
  get callsMade(): boolean {
    return this.names.some((name) => this.#made.has(lastOf(name)))
  }

  /** Functions, operators, types, fields and relations. */
  get names(): readonly string[] {
    const { functions, operators, types, fields } = this.#names
    return [...new Set([...functions, ...operators, ...types, ...fields, ...this.#relations])]
  }

  /** For `Uses`. What a function of the text calls for many rows is called so too: `all` names. */
  found(all: Uses | undefined): Pick<Uses, 'many' | 'beside'> {
    const names =
      all && this.callsMade
        ? [...this.names, ...all.functions, ...all.operators, ...all.types, ...all.fields]
        : this.names
    return {
      ...(names.length > 0 && { many: names }),
      ...(this.#beside.size > 0 && { beside: [...this.#beside] }),
    }
  }
}

const NONE: ReadonlySet<string> = new Set()
const RUNS = new Set(['insert', 'update', 'delete', 'copy-in', 'call', 'execute'])
const KEYED = new Set(['update', 'delete'])

const lastOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1)

/** Built-in functions that return sets. */
const SETS =
  /^(generate_\w+|unnest|aclexplode|regexp_(matches|split_to_table)|string_to_table|jsonb?_(array_elements|each|object_keys|path_query|populate_recordset|to_recordset)\w*|_pg_\w+|pg_\w+|ts_(parse|stat|token_type|debug))$/

/** How often a query without FROM gives a row: `SELECT f(unnest('{1,2}'::int[]))`. */
export function givesRows(select: SelectStmt): { readonly many: boolean; readonly calls: readonly string[] } {
  const calls: string[] = []
  let many = false
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item)
    else if (value !== null && typeof value === 'object') {
      if (as(value as Node, 'SubLink')) return
      const names = parts(as(value as Node, 'FuncCall')?.funcname)
      if (names.length > 0) {
        many ||= SETS.test(names.at(-1) ?? '')
        if (isForeign(names)) calls.push(dotted(names))
      }
      for (const item of Object.values(value)) visit(item)
    }
  }
  visit([select.targetList, select.sortClause, select.groupClause])
  return { many, calls }
}

/** What returns a trigger cannot be called. */
export const returnsTrigger = (type: TypeName | undefined): boolean =>
  /^(event_)?trigger$/.test(parts(type?.names).at(-1) ?? '')

/** A FROM item that is asked once, when it is the only one. */
export const askedOnce = (items: readonly Node[]): boolean =>
  items.length === 1 && ['RangeVar', 'RangeSubselect', 'RangeFunction'].some((tag) => tag in (items[0] ?? {}))
