// The exchange while a person decides: how long, who, what is said of it, and how it ends.
import {
  type Configuration,
  type DPoPHandle,
  pollBackchannelAuthenticationGrant,
  type TokenEndpointResponse,
} from 'openid-client'
import { SluiceError } from '../core/errors.ts'
import { explain } from './failures.ts'
import { revoke } from './revoke.ts'

export interface Pending {
  /** Where an approver decides. */
  readonly approvalUrl: string
  /** Names of those who may decide; empty when the server does not say. */
  readonly approvers: string
  /** RFC 3339: the request is dead then. */
  readonly expiresAt: string
  /** Whole minutes until then, rounded up. */
  readonly minutesLeft: number
  /** False when it is said the first time. */
  readonly again: boolean
}

/** For the log of a job. */
export function pendingLine({ again, approvers, approvalUrl, expiresAt, minutesLeft }: Pending): string {
  if (again) return `Still waiting for an approval, ${minutesLeft} min left: ${approvalUrl}`
  const who = approvers ? ` (${approvers})` : ''
  return `A person${who} must approve within ${minutesLeft} min, until ${expiresAt}: ${approvalUrl}`
}

export interface Waiting {
  readonly server: string
  readonly configuration: Configuration
  readonly proof: DPoPHandle
  readonly park: boolean
  readonly onPending?: (pending: Pending) => void
  readonly signal?: AbortSignal
  readonly fetch: typeof globalThis.fetch
  /** Milliseconds since the epoch. */
  readonly clock: () => number
}

/** Seldom enough that a log stays readable. */
const REMIND_MS = 15 * 60_000
/** The server holds a poll so long when nobody has decided. */
const LONG_POLL_S = '20'

interface Request {
  readonly id: string
  readonly seconds: number
  readonly interval: number
  readonly url: string
  readonly approvers: string
  readonly state: string
}

/** `body` is the server's `authorization_pending`. Throws `SluiceError`: APPROVAL_PENDING when it is parked. */
export async function waitForApproval(body: unknown, waiting: Waiting): Promise<TokenEndpointResponse> {
  const request = read(body, waiting.server)
  const ends = waiting.clock() + request.seconds * 1000
  const tell = (again: boolean) =>
    waiting.onPending?.({
      approvalUrl: request.url,
      approvers: request.approvers,
      expiresAt: new Date(ends).toISOString(),
      minutesLeft: Math.max(0, Math.ceil((ends - waiting.clock()) / 60_000)),
      again,
    })
  const approved = request.state === 'approved'
  if (waiting.park && !approved) {
    tell(false)
    throw parked(request, ends, waiting.server)
  }
  if (!approved) tell(false)
  const reminder = setInterval(() => tell(true), REMIND_MS)
  try {
    return await poll(request, waiting)
  } finally {
    clearInterval(reminder)
  }
}

async function poll(request: Request, waiting: Waiting): Promise<TokenEndpointResponse> {
  const { configuration, proof, signal, server, fetch } = waiting
  try {
    return await pollBackchannelAuthenticationGrant(
      configuration,
      { auth_req_id: request.id, expires_in: request.seconds, interval: request.interval },
      { wait: LONG_POLL_S },
      { DPoP: proof, ...(signal ? { signal } : {}) },
    )
  } catch (error) {
    // Nobody should be asked for a job that is gone.
    if (signal?.aborted) await revoke({ server, token: request.id, fetch }).catch(() => {})
    throw await explain(error, server)
  }
}

function parked({ url, approvers }: Request, ends: number, server: string): SluiceError {
  const who = approvers ? ` (${approvers})` : ''
  return new SluiceError('APPROVAL_PENDING', `${server}: a person${who} must approve first: ${url}`, {
    hint: `Re-run this job once it is approved: the request is kept until ${new Date(ends).toISOString()} for this run and commit`,
  })
}

function read(body: unknown, server: string): Request {
  const members = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>
  const { auth_req_id: id, expires_in: seconds, interval, approval_uri: url } = members
  const { approvers, approval_state: state } = members
  if (
    typeof id !== 'string' ||
    typeof seconds !== 'number' ||
    typeof interval !== 'number' ||
    typeof url !== 'string'
  )
    throw new SluiceError('SERVER_ERROR', `${server} gave an answer that is not a Sluice server’s`, {
      hint: 'Check the server’s URL; this program and the server may be of different versions',
    })
  return {
    id,
    seconds,
    interval,
    url,
    approvers: typeof approvers === 'string' ? approvers.replace(/\p{Cc}/gu, ' ').slice(0, 500) : '',
    state: typeof state === 'string' ? state : 'waiting',
  }
}
