// What a command would do: its own effects, and those of the SQL that it hands to a client of a database.
import type { Analysis, Effect, Embedded } from '../../core/statement.ts'
import { analyseCommand } from '../../shell/index.ts'
import type { Analyser } from '../../sql/analyser.ts'
import type { TargetOptions } from '../protocol.ts'
import type { AnalyseCommand } from './shared.ts'
import { withDownloads } from './transfer/downloads.ts'

export function commandAnalyser({ terms, analyser }: TargetOptions): AnalyseCommand {
  const { user } = terms.credential
  return (text, env, gone) => {
    const analysis = withDownloads(text, analyseCommand(text, { user, env }), terms.masks)
    return analysis.embedded ? withSql(analysis, analysis.embedded, analyser, gone) : analysis
  }
}

/** With the effects of the SQL in it; what is of no dialect that is known here is held. */
export async function withSql(
  analysis: Analysis,
  embedded: readonly Embedded[],
  analyser: Analyser,
  gone: AbortSignal,
): Promise<Analysis> {
  const effects: Effect[] = [...analysis.effects]
  const relations = new Set(analysis.relations)
  for (const { dialect, text, via } of embedded) {
    if (dialect !== 'postgres') {
      const detail = `its SQL is not analysed`
      effects.push({ action: 'run', object: 'database', name: dialect, detail, via })
      continue
    }
    const inner = await analyser.analyse(text, gone)
    for (const effect of inner.effects) effects.push({ ...effect, via: [...via, ...(effect.via ?? [])] })
    for (const relation of inner.relations) relations.add(relation)
  }
  return { ...analysis, effects, relations: [...relations] }
}
