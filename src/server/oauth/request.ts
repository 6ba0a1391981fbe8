import type { Identity } from '../../identity/verify.ts'
import type { AccessRule } from '../../policy/config.ts'
import type { AuditEntry } from '../store/audit.ts'
import type { Proof } from './dpop.ts'

/** A call of an OAuth endpoint, as its handler sees it. */
export interface OAuthCall {
  readonly form: ReadonlyMap<string, string>
  /** The `DPoP` header. */
  readonly proof: string | undefined
  /** Public address that a proof must name. */
  readonly url: string
  /** Aborted when the caller has gone. */
  readonly signal: AbortSignal
  /** The handler adds what it learns, and writes it with its success; a refusal is written for it. */
  readonly entry: AuditEntry
}

/** What a job asked for and may have. */
export interface Permitted {
  readonly id: string
  readonly identity: Identity
  readonly proof: Proof
  readonly rule: AccessRule
  readonly targets: readonly string[]
  /** The job does not wait for an approval: a later attempt of the run takes it over. */
  readonly park: boolean
}
