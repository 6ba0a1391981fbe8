import { sealRecord } from './end.ts'
import { RECORD_GRACE_MS } from './oauth/issue.ts'
import type { Services } from './services.ts'
import { deadRequests } from './store/approvals.ts'
import { grantsWithLeftovers } from './store/credentials.ts'
import { endGrant, overdueGrants, unsealedGrants } from './store/grants.ts'
import { forget } from './store/once.ts'

const EVERY_MS = 60_000

export interface Reaper {
  /** Waits for the run that is under way. */
  stop(): Promise<void>
}

/** Runs now and every minute: what ended without anybody saying so is ended properly. */
export function startReaper(services: Services): Reaper {
  let running = reap(services)
  const timer = setInterval(() => {
    running = running.then(() => reap(services))
  }, EVERY_MS)
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
  const { store, clock, log, metrics, credentials } = services
  const count = (what: string, number: number) => {
    if (number > 0) log.info({ what, number }, 'reaped')
    metrics.reaped.inc({ what }, number)
  }
  try {
    const dead = await deadRequests(store, clock())
    for (const grant of dead) await endGrant(store, grant, clock(), 'abandoned')
    const overdue = await overdueGrants(store, clock())
    for (const grant of overdue) await endOverdue(services, grant)
    for (const grant of await grantsWithLeftovers(store)) await credentials.end(grant)
    for (const grant of await unsealedGrants(store, clock() - RECORD_GRACE_MS))
      await sealRecord(services, grant)
    count('requests', dead.length)
    count('grants', overdue.length)
    count('credentials', await credentials.reap())
    await forget(store, clock())
  } catch (error) {
    log.error({ err: error }, 'the reaper failed')
  }
}

/** The record is left open for the grace, in which the session may still deliver it. */
async function endOverdue({ store, clock, credentials }: Services, grant: string): Promise<void> {
  await endGrant(store, grant, clock(), 'expired')
  await credentials.end(grant)
}
