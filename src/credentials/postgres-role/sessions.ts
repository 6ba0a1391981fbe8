import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { SluiceError } from '../../core/errors.ts'

const ROUNDS = 100
const PAUSE_MS = 30

/**
 * Ends every session of a role, by its oid so that it also works when the name is gone, until two looks find none:
 * one that was just logging in may not have been visible to the first. Returns how many there were.
 */
export async function endSessions(client: pg.Client, oid: number, target: string): Promise<number> {
  const seen = new Set<number>()
  let empty = 0
  for (let round = 0; round < ROUNDS; round++) {
    const { rows } = await client.query<{ pid: number }>(
      "SELECT pid FROM pg_stat_activity WHERE usesysid = $1::oid AND backend_type <> 'parallel worker'",
      [oid],
    )
    empty = rows.length === 0 ? empty + 1 : 0
    if (empty === 2) return seen.size
    for (const { pid } of rows) seen.add(pid)
    if (rows.length > 0)
      await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usesysid = $1::oid', [
        oid,
      ])
    await sleep(rows.length === 0 ? 5 : PAUSE_MS)
  }
  throw new SluiceError(
    'CREDENTIAL_FAILED',
    `target ${target}: sessions of a grant that is over do not end`,
    {
      hint: 'Look at pg_stat_activity on the server; the broker tries again every minute',
    },
  )
}
