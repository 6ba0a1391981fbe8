// A history in the words of knex; its last step loses a column and a table.
import { join } from 'node:path'
import { run } from './arena.ts'
import { history } from './history.ts'

const PROGRAM = join(import.meta.dirname, '../../node_modules/.bin/knex')
const KNEXFILE = join(import.meta.dirname, 'knex/knexfile.mjs')

history({
  tool: 'knex',
  migrate: (place) => run(place, PROGRAM, ['migrate:latest', '--knexfile', KNEXFILE]),
  exceptions: [
    { rule: 'drop-column', relations: ['customers'] },
    { rule: 'drop-table', relations: ['lines'] },
  ],
  holds: { 'drop-column': 1, 'drop-table': 1 },
})
