// Closes the session, whatever happened to the job, and leaves its record and receipt.
import { setFailed } from '@actions/core'
import { describe } from '../core/errors.ts'
import { openPlatform } from '../platforms/index.ts'
import type { Platform } from '../platforms/platform.ts'
import type { Closed } from '../session/files.ts'
import { stopSession } from '../session/stop.ts'
import { restoreSshConfig } from '../session/user-config.ts'
import { type Found, findInWorkspace } from './annotations.ts'
import { readHeld } from './held.ts'
import { readArtifact } from './inputs.ts'
import { type Kept, keepRecord, placesOf } from './keep.ts'
import { type Refused, readRefused } from './refused.ts'
import { openReporter } from './report/index.ts'
import { rowsOf } from './report/text.ts'
import { load } from './state.ts'
import { summaryMarkdown } from './summary.ts'

/** GitHub shows ten annotations of a kind for a step. */
const ANNOTATIONS = 10

async function post(): Promise<void> {
  const { env } = process
  const state = load()
  if (!state) return
  const platform = await openPlatform({
    env,
    cwd: process.cwd(),
    fetch,
    err: (text) => process.stderr.write(text),
  })
  if (state.sshConfig) await restore(state.sshConfig, platform)
  const closed = await stopSession(state)
  const reporter = openReporter({ env, platform, fetch, step: state.step })
  if (!closed.session) {
    notStarted(closed, platform)
    return state.asked ? reporter?.nothing() : undefined
  }
  const refused = await readRefused(closed.record, closed.refusals)
  const held = closed.totals.held > 0 ? await readHeld(closed.record) : []
  const noted = [...refused, ...held]
  const places = findInWorkspace(platform.facts.workspace, noted)
  annotate(platform, refused, places)
  const bySeq = placesOf(noted, places)
  const kept = await keepRecord(closed, readArtifact(env), platform, bySeq)
  await platform.summary(summaryMarkdown({ closed, refused, places, ...kept }))
  report(closed, kept, platform)
  await reporter?.session({ closed, rows: rowsOf(refused, held, bySeq), ...kept })
}

/** Never in the way of closing the session. */
async function restore(session: string, platform: Platform): Promise<void> {
  try {
    await restoreSshConfig(session)
  } catch (error) {
    platform.annotate('warning', `~/.ssh/config still names the session: ${describe(error)}`, {
      title: 'Sluice',
    })
  }
}

/** There may be a grant all the same: `main` was ended, or its proxy could not start. */
function notStarted({ revocation, problems }: Closed, platform: Platform): void {
  const grant = revocation?.revoked ? 'its grant was revoked' : 'there is nothing to close'
  platform.log(`The session did not start: ${problems.length > 0 ? problems.join('; ') : grant}.`)
  for (const problem of problems) platform.annotate('warning', problem, { title: 'Sluice' })
}

function annotate(
  platform: Platform,
  refused: readonly Refused[],
  places: readonly (Found | undefined)[],
): void {
  refused.slice(0, ANNOTATIONS).forEach(({ rule, reason }, index) => {
    platform.annotate('error', `${rule}: ${reason}`, {
      title: 'Sluice refused a statement',
      ...places[index],
    })
  })
}

function report(closed: Closed, kept: Kept, platform: Platform): void {
  const { totals, seal } = closed
  platform.log(`Session ${closed.session} ended: ${closed.reason}`)
  platform.log(`${totals.statements} statements, ${totals.refused} refused, ${totals.masked} values masked`)
  if (seal) platform.log(`Record sealed: ${seal.sha256} (${seal.kept})`)
  for (const problem of closed.problems) platform.annotate('warning', problem, { title: 'Sluice' })
  if (closed.reason === 'record' || closed.reason === 'killed')
    setFailed(`the session did not end cleanly (${closed.reason}): see the job summary`)
  else if (kept.artifactProblem && seal?.kept !== 'server')
    setFailed(`the session record is kept nowhere: ${kept.artifactProblem}`)
}

try {
  await post()
} catch (error) {
  setFailed(describe(error))
}
