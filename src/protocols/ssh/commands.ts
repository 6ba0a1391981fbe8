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
    const analysis = withDownloads(text, judged(text, user, env), terms.masks)
    return analysis.embedded ? withSql(analysis, analysis.embedded, analyser, gone) : analysis
  }
}

/** The host need not take a variable that it is given (AcceptEnv), and may set its own: nothing goes by its value alone. */
function judged(text: string, user: string, env: Readonly<Record<string, string>>): Analysis {
  const given = analyseCommand(text, { user, env })
  if (Object.keys(env).length === 0) return given
  const without = analyseCommand(text, { user })
  const known = new Set(given.effects.map((effect) => JSON.stringify(effect)))
  const more = without.effects.filter((effect) => !known.has(JSON.stringify(effect)))
  const embedded = [...(given.embedded ?? []), ...(without.embedded ?? [])]
  return {
    ...given,
    effects: [...given.effects, ...more],
    ...(embedded.length > 0 ? { embedded: distinct(embedded) } : {}),
  }
}

const distinct = (embedded: readonly Embedded[]): Embedded[] => [
  ...new Map(embedded.map((each) => [JSON.stringify(each), each])).values(),
]

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
