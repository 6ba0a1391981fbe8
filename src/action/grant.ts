// The job's token for a session, so that a job which is cancelled meanwhile leaves nothing that `post` cannot end.
import { serverAddress } from '../client/connect.ts'
import { exchange, type SessionGrant } from '../client/exchange.ts'
import { useOutboundProxy } from '../client/outbound.ts'
import { type Pending, pendingLine } from '../client/pending.ts'
import type { Platform } from '../platforms/platform.ts'
import { writeApproval } from './exports.ts'
import { save } from './state.ts'

export interface GrantRequest {
  readonly server: string
  readonly audience?: string
  readonly idToken?: string
  readonly targets: readonly string[]
  readonly park: boolean
  readonly platform: Platform
  readonly env: NodeJS.ProcessEnv
  /** Called once, when a person must approve first; nobody waits for it. */
  readonly onAsked?: (pending: Pending) => void
}

/** As a shell tells SIGINT. */
const CANCELLED = 130

/** Throws `SluiceError`. The handle to revoke is saved before anything else is done with the grant. */
export async function obtainGrant(request: GrantRequest): Promise<SessionGrant> {
  const { platform, targets, env } = request
  useOutboundProxy(env)
  const server = serverAddress(request.server)
  const idToken = request.idToken ?? (await platform.idToken(request.audience ?? server))
  platform.mask(idToken)
  const cancelled = new AbortController()
  const cancel = () => cancelled.abort()
  for (const signal of SIGNALS) process.on(signal, cancel)
  try {
    const grant = await exchange({
      server,
      idToken,
      targets,
      signal: cancelled.signal,
      park: request.park,
      onPending: (pending) => {
        writeApproval(pending.approvalUrl, platform)
        platform.log(pendingLine(pending))
        if (pending.again) return
        save({ asked: 'true' })
        request.onAsked?.(pending)
      },
    })
    // Masked first: a runner without a state file would show what is saved.
    platform.mask(grant.token)
    save({ server, token: grant.token })
    platform.mask(grant.refreshToken)
    return grant
  } finally {
    if (cancelled.signal.aborted) process.exit(CANCELLED)
    for (const signal of SIGNALS) process.off(signal, cancel)
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const
