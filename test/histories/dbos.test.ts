// The system tables of DBOS Transact: some fifty migrations, indexes built concurrently among them, by its own command line.
import { join } from 'node:path'
import { run } from './arena.ts'
import { history } from './history.ts'

const PROGRAM = join(import.meta.dirname, '../../node_modules/.bin/dbos')

history({
  tool: 'dbos',
  migrate: (place) => run(place, PROGRAM, ['schema', place.url]),
  exceptions: [
    {
      rule: 'drop-table',
      relations: ['dbos.workflow_inputs', 'dbos.workflow_queue', 'dbos.scheduler_state'],
    },
  ],
  holds: { 'drop-table': 3 },
})
