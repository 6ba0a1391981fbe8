// The end of a role. The order matters: see each step. Every step may be run again after a crash.
import pg from 'pg'
import type { Ended } from '../provider.ts'
import type { Broker } from './broker.ts'
import { endSessions } from './sessions.ts'

export interface Role {
  readonly oid: number
  readonly name: string
}

const ident = pg.escapeIdentifier

export async function endRole(broker: Broker, role: Role): Promise<Ended> {
  const { client } = broker
  // Two enders, say a revocation and the reaper: the second waits, then finds nothing.
  await client.query("SELECT pg_advisory_lock(hashtext('sluice'), $1::oid::int)", [role.oid])
  try {
    if (!(await exists(client, role))) return { sessionsEnded: 0, objectsReassigned: false }
    await client.query(`ALTER ROLE ${ident(role.name)} NOLOGIN CONNECTION LIMIT 0 PASSWORD NULL`)
    await rollBackPrepared(broker, role)
    let sessionsEnded = await endSessions(client, role.oid, broker.target)
    // A session may have prepared one more before it ended.
    await rollBackPrepared(broker, role)
    const objectsReassigned = await releaseObjects(broker, role)
    await client.query(`DROP ROLE ${ident(role.name)}`)
    sessionsEnded += await endSessions(client, role.oid, broker.target)
    return { sessionsEnded, objectsReassigned }
  } finally {
    await client.query("SELECT pg_advisory_unlock(hashtext('sluice'), $1::oid::int)", [role.oid])
  }
}

async function exists(client: pg.Client, role: Role): Promise<boolean> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE oid = $1::oid AND rolname = $2', [
    role.oid,
    role.name,
  ])
  return rowCount === 1
}

/** One that is left would keep its locks for ever, and DROP ROLE waiting. Only who prepared it may roll it back, in its own database. */
async function rollBackPrepared(broker: Broker, role: Role): Promise<void> {
  const { rows } = await broker.client.query<{ gid: string; database: string }>(
    'SELECT gid, database::text FROM pg_prepared_xacts WHERE owner = $1',
    [role.name],
  )
  for (const { gid, database } of rows)
    await broker.inDatabase(database, async (client) => {
      await client.query(`SET ROLE ${ident(role.name)}`)
      try {
        await client.query(`ROLLBACK PREPARED ${pg.escapeLiteral(gid)}`)
      } finally {
        await client.query('RESET ROLE')
      }
    })
}

/**
 * Gives what the role owns to the owner, then drops its privileges, in every database. DROP OWNED runs only after
 * REASSIGN OWNED succeeded: alone it would delete the job's tables. Returns true when something was owned.
 */
async function releaseObjects(broker: Broker, role: Role): Promise<boolean> {
  const { rows } = await broker.client.query<{ database: string; owned: boolean }>(
    `SELECT coalesce(d.datname, current_database())::text AS database, bool_or(s.deptype = 'o') AS owned
       FROM pg_shdepend s LEFT JOIN pg_database d ON d.oid = s.dbid
      WHERE s.refclassid = 'pg_authid'::regclass AND s.refobjid = $1::oid
      GROUP BY 1`,
    [role.oid],
  )
  for (const { database } of rows)
    await broker.inDatabase(database, async (client) => {
      await client.query('BEGIN')
      try {
        await client.query(`REASSIGN OWNED BY ${ident(role.name)} TO ${ident(broker.owner)}`)
        await client.query(`DROP OWNED BY ${ident(role.name)}`)
        await client.query('COMMIT')
      } catch (error) {
        await client.query('ROLLBACK')
        throw error
      }
    })
  return rows.some(({ owned }) => owned)
}
