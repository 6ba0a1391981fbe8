// Which copies would show a masked column where no mask finds it.
import type { MaskKind, Masks } from '../core/grant.ts'
import type { Effect, Flow } from '../core/statement.ts'
import { withCatalogue } from './catalogue.ts'

/** What a view or partition (`public.v.label`, `v.*`) is made of, in the same form; itself included or not. */
export type Behind = (source: string) => readonly string[]

interface Pattern {
  readonly pattern: string
  readonly kind: MaskKind
  readonly schema: string
  readonly table: string
  readonly column: string
}

/** A flow as one connection has it. */
export interface PlacedFlow extends Flow {
  /** Its relation may be another one than the masks know by that name: a temporary one, or one of another schema. */
  readonly elsewhere?: boolean
}

/** Columns that a statement asks about, as in `Analysis`; `probes` is only called where these count. */
export interface Asked {
  readonly compares?: readonly string[] | undefined
  readonly probes?: () => readonly string[]
}

/** How little a mask shows. */
const STRENGTH: Readonly<Record<MaskKind, number>> = { partial: 0, hash: 1, redact: 2, null: 2 }

/**
 * Finds the flows that carry a masked column out of its mask's reach, and the masked columns that are asked about:
 * effects `expose` of `masked-column`, and of `masked-predicate` (`strict`, for all that is done with a column) or
 * `masked-comparison` (`flag`, the default, for conditions). Undefined when no column is masked.
 */
export function watchFlows(
  columns: Masks['columns'],
  predicates: NonNullable<Masks['predicates']> = 'flag',
): ((flows: readonly PlacedFlow[], behind: Behind, asked?: Asked) => readonly Effect[]) | undefined {
  if (columns.length === 0) return undefined
  const patterns = withCatalogue(columns).map(({ pattern, mask }): Pattern => {
    const [column = '*', table = '*', schema = '*'] = pattern.split('.').reverse()
    return { pattern, kind: mask, schema, table, column }
  })
  return (flows, behind, asked = {}) => {
    const views = flows.filter(({ view }) => view)
    const { compares = [], probes } = asked
    const compared = (predicates === 'strict' ? (probes?.() ?? []) : compares).flatMap((source) => {
      const sources = reached([source], views, behind)
      const hit = patterns.find((pattern) => sources.some((each) => carries(pattern, each)))
      return hit ? [comparison(source, hit.pattern, predicates)] : []
    })
    const exposed = flows.flatMap((flow) => {
      if (flow.view) return flow.sources.includes('*') ? [exposure(flow, undefined)] : []
      const sources = reached(flow.sources, views, behind)
      const hit = patterns.find((pattern) =>
        sources.some(
          (source) => carries(pattern, source) && !stays(source, flow) && !keeps(pattern, flow, patterns),
        ),
      )
      return hit ? [exposure(flow, hit.pattern)] : []
    })
    return [...exposed, ...compared]
  }
}

function comparison(source: string, pattern: string, predicates: Masks['predicates']): Effect {
  const dot = source.lastIndexOf('.')
  return {
    action: 'expose',
    object: predicates === 'strict' ? 'masked-predicate' : 'masked-comparison',
    ...(dot > 0 && { name: source.slice(0, dot) }),
    column: source.slice(dot + 1),
    detail: pattern,
  }
}

/** The column's own value in another case: `SET email = lower(email)`, whichever table is meant. */
const stays = (source: string, { relation, column, same }: Flow): boolean =>
  same === true && source === `${relation}.${column}`

/** Relations behind views, those of the same text too. */
function reached(sources: readonly string[], views: readonly Flow[], behind: Behind): readonly string[] {
  const found = new Set<string>()
  const add = (source: string): void => {
    if (found.has(source)) return
    found.add(source)
    for (const next of behind(source)) add(next)
    const [column = '', ...relation] = split(source).reverse()
    for (const { relation: name = '', column: own, sources: below } of views)
      if (split(name).at(-1) === relation[0] && (column === '*' || own === undefined || own === column))
        for (const next of below) add(next)
  }
  for (const source of sources) add(source)
  return [...found]
}

const exposure = (flow: Flow, pattern: string | undefined): Effect => ({
  action: 'expose',
  object: 'masked-column',
  ...(flow.relation !== undefined && { name: flow.relation }),
  ...(flow.column !== undefined && { column: flow.column }),
  detail: `${pattern ?? 'a value that may be masked'} to ${flow.place ?? `${flow.relation}.${flow.column ?? '*'}`}`,
})

/** `schema.table.column` with parts left out in front; a name without its schema may be in any. */
function carries({ schema, table, column }: Pattern, source: string): boolean {
  const [own = '*', relation, within] = split(source).reverse()
  return meets(column, own) && meets(table, relation) && meets(schema, within)
}

/** True when the place has a mask that shows no more. */
function keeps(from: Pattern, flow: PlacedFlow, patterns: readonly Pattern[]): boolean {
  if (flow.relation === undefined) return false
  const [table = '', schema] = split(flow.relation).reverse()
  const column = flow.column ?? (flow.named ? from.column : undefined)
  if (column === undefined) return false
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
function within(pattern: Pattern, { elsewhere }: PlacedFlow, schema: string | undefined): boolean {
  return schema === undefined ? !elsewhere || pattern.schema === '*' : glob(pattern.schema, schema)
}

/** True when one name can be meant by both. */
function meets(pattern: string, name: string | undefined): boolean {
  return name === undefined || name === '*' || glob(pattern, name)
}

function glob(pattern: string, name: string): boolean {
  if (!pattern.includes('*')) return pattern === name
  const literals = pattern.split(/\*+/).map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'))
  return new RegExp(`^${literals.join('.*')}$`, 's').test(name)
}

/** Parts of a dotted name, unquoted. */
function split(name: string): string[] {
  return [...name.matchAll(/"((?:[^"]|"")*)"|[^."]+/g)].map(([whole, quoted]) =>
    quoted === undefined ? whole : quoted.replaceAll('""', '"'),
  )
}
