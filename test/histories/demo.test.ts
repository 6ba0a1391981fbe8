// The demo's history, with the migration of its second deploy that drops a table with all that hangs on it.
import { cpSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Arena, run, type Way } from './arena.ts'
import { history } from './history.ts'

const ROOT = join(import.meta.dirname, '../..')
const DEMO = join(ROOT, 'examples/demo')
const folder = mkdtempSync(join(tmpdir(), 'sluice-demo-'))
cpSync(join(DEMO, 'workspace/migrations'), folder, { recursive: true })
cpSync(join(DEMO, 'next'), folder, { recursive: true })

async function shop(arena: Arena, way: Way): Promise<void> {
  const sql = readFileSync(join(DEMO, 'database.sql'), 'utf8').replaceAll('orders_owner', arena.owner)
  await arena.admin(way).query(sql)
}

history({
  tool: 'the demo',
  before: shop,
  migrate: (place) =>
    run(place, join(ROOT, 'node_modules/.bin/node-pg-migrate'), ['up', '--migrations-dir', folder]),
  exceptions: [
    { rule: 'drop-table', relations: ['customers'] },
    { rule: 'drop-cascade', relations: ['customers'] },
  ],
  holds: { 'drop-table': 1, 'drop-cascade': 1 },
})
