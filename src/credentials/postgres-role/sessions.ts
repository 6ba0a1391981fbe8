import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { SluiceError } from '../../core/errors.ts'
import type { Broker } from './broker.ts'
import type { Role } from './end.ts'

const ROUNDS = 100
const PAUSE_MS = 30

const LOCK_ATTEMPTS = 8
const LOCK_WAIT_MS = 300

/**
 * Stops new logins. A session can hold the role's own row, by changing its password in an open transaction, so
 * sessions are ended first and the wait is short; `release` gets rid of what else may hold it.
 */
export async function closeLogin(
  { client }: Broker,
  role: Role,
  seen: Set<number>,
  release: () => Promise<void>,
): Promise<void> {
  await client.query(`SET lock_timeout = ${LOCK_WAIT_MS}`)
  try {
    for (let attempt = 1; ; attempt++) {
      await terminate(client, role, seen)
      try {
        await client.query(
          `ALTER ROLE ${pg.escapeIdentifier(role.name)} NOLOGIN CONNECTION LIMIT 0 PASSWORD NULL`,
        )
        return
      } catch (error) {
        if (attempt === LOCK_ATTEMPTS || !(error instanceof pg.DatabaseError) || error.code !== '55P03')
          throw error
        await release()
      }
    }
  } finally {
    await client.query('RESET lock_timeout')
  }
}

/** Ends every session of the role until two looks find none: one that was just logging in may not have shown in the first. */
export async function endSessions(broker: Broker, role: Role, seen: Set<number>): Promise<void> {
  let empty = 0
  for (let round = 0; round < ROUNDS; round++) {
    const found = await terminate(broker.client, role, seen)
    empty = found === 0 ? empty + 1 : 0
    if (empty === 2) return
    await sleep(found === 0 ? 5 : PAUSE_MS)
  }
  throw new SluiceError(
    'CREDENTIAL_FAILED',
    `target ${broker.target}: sessions of a grant that is over do not end`,
    {
      hint: 'Look at pg_stat_activity on the server; the broker tries again every minute',
    },
  )
}

/** By oid, so that it also works when the role's name is gone. Returns how many there still were. */
async function terminate(client: pg.Client, role: Role, seen: Set<number>): Promise<number> {
  const { rows } = await client.query<{ pid: number; leader: boolean }>(
    `SELECT pid, leader_pid IS NULL AS leader, pg_terminate_backend(pid)
       FROM pg_stat_activity WHERE usesysid = $1::oid`,
    [role.oid],
  )
  for (const { pid, leader } of rows) if (leader) seen.add(pid)
  return rows.length
}
