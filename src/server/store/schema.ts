// The server's tables. Times are milliseconds since the epoch; hashes and ids are hex.
import type { Generated } from 'kysely'

export interface Schema {
  grants: GrantTable
  jobs: JobTable
  tokens: TokenTable
  approvals: ApprovalTable
  decisions: DecisionTable
  sign_ins: SignInTable
  logins: LoginTable
  credentials: CredentialTable
  replays: ReplayTable
  rates: RateTable
  audit: AuditTable
  keys: KeyTable
  outbox: OutboxTable
  sessions: SessionTable
  session_names: SessionNameTable
  session_pieces: SessionPieceTable
}

/** `pending` waits for an approval; `active` is a running session; `ended` is over for good. */
export type GrantState = 'pending' | 'active' | 'ended'

export interface GrantTable {
  /** Also the session's id. */
  id: string
  issuer: string
  repository: string
  job: string
  rule: string
  policy_sha256: string
  /** JSON list of target names. */
  targets: string
  /** JSON object of the verified claims. */
  claims: string
  /** Thumbprint of the session key. */
  jkt: string
  /** The session's public key, JSON. */
  jwk: string
  state: GrantState
  created_at: number
  issued_at: number | null
  /** The session's end. */
  expires_at: number | null
  ended_at: number | null
  end_reason: string | null
  /** 1 when the record is sealed, by the session or as abandoned. */
  sealed: Generated<number>
  /** When the targets’ retention was over and the record was deleted; its seal is kept. */
  record_deleted_at: number | null
}

/** One row for each target that a job has been granted: the primary key admits one. */
export interface JobTable {
  issuer: string
  job: string
  target: string
  grant_id: string
}

export interface TokenTable {
  hash: string
  grant_id: string
  kind: 'access' | 'refresh'
  expires_at: number
  /** When a refresh token was exchanged for the next. */
  used_at: number | null
}

/** `waiting` past its deadline counts as expired; `redeemed` is an access request whose grant was issued. */
export type ApprovalState = 'waiting' | 'approved' | 'denied' | 'withdrawn' | 'redeemed'

/**
 * A request that people decide on: for a session (`access`), for one statement of a session, or for a deployment that
 * GitHub holds back (whose grant only carries who asks: it has ended, and was never issued).
 */
export interface ApprovalTable {
  /** Shown in `approval_uri`. */
  id: string
  kind: 'access' | 'statement' | 'deployment'
  grant_id: string
  /** Hash of `auth_req_id`; of access requests only. */
  poll_hash: string | null
  /** SHA-256 of what an approver is shown. */
  request_sha256: string
  /** JSON: what an approver is shown. */
  request: string
  /** SHA-256 of what an approval stays good for, whichever attempt of the run asks; of access requests only. */
  subject_sha256: string | null
  /** 1 when the job did not wait: the next attempt for the same subject takes the request over. */
  parked: Generated<number>
  /** JSON list of names of `approvers` in the policy file. */
  approvers: string
  /** People who must agree. */
  min: number
  state: ApprovalState
  /** What was agreed to: this once, or for equal statements of the session too. */
  scope: 'once' | 'session' | null
  created_at: number
  expires_at: number
  polled_at: number
  decided_at: number | null
  /** 1 when its expiry was seen, and told to whoever wants to know. */
  expiry_told: Generated<number>
  /** JSON: what the transaction of a statement that waits kept others from when the session looked last. */
  blocking: string | null
}

/** Something that a receiver must still be told. */
export interface OutboxTable {
  seq: Generated<number>
  /** The same for every attempt. */
  id: string
  /** Rows of one lane are delivered one after the other: a receiver’s name, or `github:APPROVAL`. */
  lane: string
  /** JSON. */
  event: string
  created_at: number
  /** Not tried before. */
  next_at: number
  attempts: Generated<number>
}

/** One row a person and request: nobody decides twice. */
export interface DecisionTable {
  approval_id: string
  /** Who: `PROVIDER#SUBJECT`, or `local#admin`. */
  person: string
  /** The name that people know them by. */
  name: string
  /** JSON list of the logins that the provider gave them then; absent in rows of older versions. */
  logins: string | null
  decision: 'approved' | 'denied'
  scope: 'once' | 'session'
  reason: string | null
  at: number
}

/** A sign-in that somebody began, until the provider sends them back. */
export interface SignInTable {
  /** Hash of the cookie that holds it. */
  hash: string
  /** JSON: what the provider's answer is checked against. */
  checks: string
  return_to: string
  expires_at: number
}

/** Somebody who is signed in: by cookie, by a personal token, or about to be, by a link. */
export interface LoginTable {
  hash: string
  kind: 'cookie' | 'token' | 'link'
  /** JSON of the person, as the provider described them. */
  person: string
  /** The person's id. */
  person_id: string
  /** What forms must send along; of cookies only. */
  csrf: string | null
  /** What its owner calls a token. */
  name: string | null
  created_at: number
  expires_at: number
}

export interface CredentialTable {
  id: string
  grant_id: string
  target: string
  provider: string
  /** Absent until the provider has answered. */
  handle: string | null
  state: 'making' | 'live' | 'ended'
  created_at: number
  ended_at: number | null
  sessions_ended: number | null
}

/** Ids that may be seen once: `jti` of pipeline tokens by issuer, of proofs by key. */
export interface ReplayTable {
  scope: string
  id: string
  expires_at: number
}

/** Not kept over a restart: the dialect makes it (see sqlite.ts). */
export interface RateTable {
  subject: string
  /** Start of the minute. */
  window: number
  count: number
}

export interface AuditTable {
  id: Generated<number>
  at: number
  event: string
  outcome: 'ok' | 'refused' | 'pending' | 'failed'
  correlation_id: string
  grant_id: string | null
  issuer: string | null
  repository: string | null
  address: string | null
  /** The check that failed. */
  check_id: string | null
  detail: string | null
}

export interface KeyTable {
  name: string
  /** Private JWK, JSON. */
  jwk: string
  created_at: number
}

/** A session as people look for it: of its grant, and of its record as far as that was read. */
export interface SessionTable {
  id: string
  started_at: number
  /** As people write it. */
  repository: string
  /** Who started it, as the platform calls them. */
  actor: string
  connections: Generated<number>
  statements: Generated<number>
  held: Generated<number>
  blocked: Generated<number>
  refused: Generated<number>
  errors: Generated<number>
  /** Cells. */
  masked: Generated<number>
  /** Events and bytes of the record that were read. */
  events: Generated<number>
  bytes: Generated<number>
  /** Of the seal, once all of the record was read. */
  reason: string | null
}

/** A target of a session, or a column or detector that masked cells. */
export interface SessionNameTable {
  session: string
  kind: 'target' | 'masked'
  name: string
  /** Cells. */
  count: Generated<number>
}

/** A stretch of a record, so that an event is found without reading all before it; its statements are in `session_texts`. */
export interface SessionPieceTable {
  id: Generated<number>
  session: string
  first_event: number
  off: number
}
