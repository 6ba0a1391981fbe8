import { sealRecord } from './end.ts'
import { deleteOldRecords } from './evidence/retention.ts'
import { RECORD_GRACE_MS } from './oauth/issue.ts'
import type { Services } from './services.ts'
import { deadRequests } from './store/approvals.ts'
import { forgetAudit } from './store/audit.ts'
import { endGrant, endOverdue, unsealedGrants } from './store/grants.ts'
import { forgetLogins } from './store/logins.ts'
import { forget } from './store/once.ts'
import { forgetTokens } from './store/tokens.ts'

const EVERY_MS = 60_000
/** So long after its end a token still revokes its session, and is known in the audit log. */
const KEEP_TOKENS_MS = 7 * 24 * 3600_000

export interface Reaper {
  /** Waits for the run that is under way. */
  stop(): Promise<void>
}

/** Runs now and every minute: what ended without anybody saying so is ended properly. */
export function startReaper(services: Services): Reaper {
  let running: Promise<void> | undefined
  const run = () => {
    running ??= reap(services).finally(() => {
      running = undefined
    })
  }
  run()
  const timer = setInterval(run, EVERY_MS)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}

/** One run. Errors are logged: the next run tries again. */
export async function reap(services: Services): Promise<void> {
  const { config, store, clock, log, metrics, credentials } = services
  const count = (what: string, number: number) => {
    if (number > 0) log.info({ what, number }, 'reaped')
    metrics.reaped.inc({ what }, number)
  }
  try {
    const dead = await deadRequests(store, clock())
    for (const grant of dead) await endGrant(store, grant, clock(), 'abandoned')
    // The record is left open for the grace, in which the session may still deliver it.
    const overdue = await endOverdue(store, clock())
    await credentials.endLeftovers()
    for (const grant of await unsealedGrants(store, clock() - RECORD_GRACE_MS))
      await sealRecord(services, grant)
    count('requests', dead.length)
    count('grants', overdue)
    count('credentials', await credentials.reap())
    await forget(store, clock())
    await forgetAudit(store, clock() - config.server.keepAudit)
    await forgetTokens(store, clock() - KEEP_TOKENS_MS)
    await forgetLogins(store, clock())
    count('records', await deleteOldRecords(services))
  } catch (error) {
    log.error({ err: error }, 'the reaper failed')
  }
}
