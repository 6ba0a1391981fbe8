// What was known of a relation that somebody has locked by now: texts that have not changed since say what they said.
import type { Expression, Relation } from '../../../sql/catalogue/snapshot.ts'
import type { Before, Mirror, Stale } from './mirror.ts'
import type { Part } from './parts.ts'
import { present as shown } from './rows.ts'

export const NOTHING_BEFORE: Before = { relation: () => undefined, definition: () => undefined }

/** Texts whose rows have not changed since say what they said. */
export const sinceThen = (mirror: Mirror, stale: Stale): Before => ({
  relation(oid, read) {
    const before = mirror.relation(oid)
    return before && unchanged(before, read, stale.relations.get(oid) ?? NONE)
  },
  definition: (oid) => (stale.functions.has(oid) ? undefined : mirror.definition(oid)),
})

const NONE: ReadonlySet<Part> = new Set()

/** Rows of the catalogue that hold the text of an expression. */
const TEXTS: Readonly<Record<string, readonly Part[]>> = {
  default: ['default'],
  generated: ['default'],
  check: ['constraint'],
  index: ['index'],
  policy: ['policy', 'relation'],
  partition: ['partitioned'],
  statistics: ['statistics'],
}

function unchanged(before: Relation, read: Relation, parts: ReadonlySet<Part>): Relation {
  const same = (...of: readonly Part[]) => !of.some((part) => parts.has(part))
  const kept = ({ kind }: Expression) => same(...(TEXTS[kind] ?? ['relation']))
  const expressions = [
    ...(before.expressions?.filter(kept) ?? []),
    ...(read.expressions?.filter((each) => !kept(each)) ?? []),
  ]
  const { rules, triggers, expressions: _, definition, ...rest } = read
  return {
    ...rest,
    rows: before.rows,
    bytes: before.bytes,
    ...shown('rules', same('rule') ? before.rules : rules),
    ...shown('triggers', same('trigger') ? before.triggers : triggers),
    ...shown('expressions', expressions.length > 0 ? expressions : undefined),
    ...shown('definition', same('rule') ? before.definition : definition),
  }
}
