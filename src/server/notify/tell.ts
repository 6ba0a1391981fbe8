// Writes down that somebody must be told, in the transaction of what they are told of.
import type { NoticeEvent, NotifyConfig } from '../../policy/config.ts'
import type { Services } from '../services.ts'
import { decisionsOn, expireApprovals, findApproval } from '../store/approvals.ts'
import { findGrant } from '../store/grants.ts'
import type { Store } from '../store/index.ts'
import { addNotice } from '../store/outbox.ts'
import type { Answer } from './github/answer.ts'
import { type Notice, noticeOf } from './notice.ts'

/** Rows that one transaction takes at most. */
const AT_ONCE = 100

/** Call it in the transaction that changes the request, after the change. */
export async function tell(
  { config, clock }: Pick<Services, 'config' | 'clock'>,
  store: Store,
  id: string,
  event: NoticeEvent,
): Promise<void> {
  const { notify, github } = config.server
  const answers = github !== undefined && (event === 'decided' || event === 'expired')
  if (!answers && !notify.some(({ on }) => on.includes(event))) return
  const approval = await findApproval(store, id)
  const grant = approval && (await findGrant(store, approval.grant_id))
  if (!approval || !grant) return
  const now = clock()
  if (answers && approval.kind === 'deployment')
    await addNotice(store, {
      lane: `github:${id}`,
      event: JSON.stringify({ approval: id } satisfies Answer),
      now,
    })
  const decisions = await decisionsOn(store, id)
  const notice = noticeOf(config, { event, approval, grant, decisions, now })
  for (const receiver of notify)
    if (wants(receiver, event, notice))
      await addNotice(store, {
        lane: receiver.name,
        event: JSON.stringify(receiver.statement ? notice : withoutText(notice)),
        now,
      })
}

function wants({ on, targets }: NotifyConfig, event: NoticeEvent, { data }: Notice): boolean {
  return on.includes(event) && (!targets || data.targets.some((name) => targets.includes(name)))
}

/** Also when it is sent: the policy file may have changed since it was written down. */
export function withoutText({ data: { statement: _, ...data }, ...notice }: Notice): Notice {
  return { ...notice, data }
}

/** Tells of requests that nobody answered in time, each once. */
export async function tellExpired(services: Pick<Services, 'config' | 'clock' | 'store'>): Promise<void> {
  const { store, clock } = services
  for (;;) {
    const told = await store.transaction().execute(async (transaction) => {
      const ids = await expireApprovals(transaction, clock(), AT_ONCE)
      for (const id of ids) await tell(services, transaction, id, 'expired')
      return ids.length
    })
    if (told < AT_ONCE) return
  }
}
