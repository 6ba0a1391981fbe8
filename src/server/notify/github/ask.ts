// A deployment that GitHub holds back is asked for like a session, once.
import { createHash, randomBytes } from 'node:crypto'
import { canonical } from '../../../core/json.ts'
import type { GatedEnvironment } from '../../../policy/config.ts'
import { DEPLOYMENTS } from '../../approvals/starter.ts'
import type { Services } from '../../services.ts'
import { addApproval } from '../../store/approvals.ts'
import { type AuditEntry, audit } from '../../store/audit.ts'
import type { Store } from '../../store/index.ts'
import { tell } from '../tell.ts'
import type { Requested } from './payload.ts'

/** What the approver of a deployment is shown and bound to; `answer` is where GitHub waits. */
export interface DeploymentRequest {
  readonly issuer: string
  readonly claims: Readonly<Record<string, string>>
  readonly policy: string
  readonly rule: { readonly environment: string; readonly approvers: readonly string[]; readonly min: number }
  readonly answer: {
    readonly installation: number
    readonly repository: string
    readonly owner: string
    readonly name: string
    readonly run: number
    readonly environment: string
  }
}

const PUBLIC_API = 'https://api.github.com'

/** The request's id, and whether it is new: GitHub may send an event again. */
export async function askDeployment(
  services: Services,
  asked: Requested,
  gate: GatedEnvironment,
  entry: AuditEntry,
): Promise<{ id: string; asked: boolean }> {
  const { store, clock, changes } = services
  const { repository, environment, run, deployment } = asked
  const subject = sha256(canonical({ repository: repository.id, environment, run, deployment }))
  const outcome = await store.transaction().execute(async (transaction) => {
    const known = await find(transaction, subject)
    if (known !== undefined) return { id: known, asked: false }
    const id = randomBytes(16).toString('hex')
    const grant = randomBytes(16).toString('hex')
    const now = clock()
    const request = describe(services, asked, gate)
    const text = canonical(request as unknown as Parameters<typeof canonical>[0])
    await transaction
      .insertInto('grants')
      .values(grantRow(grant, request, services.config.sha256, now))
      .execute()
    await addApproval(transaction, {
      id,
      kind: 'deployment',
      grant_id: grant,
      poll_hash: null,
      request: text,
      request_sha256: sha256(text),
      subject_sha256: subject,
      approvers: JSON.stringify(gate.by),
      min: gate.min,
      created_at: now,
      expires_at: now + gate.timeout,
    })
    await tell(services, transaction, id, 'asked')
    await audit(transaction, now, 'ok', {
      ...entry,
      grant,
      issuer: DEPLOYMENTS,
      repository: repository.id,
      detail: `${environment}: ${id}`,
    })
    return { id, asked: true }
  })
  if (outcome.asked) changes.tell(outcome.id)
  return outcome
}

async function find(store: Store, subject: string): Promise<string | undefined> {
  const row = await store
    .selectFrom('approvals')
    .select('id')
    .where('subject_sha256', '=', subject)
    .where('kind', '=', 'deployment')
    .executeTakeFirst()
  return row?.id
}

function describe({ config }: Services, asked: Requested, gate: GatedEnvironment): DeploymentRequest {
  const { repository, environment, run, installation, sha, ref, event, actor, creator } = asked
  const { id, owner, name } = repository
  const api = config.server.github?.apiUrl ?? PUBLIC_API
  const server = api === PUBLIC_API ? undefined : new URL(api).origin
  return {
    issuer: DEPLOYMENTS,
    claims: {
      repository: `${owner}/${name}`,
      repository_id: id,
      environment,
      ref,
      sha,
      run_id: String(run),
      event_name: event,
      actor,
      ...(creator === undefined ? {} : { creator }),
      // Of an installation of its own: nothing there is linked to github.com.
      ...(server === undefined ? {} : { server_url: server }),
    },
    policy: config.sha256,
    rule: { environment: gate.environment, approvers: gate.by, min: gate.min },
    answer: { installation, repository: id, owner, name, run, environment },
  }
}

/** It carries who asks; it was never a session and never is one. */
function grantRow(id: string, { claims, rule, answer }: DeploymentRequest, policy: string, now: number) {
  return {
    id,
    issuer: DEPLOYMENTS,
    repository: answer.repository,
    job: String(answer.run),
    rule: `GitHub environment ${rule.environment}`,
    policy_sha256: policy,
    targets: '[]',
    claims: JSON.stringify(claims),
    jkt: '',
    jwk: '{}',
    state: 'ended' as const,
    created_at: now,
    ended_at: now,
    end_reason: 'deployment',
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
