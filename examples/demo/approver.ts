// The DBA of the demo: a script that decides what a person would decide on the server's pages.
import { setTimeout as sleep } from 'node:timers/promises'
import { type People, peopleOf, type Waiting } from '../../src/client/people.ts'

export interface Approver {
  /** For `sluice approvals` and the like. */
  readonly token: string
  /** The next request that waits. */
  next(signal: AbortSignal): Promise<Waiting>
  approve(waiting: Waiting, reason: string): Promise<void>
}

/** Signs in by the administrator's link, once, and makes a personal token. */
export async function signIn(server: { url: string; administratorLink(): string }): Promise<Approver> {
  const link = new URL(server.administratorLink())
  const entered = await fetch(`${server.url}/sign-in/link`, {
    method: 'POST',
    body: new URLSearchParams({ token: link.searchParams.get('token') ?? '' }),
    redirect: 'manual',
  })
  const cookie = entered.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  const account = await (await fetch(`${server.url}/account`, { headers: { cookie } })).text()
  const [, csrf = ''] = /name="csrf" value="([^"]+)"/.exec(account) ?? []
  const made = await fetch(`${server.url}/api/tokens`, {
    method: 'POST',
    body: JSON.stringify({ name: 'demo' }),
    headers: { cookie, 'content-type': 'application/json', 'x-csrf-token': csrf },
  })
  const { token } = (await made.json()) as { token: string }
  return approver(peopleOf({ server: server.url, token }), token)
}

function approver(people: People, token: string): Approver {
  return {
    token,
    async next(signal) {
      for (;;) {
        signal.throwIfAborted()
        const [waiting] = await people.approvals(false)
        if (waiting) return waiting
        await sleep(100)
      }
    },
    async approve({ id }, reason) {
      const { request_sha256 } = await people.approval(id)
      await people.decide(id, { decision: 'approved', request_sha256, reason })
    },
  }
}
