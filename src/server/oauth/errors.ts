import type { ContentfulStatusCode } from 'hono/utils/http-status'

export type OAuthErrorCode =
  | 'invalid_request'
  | 'invalid_grant'
  | 'invalid_target'
  | 'invalid_token'
  | 'invalid_dpop_proof'
  | 'invalid_authorization_details'
  | 'unsupported_grant_type'
  | 'authorization_pending'
  | 'slow_down'
  | 'expired_token'
  | 'access_denied'
  | 'temporarily_unavailable'
  | 'server_error'

/** A refusal as OAuth has it. The caller gets code, description and members; `check` and `detail` are for the audit log. */
export class OAuthError extends Error {
  readonly status: ContentfulStatusCode
  readonly error: OAuthErrorCode
  readonly check: string
  readonly detail: string | undefined
  readonly members: Readonly<Record<string, string | number>>
  /** The session that it is about. */
  readonly grant: string | undefined
  /** One of many alike: not written down. */
  readonly quiet: boolean

  constructor(
    error: OAuthErrorCode,
    check: string,
    description: string,
    more: {
      status?: ContentfulStatusCode
      detail?: string
      members?: Readonly<Record<string, string | number>>
      grant?: string
      quiet?: boolean
    } = {},
  ) {
    super(description)
    this.name = 'OAuthError'
    this.status = more.status ?? (error === 'invalid_token' ? 401 : 400)
    this.error = error
    this.check = check
    this.detail = more.detail
    this.members = more.members ?? {}
    this.grant = more.grant
    this.quiet = more.quiet ?? false
  }
}
