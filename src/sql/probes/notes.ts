// What is remembered of a text's columns: those that it does more with than show them.
import type { Node } from '@pgsql/types'
import type { Analysis, Output } from '../../core/statement.ts'
import { isForeign } from '../functions.ts'
import { carriedBy, type Depth, work } from '../outputs.ts'
import { type Ctes, columnOf, type Item } from '../taint.ts'
import { as, parts } from '../tree.ts'
import { readsTraces } from './traces.ts'

/** The names that an expression may use. */
export interface Around {
  readonly ctes: Ctes
  /** Innermost first. */
  readonly scope: readonly Item[]
}

export const NOWHERE: Around = { ctes: new Map(), scope: [] }

/** Stands for what functions of the database return. */
export const CALLED = '()'

/** Built-in functions of one argument that take a whole row: `p.to_jsonb` is `to_jsonb(p)`. */
const OF_ROWS = new Set(
  `any_value array_agg array_position bool cardinality concat count first_value format hash_array hash_record json_agg
  json_agg_strict json_build_array json_build_object jsonb_agg jsonb_agg_strict jsonb_build_array jsonb_build_object last_value
  max min mode num_nonnulls num_nulls pg_collation_for pg_column_compression pg_column_size pg_column_toast_chunk_id pg_typeof
  quote_literal quote_nullable record_out record_send row_to_json to_json to_jsonb text varchar json_array json_object
  hash_record_extended record_image_eq unnest`.split(/\s+/),
)

/** `passes`: the query's columns are shown, or have names under which they are found again; else whoever asked computes with them. */
type Query = (node: Node | undefined, around: Around, passes: boolean, notes: Notes) => void

export class Notes {
  /** Looks at a query, also one that changes rows. */
  readonly query: Query
  readonly probed = new Set<string>()
  /** Given to built-in functions that cannot fail, as long as it is these that are called. */
  readonly trusted = new Set<string>()
  readonly depth: Depth = { level: 0, work: work() }
  /** Inside of a body: names that nothing in sight has are its variables. */
  body = false
  /** The server will tell what its log takes up. */
  traced = false

  constructor(query: Query) {
    this.query = query
  }

  get found(): Pick<Analysis, 'probes' | 'trusts'> {
    return {
      ...(this.probed.size > 0 && { probes: [...this.probed] }),
      ...(this.trusted.size > 0 && { trusts: [...this.trusted] }),
    }
  }

  /** What a reference, or any expression, is made of. */
  carried(value: unknown, { ctes, scope }: Around): Output {
    return carriedBy(value, ctes, scope, this.depth)
  }

  reference(node: Node, around: Around): void {
    const fields = as(node, 'ColumnRef')?.fields ?? []
    const path = parts(fields)
    if (this.body) {
      if (isRow(path[0])) this.source(path.length > 1 ? (path[1] ?? '*') : '*')
      const [first, table] = [path[0], path.at(fields.length > path.length ? -1 : -2)]
      const known = around.scope.some(({ name }) => name === first || name === table)
      if (fields.length > 1 && !known) {
        this.#anywhere(path.at(-1) ?? '', around)
        return
      }
    }
    this.add(this.carried(node, around))
  }

  /** Of a variable, most likely; else of an item that is not in sight. */
  #anywhere(column: string, { scope }: Around): void {
    for (const item of scope) for (const output of columnOf(item, column)) this.add(output)
  }

  add({ sources, foreign }: Output): void {
    // `*` beside others only says that names were changed on the way.
    for (const source of sources) if (source !== '*' || sources.length === 1) this.source(source)
    if (foreign) this.source(CALLED)
  }

  source(source: string): void {
    this.probed.add(source)
    const dot = source.lastIndexOf('.')
    if (dot > 0 && OF_ROWS.has(source.slice(dot + 1))) this.probed.add(`${source.slice(0, dot)}.*`)
  }

  /** A function that the text calls. */
  call(names: readonly string[]): void {
    if (isForeign(names)) this.source(CALLED)
    this.reads(names)
  }

  /** It may run a text, or read a table, that it is told. */
  reads(names: readonly string[]): void {
    if (READING.test(names.at(-1) ?? '') || readsTraces(names)) this.source('*')
  }

  trust({ sources, foreign }: Output): void {
    for (const source of sources) this.trusted.add(source)
    if (foreign) this.source(CALLED)
  }
}

const READING = /^(?:(?:query|table|cursor|schema|database)_to_xml|ts_stat|ts_rewrite)/

/** The row of a trigger, whose table a body does not name. */
const isRow = (name: string | undefined): boolean => name === 'new' || name === 'old'
