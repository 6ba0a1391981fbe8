// What the catalogue of a database says about the code and the constraints in it. No rows, no statistics of values.
// A protocol reads it from the target; `sluice policy snapshot` writes it to a file.

export interface Snapshot {
  readonly version: 1
  /** `server_version_num`. */
  readonly server: number
  readonly database: string
  /** RFC 3339. */
  readonly takenAt: string
  /** Schemas that a name without one is looked up in, in order, without pg_catalog and temporary ones. */
  readonly searchPath: readonly string[]
  readonly relations: readonly Relation[]
  readonly functions: readonly Routine[]
  readonly domains: readonly Domain[]
  readonly operators: readonly Operator[]
  readonly casts: readonly Cast[]
  readonly eventTriggers: readonly EventTrigger[]
  /** Types that hold domains, as in `Column`, by OID: a client may give a parameter one. */
  readonly types?: Readonly<Record<string, string>>
}

export interface Relation {
  readonly schema: string
  readonly name: string
  readonly kind:
    | 'table'
    | 'partitioned'
    | 'view'
    | 'materialized-view'
    | 'foreign-table'
    | 'sequence'
    /** `CREATE TYPE … AS (…)`: its columns are its fields. */
    | 'composite'
  readonly persistence: 'permanent' | 'unlogged' | 'temporary'
  /** `reltuples`; -1 when it was never analysed. */
  readonly rows: number
  /** With indexes and TOAST. */
  readonly bytes: number
  readonly columns: readonly Column[]
  /** `reloptions` of a view: `security_barrier=true`. */
  readonly options?: readonly string[]
  /** `pg_get_viewdef`. */
  readonly definition?: string
  /** Rules other than a view's own, `pg_get_ruledef`. */
  readonly rules?: readonly StoredRule[]
  readonly triggers?: readonly Trigger[]
  /**
   * Columns that no two rows have equal values in, NULL apart: those of unique indexes without a condition, valid and checked
   * at once, over columns of plain types in the order and the collation of the column. Absent when there are none.
   */
  readonly unique?: readonly (readonly string[])[]
  /** Constraints of other tables that refer to this one. */
  readonly referencedBy?: readonly ForeignKey[]
  /** Expressions that are evaluated when rows are read or written: `{ on: ['insert', 'update'], text: "z.check(a)" }`. */
  readonly expressions?: readonly Expression[]
  /** `schema.table` of the relations whose rows are its own too: partitions and children. */
  readonly children?: readonly string[]
}

export interface Column {
  readonly name: string
  /** `schema.type` without modifiers or array brackets; built-in types without schema. */
  readonly type: string
  /** Of the type: `10,2` of `numeric(10,2)`. */
  readonly modifier?: string
  readonly notNull?: boolean
}

export type RowEvent = 'select' | 'insert' | 'update' | 'delete' | 'truncate'

export interface StoredRule {
  readonly name: string
  readonly event: RowEvent
  /** `CREATE RULE …` */
  readonly definition: string
}

export interface Trigger {
  readonly name: string
  readonly events: readonly RowEvent[]
  /** Those of `UPDATE OF`; absent when any UPDATE fires it. */
  readonly columns?: readonly string[]
  /** `schema.name` of its function, which takes no arguments. */
  readonly function: string
  /** The condition of WHEN. */
  readonly when?: string
}

export type Referential = 'no action' | 'restrict' | 'cascade' | 'set null' | 'set default'

export interface ForeignKey {
  readonly name: string
  /** `schema.table` that holds the constraint. */
  readonly relation: string
  /** The key's columns in the table that is referred to; absent when not known. */
  readonly columns?: readonly string[]
  readonly onDelete: Referential
  readonly onUpdate: Referential
}

export interface Expression {
  /** What it is: `default`, `generated`, `check`, `index`, `policy`, `partition`, `statistics`. */
  readonly kind: string
  readonly on: readonly RowEvent[]
  readonly text: string
}

export interface Routine {
  readonly schema: string
  readonly name: string
  readonly kind: 'function' | 'procedure' | 'aggregate' | 'window'
  readonly language: string
  readonly volatility: 'immutable' | 'stable' | 'volatile'
  /** Types of its input arguments, as in `Column`. */
  readonly arguments: readonly string[]
  /** As in `Column`; `trigger` and `event_trigger` for those. */
  readonly returns: string
  readonly securityDefiner?: boolean
  /** `pg_get_functiondef`; absent for aggregates and for code that is no text (C, internal). */
  readonly definition?: string
  /** Functions of an aggregate; of an internal function those of the server that are the same code. */
  readonly calls?: readonly string[]
  /** The extension that it belongs to. */
  readonly extension?: string
}

/** Also a range or multirange, whose base is what it is a range of. */
export interface Domain {
  readonly schema: string
  readonly name: string
  /** As in `Column`. */
  readonly base: string
  /** Expressions over VALUE, and the default. */
  readonly expressions: readonly string[]
}

export interface Operator {
  readonly schema: string
  readonly name: string
  /** As in `Column`; absent for a prefix operator. */
  readonly left?: string
  readonly right: string
  readonly function: string
}

export interface Cast {
  readonly source: string
  readonly target: string
  readonly function: string
  readonly context: 'implicit' | 'assignment' | 'explicit'
}

export interface EventTrigger {
  readonly name: string
  /** `ddl_command_start`, `ddl_command_end`, `sql_drop`, `table_rewrite`, `login`. */
  readonly event: string
  /** Those of `WHEN TAG IN`: `CREATE EXTENSION`; absent when any fires it. */
  readonly tags?: readonly string[]
  readonly function: string
}
