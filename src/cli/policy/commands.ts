// Command lines, as a job would ask a host over SSH to run them.
import type { Effect } from '../../core/statement.ts'
import { decide } from '../../policy/decide.ts'
import { withSql } from '../../protocols/ssh/commands.ts'
import { withDownloads } from '../../protocols/ssh/transfer/downloads.ts'
import { analyseCommand } from '../../shell/index.ts'
import type { Engine } from './engine.ts'
import type { Judged } from './judged.ts'

/** The session's own judgement of one line. `user`: the account that it would run as. */
export async function judgeCommand(
  { analyser, guard, masks }: Engine,
  line: string,
  user: string | undefined,
): Promise<Judged> {
  const commands = analyseCommand(line, user === undefined ? {} : { user })
  const analysis = withDownloads(line, commands, { ...masks, detect: masks.detect ?? [] })
  const { effects, relations } = analysis.embedded
    ? await withSql(analysis, analysis.embedded, analyser, new AbortController().signal)
    : analysis
  const verdict = decide(effects satisfies readonly Effect[], guard)
  return { verdict, effects, relations, reason: verdict.findings[0]?.reason ?? '', hints: [] }
}
