import { tell } from './notify/tell.ts'
import type { Services } from './services.ts'
import { credentialsOf } from './store/credentials.ts'
import { endGrant, markSealed } from './store/grants.ts'
import { withdrawStatements } from './store/statements.ts'

export interface Ending {
  readonly credentials: { target: string; provider: string; ended: boolean; sessions_ended: number }[]
  readonly record: { sealed: boolean; reason: string }
}

/** Ends a session for good: no more tokens, then its credentials, then its record. Idempotent. */
export async function endSession(
  services: Services,
  grant: string,
  reason: 'revoked' | 'expired' | 'abandoned',
): Promise<Ending> {
  const { store, clock, changes } = services
  await endGrant(store, grant, clock(), reason)
  const withdrawn = await store.transaction().execute(async (transaction) => {
    const ids = await withdrawStatements(transaction, grant, clock())
    for (const id of ids) await tell(services, transaction, id, 'withdrawn')
    return ids
  })
  for (const id of withdrawn) changes.tell(id)
  await services.credentials.end(grant)
  const record = await sealRecord(services, grant)
  return { credentials: summarise(await credentialsOf(store, grant)), record }
}

/** Seals the record as abandoned unless the session did; false in `sealed` when it could not be done now. */
export async function sealRecord(services: Services, grant: string): Promise<Ending['record']> {
  try {
    const record = await services.records.abandon(grant)
    if (record.sealed) await markSealed(services.store, grant)
    return record
  } catch (error) {
    services.log.error({ err: error, grant }, 'the record could not be sealed')
    return { sealed: false, reason: 'failed' }
  }
}

/** One line a target: a repeated `GET /v1/grant` leaves several credentials. */
function summarise(rows: Awaited<ReturnType<typeof credentialsOf>>): Ending['credentials'] {
  const byTarget = new Map<string, Ending['credentials'][number]>()
  for (const row of rows) {
    const ended = row.state === 'ended'
    const before = byTarget.get(row.target)
    byTarget.set(row.target, {
      target: row.target,
      provider: row.provider,
      ended: ended && (before?.ended ?? true),
      sessions_ended: (before?.sessions_ended ?? 0) + (row.sessions_ended ?? 0),
    })
  }
  return [...byTarget.values()]
}
