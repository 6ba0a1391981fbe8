// How many rows a unique key lets a condition pick. The snapshot holds only keys of which all columns are of plain types, in
// the order and the collation of the column, checked at once and for every row.
import type { Pin, Pins } from '../../core/statement.ts'
import type { Schema } from './schema.ts'
import type { Relation } from './snapshot.ts'

const NUMBERS = ['number', 'int2', 'int4', 'int8', 'numeric']
const TEXTS = ['text', 'varchar']
/**
 * Types of values whose `=` with a column of this type tells all of its values apart. Not `float8`: to compare with it, the
 * server rounds an int8; not `timestamptz` for a date: two midnights may be one moment.
 */
const FITTING: ReadonlyMap<string, readonly string[]> = new Map([
  ['int2', NUMBERS],
  ['int4', NUMBERS],
  ['int8', NUMBERS],
  ['numeric', NUMBERS],
  ['text', TEXTS],
  ['varchar', TEXTS],
  ['bpchar', TEXTS],
  ['uuid', ['uuid']],
  ['date', ['date']],
  ['timestamp', ['timestamp']],
  ['timestamptz', ['timestamptz']],
])

/** The types that a key in a snapshot may have. */
export const KEY_TYPES: readonly string[] = [...FITTING.keys()]

/** Rows of its relation at most; undefined when no key tells. */
export function mostPicked(pins: Pins, schema: Schema): number | undefined {
  if (pins.rows !== undefined) return pins.rows
  if (schema.ownEquality || pins.columns.some(({ types }) => types.some((type) => isOwn(type, schema))))
    return undefined
  const counts = schema.relations
    .first(pins.relation, schema.snapshot.searchPath)
    .map((relation) => ofRelation(relation, pins))
  if (counts.length === 0) return undefined
  return counts.reduce((most, count) =>
    most === undefined || count === undefined ? undefined : Math.max(most, count),
  )
}

/** A parent's key says nothing of the rows of its children; that of a partitioned table holds for all of its partitions. */
function ofRelation(
  { kind, children = [], rules, unique = [], columns }: Relation,
  pins: Pins,
): number | undefined {
  if ((kind === 'table' ? children.length > 0 : kind !== 'partitioned') || rules) return undefined
  const types = new Map(columns.map(({ name, type }) => [name, type]))
  const counts = unique.flatMap((key) => {
    const each = key.map((column) => valuesFor(column, types.get(column), pins))
    return key.length === 0 || each.includes(undefined)
      ? []
      : [each.reduce<number>((product, values) => product * (values ?? 1), 1)]
  })
  return counts.length === 0 ? undefined : Math.min(...counts)
}

/** The fewest values that some condition leaves to the column. */
function valuesFor(
  column: string,
  type: string | undefined,
  { columns, shared = [] }: Pins,
): number | undefined {
  const fitting = FITTING.get(type ?? '')
  if (!fitting) return undefined
  const isFitting = (each: string): boolean =>
    each === 'unknown' ||
    fitting.includes(each) ||
    (each.startsWith('$') && !shared.includes(Number(each.slice(1))))
  const counts = columns.flatMap((pin: Pin) =>
    pin.column === column && pin.types.every(isFitting) ? [pin.values] : [],
  )
  return counts.length === 0 ? undefined : Math.min(...counts)
}

/** What the text gives no type. */
const UNTYPED = /^(unknown|number|\$\d+)$/

/** Somebody gave the name to a type of their own. */
const isOwn = (type: string, { domains, relations }: Schema): boolean =>
  !UNTYPED.test(type) &&
  (domains.all(type, null).length > 0 || relations.all(type, null).some(({ kind }) => kind === 'composite'))
