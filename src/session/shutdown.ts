// The end of a session, in this order: no new traffic, running statements, the record's seal, the credential.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Receipt } from '../client/revoke.ts'
import type { EndReason } from '../core/event.ts'
import type { Seal } from '../recording/recorder.ts'
import type { Parts } from './assemble.ts'
import type { Closed } from './files.ts'
import { explain } from './log.ts'
import type { Traffic } from './traffic.ts'

export interface Ending {
  readonly parts: Parts
  readonly traffic?: Traffic
  readonly reason: EndReason
  readonly drainMs: number
  /** What went wrong before, in sentences for people. */
  readonly problems: readonly string[]
  readonly clock: () => Date
}

/** The credential must end although the record's server does not answer. */
const SEAL_TIMEOUT_MS = 30_000
const REVOKE_TIMEOUT_MS = 30_000
const CLOSE_TIMEOUT_MS = 2000

const SENTENCES: Record<EndReason, string> = {
  clean: 'the session is over',
  expired: 'the session has expired',
  revoked: 'the session was revoked',
  abandoned: 'the session is over: nothing uses it any more',
  killed: 'the session was ended',
  policy: 'the session was ended by its policy',
  record: 'the session is over: its record cannot be kept',
}

/** Never throws: what goes wrong is in `problems`, and the steps behind it are done all the same. */
export async function shutDown({
  parts,
  traffic,
  reason,
  drainMs,
  clock,
  ...before
}: Ending): Promise<Closed> {
  const { terms, counted, grant, config } = parts
  const problems = [...before.problems]
  const step = async <T>(what: string, ms: number, work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await within(ms, work())
    } catch (error) {
      problems.push(`${what}: ${explain(error)}`)
      return undefined
    }
  }
  await step('connections were not closed', drainMs + 2 * CLOSE_TIMEOUT_MS, async () =>
    traffic?.drain(drainMs, SENTENCES[reason]),
  )
  const seal: Seal | undefined = await step('the record was not sealed', SEAL_TIMEOUT_MS, () =>
    counted.recorder.seal({ type: 'session.end', reason, ...counted.tally }),
  )
  const revocation: Receipt | undefined = grant
    ? await step('the grant was not revoked', REVOKE_TIMEOUT_MS, () => grant.revoke())
    : undefined
  await step('the parser was not closed', CLOSE_TIMEOUT_MS, () => parts.analyser.close())
  return {
    session: terms.session,
    ...(config.grant?.sessionUrl ? { sessionUrl: config.grant.sessionUrl } : {}),
    reason,
    startedAt: parts.startedAt.toISOString(),
    endedAt: clock().toISOString(),
    targets: config.listen.map(({ target }) => target),
    totals: { ...counted.tally },
    refusals: counted.refusals,
    record: config.record,
    ...(seal ? { seal } : {}),
    ...(revocation ? { revocation } : {}),
    problems,
  }
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const controller = new AbortController()
  const timeout = sleep(ms, undefined, { signal: controller.signal }).then(() => {
    throw new Error(`no answer in ${ms / 1000} s`)
  })
  timeout.catch(() => {})
  try {
    return await Promise.race([work, timeout])
  } finally {
    controller.abort()
  }
}
