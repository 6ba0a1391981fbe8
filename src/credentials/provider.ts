import type { Limits, Tls } from '../core/grant.ts'
import type { Secret } from '../core/secret.ts'

/** Reads `env:NAME` or `file:PATH`. Throws `SluiceError` CREDENTIAL_FAILED that names the reference, never the value. */
export type Secrets = (reference: string) => Secret

/** What a provider needs to know of a target; a policy file's target with `tls.ca` read. */
export interface CredentialTarget<Credential = unknown> {
  readonly name: string
  readonly host: string
  readonly port: number
  readonly database: string
  readonly tls: Tls
  readonly credential: Credential
}

export interface IssueRequest<Credential> {
  readonly grantId: string
  readonly target: CredentialTarget<Credential>
  /** RFC 3339: the session's end. */
  readonly expiresAt: string
  readonly limits: Limits
  readonly secrets: Secrets
}

export interface Issued {
  readonly user: string
  readonly password: Secret
  /** Names the credential to `end`; not a secret. */
  readonly handle: string
}

export interface EndRequest<Credential> {
  readonly grantId: string
  readonly target: CredentialTarget<Credential>
  /** Without it, everything made for this grant and target ends, also what a crash left unknown. */
  readonly handle?: string
  readonly secrets: Secrets
}

export interface Ended {
  /** Sessions that were open with the credential and are not any more. */
  readonly sessionsEnded: number
  /** True when objects made with the credential went to the owner. */
  readonly objectsReassigned: boolean
}

export interface ReapRequest<Credential> {
  readonly target: CredentialTarget<Credential>
  readonly secrets: Secrets
  readonly now: Date
  /** True for a grant that this server knows to be over; false for one it does not know. */
  closed(grantId: string): boolean | Promise<boolean>
}

/** How a credential comes into being for one grant, and how it ends. Every method throws `SluiceError` CREDENTIAL_FAILED or UPSTREAM_*. */
export interface Provider<Credential> {
  issue(request: IssueRequest<Credential>): Promise<Issued>
  /** Idempotent: ending what is gone already is no error. */
  end(request: EndRequest<Credential>): Promise<Ended>
  /** Ends what was left behind and returns the handles. */
  reap(request: ReapRequest<Credential>): Promise<string[]>
}
