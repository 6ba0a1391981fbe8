import type { Services } from '../services.ts'
import { type Approval, findApproval } from '../store/approvals.ts'

/** Another server on the same store may have written the decision. */
const LOOK_AGAIN_MS = 2000

/** The request as soon as it does not wait any more, or as it stands after `ms`. */
export async function waitFor(
  { store, changes, clock }: Pick<Services, 'store' | 'changes' | 'clock'>,
  id: string,
  ms: number,
  signal?: AbortSignal,
): Promise<Approval | undefined> {
  const until = performance.now() + ms
  for (;;) {
    // Listens before it looks: nothing falls between the two.
    const stop = new AbortController()
    const stopped = AbortSignal.any([stop.signal, ...(signal ? [signal] : [])])
    const left = until - performance.now()
    const changed = changes.wait(id, Math.min(Math.max(left, 0), LOOK_AGAIN_MS), stopped)
    const approval = await findApproval(store, id)
    const waiting = approval?.state === 'waiting' && approval.expires_at > clock()
    if (!waiting || left <= 0 || signal?.aborted || changes.over.aborted) {
      stop.abort()
      return approval
    }
    await changed
  }
}
