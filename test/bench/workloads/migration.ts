// A file of 2,000 statements as a migration tool sends it: each is new, each is analysed.
import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { cpuSeconds } from '../measure.ts'
import { program } from '../peers/process.ts'
import { environment } from './pgbench.ts'
import { type Contest, QUICK } from './workload.ts'

const run = promisify(execFile)
const TABLES = 100
const INSERTS = 15

export const STATEMENTS = TABLES * (INSERTS + 5)

function script(): string {
  const lines: string[] = []
  for (let table = 0; table < TABLES; table++) {
    const name = `mig.orders_${table}`
    lines.push(
      `CREATE TABLE ${name} (id bigint PRIMARY KEY, customer text NOT NULL, total numeric(12,2) DEFAULT 0, created timestamptz);`,
    )
    for (let row = 0; row < INSERTS; row++)
      lines.push(
        `INSERT INTO ${name} (id, customer, total, created) VALUES (${row}, 'customer ${table}-${row}', ${row}.25, '2026-01-01');`,
      )
    lines.push(
      `ALTER TABLE ${name} ADD COLUMN note text;`,
      `CREATE INDEX orders_${table}_customer ON ${name} (customer);`,
      `UPDATE ${name} SET note = 'late' WHERE id = ${table % INSERTS};`,
      `COMMENT ON TABLE ${name} IS 'orders of shard ${table}';`,
    )
  }
  return `${lines.join('\n')}\n`
}

export const MIGRATION: Contest = {
  name: 'migration',
  unit: 'statements/s',
  per: 'statement',
  entrants: QUICK,
  against: 'real',
  needs: 'psql',
  prepare: async ({ dir }) => writeFileSync(join(dir, 'migration.sql'), script()),
  async run({ endpoint, pid }, { admin, dir }) {
    await admin.query('DROP SCHEMA IF EXISTS mig CASCADE; CREATE SCHEMA mig')
    const before = cpuSeconds(pid)
    const start = performance.now()
    await run(program('psql')!, ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-f', join(dir, 'migration.sql')], {
      env: environment(endpoint),
      timeout: 60_000,
    })
    const seconds = (performance.now() - start) / 1000
    return {
      value: STATEMENTS / seconds,
      ...(pid === undefined ? {} : { cpu: ((cpuSeconds(pid) - before) * 1e6) / STATEMENTS }),
    }
  },
}
