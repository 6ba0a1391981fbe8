// What the questions to the catalogue are made of.

/** OIDs below are the server's own. */
export const FIRST_OWN = 16384

/** `n` is the schema. */
export const OWN_SCHEMA = `n.nspname NOT LIKE 'pg\\_temp\\_%' AND n.nspname NOT LIKE 'pg\\_toast%' AND n.nspname <> 'information_schema'`

/** OIDs of what is read; in a `Wanted` that is absent, everything is. */
export interface Wanted {
  readonly relations: readonly string[]
  readonly functions: readonly string[]
  readonly types: readonly string[]
  /** Domains, operators, casts, event triggers. */
  readonly apart: boolean
}

export const among = (column: string, oids: readonly string[] | undefined): string =>
  oids === undefined ? '' : `AND ${column} IN (${['0', ...oids].join(',')})`

/** Between the parts of a name: no name holds it, and names may hold dots. */
export const BETWEEN = '\n\t'

/** A name with its schema, but for the server's own. */
export const name = (schema: string, own: string): string =>
  `CASE ${schema} WHEN 'pg_catalog' THEN ${own} ELSE ${schema} || E'\\n\\t' || ${own} END`
