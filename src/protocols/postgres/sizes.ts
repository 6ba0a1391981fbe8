import type { Relation } from '../../sql/catalogue/snapshot.ts'
import type { RelationSize } from '../protocol.ts'

const STORED = new Set<Relation['kind']>(['table', 'partitioned', 'materialized-view'])

/** Of what a name means: undefined for nothing, for several, and for what stores no rows itself. */
export function sizeOf([relation, ...others]: readonly Relation[]): RelationSize | undefined {
  if (!relation || others.length > 0 || !STORED.has(relation.kind)) return undefined
  const { rows, bytes } = relation
  return { bytes, ...(rows >= 0 ? { rows } : {}) }
}
