import type { Analysis, Effect } from '../../src/core/statement.ts'
import type { Verdict } from '../../src/core/verdict.ts'
import { decide } from '../../src/policy/decide.ts'
import { BUILT_IN } from '../../src/policy/guards.ts'
import { createCatalogue } from '../../src/sql/catalogue/create.ts'
import type { Snapshot } from '../../src/sql/catalogue/snapshot.ts'
import { createAnalyser } from '../../src/sql/create.ts'

export interface Judged {
  readonly verdict: Verdict
  readonly effects: readonly Effect[]
}

export type Judge = (text: string) => Promise<Judged>

/** Judges each text alone, by the guard `strict`: by the text, and `knowing` with what a database holds too. */
export function createJudge() {
  const analyser = createAnalyser({ worker: new URL('../../src/sql/worker.ts', import.meta.url) })
  const judged = (effects: readonly Effect[]): Judged => ({
    effects,
    verdict: decide(effects, BUILT_IN.strict),
  })
  return {
    analyser,
    analyse: async (text: string): Promise<Analysis> => analyser.analyse(text),
    judge: async (text: string): Promise<Judged> => judged((await analyser.analyse(text)).effects),
    knowing(snapshot: Snapshot): Judge {
      const catalogue = createCatalogue(snapshot, analyser)
      return async (text) => judged(await catalogue.deepen(await analyser.analyse(text), { moved: false }))
    },
    close: () => analyser.close(),
  }
}
