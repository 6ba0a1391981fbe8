import type { Store } from './index.ts'
import type { AuditTable } from './schema.ts'

/** Who did what, and which check failed: for the policy's owner, never shown to a caller. */
export interface AuditEntry {
  event: string
  correlationId: string
  address?: string
  grant?: string
  issuer?: string
  repository?: string
  /** The check that failed. */
  check?: string
  /** Names and claims, never a token. */
  detail?: string
}

export async function audit(
  store: Store,
  now: number,
  outcome: AuditTable['outcome'],
  entry: AuditEntry,
): Promise<void> {
  await store
    .insertInto('audit')
    .values({
      at: now,
      event: entry.event,
      outcome,
      correlation_id: entry.correlationId,
      grant_id: entry.grant ?? null,
      issuer: entry.issuer ?? null,
      repository: entry.repository ?? null,
      address: entry.address ?? null,
      check_id: entry.check ?? null,
      detail: entry.detail ?? null,
    })
    .execute()
}

/** Rows of before `before` (ms). */
export async function forgetAudit(store: Store, before: number): Promise<void> {
  await store.deleteFrom('audit').where('at', '<', before).execute()
}
