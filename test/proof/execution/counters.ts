// What the server counted since a statement began, and what a session is set to.
import type { Effect } from '../../../src/core/statement.ts'
import type { Connection } from './connection.ts'

interface Touched {
  readonly name: string
  readonly own: boolean
  readonly system: boolean
  readonly rows: number
}

export interface Counters {
  readonly touched: ReadonlyMap<string, Touched>
  readonly sequences: ReadonlyMap<string, bigint>
  readonly settings: string
}

/** Rows that a statement with an effective WHERE may change. */
const FEW = 10

/** How the server reads text, and who the session is. */
const SETTINGS =
  'standard_conforming_strings backslash_quote client_encoding role session_authorization row_security session_replication_role transform_null_equals check_function_bodies'

const COUNTERS = `SELECT oid::text, relname AS name, (relpersistence = 't')::text AS own, (oid < 16384)::text AS system, relkind AS kind,
  (pg_stat_get_xact_tuples_updated(oid) + pg_stat_get_xact_tuples_deleted(oid))::text AS rows,
  CASE WHEN relkind = 'S' AND relpersistence <> 't' AND has_sequence_privilege(oid, 'SELECT') AND (SELECT seqincrement > 0 FROM pg_sequence WHERE seqrelid = oid)
    THEN pg_sequence_last_value(oid)::text END AS last
  FROM pg_class WHERE relkind = 'S' OR relkind IN ('r', 'm', 't') AND pg_stat_get_xact_tuples_updated(oid) + pg_stat_get_xact_tuples_deleted(oid) > 0
  UNION ALL SELECT '', ${SETTINGS.split(' ')
    .map((name) => `current_setting('${name}')`)
    .join(" || ' ' || ")}, '', '', 'settings', '0', NULL`

/** They grow within a transaction, also by what was rolled back. */
export async function readCounters(connection: Connection): Promise<Counters> {
  const touched = new Map<string, Touched>()
  const sequences = new Map<string, bigint>()
  let settings = ''
  for (const { oid, name, own, system, kind, rows, last } of await connection.rows(COUNTERS)) {
    if (kind === 'settings') settings = name ?? ''
    else if (kind !== 'S')
      touched.set(oid ?? '', {
        name: name ?? '',
        own: own === 'true',
        system: system === 'true',
        rows: Number(rows),
      })
    else if (last) sequences.set(oid ?? '', BigInt(last))
  }
  return { touched, sequences, settings }
}

/** Changes of these catalogues take nothing from anybody: statistics, dependencies, comments. */
const CALM = /^pg_(statistic|statistic_ext_data|depend|shdepend|description|shdescription|toast_\d+)$/

export interface Difference {
  /** Rows that were changed or removed, by table. */
  readonly changed: ReadonlyMap<string, number>
  readonly losses: readonly string[]
  /** The catalogue was changed, so it must be looked at. */
  readonly doubt: boolean
}

export function difference(before: Counters, after: Counters): Difference {
  const losses: string[] = []
  const changed = new Map<string, number>()
  let doubt = false
  for (const [oid, { name, own, system, rows }] of after.touched) {
    const more = rows - (before.touched.get(oid)?.rows ?? 0)
    if (own || more <= 0) continue
    if (!system && !name.startsWith('pg_toast')) changed.set(name, more)
    else doubt ||= system && !CALM.test(name)
    if (name === 'pg_largeobject') losses.push('large objects were changed or removed')
  }
  if (before.settings !== after.settings)
    losses.push(`the session reads text otherwise, or is somebody else: ${after.settings}`)
  for (const [oid, was] of before.sequences)
    if ((after.sequences.get(oid) ?? was) < was) losses.push(`sequence ${oid} went back`)
  return { changed, losses, doubt }
}

/** More rows than the effects say. What is said of a view, or of a table with partitions, holds for the tables below. */
export async function beyond(
  connection: Connection,
  changed: ReadonlyMap<string, number>,
  effects: readonly Effect[],
): Promise<string[]> {
  const few = allowance(effects)
  const over = [...changed].filter(([name, count]) => count > (few.get(name) ?? 0))
  if (over.length === 0) return []
  const names = [...few.keys()].map((name) => `'${name.replaceAll("'", "''")}'`).join() || "''"
  const spread = await connection.rows(
    `SELECT relname AS name FROM pg_class WHERE relname IN (${names}) AND (relkind IN ('v', 'p') OR relhassubclass)`,
  )
  let left = spread.reduce((sum, { name }) => sum + (few.get(name ?? '') ?? 0), 0)
  return over.flatMap(([name, count]) => {
    left -= count
    return left >= 0 ? [] : [`${count} rows of ${name} were changed or removed`]
  })
}

/** How many rows of a table the effects say may change. */
function allowance(effects: readonly Effect[]): ReadonlyMap<string, number> {
  const few = new Map<string, number>()
  for (const { action, name, rows, temporary } of effects) {
    const last = (name ?? '').split('.').at(-1)?.replaceAll('"', '') ?? ''
    if (temporary || (action === 'maintain' && rows !== 'all')) few.set(last, Number.POSITIVE_INFINITY)
    if ((action === 'delete' || action === 'update') && (rows === 'one' || rows === 'some'))
      few.set(last, (few.get(last) ?? 0) + FEW)
  }
  return few
}
