import type { Exception, HttpTerms, RequestRule, Thresholds, Tls } from '../core/grant.ts'

/** `sluice.yml`, checked: durations in milliseconds, sizes in bytes, defaults filled in. Every record has a null prototype. */
export interface Config {
  readonly version: 1
  /** The file's name as given, for messages. */
  readonly file: string
  /** SHA-256 of the file's bytes, hex. */
  readonly sha256: string
  readonly server?: ServerConfig
  readonly issuers: Readonly<Record<string, Issuer>>
  readonly approvers: Readonly<Record<string, Approver>>
  readonly targets: Readonly<Record<string, TargetConfig>>
  readonly guards: Readonly<Record<string, GuardConfig>>
  readonly masks: Readonly<Record<string, MaskConfig>>
  /** In the file's order: the first that matches a target gives the grant. */
  readonly access: readonly AccessRule[]
  /** What `sluice policy check` prints and a server logs at start. */
  readonly warnings: readonly Problem[]
}

/** Something wrong in the file. */
export interface Problem {
  readonly line: number
  readonly column: number
  readonly message: string
  readonly hint: string
}

export interface ServerConfig {
  /** Public address, without a trailing slash: the audience of pipeline tokens and the base of session links. */
  readonly url: string
  readonly listen: { readonly host: string; readonly port: number }
  /** Absolute directory of the database and the session records. */
  readonly data: string
  /** Addresses and networks of proxies whose `X-Forwarded-For` counts. */
  readonly trustedProxies: readonly string[]
  /** How people sign in; absent when one administrator does by a link. */
  readonly signIn?: SignInConfig
  /** Groups by role; `viewer` absent: everybody who signs in. */
  readonly roles: { readonly viewer?: readonly string[]; readonly admin: readonly string[] }
  /** Who is told of requests that wait. */
  readonly notify: readonly NotifyConfig[]
  readonly github?: GithubConfig
  /** Milliseconds that a line of the audit log is kept. */
  readonly keepAudit: number
  readonly limits: {
    /** Exchanges a minute of one repository or project. */
    readonly exchangesPerMinute: number
    /** Requests a minute of one address. */
    readonly requestsPerMinute: number
    /** Bytes that the record of one session may have. */
    readonly recordBytes: number
  }
}

export interface NotifyConfig {
  readonly name: string
  /** An address, or a reference to it. */
  readonly url: string | Reference
  readonly preset: 'json' | 'slack' | 'teams'
  readonly secret?: Reference
  readonly on: readonly NoticeEvent[]
  /** Absent: requests for any target. */
  readonly targets?: readonly string[]
  /** Whether texts of statements are sent. */
  readonly statement: boolean
}

export type NoticeEvent = 'asked' | 'decided' | 'expired' | 'withdrawn'

/** A GitHub App whose deployment protection rule asks here. */
export interface GithubConfig {
  readonly appId: string
  readonly privateKey: Reference
  readonly webhookSecret: Reference
  /** Without a trailing slash. */
  readonly apiUrl: string
  readonly environments: readonly GatedEnvironment[]
}

export interface GatedEnvironment extends ApprovalConfig {
  readonly repositoryId: string
  readonly environment: string
}

export interface SignInConfig {
  readonly issuer: string
  readonly clientId: string
  /** Absent for a public client. */
  readonly clientSecret?: Reference
  /** With `openid`. */
  readonly scopes: readonly string[]
  /** Names of claims. */
  readonly claims: { readonly name: string; readonly groups: string; readonly logins: readonly string[] }
  /** Milliseconds that somebody stays signed in. */
  readonly lifetime: number
}

export interface Issuer {
  readonly name: string
  readonly platform: 'github' | 'gitlab'
  /** Compared whole with the token's `iss`. */
  readonly issuer: string
  /** What `aud` must be, exactly; the server's URL unless given. Empty only when the file has no server. */
  readonly audience: string
  readonly jwksUri?: string
}

export interface Approver {
  readonly name: string
  readonly group: string
}

/** `env:NAME` or `file:/absolute/path`. */
export type Reference = string

export interface TargetConfig {
  readonly name: string
  /** One of schema/ports.ts. */
  readonly protocol: string
  readonly host: string
  readonly port: number
  /** Set, with `tls`, when the protocol is `postgres`. */
  readonly database?: string
  /** `ca` is a reference here and PEM in the terms. */
  readonly tls?: Omit<Tls, 'ca'> & { readonly ca?: Reference }
  /** Set when the protocol is `ssh`. */
  readonly ssh?: SshConfig
  /** Set, with `tls`, when the protocol is `http`. */
  readonly http?: HttpTerms
  readonly credential: CredentialConfig
  /** Milliseconds that records of ended sessions are kept; absent: for good. */
  readonly retention?: number
}

export interface SshConfig {
  /** `ssh-ed25519 AAAA…`; with those of `knownHosts` never none. */
  readonly hostKeys: readonly string[]
  readonly knownHosts?: Reference
  readonly shell: 'refuse' | 'record'
  readonly environment: readonly string[]
  readonly forward: readonly string[]
}

export type CredentialConfig =
  | { readonly provider: 'static'; readonly url: Reference }
  | { readonly provider: 'static'; readonly user: string | Reference; readonly password: Reference }
  | { readonly provider: 'static'; readonly user: string | Reference; readonly privateKey: Reference }
  | {
      readonly provider: 'ssh-certificate'
      /** The authority's private key. */
      readonly ca: Reference
      /** Account on the target. */
      readonly user: string
      /** Never none. */
      readonly principals: readonly string[]
      readonly sourceAddress?: readonly string[]
      readonly forceCommand?: string
    }
  | {
      readonly provider: 'postgres-role'
      /** The broker's connection URL. */
      readonly broker: Reference
      /** Role that owns what the job makes. */
      readonly owner: string
    }

export interface GuardConfig {
  readonly name: string
  readonly extends?: string
  readonly mode?: 'enforce' | 'observe'
  readonly block?: readonly string[]
  readonly hold?: readonly string[]
  readonly warn?: readonly string[]
  /** A rule alone never speaks; with conditions it does not speak for what meets all of them. */
  readonly allow?: readonly (string | Exception)[]
  /** Each member replaces that of the guard it extends. */
  readonly thresholds?: Thresholds
  /** Before those of the guard it extends. */
  readonly requests?: readonly RequestRule[]
  readonly limits?: GuardLimits
}

export interface GuardLimits {
  /** Milliseconds. */
  readonly statementTimeout?: number
  readonly lockTimeout?: number
  readonly idleInTransactionTimeout?: number
  /** Of one statement's result. */
  readonly rows?: number
  readonly bytes?: number
  /** Client connections at a time. */
  readonly connections?: number
}

export interface MaskConfig {
  readonly name: string
  /** In the file's order: the first pattern that matches wins. */
  readonly columns: readonly {
    readonly pattern: string
    readonly mask: 'redact' | 'partial' | 'hash' | 'null'
  }[]
  readonly fields?: MaskConfig['columns']
  readonly detect: readonly string[]
  readonly patterns?: readonly { readonly name: string; readonly pattern: string }[]
  readonly predicates?: 'strict' | 'flag'
}

export interface AccessRule {
  readonly name: string
  readonly issuer: string
  /** Every claim must equal one of its values; `*` in a value stops at `/` and `:`. */
  readonly claims: Readonly<Record<string, readonly string[]>>
  readonly targets: readonly string[]
  readonly guard: string
  readonly mask?: string
  /** Milliseconds from the grant's issue to the session's end. */
  readonly ttl: number
  readonly approval?: ApprovalConfig
  /** Who releases held statements; absent when nobody can, and holds are refusals. */
  readonly holds?: ApprovalConfig & { readonly strongLocks: 'wait' | 'refuse' }
}

export interface ApprovalConfig {
  /** Names of `approvers`. */
  readonly by: readonly string[]
  /** People who must agree. */
  readonly min: number
  /** Milliseconds. */
  readonly timeout: number
}

export { checkConfig, loadConfig, parseConfig } from './load.ts'
