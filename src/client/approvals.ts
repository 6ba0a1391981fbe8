// Held statements, as a session asks the server for them.
import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { answerFrom, type HeldAnswer, type HeldStatement, heldToJson } from '../core/approval.ts'
import type { HeldBlocking } from '../core/blocking.ts'
import { SluiceError } from '../core/errors.ts'
import { canonical } from '../core/json.ts'
import type { GrantClient } from './grant.ts'

export interface Approvals {
  /** Asks for one statement. Throws `SluiceError` when the server takes no request: the statement is refused then. */
  ask(held: HeldStatement): Promise<Asked>
}

export interface Asked {
  /** As it stood when it was asked. */
  readonly answer: HeldAnswer
  /**
   * The answer that ends the waiting: anything but `waiting`. While the server cannot be reached it is asked again until
   * the request's own deadline, which counts as `expired`; the end of the session withdraws it. Never rejects.
   */
  readonly settled: Promise<HeldAnswer>
  /** What its transaction keeps others from by now; nobody waits for the server to take it. */
  tell(blocking: HeldBlocking): void
  /** Nobody needs the answer any more: `settled` becomes `withdrawn`, unless there was one. */
  withdraw(): void
}

const POLL_S = 20
const RETRY_MS = 2000

export function approvalsOf(
  grant: Pick<GrantClient, 'call' | 'read'>,
  { clock = Date.now, retry = RETRY_MS }: { clock?: () => number; retry?: number } = {},
): Approvals {
  return {
    async ask(held) {
      const json = heldToJson(held)
      const answer = answerFrom(await grant.call('/v1/approvals', json))
      const bound = createHash('sha256').update(canonical(json)).digest('hex')
      if (answer.bound !== bound)
        throw new SluiceError('SERVER_ERROR', 'the server asks approvers for something else than was asked', {
          hint: 'This program and the server may be of different versions: use the same release',
        })
      const end = new AbortController()
      const path = `/v1/approvals/${encodeURIComponent(answer.id)}`
      return {
        answer,
        settled: settle(grant, { answer, path, bound, clock, retry, signal: end.signal }),
        tell(blocking) {
          if (!end.signal.aborted)
            grant.call(`${path}/blocking`, JSON.parse(JSON.stringify(blocking))).catch(() => {})
        },
        withdraw() {
          if (end.signal.aborted) return
          end.abort()
          grant.call(`${path}/withdraw`, {}).catch(() => {})
        },
      }
    },
  }
}

interface Waiting {
  readonly answer: HeldAnswer
  readonly path: string
  readonly bound: string
  readonly clock: () => number
  readonly retry: number
  readonly signal: AbortSignal
}

async function settle(grant: Pick<GrantClient, 'read'>, waiting: Waiting): Promise<HeldAnswer> {
  const { path, bound, clock, retry, signal } = waiting
  let { answer } = waiting
  const deadline = Date.parse(answer.expiresAt)
  const withdrawn = new Promise<undefined>((resolve) =>
    signal.addEventListener('abort', () => resolve(undefined), { once: true }),
  )
  while (answer.state === 'waiting' && !signal.aborted) {
    if (clock() >= deadline) return { ...answer, state: 'expired' }
    const next = grant.read(`${path}?wait=${POLL_S}`).then(answerFrom)
    const read = await Promise.race([next.catch(why), withdrawn])
    if (read === undefined) break
    // Nobody can approve any more, and asking again gives the same.
    if (read === 'over') return { ...answer, state: 'withdrawn', reason: 'the session is over' }
    if (read === 'failed' || read.bound !== bound) await Promise.race([sleep(retry), withdrawn])
    else answer = read
  }
  return signal.aborted && answer.state === 'waiting' ? { ...answer, state: 'withdrawn' } : answer
}

const why = (error: unknown): 'over' | 'failed' =>
  error instanceof SluiceError && error.code === 'GRANT_EXPIRED' ? 'over' : 'failed'
