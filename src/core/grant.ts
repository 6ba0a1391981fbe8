import type { Secret } from './secret.ts'

/** A resolved guard: built-in and own rules folded into one table. */
export interface Guard {
  readonly name: string
  readonly mode: 'enforce' | 'observe'
  /** Verdict a rule gives when it matches; a rule that is absent does not speak. */
  readonly rules: Readonly<Record<string, 'warn' | 'hold' | 'block'>>
  /** Exceptions. They only loosen. */
  readonly allow: readonly Exception[]
  /** Above these, what would be warned about is held. They only tighten. */
  readonly thresholds?: Thresholds
  /** Of HTTP: the first that a request meets is its verdict, before any rule about its method. */
  readonly requests?: readonly RequestRule[]
}

/** What a guard says of requests with this method and path. */
export interface RequestRule {
  /** `DELETE /v1/users/{id}`: see core/request.ts. */
  readonly match: string
  /** Values by name; each must be met. `*` stands for any characters. */
  readonly query?: Readonly<Record<string, readonly string[]>>
  /** Values by the path of a JSON or form field (`items.kind`); each must be met. */
  readonly body?: Readonly<Record<string, readonly string[]>>
  readonly verdict: 'allow' | 'warn' | 'hold' | 'block'
}

/** The rule does not speak for effects that meet every condition given here; a fact that is not known meets none. */
export interface Exception {
  readonly rule: string
  /** `schema.table`; `*` stops at a dot. Absent: any. */
  readonly relations?: readonly string[]
  /** Of a command line: paths; `*` stops at a slash, `**` does not. Absent: any. */
  readonly paths?: readonly string[]
  /** Programs by their path, or runners with their task. Absent: any. */
  readonly programs?: readonly string[]
  /** Services, packages, hosts and others by their name. Absent: any. */
  readonly names?: readonly string[]
  /** At most this many rows, as the server estimates. */
  readonly rows?: number
  /** At most this many bytes of the relation on disk. */
  readonly tableSize?: number
}

export interface Thresholds {
  /** Rows that one statement (by estimate) or one transaction (by count) may delete or update. */
  readonly rows?: number
  /** Bytes of a relation on disk above which a lock risk is held. */
  readonly tableSize?: number
}

export type MaskKind = 'redact' | 'partial' | 'hash' | 'null'

/** Resolved masks of a target. */
export interface Masks {
  /** `schema.table.column` patterns, `*` stops at a dot; the first match wins. */
  readonly columns: readonly { readonly pattern: string; readonly mask: MaskKind }[]
  /** Of HTTP: fields of JSON, forms and events, `data.*.email`; a name alone means a field of that name anywhere. */
  readonly fields?: readonly { readonly pattern: string; readonly mask: MaskKind }[]
  /** Detector ids that scan every text value. */
  readonly detect: readonly string[]
  /** Own patterns (RE2 syntax) that scan every text value after the detectors. */
  readonly patterns?: readonly { readonly name: string; readonly pattern: string }[]
  /** Conditions on masked columns: `flag` (the default) warns and records them, `strict` holds all that does more than show them. */
  readonly predicates?: 'strict' | 'flag'
}

export interface Limits {
  /** Milliseconds; enforced by the server through the role or startup settings. */
  readonly statementTimeout?: number
  readonly lockTimeout?: number
  readonly idleInTransactionTimeout?: number
  /** Rows and bytes that one statement may return. */
  readonly rows?: number
  readonly bytes?: number
  /** Client connections at a time. */
  readonly connections: number
}

export interface Tls {
  readonly mode: 'disable' | 'require' | 'verify-ca' | 'verify-full'
  /** PEM; the system's roots when absent. */
  readonly ca?: string
  /** Name to verify when it differs from the address. */
  readonly serverName?: string
}

/** How the proxy logs in to a target. */
export type Login = PasswordLogin | KeyLogin

export interface PasswordLogin {
  readonly user: string
  readonly password: Secret
}

export interface KeyLogin {
  readonly user: string
  /** In PEM, without a passphrase. */
  readonly privateKey: Secret
  /** OpenSSH user certificate of this key, as in a `-cert.pub` file. */
  readonly certificate?: string
}

/** What only SSH has. */
export interface SshTerms {
  /** Public host keys, `ssh-ed25519 AAAA…`: the target must show one of them. */
  readonly hostKeys: readonly string[]
  /** Interactive shells and terminals: refused, or recorded and masked, without a word on what is typed there. */
  readonly shell: 'refuse' | 'record'
  /** Names of environment variables that clients may set; `*` stands for any rest of a name. */
  readonly environment: readonly string[]
  /** `host:port` that clients may reach through the target (`ssh -L`, `ssh -W`); `*` stands for any port. */
  readonly forward: readonly string[]
}

/** What only HTTP has. */
export interface HttpTerms {
  /** Header that carries the credential, in lower case. */
  readonly header: string
  /** How the login is written there: user and password, the password behind `Bearer`, or the password alone. */
  readonly scheme: 'basic' | 'bearer' | 'plain'
  /** Whether cookies go in either direction. */
  readonly cookies: 'drop' | 'pass'
  /** Media types (`image/*`) that pass although masks cannot look into them. */
  readonly unmasked: readonly string[]
}

/** What the proxy needs to know of one target. */
export interface TargetTerms {
  readonly name: string
  readonly protocol: string
  readonly host: string
  readonly port: number
  readonly database?: string
  /** Absent for protocols that have their own encryption. */
  readonly tls?: Tls
  readonly credential: Login
  /** Set when `protocol` is `ssh`. */
  readonly ssh?: SshTerms
  /** Set when `protocol` is `http`. */
  readonly http?: HttpTerms
  readonly guard: Guard
  readonly masks: Masks
  readonly limits: Limits
}

export interface HoldTerms {
  /** Names of the approvers who may decide. */
  readonly approvers: readonly string[]
  /** Milliseconds that a statement waits. */
  readonly timeout: number
  /** `refuse`: nothing waits while the open transaction keeps others from reading or writing a table. */
  readonly strongLocks: 'wait' | 'refuse'
}

/** A session's terms: everything the proxy enforces. `GET /v1/grant` in JSON, with the password in clear. */
export interface Terms {
  readonly session: string
  /** RFC 3339; the session is over then, whatever is running. */
  readonly expiresAt: string
  /** Claims of the pipeline token that are shown to people and kept in the record. */
  readonly claims: Readonly<Record<string, string>>
  /** Name of the access rule that gave the grant. */
  readonly access: string
  /** SHA-256 of the policy file's bytes, hex. */
  readonly policySha256: string
  readonly targets: readonly TargetTerms[]
  /** Held statements wait for a person; absent when nobody can be asked, and what would be held is refused. */
  readonly holds?: HoldTerms
  /** The server's Ed25519 public key (JWK `x`) that countersigns receipts; absent when standalone. */
  readonly serverKey?: string
}
