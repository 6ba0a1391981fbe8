// The end of a role. The order matters: see each step. Every step may be run again after a crash.
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Ended } from '../provider.ts'
import type { Broker } from './broker.ts'
import { rollBackBlockers, rollBackPrepared } from './prepared.ts'
import { closeLogin, endSessions } from './sessions.ts'

export interface Role {
  readonly oid: number
  readonly name: string
}

const ATTEMPTS = 6
const PAUSE_MS = 50

/** What two enders at once, say a revocation and the reaper, do to each other: tuple changed, role gone, deadlock. */
const RACE = ['XX000', '42704', '40P01', '40001']

export async function endRole(broker: Broker, role: Role): Promise<Ended> {
  const seen = new Set<number>()
  let objectsReassigned = false
  // No lock of our own keeps enders apart: the job could hold it.
  for (let attempt = 1; await exists(broker.client, role); attempt++) {
    try {
      objectsReassigned = (await endOnce(broker, role, seen)) || objectsReassigned
    } catch (error) {
      const race = error instanceof pg.DatabaseError && RACE.includes(error.code ?? '')
      if (!race || attempt === ATTEMPTS) throw error
      await sleep(PAUSE_MS * attempt)
    }
  }
  return { sessionsEnded: seen.size, objectsReassigned }
}

async function endOnce(broker: Broker, role: Role, seen: Set<number>): Promise<boolean> {
  await closeLogin(broker, role, seen, async () => {
    await rollBackPrepared(broker, role)
    await rollBackBlockers(broker)
  })
  await rollBackPrepared(broker, role)
  await endSessions(broker, role, seen)
  // A session may have prepared one more before it ended.
  await rollBackPrepared(broker, role)
  const reassigned = await releaseObjects(broker, role)
  await broker.client.query(`DROP ROLE ${pg.escapeIdentifier(role.name)}`)
  await endSessions(broker, role, seen)
  return reassigned
}

async function exists(client: pg.Client, role: Role): Promise<boolean> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE oid = $1::oid AND rolname = $2', [
    role.oid,
    role.name,
  ])
  return rowCount === 1
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
  const name = pg.escapeIdentifier(role.name)
  for (const { database } of rows)
    await broker.inDatabase(database, async (client) => {
      await client.query('BEGIN')
      try {
        await client.query(`REASSIGN OWNED BY ${name} TO ${pg.escapeIdentifier(broker.owner)}`)
        await client.query(`DROP OWNED BY ${name}`)
        await client.query('COMMIT')
      } catch (error) {
        await client.query('ROLLBACK')
        throw error
      }
    })
  return rows.some(({ owned }) => owned)
}
