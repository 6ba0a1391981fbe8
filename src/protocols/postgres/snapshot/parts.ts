// Which rows of the catalogue there are, and which of them are new since it was read: by the transaction that wrote them.
// A row that is gone is told by the count of the others.
// https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-INFO-SNAPSHOT
import { FIRST_OWN, OWN_SCHEMA } from './fragments.ts'
import { BEGIN, HEAD } from './queries.ts'
import type { Rows } from './rows.ts'

/** What a row belongs to, with what is to be read again when it changes. */
export type Part =
  | 'relation'
  | 'column'
  | 'default'
  | 'constraint'
  | 'index'
  | 'rule'
  | 'trigger'
  | 'policy'
  | 'child'
  | 'partitioned'
  | 'statistics'
  | 'function'
  | 'aggregate'
  | 'type'
  | 'domain'
  | 'range'
  | 'operator'
  | 'cast'
  | 'event'
  | 'language'
  | 'server'
  | 'member'

interface Source {
  readonly part: Part
  readonly from: string
  /** One row of this catalogue. */
  readonly id: string
  /** OIDs of the relations that it says something of. */
  readonly of?: readonly string[]
  readonly where?: string
  /** Its rows go without a trace in others: who knows them all can tell. */
  readonly goes?: true
}

const own = (column: string): string => `${column} >= ${FIRST_OWN}`

const SOURCES: readonly Source[] = [
  {
    part: 'relation',
    from: 'pg_class r JOIN pg_catalog.pg_namespace n ON n.oid = r.relnamespace',
    id: 'r.oid',
    of: ['r.oid'],
    where: `r.relkind IN ('r', 'p', 'v', 'm', 'f', 'S', 'c') AND ${own('r.oid')} AND ${OWN_SCHEMA}`,
    goes: true,
  },
  // Columns and defaults are marked when they go.
  { part: 'column', from: 'pg_attribute r', id: 'r.attrelid', of: ['r.attrelid'], where: own('r.attrelid') },
  { part: 'default', from: 'pg_attrdef r', id: 'r.oid', of: ['r.adrelid'] },
  {
    part: 'constraint',
    from: 'pg_constraint r',
    id: 'r.oid',
    of: ['r.conrelid', 'r.confrelid'],
    where: "r.conrelid <> 0 AND r.contype NOT IN ('n', 't')",
    goes: true,
  },
  { part: 'domain', from: 'pg_constraint r', id: 'r.oid', where: 'r.contypid <> 0', goes: true },
  {
    part: 'index',
    from: 'pg_index r',
    id: 'r.indexrelid',
    of: ['r.indrelid'],
    where: own('r.indrelid'),
    goes: true,
  },
  {
    part: 'rule',
    from: 'pg_rewrite r',
    id: 'r.oid',
    of: ['r.ev_class'],
    where: own('r.ev_class'),
    goes: true,
  },
  {
    part: 'trigger',
    from: 'pg_trigger r',
    id: 'r.oid',
    of: ['r.tgrelid'],
    where: 'NOT r.tgisinternal',
    goes: true,
  },
  { part: 'policy', from: 'pg_policy r', id: 'r.oid', of: ['r.polrelid'], goes: true },
  {
    part: 'child',
    from: 'pg_inherits r',
    id: "r.inhrelid || '.' || r.inhparent",
    of: ['r.inhparent', 'r.inhrelid'],
    goes: true,
  },
  { part: 'partitioned', from: 'pg_partitioned_table r', id: 'r.partrelid', of: ['r.partrelid'] },
  { part: 'statistics', from: 'pg_statistic_ext r', id: 'r.oid', of: ['r.stxrelid'], goes: true },
  {
    part: 'function',
    from: 'pg_proc r JOIN pg_catalog.pg_namespace n ON n.oid = r.pronamespace',
    id: 'r.oid',
    where: `${own('r.oid')} AND n.nspname NOT LIKE 'pg\\_temp\\_%'`,
    goes: true,
  },
  { part: 'aggregate', from: 'pg_aggregate r', id: 'r.aggfnoid::pg_catalog.oid' },
  { part: 'type', from: 'pg_type r', id: 'r.oid' },
  { part: 'domain', from: 'pg_type r', id: 'r.oid', where: "r.typtype IN ('d', 'r', 'm')", goes: true },
  { part: 'range', from: 'pg_range r', id: 'r.rngtypid', goes: true },
  { part: 'operator', from: 'pg_operator r', id: 'r.oid', goes: true },
  { part: 'cast', from: 'pg_cast r', id: 'r.oid', goes: true },
  { part: 'event', from: 'pg_event_trigger r', id: 'r.oid', goes: true },
  { part: 'language', from: 'pg_language r', id: 'r.oid', goes: true },
  // Code of the server itself, and what extensions hold.
  { part: 'server', from: 'pg_proc r', id: 'r.oid', where: `r.oid < ${FIRST_OWN}` },
  {
    part: 'member',
    from: 'pg_depend r',
    id: "r.classid || '.' || r.objid || '.' || r.refobjid",
    where: "r.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND r.deptype = 'e'",
    goes: true,
  },
]

/** Everything that is told apart by its place in `SOURCES`. */
export const PARTS: readonly { readonly part: Part; readonly goes: boolean }[] = SOURCES.map(
  ({ part, goes }) => ({ part, goes: goes === true }),
)

const row = ({ id, of = [] }: Source): string => `(${[id, ...of].join(" || ' ' || ")})::text`

/**
 * The head, the moment of this view, and for each source how many rows there are and which; with `since` (a moment) only those
 * that may be new since then, and their number only where rows go.
 */
export function changes(since?: string): string {
  return [
    BEGIN[0],
    HEAD,
    ...BEGIN.slice(1),
    MOMENT,
    "SELECT 'schema', n.oid, n.nspname FROM pg_catalog.pg_namespace n",
    SOURCES.flatMap((source, index) => asked(source, index, since)).join('\nUNION ALL\n'),
  ].join(';\n')
}

const MOMENT = `
SELECT 'moment', pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot()),
  pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot()), pg_catalog.version(),
  d.oid || ' ' || pg_catalog.pg_postmaster_start_time()
FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database()`

function asked(source: Source, index: number, since: string | undefined): readonly string[] {
  const { goes, from, where } = source
  if (since === undefined)
    return goes
      ? [`SELECT 'part', ${index}, pg_catalog.count(*), ${listed(source)}${fromWhere(from, [where])}`]
      : []
  const newer = `pg_catalog.age(r.xmin) <= pg_catalog.age('${since}'::pg_catalog.xid8::pg_catalog.xid)`
  return goes
    ? [
        `SELECT 'part', ${index}, pg_catalog.count(*), ${listed(source)} FILTER (WHERE ${newer})${fromWhere(from, [where])}`,
      ]
    : [`SELECT 'part', ${index}, 0, ${listed(source)}${fromWhere(from, [where, newer])}`]
}

/** A relation has many columns. */
const listed = (source: Source): string =>
  `pg_catalog.string_agg(${source.part === 'column' ? 'DISTINCT ' : ''}${row(source)}, ',')`

const fromWhere = (from: string, conditions: readonly (string | undefined)[]): string => {
  const all = conditions.filter(Boolean).join(' AND ')
  return ` FROM pg_catalog.${from}${all && ` WHERE ${all}`}`
}

/** The ids that there are of these sources. */
export const present = (sources: readonly number[]): string =>
  sources
    .map((index) => {
      const { id, from, where } = SOURCES[index]!
      return `SELECT 'present', ${index}, pg_catalog.string_agg((${id})::text, ',')${fromWhere(from, [where])}`
    })
    .join('\nUNION ALL\n')

/** Rows of a source. */
export interface Told {
  readonly count: number
  /** An id, and the OIDs of relations. */
  readonly rows: readonly (readonly string[])[]
}

/** By their place in `SOURCES`. */
export function told(rows: Rows): ReadonlyMap<number, Told> {
  return new Map(
    rows('part').map(([, index, count, text]) => [
      Number(index),
      {
        count: Number(count),
        rows: (text ?? '')
          .split(',')
          .filter(Boolean)
          .map((row) => row.split(' ')),
      },
    ]),
  )
}
