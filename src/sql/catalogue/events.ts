// Event triggers: functions that run on DDL.
import type { Effect } from '../../core/statement.ts'
import { runs } from './functions.ts'
import type { Run } from './run.ts'
import type { EventTrigger } from './snapshot.ts'
import { into, type Step } from './step.ts'
import { exactType } from './types.ts'

/** First words of the command tags that an effect may come with. */
const VERBS: Partial<Record<Effect['action'], readonly string[]>> = {
  create: ['CREATE', 'ALTER', 'SELECT', 'IMPORT'],
  alter: ['ALTER', 'CREATE', 'SECURITY'],
  rename: ['ALTER'],
  move: ['ALTER'],
  drop: ['DROP', 'ALTER'],
  detach: ['ALTER'],
  grant: ['GRANT', 'ALTER', 'CREATE'],
  revoke: ['REVOKE', 'ALTER'],
  own: ['ALTER', 'REASSIGN', 'DROP'],
  rewrite: ['ALTER'],
  scan: ['ALTER'],
  maintain: ['REFRESH', 'REINDEX'],
  comment: ['COMMENT'],
  load: ['CREATE'],
  unknown: [],
}
/** Kinds that have a tag of their own: `CREATE EXTENSION`. */
const TAGGED = new Set(
  `table view materialized-view index sequence schema function type domain extension trigger rule policy foreign-table
  publication subscription statistics collation aggregate`.split(/\s+/),
)
/** Objects of the whole server fire none. */
const SHARED = new Set(['role', 'database', 'tablespace', 'server-parameter', 'event-trigger'])

export function fired(effects: readonly Effect[], step: Step, run: Run): void {
  if (run.schema.snapshot.eventTriggers.length === 0) return
  const changes = effects.filter(({ action, object }) => VERBS[action] !== undefined && !SHARED.has(object))
  for (const trigger of run.schema.snapshot.eventTriggers) {
    if (!changes.some((effect) => fires(trigger, effect))) continue
    const which = `event trigger ${trigger.name}`
    if (run.once(which, step)) runs(trigger.function, into(step, 'event-trigger', which), run, exactType)
  }
}

function fires({ event, tags }: EventTrigger, { action, object }: Effect): boolean {
  const verbs = VERBS[action] ?? []
  if (verbs.length === 0 || event === 'login') return false
  if (event === 'sql_drop' && action !== 'drop' && action !== 'alter') return false
  if (event === 'table_rewrite' && action !== 'rewrite') return false
  return tags === undefined || tags.some((tag) => matches(tag, verbs, object))
}

function matches(tag: string, verbs: readonly string[], object: string): boolean {
  const [verb = '', ...words] = tag.split(' ')
  const kind = words.join('-').toLowerCase()
  if (!verbs.includes(verb)) return false
  // What is no kind of its own (a column, a constraint) belongs to some ALTER.
  return kind === object || !TAGGED.has(object) || !TAGGED.has(kind)
}
