/** Every error that a user may meet has one of these codes; docs and exit codes derive from the list. */
export const ERROR_CODES = {
  CONFIG_INVALID: 'the configuration or an input is wrong',
  OIDC_UNAVAILABLE: 'the CI platform gave no OIDC token',
  SERVER_UNREACHABLE: 'the grant server cannot be reached',
  SERVER_ERROR: 'the grant server failed',
  EXCHANGE_REFUSED: 'the grant server refused the token',
  APPROVAL_PENDING: 'a human must approve first',
  APPROVAL_DENIED: 'an approver said no, or nobody answered in time',
  GRANT_EXPIRED: 'the grant is over',
  CREDENTIAL_FAILED: 'the upstream credential could not be made or read',
  UPSTREAM_UNREACHABLE: 'the target cannot be reached',
  UPSTREAM_REFUSED: 'the target refused the connection or broke its protocol',
  UPSTREAM_TLS: 'the target’s TLS certificate could not be verified',
  CLIENT_PROTOCOL: 'the client broke its protocol or asked for something that is refused',
  RECORD_FAILED: 'the session record cannot be written',
  RECORD_INVALID: 'the session record does not verify',
  DAEMON_FAILED: 'the proxy process did not start, or died',
  STORE_FAILED: 'the server’s database cannot be used',
  INTERNAL: 'a bug in Sluice',
} as const

export type ErrorCode = keyof typeof ERROR_CODES

/**
 * An error for a person: `message` says what and where, `hint` how to fix it.
 * Neither may hold a secret, a row value or statement text.
 */
export class SluiceError extends Error {
  readonly code: ErrorCode
  readonly hint: string | undefined

  constructor(code: ErrorCode, message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'SluiceError'
    this.code = code
    this.hint = options.hint
  }
}

/** One line for a log or a terminal: message, then the cure. */
export function describe(error: unknown): string {
  if (error instanceof SluiceError) return error.hint ? `${error.message}. ${error.hint}` : error.message
  return error instanceof Error ? error.message : String(error)
}
