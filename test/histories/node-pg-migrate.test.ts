// A history in the words of node-pg-migrate, JavaScript and SQL; its last step empties a table.
import { join } from 'node:path'
import { run } from './arena.ts'
import { history } from './history.ts'

const PROGRAM = join(import.meta.dirname, '../../node_modules/.bin/node-pg-migrate')

history({
  tool: 'node-pg-migrate',
  migrate: (place) =>
    run(place, PROGRAM, ['up', '--migrations-dir', join(import.meta.dirname, 'node-pg-migrate')]),
  exceptions: [{ rule: 'truncate', relations: ['parcels'] }],
  holds: { truncate: 1 },
})
