// Records whose targets' retention is over are deleted; the seal, its place in the log and the session's row stay.
import type { StatementRequest } from '../approvals/statements.ts'
import type { Services } from '../services.ts'
import { audit } from '../store/audit.ts'
import { type Grant, targetsOf } from '../store/grants.ts'
import type { Store } from '../store/index.ts'
import { expiredRecords, keptTargets, noteRecordDeleted } from '../store/retention.ts'
import { replaceRequest, statementsOf } from '../store/statements.ts'

const AT_ONCE = 100

/** Returns how many were deleted. A record that was deleted before a crash is noted by the next run. */
export async function deleteOldRecords(services: Services): Promise<number> {
  const { config, store, clock } = services
  if (!Object.values(config.targets).some(({ retention }) => retention !== undefined)) return 0
  let deleted = 0
  for (const targets of await keptTargets(store)) {
    const retention = longest(config.targets, targets)
    if (retention === undefined) continue
    deleted += await deleteOf(services, targets, clock() - retention)
  }
  return deleted
}

async function deleteOf(services: Services, targets: string, ended: number): Promise<number> {
  const { store, clock, log, records } = services
  let deleted = 0
  let failed = 0
  for (;;) {
    const expired = await expiredRecords(store, targets, ended, { limit: AT_ONCE, skip: failed })
    for (const grant of expired)
      try {
        await records.forget(grant.id)
        await store.transaction().execute((transaction) => note(transaction, grant, clock()))
        deleted++
      } catch (error) {
        failed++
        log.error({ err: error, grant: grant.id }, 'a record whose time is over could not be deleted')
      }
    if (expired.length < AT_ONCE) return deleted
  }
}

async function note(store: Store, grant: Grant, now: number): Promise<void> {
  await noteRecordDeleted(store, grant.id, now)
  for (const { id, request } of await statementsOf(store, grant.id))
    await replaceRequest(store, id, JSON.stringify(emptied(JSON.parse(request) as StatementRequest)))
  await audit(store, now, 'ok', {
    event: 'retention',
    correlationId: 'reaper',
    grant: grant.id,
    issuer: grant.issuer,
    repository: grant.repository,
    detail: `the record of ${targetsOf(grant).join(', ')} was deleted`,
  })
}

/** Of a statement that was held: who asked, which rules held it and its digests stay, and nothing that it says. */
function emptied({ statement, ...request }: StatementRequest): StatementRequest {
  const { target, conn, statement: number, sha256, findings, parameters } = statement
  const { state, age, statements } = statement.transaction
  return {
    ...request,
    statement: {
      target,
      conn,
      statement: number,
      sha256,
      text: '(deleted with the record of its session)',
      redacted: true,
      ...(parameters ? { parameters: { sha256: parameters.sha256, values: [] } } : {}),
      findings: findings.map(({ rule, verdict }) => ({ rule, verdict, reason: '', hint: '' })),
      effects: [],
      relations: [],
      hints: [],
      transaction: { state, age, statements, locks: [] },
    },
  }
}

/** Undefined when one of the targets keeps its records for good, or is in no policy file any more. */
function longest(config: Services['config']['targets'], targets: string): number | undefined {
  const names = JSON.parse(targets) as string[]
  const all = names.map((name) => config[name]?.retention)
  return all.includes(undefined) || all.length === 0 ? undefined : Math.max(...(all as number[]))
}
