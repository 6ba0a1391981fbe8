import type { Judged, Reporter } from '../judged.ts'

/** A line for each statement; nothing else on standard output. */
export const json = (out: (text: string) => void): Reporter => ({
  judged: (statement) => out(`${JSON.stringify(line(statement))}\n`),
  done() {},
})

function line({ place, verdict, effects, relations, reason, hints }: Judged): unknown {
  const rules = [...new Set(verdict.findings.map((finding) => finding.rule))]
  return {
    ...(place && { file: place.file, line: place.line }),
    verdict: verdict.kind,
    rules,
    effects,
    relations,
    reason,
    ...(hints.length > 0 && { note: hints.join('; ') }),
  }
}
