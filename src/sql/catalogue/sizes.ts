// What the catalogue says about the size of a statement's own relations.
import type { Effect } from '../../core/statement.ts'
import type { Scope } from './names.ts'
import type { Schema } from './schema.ts'
import type { Relation } from './snapshot.ts'

/** Objects whose effects name the relation that holds them, or that they are. */
const HELD = new Set(
  `table partitioned view materialized-view foreign-table partition column constraint foreign-key index default trigger
  trigger-firing rule policy sequence foreign-options vacuum analyze reindex-table row-security security-option inheritance replica-identity`.split(
    /\s+/,
  ),
)
const SIZED = new Set(['lock', 'scan', 'rewrite', 'maintain', 'drop', 'truncate', 'detach', 'own'])
const COUNTED = new Set(['delete', 'update', 'truncate'])

/** The effect with `bytes` and `estimate`, or the very same when nothing is known. */
export function sized(effect: Effect, schema: Schema, scope: Scope): Effect {
  const { action, object, name, rows, lock } = effect
  if (name === undefined || effect.temporary || !HELD.has(object)) return effect
  const weighs = SIZED.has(action) || (lock !== undefined && lock !== 'none')
  const counts = rows === 'all' && COUNTED.has(action) && effect.estimate === undefined
  if (!weighs && !counts) return effect
  const found = schema.relations.first(name, scope)
  if (found.length === 0) return effect
  const bytes = weighs ? Math.max(...found.map((relation) => bytesOf(relation, schema))) : 0
  const estimate = counts ? Math.max(...found.map((relation) => rowsOf(relation, schema) ?? -1)) : -1
  if (bytes <= 0 && estimate < 0) return effect
  return { ...effect, ...(bytes > 0 && { bytes }), ...(estimate >= 0 && { estimate }) }
}

/** With a condition that may hold for all rows. */
export const anyNumber = (effect: Effect): Effect => ({
  ...effect,
  rows: 'unknown',
  ...(effect.action === 'update' && { blanket: true }),
})

/** The effect of a batch that takes every row of its table, as far as that was ever analysed; the very same for others. */
export function wholeTable(effect: Effect, schema: Schema, scope: Scope): Effect {
  const { name, most, rows, temporary } = effect
  if (name === undefined || most === undefined || rows !== 'some' || temporary) return effect
  const counts = schema.relations.first(name, scope).map((relation) => rowsOf(relation, schema) ?? -1)
  return counts.some((count) => count > 0 && count <= most) ? anyNumber(effect) : effect
}

/** Rows with those of its children; undefined when one was never analysed. */
export function rowsOf(relation: Relation, schema: Schema, depth = 0): number | undefined {
  const own = relation.kind === 'partitioned' ? 0 : relation.rows
  const counts = [
    own,
    ...childrenOf(relation, schema, depth).map((child) => rowsOf(child, schema, depth + 1)),
  ]
  if (counts.some((count) => count === undefined || count < 0))
    return relation.kind === 'partitioned' && relation.rows >= 0 ? relation.rows : undefined
  return counts.reduce<number>((sum, count) => sum + (count ?? 0), 0)
}

const bytesOf = (relation: Relation, schema: Schema, depth = 0): number =>
  childrenOf(relation, schema, depth).reduce(
    (sum, child) => sum + bytesOf(child, schema, depth + 1),
    relation.bytes,
  )

/** Partitions nest, but not like this. */
const childrenOf = ({ children = [] }: Relation, schema: Schema, depth: number): readonly Relation[] =>
  depth > 8 ? [] : children.flatMap((child) => schema.relations.exact(child))
