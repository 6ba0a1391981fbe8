import type { Closed } from '../session/files.ts'
import type { Io } from './command.ts'

/** Tells a person how the session ended. Returns true when nothing is left to do. */
export function reportClosed(closed: Closed, io: Io): boolean {
  const { totals, seal, reason, problems, refusals } = closed
  for (const { rule, reason } of refusals) io.err(`sluice: refused by ${rule}: ${reason}\n`)
  io.err(
    `sluice: session ${closed.session} ended (${reason}): ${totals.statements} statements, ${totals.refused} refused, ${totals.masked} values masked\n`,
  )
  const kept = seal ? `, sealed ${seal.kept === 'server' ? 'by the server' : 'locally'}` : ', not sealed'
  io.err(`sluice: record in ${closed.record}${kept}\n`)
  for (const problem of problems) io.err(`sluice: ${problem}\n`)
  return problems.length === 0 && reason !== 'record' && reason !== 'killed'
}
