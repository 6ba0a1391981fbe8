// Transactions that were prepared and left: they outlive their session and keep their locks, for ever.
import pg from 'pg'
import type { Broker } from './broker.ts'
import type { Role } from './end.ts'

interface Prepared {
  readonly gid: string
  readonly database: string
  readonly owner: string
}

/** Rolls back what the role prepared. */
export async function rollBackPrepared(broker: Broker, role: Role): Promise<void> {
  const { rows } = await broker.client.query<Prepared>(
    'SELECT gid, database::text, owner::text FROM pg_prepared_xacts WHERE owner = $1',
    [role.name],
  )
  for (const prepared of rows) await rollBack(broker, prepared)
}

/**
 * Rolls back what was prepared as the owner and has changed a role: the job can hold its own role's row with that.
 * An application does not prepare changes of roles, so nothing else is hit.
 */
export async function rollBackBlockers(broker: Broker): Promise<void> {
  const { rows } = await broker.client.query<Prepared>(
    `SELECT DISTINCT p.gid, p.database::text, p.owner::text
       FROM pg_prepared_xacts p
       JOIN pg_locks own ON own.locktype = 'transactionid' AND own.transactionid = p.transaction AND own.granted
       JOIN pg_locks changed ON changed.virtualtransaction = own.virtualtransaction
      WHERE p.owner = $1 AND changed.relation = 'pg_authid'::regclass AND changed.mode = 'RowExclusiveLock'`,
    [broker.owner],
  )
  for (const prepared of rows) await rollBack(broker, prepared)
}

/** Only who prepared it may, and only in its own database. */
async function rollBack(broker: Broker, { gid, database, owner }: Prepared): Promise<void> {
  await broker.inDatabase(database, async (client) => {
    await client.query(`SET ROLE ${pg.escapeIdentifier(owner)}`)
    try {
      await client.query(`ROLLBACK PREPARED ${pg.escapeLiteral(gid)}`)
    } finally {
      await client.query('RESET ROLE')
    }
  })
}
