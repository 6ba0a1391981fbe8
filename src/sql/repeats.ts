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
    const before = this.making
    this.making = callable ? name : undefined
    try {
      work()
    } finally {
      this.making = before
    }
    if (!callable) return
    this.#made.add(lastOf(name))
    // It calls itself, or a call of this text comes before it.
    if (calls.has(name)) this.#names.functions.add(name)
  }

  /** Notes what such a body changes by key. `key` stands for the effect. */
  note({ action, rows }: Effect, key: string): void {
    if (this.making !== undefined && KEYED.has(action) && rows === 'some') this.#keyed.add(key)
  }

  /** The effects, where a key in a function that is called for many rows picks an unknown number of them. */
  spread(effects: ReadonlyMap<string, Effect>): readonly Effect[] {
    if (this.#keyed.size === 0 || !this.callsMade) return [...effects.values()]
    return [...effects].map(([key, effect]) =>
      this.#keyed.has(key) ? { ...effect, rows: 'unknown' as const } : effect,
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
