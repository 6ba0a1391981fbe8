// What went wrong between this program and the server, in words for the person who reads the job's log.
import { ClientError, ResponseBodyError, WWWAuthenticateChallengeError } from 'openid-client'
import { type ErrorCode, SluiceError } from '../core/errors.ts'

/** A refusal by the server, read from its JSON. */
export interface Answer {
  readonly status: number
  readonly error: string
  readonly description: string
  readonly correlationId: string
}

interface Meaning {
  readonly code: ErrorCode
  readonly message: string
  readonly hint: string
}

const CLAIMS_HINT =
  'The server’s audit log names the check under this id; `sluice policy claims` shows which access rule a set of claims matches'

const MEANINGS: Readonly<Record<string, Meaning>> = {
  invalid_target: {
    code: 'EXCHANGE_REFUSED',
    message: 'no access rule gives this job the target',
    hint: CLAIMS_HINT,
  },
  invalid_request: {
    code: 'EXCHANGE_REFUSED',
    message: 'the server does not accept this job’s token',
    hint: `Check that the token’s audience is the server’s URL, that its issuer is in the policy file, and that this job has not had a grant before. ${CLAIMS_HINT}`,
  },
  invalid_dpop_proof: {
    code: 'EXCHANGE_REFUSED',
    message: 'the server does not accept the session key’s proof',
    hint: 'Check this machine’s clock (60 s are allowed) and that the server’s configured URL is the one used here',
  },
  invalid_grant: {
    code: 'GRANT_EXPIRED',
    message: 'the session is over',
    hint: 'Start a new session in a new job',
  },
  invalid_token: {
    code: 'GRANT_EXPIRED',
    message: 'the session is over',
    hint: 'Start a new session in a new job; a longer `ttl` in the access rule makes sessions last longer',
  },
  access_denied: {
    code: 'APPROVAL_DENIED',
    message: 'the request was denied',
    hint: 'Ask the approver; run the job again for a new request',
  },
  expired_token: {
    code: 'APPROVAL_DENIED',
    message: 'nobody approved in time',
    hint: 'Run the job again for a new request; the rule’s `approval.timeout` says how long it waits',
  },
  authorization_pending: {
    code: 'APPROVAL_PENDING',
    message: 'a person must approve first',
    hint: 'Wait for the approval',
  },
  slow_down: {
    code: 'SERVER_ERROR',
    message: 'the server has had too many requests',
    hint: 'Wait a minute; the policy file’s `server.limits` says how many are allowed',
  },
  temporarily_unavailable: {
    code: 'SERVER_ERROR',
    message: 'the server cannot fetch the token issuer’s keys',
    hint: 'Run the job again; the server’s log has the cause',
  },
}

/** Turns an answer that is not a success into an error with a cure. */
export function refused(answer: Answer, server: string): SluiceError {
  const at = answer.correlationId ? ` (correlation id ${answer.correlationId})` : ''
  const meaning = Object.hasOwn(MEANINGS, answer.error) ? MEANINGS[answer.error] : undefined
  if (meaning && answer.status < 500) {
    // Who said no, and why: that is for the job.
    const why = answer.error === 'access_denied' && answer.description ? `: ${answer.description}` : ''
    return new SluiceError(meaning.code, `${server}: ${meaning.message}${why}${at}`, { hint: meaning.hint })
  }
  if (answer.status >= 500 || answer.status === 429 || answer.status === 408)
    return new SluiceError('SERVER_ERROR', `${server}: ${meaning?.message ?? failed(answer)}${at}`, {
      hint: meaning?.hint ?? 'The server’s log has the cause under this id',
    })
  return new SluiceError('EXCHANGE_REFUSED', `${server}: refused with ${plain(answer)}${at}`, {
    hint: 'This program and the server may be of different versions: use the same release',
  })
}

function failed(answer: Answer): string {
  return answer.description ? plain(answer) : `failed with status ${answer.status}`
}

function plain({ error, description }: Answer): string {
  return description ? `${error}: ${description}` : error
}

/** Reads the server's JSON, whatever it is. */
export function readAnswer(status: number, body: unknown): Answer {
  const members = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
  const text = (name: string) => {
    const value = members[name]
    return typeof value === 'string' ? value.replace(/\p{Cc}/gu, ' ').slice(0, 500) : ''
  }
  return {
    status,
    error: text('error') || `status ${status}`,
    description: text('error_description'),
    correlationId: text('correlation_id'),
  }
}

/** Any error of a call to the server as a `SluiceError`. */
export async function explain(error: unknown, server: string): Promise<SluiceError> {
  if (error instanceof SluiceError) return error
  if (error instanceof ResponseBodyError) return refused(readAnswer(error.status, error.cause), server)
  if (error instanceof WWWAuthenticateChallengeError) {
    const body: unknown = await error.response.json().catch(() => undefined)
    return refused(readAnswer(error.status, body), server)
  }
  const response = error instanceof ClientError ? error.cause : undefined
  if (response instanceof Response) {
    const body: unknown = await response.json().catch(() => undefined)
    return refused(readAnswer(response.status >= 400 ? response.status : 502, body), server)
  }
  return unreachable(error, server)
}

export function unreachable(error: unknown, server: string): SluiceError {
  return new SluiceError('SERVER_UNREACHABLE', `${server} cannot be reached (${reason(error)})`, {
    hint: 'Check the server’s URL, that it runs, and that this runner may connect to it (HTTPS_PROXY is honoured)',
    cause: error,
  })
}

/** The innermost cause: `fetch failed` alone helps nobody. */
function reason(error: unknown): string {
  let inner = error
  while (inner instanceof Error && inner.cause instanceof Error) inner = inner.cause
  if (inner instanceof Error && 'code' in inner && typeof inner.code === 'string') return inner.code
  return inner instanceof Error ? inner.message : String(inner)
}
