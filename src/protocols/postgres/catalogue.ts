// What the numbers in a RowDescription stand for, asked on the side connection and kept until the schema changes.
// https://www.postgresql.org/docs/current/catalogs.html
import type { CopyOut } from '../../core/statement.ts'
import { type Constant, userConstant } from '../../masking/index.ts'
import { copied } from './copied.ts'
import { loadLineage, viewSources } from './dependencies.ts'
import type { Field } from './frames.ts'
import type { Lineage } from './lineage.ts'
import type { Side } from './side.ts'

/** Where a column's values come from. */
export interface Origin {
  /** `schema.table.column` */
  readonly name: string
  /** For views and partitions: the columns behind it, in the same form; `schema.table.*` for whole rows. */
  readonly carries?: readonly string[]
  /** Its values are those of one of them, as they are. */
  readonly plain?: true
}

export interface Type {
  /** `typname` */
  readonly name: string
  /** A value of it, where it is not built in. */
  readonly constant?: Constant
}

interface Relation {
  readonly schema: string
  readonly name: string
  readonly columns: ReadonlyMap<number, string>
  readonly sources: Shown
  /** The relation reads others: a column that has no source of its own may carry any of these. */
  readonly behind: readonly string[] | undefined
}

/** Milliseconds. */
const FRESH_MS = 60_000
const REBUILT = new Set(['v', 'm'])
/** Views upon views that are followed column by column. */
const MOST_VIEWS = 32

/** The columns behind one, and whether it shows one of them as it is. */
interface Source {
  readonly names: readonly string[]
  readonly plain: boolean
}
type Shown = ReadonlyMap<number, Source>

export class Catalogue {
  readonly #side: Side
  /** Grows when the schema changed. */
  generation = 0
  readonly #relations = new Map<number, Relation | undefined>()
  readonly #types = new Map<number, Type | undefined>()
  #lineage: Lineage | undefined
  /** Grows when the lineage is stale. */
  #edition = 0
  #loading: Promise<void> | undefined
  #loaded = 0
  readonly #now: () => number

  constructor(side: Side, now: () => number) {
    this.#side = side
    this.#now = now
  }

  /** `views` is false when only tables and columns were added. */
  invalidate(views: boolean): void {
    this.#forget()
    if (!views) return
    this.#edition++
    this.#lineage = undefined
    this.#loading = undefined
  }

  #forget(): void {
    this.generation++
    this.#relations.clear()
    this.#types.clear()
  }

  /** Which relations read which; undefined until `load` is done. Others change the schema too: it is read again after a while. */
  get lineage(): Lineage | undefined {
    if (this.#lineage && this.#now() - this.#loaded > FRESH_MS) {
      this.#loaded = this.#now()
      this.#loading = undefined
      this.load().catch(() => {})
    }
    return this.#lineage
  }

  /** Rejects when the target does not answer. */
  load(): Promise<void> {
    const edition = this.#edition
    this.#loading ??= loadLineage(this.#side).then(
      (lineage) => {
        if (edition !== this.#edition) return
        // What others changed since counts from now on.
        if (this.#lineage) this.#forget()
        this.#lineage = lineage
        this.#loaded = this.#now()
      },
      (error: unknown) => {
        this.#loading = undefined
        throw error
      },
    )
    return this.#loading
  }

  knows(fields: readonly Field[]): boolean {
    for (const { table, type } of fields)
      if ((table !== 0 && !this.#relations.has(table)) || !this.#types.has(type)) return false
    return true
  }

  /** Of a domain that of its base. */
  type(oid: number): Type | undefined {
    return this.#types.get(oid)
  }

  /** Undefined for computed columns, and for relations that other connections cannot see yet. */
  origin(table: number, attribute: number): Origin | undefined {
    const relation = table === 0 ? undefined : this.#relations.get(table)
    const column = relation?.columns.get(attribute)
    if (!relation || column === undefined) return undefined
    const name = `${relation.schema}.${relation.name}.${column}`
    const made = this.#lineage?.madeOf(name) ?? []
    const source = relation.sources.get(attribute)
    const behind = source?.names ?? relation.behind
    if (!behind && made.length === 0) return { name }
    const plain = source?.plain && made.length === 0
    return { name, carries: [...(behind ?? []), ...made], ...(plain && { plain }) }
  }

  /** Asks for what is not known. Rejects when the target does not answer. */
  async learn(fields: readonly Field[]): Promise<void> {
    const tables = [...new Set(fields.map(({ table }) => table))].filter(
      (oid) => oid !== 0 && !this.#relations.has(oid),
    )
    // Relations may make all of it be read anew.
    if (tables.length > 0) await this.#learnRelations(tables)
    const types = [...new Set(fields.map(({ type }) => type))].filter((oid) => !this.#types.has(oid))
    if (types.length > 0) await this.#learnTypes(types)
  }

  async #learnTypes(oids: readonly number[]): Promise<void> {
    const rows = await this.#side.query(
      `WITH RECURSIVE b AS (
         SELECT oid AS own, oid FROM pg_catalog.pg_type WHERE oid IN (${oids.join(',')})
         UNION ALL SELECT b.own, t.typbasetype FROM b JOIN pg_catalog.pg_type t ON t.oid = b.oid AND t.typtype = 'd')
       SELECT b.own, t.typname, t.typtype, (SELECT e.enumlabel FROM pg_catalog.pg_enum e
         WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder LIMIT 1), n.nspname = 'pg_catalog'
       FROM b JOIN pg_catalog.pg_type t ON t.oid = b.oid
       JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace WHERE t.typtype <> 'd'`,
    )
    for (const oid of oids) this.#types.set(oid, undefined)
    for (const [oid, name, kind, label, builtIn] of rows) {
      const constant = builtIn === 't' ? undefined : userConstant(kind!, label ?? undefined)
      this.#types.set(Number(oid), { name: name!, ...(constant && { constant }) })
    }
  }

  async #learnRelations(oids: readonly number[]): Promise<void> {
    if (!this.#lineage) await this.load()
    const rows = await this.#side.query(
      `SELECT c.oid, n.nspname, c.relname, c.relkind, a.attnum, a.attname
       FROM pg_catalog.pg_class c
       JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
       WHERE c.oid IN (${oids.join(',')})`,
    )
    const found = new Map<
      number,
      { schema: string; name: string; kind: string; columns: Map<number, string> }
    >()
    for (const [oid, schema, name, kind, attribute, column] of rows) {
      const id = Number(oid)
      const relation = found.get(id) ?? { schema: schema!, name: name!, kind: kind!, columns: new Map() }
      relation.columns.set(Number(attribute), column!)
      found.set(id, relation)
    }
    if (
      this.#lineage &&
      [...found].some(([oid, { kind }]) => REBUILT.has(kind) && !this.#lineage!.derives(oid))
    ) {
      // A view that somebody else made since.
      this.#loading = undefined
      await this.load()
    }
    for (const oid of oids) {
      const relation = found.get(oid)
      this.#relations.set(oid, relation && (await this.#derive(oid, relation)))
    }
  }

  async #derive(
    oid: number,
    relation: { schema: string; name: string; kind: string; columns: Map<number, string> },
  ): Promise<Relation> {
    const lineage = this.#lineage
    const behind = lineage?.columnsBehind(oid)
    if (lineage && REBUILT.has(relation.kind))
      return { ...relation, sources: await this.#shown(oid, lineage), behind }
    const sources = new Map<number, Source>()
    if (lineage && behind) {
      for (const [attribute, column] of relation.columns)
        sources.set(attribute, { names: lineage.inherited(oid, column), plain: true })
    }
    return { ...relation, sources, behind }
  }

  /** What a view's plain columns show, through views below it; `known` has those that were asked for already. */
  async #shown(oid: number, lineage: Lineage, known: Map<number, Shown> = new Map()): Promise<Shown> {
    const sources = new Map<number, Source>()
    known.set(oid, sources)
    for (const [attribute, { table, attribute: own }] of await viewSources(this.#side, oid)) {
      const carried = lineage.column(table, own)
      if (!carried) continue
      const follow = lineage.rebuilds(table) && (known.has(table) || known.size < MOST_VIEWS)
      const below = follow ? (known.get(table) ?? (await this.#shown(table, lineage, known))) : undefined
      const next = below?.get(own)
      sources.set(
        attribute,
        next
          ? { names: [carried[0]!, ...next.names], plain: next.plain }
          : { names: carried, plain: !lineage.rebuilds(table) },
      )
    }
    return sources
  }

  /** See `copied`. */
  async describeCopy(copy: CopyOut, resolution: boolean): Promise<readonly Field[]> {
    const fields = await copied(this.#side, copy, resolution)
    await this.learn(fields)
    return fields
  }
}
