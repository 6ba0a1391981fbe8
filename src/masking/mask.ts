import type { BodyForm, BodyMask } from './bodies/index.ts'
import type { Constant } from './types.ts'

/** A result column as a protocol knows it. */
export interface Column {
  /** The column's label in the result. */
  readonly label: string
  /** Where the value comes from, resolved in the catalogue: `schema.table.column`; undefined when computed. */
  readonly origin?: string
  /** `typname` of the server, e.g. `text`, `int4`, `_text`; undefined when unknown. */
  readonly type?: string
  /** A value of the type, for one that is not built in: the first label of an enum, an empty range. */
  readonly constant?: Constant
  readonly format: 'text' | 'binary'
  /**
   * For a computed column: the origins it may carry (`schema.table.column`; `schema.table.*` for a whole row; a bare
   * column name when its relation is not known). `[]`: nothing protected. Undefined when not known: then it is masked
   * as soon as any column is protected. `partial` and `hash` become `redact` for computed values.
   */
  readonly carries?: readonly string[]
  /** Its values are those of one of the columns that it carries, as they are: a view's own column, a partition's. */
  readonly plain?: true
}

/** How one column's cells are changed. */
export interface CellMask {
  /**
   * What the record counts the cell under that `apply` masked last: the column pattern, or the id of the detector
   * that found something (read it after each `apply` that did not return -2).
   */
  readonly label: string
  /**
   * Masks the cell `from[start, end)` into `to` at `at` (`to` may be `from` when `at <= start` and the result
   * does not grow). Returns the length written, -1 for SQL NULL, -2 when the cell stays as it is (nothing written).
   */
  apply(from: Buffer, start: number, end: number, to: Buffer, at: number): number
  /** Upper bound of the length written for a cell of `length` bytes. */
  bound(length: number): number
  /** Set when its text may hold a backslash that the cell did not: COPY must escape it (see copy.ts). */
  readonly escapes?: true
}

export interface Masking {
  /** True when nothing is ever masked, so that results need not be looked at. */
  readonly inert: boolean
  /** A mask per column, null where the column passes; null when all pass. Made once per result description. */
  plan(columns: readonly Column[]): readonly (CellMask | null)[] | null
  /** True when any pattern could match a column of this relation (`schema.table`). */
  protects(relation: string): boolean
  /** Masks detected values in free text (errors, notices, output of a command). */
  scrub(text: string): string
  /** Masks over one body of HTTP, which may come in pieces. */
  body(form: BodyForm): BodyMask
}
