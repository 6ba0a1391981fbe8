/** What a statement would do, as a fact. Rules (policy/rules) turn facts into verdicts. */
export interface Effect {
  /** What happens: a verb of the closed list. */
  readonly action: Action
  /** What kind of thing it happens to: `table`, `column`, `function`, `role`, `setting`, `file`, `program`, … */
  readonly object: string
  /** The thing's name as written, folded as the server folds it: `users`, `public.users`. */
  readonly name?: string
  readonly column?: string
  /** How many rows of the relation: `unknown` when only the server could tell. */
  readonly rows?: 'none' | 'one' | 'some' | 'all' | 'unknown'
  /** True when only the session's own objects are touched: temporary ones, and tables that its open transaction made. */
  readonly temporary?: boolean
  /** CASCADE was asked for. */
  readonly cascade?: boolean
  /** The table lock that is taken, in the server's words: `ACCESS EXCLUSIVE`. */
  readonly lock?: string
  /** For `unknown` the reason; for the others what a reader needs to know. Never a literal of the statement. */
  readonly detail?: string
  /** The constructs it is nested in, outermost first: `['do', 'execute']`. */
  readonly via?: readonly string[]
  /** Rows that a LIMIT takes at most which nothing else picks. */
  readonly most?: number
  /** An UPDATE of whatever a condition lets through that says nothing of the rows: one value over a range, a view's constant. */
  readonly blanket?: boolean
  /** Done by what the database holds already (a trigger, a rule, a function, a cascade): the statement only sets it off. */
  readonly stored?: boolean
  /** Rows that it would touch, as the server estimates, or has touched for a COMMIT. Absent when nobody asked. */
  readonly estimate?: number
  /** Bytes on disk of the relation with its indexes, as the catalogue last had them. Absent when not known. */
  readonly bytes?: number
  /** Of a path on a host: everything below it, too. */
  readonly recursive?: boolean
  /** Of a path on a host: what it is for. */
  readonly place?: Place
  /** Of a request: what the guard's own `requests` say of it. Absent when none of them is met. */
  readonly listed?: 'allow' | 'warn' | 'hold' | 'block'
}

/** Where a path of a host lies; the worst where it may be in several. */
export const PLACES = [
  /** Files of an application, and whatever is nowhere else. */
  'own',
  'temporary',
  /** The root, a directory of the top level, somebody's home: as a whole. */
  'root',
  /** Who may do what, and how the host starts: `/etc/passwd`, `~/.ssh`. */
  'critical',
  /** What runs by itself later: units, schedules, profiles, hooks. */
  'startup',
  'log',
  'kernel',
  'device',
  'system',
  /** `/dev/null` and the like. */
  'sink',
  /** `/dev/tcp/…`, which is a connection. */
  'network',
  /** Only known when it runs. */
  'unknown',
] as const

export type Place = (typeof PLACES)[number]

export const ACTIONS = [
  'read',
  'insert',
  'update',
  'delete',
  'truncate',
  'create',
  'alter',
  'rename',
  'move',
  'drop',
  'detach',
  'grant',
  'revoke',
  'own',
  'set',
  'call',
  'copy-in',
  'copy-out',
  'lock',
  'rewrite',
  'scan',
  'maintain',
  'execute',
  'prepare',
  'cursor',
  'transaction',
  'notify',
  'comment',
  'explain',
  'load',
  'expose',
  // Of command lines:
  'remove',
  'write',
  'empty',
  'permit',
  'run',
  'start',
  'stop',
  'become',
  'reach',
  'send',
  'unknown',
] as const

export type Action = (typeof ACTIONS)[number]

/** One statement of a message, analysed. */
export interface Analysis {
  readonly effects: readonly Effect[]
  /** Every relation that is named, read or written, deduplicated, folded. */
  readonly relations: readonly string[]
  /** How many statements the text holds: 0 for an empty query. */
  readonly count: number
  /** What the output columns of the (last) result are made of; undefined when that is not known. */
  readonly outputs?: readonly Output[]
  /** The session state it changes, so that later verdicts and masks are not stale. */
  readonly changes: Changes
  /** CALL, or a block that may commit: it may make its changes last before it ends, unless a transaction is open. */
  readonly commits?: boolean
  /** All of its statements only define, describe or begin and end: none evaluates anything. */
  readonly defines?: boolean
  /** The result's columns when the statement is a COPY … TO STDOUT. */
  readonly copy?: CopyOut
  /** Values that it puts where another name shows them; absent when there are none. */
  readonly flows?: readonly Flow[]
  /** Columns that get another type, as long as their values are only taken over or cast to it; absent when there are none. */
  readonly retypes?: readonly Retype[]
  /** What it names that may run code of the database; absent when it names nothing of the kind. */
  readonly uses?: Uses
  /**
   * Columns that its conditions compare with something or that its rows are ordered by, as in `Output.sources`; absent
   * when there are none. Columns that are only joined with each other, or tested for NULL, are not here.
   */
  readonly compares?: readonly string[]
  /**
   * Columns that it does more with than to show, count or overwrite them, as in `Output.sources`; `()` for what functions
   * of the database return. Absent when there are none.
   */
  readonly probes?: readonly string[]
  /** Columns that it counts, or gives to built-in functions that cannot fail: should it be these that are called. */
  readonly trusts?: readonly string[]
  /** Foreign keys that it gives to tables which were there before; absent when there are none. */
  readonly keys?: readonly MadeKey[]
  /** What must be in the catalogue for its `some` rows to be few; absent when nothing must. */
  readonly relies?: readonly Reliance[]
  /** By what it picks the rows that it changes, for unique keys to tell how many; absent when there is nothing to tell. */
  readonly pins?: Pins
  /** SQL that a command line hands to a client of a database; whoever judges the command judges it too. Absent when there is none. */
  readonly embedded?: readonly Embedded[]
}

/** A text in another language within a statement. */
export interface Embedded {
  readonly dialect: 'postgres' | 'mysql' | 'sqlite'
  readonly text: string
  /** The constructs it is nested in, outermost first, as in `Effect`. */
  readonly via: readonly string[]
}

/** What a text cannot know, and must be so for the rows that it picks to be few. */
export interface Reliance {
  /** As written: it must be a table, unless `own` is all that is asked. */
  readonly relation: string
  /** It must have this column. */
  readonly column?: string
  /** Columns that are compared with values. One of them must tell rows apart: a boolean does not. */
  readonly own?: readonly string[]
}

/** Conditions of the only statement of a text, all of which hold for the rows that it deletes or updates. */
export interface Pins {
  /** As written. */
  readonly relation: string
  readonly columns: readonly Pin[]
  /** Parameters by number that stand in more than one place, so that the other one may decide their types. */
  readonly shared?: readonly number[]
  /** ON CONFLICT: no more rows than these, whatever the keys are. */
  readonly rows?: number
}

/** A column, as it is, equals one of these values. */
export interface Pin {
  readonly column: string
  readonly values: number
  /** `unknown` for a text without a type, `number` for one that is written as such, `$1`, or a type without its schema. */
  readonly types: readonly string[]
}

/** A foreign key that a text makes. */
export interface MadeKey {
  /** Whose rows refer to others. */
  readonly relation: string
  readonly columns: readonly string[]
  /** The table that is referred to. */
  readonly refers: string
  /** Its columns; absent for its primary key. */
  readonly referred?: readonly string[]
  /** Rows go, or are changed, with those that they refer to: CASCADE, SET NULL, SET DEFAULT. */
  readonly onDelete: boolean
  readonly onUpdate: boolean
}

/** Names that may stand for code which only the catalogue knows, as written and folded (`z.d`), deduplicated. */
export interface Uses {
  /** Functions and procedures, also the built-in ones: a user's overload may hide behind `abs`. */
  readonly functions: readonly string[]
  /** Operators: `=`, `z.===`. */
  readonly operators: readonly string[]
  /** Types of casts, columns and arguments, without array brackets: a domain's CHECK calls functions. Those of parameters by OID. */
  readonly types: readonly string[]
  /** Last names of qualified column references and of field selections: `l.killer` may call a function. */
  readonly fields: readonly string[]
  /** Columns that an UPDATE (also of ON CONFLICT and MERGE) assigns: only keys that change cascade. */
  readonly assigned: readonly string[]
  /** Relations that a new one takes columns, defaults and constraints from: LIKE, INHERITS, PARTITION OF. */
  readonly models?: readonly string[]
  /** Those of these names, and relations, that are evaluated or filled for many rows or in a loop. */
  readonly many?: readonly string[]
  /** Functions that stand next to each other without a FROM: one that returns a set repeats the others. */
  readonly beside?: readonly string[]
}

/** A column that gets another type. */
export interface Retype {
  readonly relation: string
  readonly column: string
  /** Built-in types without schema: `varchar`. */
  readonly type: string
  /** `10,2` of `numeric(10,2)`; absent when there is none. */
  readonly modifier?: string
  /** USING casts the values to it, which cuts them at its length without an error. */
  readonly cast: boolean
}

/** Values of columns on their way to another place: a copy, a new name, something that is no table. */
export interface Flow {
  /** The relation they go to, as written (`pg_temp.x` for a temporary one); undefined when they leave the tables. */
  readonly relation?: string
  /** The column they go to; undefined when the text does not tell. */
  readonly column?: string
  /** What they come from, as in `Output`: `users.ssn`, `public.users.*`; `*` for anything at all. */
  readonly sources: readonly string[]
  /** Every column keeps its name on the way: a renamed table, `SELECT *` into a new one. */
  readonly named?: boolean
  /** The value arrives as it is, but for its case. */
  readonly same?: boolean
  /** The relation is a view: whoever reads it reads `sources`. */
  readonly view?: boolean
  /** What the place is called when it is no relation: `a file of the server`. */
  readonly place?: string
}

export interface Changes {
  /** Catalogue changed: names, columns or types may mean something else now. */
  readonly schema: boolean
  /** `search_path`, role or another name-resolving setting changed. */
  readonly resolution: boolean
  /** Temporary tables that are there when all of it has run and was not rolled back; absent when there are none. */
  readonly temporary?: readonly string[]
  /** Other tables that were not there before and are when all of it has run; absent when there are none. */
  readonly created?: readonly string[]
}

/** What one output column is computed from. */
export interface Output {
  /** Column names that the expression reads; `*` for a whole row. */
  readonly columns: readonly string[]
  /** True when the value cannot carry what it was computed from (`count(x)`). */
  readonly opaque: boolean
  /** The label the server will give it, where the text decides it. */
  readonly name?: string
  /** The same columns with the relation they may come from, as written: `public.users.ssn`, `users.*`. */
  readonly sources: readonly string[]
  /** Stands for all columns of `sources` in the result, so that it takes more than one position. */
  readonly star?: boolean
  /** A function that is not built in takes part: it may return anything. */
  readonly foreign?: boolean
  /** What makes a value that holds nothing of a column, each with its kind as in `Uses`: `function count`, `operator +`. */
  readonly made?: readonly string[]
}

export interface CopyOut {
  /** The relation, or undefined for `COPY (query)`. */
  readonly relation?: string
  /** The columns as listed; empty for all. */
  readonly columns: readonly string[]
  /** The query of `COPY (query)`, as text that the server accepts. */
  readonly query?: string
  readonly format: 'text' | 'csv' | 'binary'
  readonly delimiter: string
  readonly quote: string
  readonly escape: string
  readonly null: string
  readonly header: boolean
  /** As written; absent for the client's. */
  readonly encoding?: string
  /** Options that may mean something else than is told here: given in another form, twice, or not known. */
  readonly unclear?: readonly string[]
}

/** A statement on its way from client to upstream. */
export interface Statement {
  /** Per connection, counted from 1. */
  readonly id: number
  /** The exact text; for people and analysis, not for the log. */
  readonly text: string
  /** SHA-256 of the exact bytes, hex. */
  readonly sha256: string
  readonly analysis: Analysis
}
