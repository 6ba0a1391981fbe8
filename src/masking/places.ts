// Whether a value that goes somewhere is masked there, too.
import type { MaskKind } from '../core/grant.ts'
import type { Flow } from '../core/statement.ts'
import { type Behind, type Columns, glob, reached, split } from './sources.ts'

export interface Pattern extends Columns {
  readonly pattern: string
  readonly kind: MaskKind
}

/** A flow as one connection has it. */
export interface PlacedFlow extends Flow {
  /** Its relation may be another one than the masks know by that name: a temporary one, or one of another schema. */
  readonly elsewhere?: boolean
}

/** What is known of relations: the masks, views of the same connection, and what the catalogue has. */
export interface Surroundings {
  readonly patterns: readonly Pattern[]
  readonly views: readonly Flow[]
  readonly behind: Behind
}

/** How little a mask shows. */
const STRENGTH: Readonly<Record<MaskKind, number>> = { partial: 0, hash: 1, redact: 2, null: 2 }

/** True when the place has a mask that shows no more, and so has every column that it writes to if it is a view. */
export function keeps(from: Pattern, flow: PlacedFlow, around: Surroundings): boolean {
  if (flow.relation === undefined) return false
  const column = flow.column ?? (flow.named ? from.column : undefined)
  if (column === undefined || !covers(from, flow, { ...around, relation: flow.relation, column }))
    return false
  return written(flow.relation, column, around).every((name) => {
    const [own = '*', ...relation] = split(name).reverse()
    if (own === '*' || relation.length === 0) return false
    return covers(from, {}, { ...around, relation: name.slice(0, name.lastIndexOf('.')), column: own })
  })
}

/** What a view passes changes on to; nothing for a table. */
function written(relation: string, column: string, { views, behind }: Surroundings): readonly string[] {
  const name = `${relation}.${column}`
  const bare = split(relation).at(-1)
  const isView =
    views.some(({ relation: made = '' }) => split(made).at(-1) === bare) ||
    // Whose rows are those of its parents and children has the same columns.
    behind(`${relation}.*`).some((source) => !source.endsWith('.*'))
  return isView ? reached([name], views, behind).filter((source) => source !== name) : []
}

function covers(
  from: Pattern,
  flow: Pick<PlacedFlow, 'elsewhere' | 'same' | 'named'>,
  { patterns, relation, column }: Surroundings & { readonly relation: string; readonly column: string },
): boolean {
  const [table = '', schema] = split(relation).reverse()
  const to = patterns.find((pattern) =>
    pattern.column === column || glob(pattern.column, column)
      ? glob(pattern.table, table) && within(pattern, flow, schema)
      : false,
  )
  if (!to || STRENGTH[to.kind] < STRENGTH[from.kind]) return false
  // What `partial` shows of a computed value could be any part of it.
  return to.kind !== 'partial' || flow.same === true || flow.named === true
}

/** A name without its schema is taken as the one that the masks know, unless it may be another. */
function within(
  pattern: Pattern,
  { elsewhere }: Pick<PlacedFlow, 'elsewhere'>,
  schema: string | undefined,
): boolean {
  return schema === undefined ? !elsewhere || pattern.schema === '*' : glob(pattern.schema, schema)
}
