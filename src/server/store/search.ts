// Sessions that somebody looks for.
import { sql } from 'kysely'
import type { Grant } from './grants.ts'
import type { Store } from './index.ts'
import type { SessionRow } from './sessions.ts'
import { says } from './texts.ts'

/** What somebody looks for; all of it must hold. */
export interface Search {
  /** Parts of names, without regard to case. */
  readonly repository?: string
  readonly target?: string
  readonly actor?: string
  readonly masked?: string
  /** Part of a statement, three characters at least, as `searchable` makes it. */
  readonly text?: string
  readonly verdict?: Verdict
  /** Milliseconds: begun at or after, and before. */
  readonly from?: number
  readonly to?: number
}

/** `clean`: nothing was held or blocked. `refused`: something did not reach the target. */
export const VERDICTS = ['hold', 'block', 'refused', 'clean'] as const
export type Verdict = (typeof VERDICTS)[number]

export interface Found extends SessionRow {
  readonly rule: string
  readonly targets: string
  readonly state: Grant['state']
  readonly expires_at: number | null
  readonly ended_at: number | null
  readonly end_reason: string | null
}

/** Newest first; `before` is the last one of the page before. */
export async function searchSessions(
  store: Store,
  search: Search,
  { limit, before }: { limit: number; before?: SessionRow | undefined },
): Promise<Found[]> {
  const { repository, target, actor, masked, text, verdict, from, to } = search
  let query = store
    .selectFrom('sessions')
    .innerJoin('grants', 'grants.id', 'sessions.id')
    .selectAll('sessions')
    .select(['grants.rule', 'grants.targets', 'grants.state'])
    .select(['grants.expires_at', 'grants.ended_at', 'grants.end_reason'])
    .orderBy('sessions.started_at', 'desc')
    .orderBy('sessions.id', 'desc')
    .limit(limit)
  if (repository) query = query.where(has('sessions.repository', repository))
  if (actor) query = query.where(has('sessions.actor', actor))
  if (target) query = query.where(hasName('target', target))
  if (masked) query = query.where(hasName('masked', masked))
  if (text) query = query.where(says(text))
  if (verdict === 'hold') query = query.where('sessions.held', '>', 0)
  if (verdict === 'block') query = query.where('sessions.blocked', '>', 0)
  if (verdict === 'refused') query = query.where('sessions.refused', '>', 0)
  if (verdict === 'clean') query = query.where('sessions.held', '=', 0).where('sessions.blocked', '=', 0)
  if (from !== undefined) query = query.where('sessions.started_at', '>=', from)
  if (to !== undefined) query = query.where('sessions.started_at', '<', to)
  if (before)
    query = query.where(
      sql<boolean>`(sessions.started_at, sessions.id) < (${before.started_at}, ${before.id})`,
    )
  return query.execute()
}

const has = (column: string, part: string) => sql<boolean>`${sql.ref(column)} like ${like(part)} escape '\\'`

const hasName = (kind: string, part: string) => sql<boolean>`exists (select 1 from session_names n
  where n.session = sessions.id and n.kind = ${kind} and n.name like ${like(part)} escape '\\')`

const like = (part: string): string => `%${part.replace(/[\\%_]/g, '\\$&')}%`
