// What is exported, row by row: who did what and when; never a statement's text, a parameter or a value.
import { sealHash } from '../../recording/chain.ts'
import { isSealFile, type SealFile } from '../../recording/shapes.ts'
import { startedBy } from '../approvals/starter.ts'
import type { StatementRequest } from '../approvals/statements.ts'
import type { Services } from '../services.ts'
import { decisionsOn, standing } from '../store/approvals.ts'
import {
  type After,
  type AuditRow,
  approvalsIn,
  auditIn,
  type Held,
  maskedIn,
  type Span,
  sessionsIn,
} from '../store/evidence.ts'
import { claimsOf, type Grant, targetsOf } from '../store/grants.ts'

export type Cell = string | number | null | readonly string[]
/** The same members in the same order for every row of a kind. */
export type Row = Readonly<Record<string, Cell>>

export const KINDS = {
  sessions: sessionRows,
  approvals: approvalRows,
  masking: maskingRows,
  audit: auditRows,
} as const satisfies Record<string, (services: Services, span: Span) => AsyncGenerator<Row>>

export type Kind = keyof typeof KINDS

const PAGE = 500

async function* sessions({ store }: Services, span: Span): AsyncGenerator<Held[]> {
  let after: After | undefined
  for (;;) {
    const page = await sessionsIn(store, span, after, PAGE)
    if (page.length > 0) yield page
    const last = page.at(-1)
    if (!last || page.length < PAGE) return
    after = { at: last.issued_at ?? 0, id: last.id }
  }
}

async function* sessionRows(services: Services, span: Span): AsyncGenerator<Row> {
  for await (const page of sessions(services, span))
    for (const each of page) {
      const sealed = await sealOf(services, each.id)
      const seal = sealed === 'unreadable' ? undefined : sealed?.seal
      yield {
        session: each.id,
        started_at: time(each.issued_at),
        ended_at: time(each.ended_at),
        expires_at: time(each.expires_at),
        state: each.state,
        end_reason: each.end_reason,
        ...whoOf(services, each),
        access: each.rule,
        targets: targetsOf(each),
        policy_sha256: each.policy_sha256,
        connections: each.connections,
        statements: each.statements,
        held: each.held,
        blocked: each.blocked,
        refused: each.refused,
        errors: each.errors,
        masked_cells: each.masked,
        record_end: sealed === 'unreadable' ? sealed : (seal?.reason ?? null),
        record_bytes: seal?.bytes ?? null,
        record_head: seal?.head ?? null,
        record_sha256: seal?.sha256 ?? null,
        seal_sha256: seal ? sealHash(seal) : null,
        record_deleted_at: time(each.record_deleted_at),
      }
    }
}

/** Of the grant: what its token said. */
function whoOf({ config }: Pick<Services, 'config'>, grant: Grant) {
  const claims = claimsOf(grant)
  return {
    issuer: grant.issuer,
    repository: claims.repository ?? claims.project_path ?? grant.repository,
    repository_id: grant.repository,
    started_by: startedBy(config, grant),
    ref: claims.ref ?? null,
    commit: claims.sha ?? null,
    run: claims.run_id ?? claims.pipeline_id ?? null,
    run_attempt: claims.run_attempt ?? null,
    environment: claims.environment ?? null,
  }
}

/** Undefined while the record is open. One that was damaged is told in its row, and keeps nobody from all others. */
async function sealOf(
  { reader, log }: Services,
  session: string,
): Promise<SealFile | 'unreadable' | undefined> {
  try {
    const bytes = await reader.bytes(session, 'seal', 0, await reader.size(session, 'seal'))
    const seal: unknown = JSON.parse(bytes.toString())
    if (isSealFile(seal)) return seal
    throw new TypeError('the seal has another form')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    log.error({ err: error, session }, 'the seal of a session cannot be read')
    return 'unreadable'
  }
}

async function* approvalRows(services: Services, span: Span): AsyncGenerator<Row> {
  const { store, clock } = services
  let after: After | undefined
  for (;;) {
    const page = await approvalsIn(store, span, after, PAGE)
    for (const { grant, ...each } of page) {
      const held = each.kind === 'statement' ? (JSON.parse(each.request) as StatementRequest).statement : null
      const decisions = await decisionsOn(store, each.id)
      yield {
        approval: each.id,
        kind: each.kind,
        state: standing(each, clock()),
        scope: each.scope,
        asked_at: time(each.created_at),
        expires_at: time(each.expires_at),
        changed_at: time(each.decided_at),
        session: each.grant_id,
        ...whoOf(services, grant),
        access: grant.rule,
        targets: held ? [held.target] : targetsOf(grant),
        rules: (held?.findings ?? []).map(({ rule }) => rule),
        statement_sha256: held?.sha256 ?? null,
        request_sha256: each.request_sha256,
        approvers: JSON.parse(each.approvers) as string[],
        min: each.min,
        decisions: decisions.map(
          ({ decision, scope, name, person, at, reason }) =>
            `${time(at)} ${decision} (${scope}) by ${name} (${person})${reason ? `: ${reason}` : ''}`,
        ),
      }
    }
    const last = page.at(-1)
    if (!last || page.length < PAGE) return
    after = { at: last.created_at, id: last.id }
  }
}

async function* maskingRows(services: Services, span: Span): AsyncGenerator<Row> {
  for await (const page of sessions(services, span)) {
    const byId = new Map(page.map((each) => [each.id, each]))
    for (const { session, name, count } of await maskedIn(services.store, [...byId.keys()])) {
      const grant = byId.get(session)
      if (!grant) continue
      const { repository, started_by } = whoOf(services, grant)
      const targets = targetsOf(grant)
      yield {
        session,
        started_at: time(grant.issued_at),
        repository,
        started_by,
        targets,
        masked: name,
        cells: count,
      }
    }
  }
}

async function* auditRows({ store }: Services, span: Span): AsyncGenerator<Row> {
  let after: number | undefined
  for (;;) {
    const page = await auditIn(store, span, after, PAGE)
    for (const each of page) yield auditRow(each)
    const last = page.at(-1)
    if (!last || page.length < PAGE) return
    after = last.id
  }
}

/** A line of the server's own log. */
export function auditRow(row: AuditRow): Row {
  return {
    id: row.id,
    at: time(row.at),
    event: row.event,
    outcome: row.outcome,
    check: row.check_id,
    detail: row.detail,
    session: row.grant_id,
    issuer: row.issuer,
    repository: row.repository,
    address: row.address,
    correlation_id: row.correlation_id,
  }
}

function time(ms: number): string
function time(ms: number | null): string | null
function time(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString()
}
