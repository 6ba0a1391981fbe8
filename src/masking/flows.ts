// Which copies would show a masked column where no mask finds it.
import type { Masks } from '../core/grant.ts'
import type { Effect, Flow } from '../core/statement.ts'
import { withCatalogue } from './catalogue.ts'
import { keeps, type Pattern, type PlacedFlow } from './places.ts'
import { type Behind, carries, reached } from './sources.ts'

export type { PlacedFlow } from './places.ts'
export type { Behind } from './sources.ts'

/** Columns that a statement asks about, as in `Analysis`; `probes` is only called where these count. */
export interface Asked {
  readonly compares?: readonly string[] | undefined
  readonly probes?: () => readonly string[]
  /** Names and parents that relations got in the open transaction. */
  readonly renames?: readonly Flow[]
}

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
    const around = { patterns, views, behind }
    const { compares = [], probes, renames = [] } = asked
    const links = [...flows, ...renames].filter(({ view, named }) => view || named)
    const compared = (predicates === 'strict' ? (probes?.() ?? []) : compares).flatMap((source) => {
      const sources = reached([source], links, behind)
      const hit = patterns.find((pattern) => sources.some((each) => carries(pattern, each)))
      return hit ? [comparison(source, hit.pattern, predicates)] : []
    })
    const exposed = flows.flatMap((flow) => {
      if (flow.view) return flow.sources.includes('*') ? [exposure(flow, undefined)] : []
      const sources = reached(flow.sources, views, behind)
      const hit = patterns.find((pattern) =>
        sources.some(
          (source) => carries(pattern, source) && !stays(source, flow) && !keeps(pattern, flow, around),
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

const exposure = (flow: Flow, pattern: string | undefined): Effect => ({
  action: 'expose',
  object: 'masked-column',
  ...(flow.relation !== undefined && { name: flow.relation }),
  ...(flow.column !== undefined && { column: flow.column }),
  detail: `${pattern ?? 'a value that may be masked'} to ${flow.place ?? `${flow.relation}.${flow.column ?? '*'}`}`,
})
