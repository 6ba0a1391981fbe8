import { SluiceError } from '../core/errors.ts'
import { serverAddress } from './connect.ts'
import { readAnswer, refused, unreachable } from './failures.ts'

/** What the server did to end a session; every list is empty when it did not know the token. */
export interface Receipt {
  readonly revoked: boolean
  readonly credentials: readonly {
    readonly target: string
    readonly provider: string
    /** False when the target could not be reached: the server goes on trying. */
    readonly ended: boolean
    readonly sessionsEnded: number
  }[]
  readonly record: { readonly sealed: boolean; readonly reason: string }
}

const TIMEOUT_MS = 30_000

/** Ends a session with nothing but a token of it (RFC 7009). Idempotent. Throws SERVER_UNREACHABLE or SERVER_ERROR. */
export async function revoke(options: {
  readonly server: string
  readonly token: string
  readonly fetch?: typeof globalThis.fetch
}): Promise<Receipt> {
  const server = serverAddress(options.server)
  const fetch = options.fetch ?? globalThis.fetch
  const response = await fetch(`${server}/oauth/revoke`, {
    method: 'POST',
    body: new URLSearchParams({ token: options.token }),
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((error: unknown) => {
    throw unreachable(error, server)
  })
  const body: unknown = await response.json().catch(() => undefined)
  if (!response.ok) throw refused(readAnswer(response.status, body), server)
  return readReceipt(body, server)
}

function readReceipt(body: unknown, server: string): Receipt {
  const { revoked, credentials, record } = asObject(body, server)
  if (revoked !== true)
    return { revoked: false, credentials: [], record: { sealed: false, reason: 'unknown' } }
  const { sealed, reason } = asObject(record, server)
  const list: unknown[] = Array.isArray(credentials) ? credentials : []
  return {
    revoked: true,
    credentials: list.map((entry) => {
      const { target, provider, ended, sessions_ended } = asObject(entry, server)
      return {
        target: String(target),
        provider: String(provider),
        ended: ended === true,
        sessionsEnded: Number(sessions_ended),
      }
    }),
    record: { sealed: sealed === true, reason: String(reason) },
  }
}

function asObject(value: unknown, server: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>
  throw new SluiceError('SERVER_ERROR', `${server} gave an answer that is not a Sluice server’s`, {
    hint: 'Check the server’s URL; this program and the server may be of different versions',
  })
}
