// What receivers are told: never a parameter's value, and a statement's text only where the policy file says so.
import type { Config, NoticeEvent } from '../../policy/config.ts'
import { startedBy } from '../approvals/starter.ts'
import type { StatementRequest } from '../approvals/statements.ts'
import type { Approval, Decision } from '../store/approvals.ts'
import { claimsOf, type Grant, targetsOf } from '../store/grants.ts'

/** The event as `json` sends it: the envelope of https://github.com/standard-webhooks/standard-webhooks. */
export interface Notice {
  readonly type: `approval.${NoticeEvent}`
  /** RFC 3339. */
  readonly timestamp: string
  readonly data: {
    readonly id: string
    readonly kind: Approval['kind']
    readonly state: 'waiting' | 'approved' | 'denied' | 'expired' | 'withdrawn'
    readonly repository: string
    readonly ref: string
    readonly started_by: readonly string[]
    readonly targets: readonly string[]
    /** Of deployments. */
    readonly environment?: string
    readonly commit?: string
    /** Name of the access rule. */
    readonly access: string
    /** Rules that hold a statement. */
    readonly rules: readonly string[]
    /** As in the record; only for receivers with `statement: true`. */
    readonly statement?: string
    readonly approvers: readonly string[]
    readonly min: number
    readonly decided_by: readonly string[]
    /** Where people decide. */
    readonly uri: string
    readonly expires_at: string
  }
}

const MOST_NAMES = 20
const LONGEST_NAME = 300

export interface Told {
  readonly event: NoticeEvent
  readonly approval: Approval
  readonly grant: Grant
  readonly decisions: readonly Decision[]
  readonly now: number
}

export function noticeOf(
  config: Pick<Config, 'issuers'> & { readonly server: { readonly url: string } },
  { event, approval, grant, decisions, now }: Told,
): Notice {
  const claims = claimsOf(grant)
  const statement =
    approval.kind === 'statement' ? (JSON.parse(approval.request) as StatementRequest).statement : undefined
  const { environment, sha } = claims
  return {
    type: `approval.${event}`,
    timestamp: new Date(now).toISOString(),
    data: {
      id: approval.id,
      kind: approval.kind,
      state: event === 'expired' ? 'expired' : approval.state === 'redeemed' ? 'approved' : approval.state,
      repository: brief(claims.repository ?? claims.project_path ?? grant.repository),
      ref: brief(claims.ref ?? ''),
      started_by: startedBy(config, grant).slice(0, MOST_NAMES).map(brief),
      targets: statement ? [statement.target] : targetsOf(grant),
      ...(environment === undefined ? {} : { environment: brief(environment) }),
      ...(sha === undefined ? {} : { commit: brief(sha) }),
      access: grant.rule,
      rules: (statement?.findings ?? []).slice(0, MOST_NAMES).map(({ rule }) => brief(rule)),
      ...(statement ? { statement: statement.text } : {}),
      approvers: JSON.parse(approval.approvers) as string[],
      min: approval.min,
      decided_by: decisions.map(({ name }) => brief(name)),
      uri: `${config.server.url}/approvals/${approval.id}`,
      expires_at: new Date(approval.expires_at).toISOString(),
    },
  }
}

/** Names come from jobs: they may be as long as somebody likes. */
const brief = (text: string): string =>
  text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME)}…` : text
