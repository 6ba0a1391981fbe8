// The session's own judgement without a session: the same facts, the same rules, nothing that runs.
import { createHash } from 'node:crypto'
import type { Guard, Masks } from '../../core/grant.ts'
import type { Analysis, Effect } from '../../core/statement.ts'
import { watchFlows } from '../../masking/flows.ts'
import { decide } from '../../policy/decide.ts'
import type { Target } from '../../protocols/protocol.ts'
import { Facts } from '../../session/facts.ts'
import { NOT_FOUND } from '../../session/made.ts'
import type { Analyser } from '../../sql/analyser.ts'
import { hintsOf } from '../../sql/hints.ts'
import type { Judged, Place } from './judged.ts'
import { unfit } from './unfit.ts'

export interface Engine {
  readonly analyser: Analyser
  readonly guard: Guard
  readonly masks: Pick<Masks, 'columns' | 'predicates'> & Partial<Pick<Masks, 'detect' | 'patterns'>>
}

/** What is known of the database beyond the text. */
export interface Database extends Pick<Target, 'views' | 'deepen' | 'disguises'> {
  /** There is no catalogue that could hold what is not found. */
  readonly unknown?: boolean
  /** A statement has run. */
  ran?(analysis: Analysis, text: string): void
}

/** Judges statements as one connection that runs them one after the other. */
export interface Connection {
  /** `remarks`: comments around it. */
  judge(text: string, remarks?: string, place?: Place): Promise<Judged>
}

/** Nobody looked for it. */
function withoutCatalogue(effect: Effect): Effect {
  const { detail, ...rest } = effect
  return detail?.startsWith(NOT_FOUND) ? rest : effect
}

export function connect({ analyser, guard, masks }: Engine, database: Database): Connection {
  // A script is judged as its tool would run it: in one transaction, unless it says otherwise.
  const begin = () => new Facts(watchFlows(masks.columns, masks.predicates), database, { alone: true })
  let facts = begin()
  let file: string | undefined
  let id = 0
  /** What is refused does not run; what is held is taken as approved. */
  const run = (text: string, analysis: Analysis, effects: readonly Effect[]): void => {
    const statement = { id: ++id, text, sha256: createHash('sha256').update(text).digest('hex'), analysis }
    facts.runs(statement, effects)
    database.ran?.(analysis, text)
    for (let left = Math.max(1, analysis.count); left > 0; left--) facts.ended(statement, false)
    // What it has defined is part of the database from here on.
    if (database.ran) facts.shown()
  }
  return {
    async judge(text, remarks = '', place) {
      // A command of psql may be another connection, to another database.
      if (text.startsWith('\\')) facts = begin()
      else if (place?.file !== file) facts.idle()
      file = place?.file
      const analysis = await analyser.analyse(text)
      const found: readonly Effect[] = await facts.effects(analysis)
      const effects = database.unknown ? found.map(withoutCatalogue) : found
      const verdict = decide(effects, guard)
      if (verdict.kind !== 'block') run(text, analysis, effects)
      const reason = unfit(text, verdict) ?? verdict.findings[0]?.reason ?? ''
      const hints = hintsOf(`${remarks}\n${text}`)
      return { ...(place && { place }), verdict, effects, relations: analysis.relations, reason, hints }
    },
  }
}
