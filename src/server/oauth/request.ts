import type { AuditEntry } from '../store/audit.ts'

/** A call of an OAuth endpoint, as its handler sees it. */
export interface OAuthCall {
  readonly form: ReadonlyMap<string, string>
  /** The `DPoP` header. */
  readonly proof: string | undefined
  /** Public address that a proof must name. */
  readonly url: string
  /** The handler adds what it learns; written to the audit log whatever happens. */
  readonly entry: AuditEntry
}
