import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe } from '../core/errors.ts'
import { spelled } from '../core/spelled.ts'
import { FILES } from '../recording/format.ts'
import { writeReport } from '../recording/report/write.ts'
import type { Closed } from '../session/files.ts'
import type { Io } from './command.ts'

/** Tells a person how the session ended, and leaves its page beside the record. Returns true when nothing is left to do. */
export function reportClosed(closed: Closed, io: Io): boolean {
  const { totals, seal, reason, problems, refusals } = closed
  for (const { rule, reason } of refusals) io.err(`sluice: refused by ${rule}: ${spelled(reason)}\n`)
  io.err(
    `sluice: session ${closed.session} ended (${reason}): ${totals.statements} statements, ${totals.refused} refused, ${totals.masked} values masked\n`,
  )
  const kept = seal ? `, sealed ${seal.kept === 'server' ? 'by the server' : 'locally'}` : ', not sealed'
  io.err(`sluice: record in ${closed.record}${kept}\n`)
  if (existsSync(join(closed.record, FILES.session))) io.err(`sluice: ${page(closed.record)}\n`)
  for (const problem of problems) io.err(`sluice: ${problem}\n`)
  return problems.length === 0 && reason !== 'record' && reason !== 'killed'
}

/** The record is what counts: without a page it is as good. */
function page(record: string): string {
  try {
    return `to read it, open ${writeReport(record)}`
  } catch (error) {
    return `no page was made of it: ${describe(error)}`
  }
}
