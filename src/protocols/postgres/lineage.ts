// Views, rules and partitions: which columns are behind a relation's columns.
import type { KnownCode } from './known-code.ts'

/** `reads`: a view, or a table with rules; `calls`: a view that runs code of the database; `parent` and `child`: a relation whose rows have the same columns, up or down. */
type Kind = 'reads' | 'calls' | 'parent' | 'child'

export interface Edge {
  readonly base: number
  /** Undefined for the relation as a whole. */
  readonly column: string | undefined
  readonly attribute: number
  readonly kind: Kind
}

/** A derived relation depends on others; `edges` go one step down. */
export class Lineage {
  readonly #names: ReadonlyMap<number, string>
  readonly #edges: ReadonlyMap<number, readonly Edge[]>
  readonly code: KnownCode

  /** Made when it is first asked for. */
  #byName: Map<string, readonly number[]> | undefined
  /** Generated columns, and those of the same row that they are made of: `schema.table.column`. */
  readonly #generated: ReadonlyMap<string, readonly string[]>
  /** Relations that keep what they read: materialized views. */
  readonly #keeping: ReadonlySet<number>

  constructor(parts: {
    names: ReadonlyMap<number, string>
    edges: ReadonlyMap<number, readonly Edge[]>
    code: KnownCode
    generated: ReadonlyMap<string, readonly string[]>
    keeping: ReadonlySet<number>
  }) {
    this.#names = parts.names
    this.#edges = parts.edges
    this.code = parts.code
    this.#generated = parts.generated
    this.#keeping = parts.keeping
  }

  /** The columns that a generated one is made of; empty for all others. `column` is `schema.table.column`. */
  madeOf(column: string): readonly string[] {
    return (this.#generated.get(column) ?? []).flatMap((source) => [source, ...this.behind(source)])
  }

  /** Relations whose columns are others than those of the relations behind them, for which `test` holds. */
  rebuilt(test: (relation: string) => boolean): ReadonlySet<string> {
    const found = new Set<string>()
    for (const oid of this.#edges.keys()) {
      const below = this.#below(oid)
      const all = [oid, ...below]
      if (
        all.some((at) => this.#calls(at)) ||
        (all.some((at) => this.rebuilds(at)) && below.some((at) => test(this.#names.get(at) ?? '')))
      )
        found.add(this.#names.get(oid) ?? '')
    }
    return found
  }

  /** What materialized views hold that read the relation, a name with or without its schema, in any of their columns. */
  keptOver(relation: string): readonly { readonly name: string; readonly columns: readonly string[] }[] {
    const meant = (oid: number): boolean => {
      const name = this.#names.get(oid) ?? ''
      return name === relation || name.slice(name.indexOf('.') + 1) === relation
    }
    return [...this.#keeping]
      .filter((oid) => this.#below(oid).some(meant))
      .map((oid) => ({ name: this.#names.get(oid) ?? '', columns: this.columnsBehind(oid) ?? ['*'] }))
  }

  /** The columns that generated ones of this name are made of; a table without its schema may be any. */
  generatedFrom(column: string): readonly string[] {
    return [...this.#generated]
      .filter(([name]) => name === column || name.slice(name.indexOf('.') + 1) === column)
      .flatMap(([, sources]) => sources)
  }

  derives(oid: number): boolean {
    return this.#edges.has(oid)
  }

  /** Names (`schema.table`) of derived relations that read one for which `test` holds, however far down. */
  reading(test: (relation: string) => boolean): ReadonlySet<string> {
    const found = new Set<string>()
    for (const oid of this.#edges.keys()) {
      const below = this.#below(oid)
      if (
        below.some((base) => test(this.#names.get(base) ?? '')) ||
        [oid, ...below].some((at) => this.#calls(at))
      )
        found.add(this.#names.get(oid) ?? '')
    }
    return found
  }

  /** Every column that the relation may show, all the way down; undefined when it reads no other. */
  columnsBehind(oid: number): readonly string[] | undefined {
    if (!this.#edges.has(oid)) return undefined
    const names = new Set<string>()
    for (const at of [oid, ...this.#below(oid)])
      for (const { base, column, kind } of this.#edges.get(at) ?? []) {
        if (kind !== 'reads' && kind !== 'calls' && at !== oid) continue
        if (kind === 'calls') {
          names.add('*')
          continue
        }
        for (const each of kind === 'reads' ? [base, ...this.#kin(base)] : [base])
          names.add(`${this.#names.get(each)}.${column ?? '*'}`)
      }
    return [...names]
  }

  /** The column itself and what is behind it; undefined when it is not known. */
  column(table: number, attribute: number): readonly string[] | undefined {
    for (const edges of this.#edges.values())
      for (const { base, column, attribute: number } of edges)
        if (base === table && number === attribute && column !== undefined)
          return [
            `${this.#names.get(base)}.${column}`,
            ...this.inherited(table, column),
            ...(this.rebuilds(table) ? (this.columnsBehind(table) ?? []) : []),
          ]
    return undefined
  }

  /** What may be behind a column as a statement writes it (`v.label`, `public.v.*`); a name without its schema may be in any. */
  behind(source: string): readonly string[] {
    const dot = source.lastIndexOf('.')
    const relation = source.slice(0, Math.max(0, dot))
    if (relation === '') return []
    const found: string[] = []
    for (const [column, sources] of this.#generated)
      if (column === source || (!relation.includes('.') && column.endsWith(`.${source}`)))
        found.push(...sources, ...sources.flatMap((each) => this.behind(each)))
    for (const oid of this.#named(relation)) {
      const edges = this.#edges.get(oid) ?? []
      const inherits = edges.every(({ kind }) => kind !== 'reads' && kind !== 'calls')
      found.push(...(inherits ? this.inherited(oid, source.slice(dot + 1)) : (this.columnsBehind(oid) ?? [])))
    }
    return found
  }

  /** Derived relations of a name, with or without its schema. */
  #named(relation: string): readonly number[] {
    if (!this.#byName) {
      this.#byName = new Map()
      for (const oid of this.#edges.keys()) {
        const name = this.#names.get(oid) ?? ''
        for (const key of [name, name.slice(name.indexOf('.') + 1)])
          this.#byName.set(key, [...(this.#byName.get(key) ?? []), oid])
      }
    }
    return this.#byName.get(relation) ?? []
  }

  /** The same column of the relations it inherits from, and of those that inherit from it: their rows are its own. */
  inherited(oid: number, column: string): readonly string[] {
    return this.#kin(oid).map((base) => `${this.#names.get(base)}.${column}`)
  }

  /** Its columns are others than those of the relations behind it. */
  rebuilds(oid: number): boolean {
    return this.#edges.get(oid)?.some(({ kind }) => kind === 'reads' || kind === 'calls') ?? false
  }

  #calls(oid: number): boolean {
    return this.#edges.get(oid)?.some(({ kind }) => kind === 'calls') ?? false
  }

  /** Ancestors and descendants, but no siblings. */
  #kin(oid: number): number[] {
    return [...this.#along(oid, 'parent'), ...this.#along(oid, 'child')]
  }

  #along(oid: number, kind: Kind): ReadonlySet<number> {
    const seen = new Set<number>()
    const visit = (at: number) => {
      for (const { base, kind: own } of this.#edges.get(at) ?? []) {
        if (own !== kind || seen.has(base)) continue
        seen.add(base)
        visit(base)
      }
    }
    visit(oid)
    return seen
  }

  /** Every relation whose rows may show in it. */
  #below(oid: number): number[] {
    const seen = new Set<number>()
    const visit = (at: number) => {
      for (const { base, kind } of this.#edges.get(at) ?? []) {
        if (kind !== 'reads' || seen.has(base)) continue
        for (const each of [base, ...this.#kin(base)]) seen.add(each)
        visit(base)
      }
    }
    visit(oid)
    for (const each of this.#kin(oid)) seen.add(each)
    return [...seen]
  }
}
