// The 20 migrations of graphile-worker, by its own command line.
import { join } from 'node:path'
import { run } from './arena.ts'
import { history } from './history.ts'

const PROGRAM = join(import.meta.dirname, '../../node_modules/.bin/graphile-worker')
const relations = ['graphile_worker.*']

history({
  tool: 'graphile-worker',
  migrate: (place) => run(place, PROGRAM, ['--schema-only']),
  exceptions: [
    { rule: 'drop-table', relations },
    { rule: 'delete-range', relations },
    // The view that takes the name of a table which moved aside.
    { rule: 'excepted-name', relations },
  ],
  // A row of `jobs` that is updated or deleted by a trigger may take its queue along: any number of queues, where any
  // number of jobs is changed. Four of these are in bodies, the others are triggers and functions that bodies set off.
  holds: { 'delete-range': 14, 'drop-table': 2 },
})
