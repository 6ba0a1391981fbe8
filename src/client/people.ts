// The server as a person uses it, with a personal token.
import { SluiceError } from '../core/errors.ts'
import { serverAddress } from './connect.ts'
import { readAnswer, unreachable } from './failures.ts'

/** A request that waits for a person, as a list shows it. */
export interface Waiting {
  readonly id: string
  readonly kind: 'access' | 'statement' | 'deployment'
  readonly state: string
  readonly repository: string
  readonly ref: string
  readonly started_by: readonly string[]
  readonly access: string
  readonly targets: readonly string[]
  /** Of deployments. */
  readonly environment?: string
  /** Of held statements: as recorded. */
  readonly statement?: string
  readonly rules?: readonly string[]
  readonly session: string
  readonly approvers: readonly string[]
  readonly min: number
  readonly created_at: string
  readonly expires_at: string
  readonly uri: string
  readonly may_decide: boolean
  readonly why_not?: string
}

export interface Detail extends Waiting {
  readonly request: Readonly<Record<string, unknown>>
  readonly request_sha256: string
  readonly decisions: readonly {
    readonly name: string
    readonly decision: string
    readonly reason: string | null
  }[]
}

export interface People {
  approvals(all: boolean): Promise<readonly Waiting[]>
  approval(id: string): Promise<Detail>
  /** How the request stands then. */
  decide(
    id: string,
    word: {
      readonly decision: 'approved' | 'denied'
      readonly request_sha256: string
      readonly scope?: 'once' | 'session'
      readonly reason?: string
    },
  ): Promise<string>
}

const TIMEOUT_MS = 30_000

/** Every method throws `SluiceError`. */
export function peopleOf(options: {
  readonly server: string
  readonly token: string
  readonly fetch?: typeof globalThis.fetch
}): People {
  const server = serverAddress(options.server)
  const fetch = options.fetch ?? globalThis.fetch
  const call = async (path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`${server}/api${path}`, {
      method: body ? 'POST' : 'GET',
      ...(body ? { body: JSON.stringify(body) } : {}),
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${options.token}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch((error: unknown) => {
      throw unreachable(error, server)
    })
    const answer: unknown = await response.json().catch(() => undefined)
    if (response.ok && answer !== undefined) return answer
    throw refusal(response.ok ? 502 : response.status, answer, server)
  }
  return {
    approvals: async (all) =>
      ((await call(`/approvals${all ? '?state=all' : ''}`)) as { approvals: Waiting[] }).approvals,
    approval: async (id) => (await call(`/approvals/${encodeURIComponent(id)}`)) as Detail,
    decide: async (id, word) =>
      ((await call(`/approvals/${encodeURIComponent(id)}/decision`, word)) as { state: string }).state,
  }
}

/** What the API said no with. */
export function refusal(status: number, body: unknown, server: string): SluiceError {
  const { description, correlationId, error } = readAnswer(status, body)
  const at = correlationId ? ` (correlation id ${correlationId})` : ''
  if (status === 401)
    return new SluiceError('CREDENTIAL_FAILED', `${server} does not know this token${at}`, {
      hint: `It may have ended: make a new one at ${server}/account`,
    })
  const message = `${server}: ${description || error}${at}`
  if (status === 403) return new SluiceError('EXCHANGE_REFUSED', message, { hint: 'Ask somebody who may' })
  if (status === 409)
    return new SluiceError('EXCHANGE_REFUSED', message, {
      hint: 'Look at the request again: sluice approvals',
    })
  if (status === 404)
    return new SluiceError('CONFIG_INVALID', message, { hint: 'sluice approvals lists what waits' })
  return new SluiceError('SERVER_ERROR', message, { hint: 'The server’s log has the cause under this id' })
}
