// The schema history of pg-boss from an installation of version 26 with queues of every kind, by its own command line.
import { join } from 'node:path'
import { getConstructionPlans, getRollbackPlans, policies } from 'pg-boss'
import { type Arena, run, type Way } from './arena.ts'
import { history } from './history.ts'

const PROGRAM = join(import.meta.dirname, '../../node_modules/.bin/pg-boss')
const NEWEST = 42
const OLDEST = 26

async function installOld(arena: Arena, way: Way): Promise<void> {
  const client = arena.admin(way)
  await client.query(`SET ROLE ${arena.owner}`)
  await client.query(getConstructionPlans())
  for (let version = NEWEST; version > OLDEST; version--)
    await client.query(getRollbackPlans('pgboss', version))
  for (const policy of Object.values(policies))
    await client.query('SELECT pgboss.create_queue($1, $2)', [
      policy,
      { policy, partition: policy !== 'standard' },
    ])
  await client.query('RESET ROLE')
}

history({
  tool: 'pg-boss',
  before: installOld,
  migrate: (place) => run(place, PROGRAM, ['migrate'], { env: { PGBOSS_DATABASE_URL: place.url } }),
  exceptions: [],
  // Its functions build the statements for each partition.
  warn: ['attach-table', 'unknown'],
  holds: { 'attach-table': 1, unknown: 1 },
})
