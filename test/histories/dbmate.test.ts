// A history in the words of dbmate: transactions on and off, a partitioned table, an enum that grows; its last step loses a column.
import { join } from 'node:path'
import { run } from './arena.ts'
import { history } from './history.ts'

const PROGRAM = join(import.meta.dirname, '../../node_modules/.bin/dbmate')

history({
  tool: 'dbmate',
  migrate: (place) =>
    run(place, PROGRAM, [
      '--migrations-dir',
      join(import.meta.dirname, 'dbmate'),
      '--no-dump-schema',
      'migrate',
    ]),
  exceptions: [
    { rule: 'drop-column', relations: ['books'] },
    { rule: 'delete-range', relations: ['stock'] },
  ],
  holds: { 'drop-column': 1, 'delete-range': 1 },
})
