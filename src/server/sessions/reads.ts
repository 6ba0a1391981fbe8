import type { Person } from '../people/person.ts'
import type { Services } from '../services.ts'
import { type AuditEntry, audit } from '../store/audit.ts'
import { once } from '../store/once.ts'

/** A page that is kept fresh is read again and again. */
const AGAIN_MS = 3600_000

/** Who reads a session leaves a line in the audit log, one an hour. */
export async function noteRead(
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  person: Person,
  session: string,
  entry: AuditEntry,
): Promise<void> {
  const now = clock()
  await store.transaction().execute(async (transaction) => {
    if (!(await once(transaction, `read:${person.id}`, session, now + AGAIN_MS))) return
    const detail = `${person.name} (${person.id})`
    await audit(transaction, now, 'ok', { ...entry, event: 'read', grant: session, detail })
  })
}
