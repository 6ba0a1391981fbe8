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
  holds: { 'delete-range': 4, 'drop-table': 2 },
})
