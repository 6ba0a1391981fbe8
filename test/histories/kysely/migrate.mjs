// As the documentation of Kysely has it: a script of one's own around its Migrator.
import { promises as fs } from 'node:fs'
import path from 'node:path'
import { Kysely, PostgresDialect } from 'kysely'
import { FileMigrationProvider, Migrator } from 'kysely/migration'
import pg from 'pg'

const db = new Kysely({ dialect: new PostgresDialect({ pool: new pg.Pool({ max: 2 }) }) })
const migrationFolder = path.join(import.meta.dirname, 'migrations')
const migrator = new Migrator({ db, provider: new FileMigrationProvider({ fs, path, migrationFolder }) })
const { error, results = [] } = await migrator.migrateToLatest()
for (const { migrationName, status } of results) console.log(migrationName, status)
await db.destroy()
if (error) {
  console.error(error)
  process.exitCode = 1
}
