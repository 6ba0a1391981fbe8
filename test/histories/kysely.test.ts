// A history in the words of Kysely; its last step deletes rows.
import { join } from 'node:path'
import { run } from './arena.ts'
import { history } from './history.ts'

const SCRIPT = join(import.meta.dirname, 'kysely/migrate.mjs')

history({
  tool: 'kysely',
  migrate: (place) => run(place, process.execPath, [SCRIPT]),
  exceptions: [{ rule: 'delete-range', relations: ['bookings'] }],
  holds: { 'delete-range': 1 },
})
