import type { HttpTerms, Limits, Login, SshTerms, Tls } from '../core/grant.ts'
import type { Secret } from '../core/secret.ts'

/** Reads `env:NAME` or `file:PATH`. Throws `SluiceError` CREDENTIAL_FAILED that names the reference, never the value. */
export type Secrets = (reference: string) => Secret

/** As the policy file has it. */
export type Credential =
  | { readonly provider: 'static'; readonly url: string }
  | { readonly provider: 'static'; readonly user: string; readonly password: string }
  | { readonly provider: 'static'; readonly user: string; readonly privateKey: string }
  | { readonly provider: 'postgres-role'; readonly broker: string; readonly owner: string }
  | SshCertificate

/** A certificate that the target's sshd accepts because it trusts the authority (`TrustedUserCAKeys`). */
export interface SshCertificate {
  readonly provider: 'ssh-certificate'
  /** The authority's private key. */
  readonly ca: string
  /** The account to log in as. */
  readonly user: string
  /** Names in the certificate, one of which the account must accept; never none, which would mean any. */
  readonly principals: readonly string[]
  /** Networks that the target sees the proxy come from. */
  readonly sourceAddress?: readonly string[]
  /** What sshd runs whatever is asked for. */
  readonly forceCommand?: string
}

/** What a provider needs to know of a target: `tls.ca` is PEM, and known hosts are host keys (see target.ts). */
export interface CredentialTarget<C extends Credential = Credential> {
  readonly name: string
  readonly host: string
  readonly port: number
  readonly database?: string
  readonly tls?: Tls
  readonly ssh?: SshTarget
  readonly http?: HttpTerms
  readonly credential: C
}

export interface SshTarget extends SshTerms {
  /** A reference to known_hosts lines; read, their keys are among `hostKeys`. */
  readonly knownHosts?: string
}

export interface IssueRequest<C extends Credential = Credential> {
  readonly grantId: string
  readonly target: CredentialTarget<C>
  /** RFC 3339: the session's end. */
  readonly expiresAt: string
  readonly limits: Limits
  readonly secrets: Secrets
}

export type Issued = Login & {
  /** Names the credential to `end`; not a secret. */
  readonly handle: string
}

export interface EndRequest<C extends Credential = Credential> {
  readonly grantId: string
  readonly target: CredentialTarget<C>
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

export interface ReapRequest<C extends Credential = Credential> {
  readonly target: CredentialTarget<C>
  readonly secrets: Secrets
  readonly now: Date
  /** True for a grant that this server knows to be over; false for one it does not know. */
  closed(grantId: string): boolean | Promise<boolean>
}

/** How a credential comes into being for one grant, and how it ends. Every method throws `SluiceError` CREDENTIAL_FAILED or UPSTREAM_*. */
export interface Provider<C extends Credential = Credential> {
  issue(request: IssueRequest<C>): Promise<Issued>
  /** Idempotent: ending what is gone already is no error. */
  end(request: EndRequest<C>): Promise<Ended>
  /** Ends what crashes and lost servers left behind and returns the handles; throws after the rest when one could not be ended. */
  reap(request: ReapRequest<C>): Promise<string[]>
}
