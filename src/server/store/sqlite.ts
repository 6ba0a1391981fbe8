// Kysely on Node's own SQLite.
import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely'
import { SluiceError } from '../../core/errors.ts'

/**
 * Opens `sluice.sqlite` in a directory, for this process alone: every commit is synced, a second opener is refused.
 * Throws `SluiceError` STORE_FAILED that says why.
 */
export function openSqlite(directory: string): SqliteDialect {
  const file = join(directory, 'sluice.sqlite')
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    closeSync(openSync(file, 'a', 0o600))
    chmodSync(file, 0o600)
  } catch (error) {
    throw new SluiceError(
      'STORE_FAILED',
      `the data directory ${directory} cannot be written (${code(error)})`,
      {
        hint: 'Give --data a directory that this user may write to',
        cause: error,
      },
    )
  }
  try {
    return new SqliteDialect({ database: adapt(open(file)) })
  } catch (error) {
    throw explain(error, file)
  }
}

function open(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 0, enableForeignKeyConstraints: true })
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE')
    database.exec('PRAGMA journal_mode = WAL')
    database.exec('PRAGMA synchronous = FULL')
    // Counters of the running minute: nothing is lost with them, and they need no sync.
    database.exec('PRAGMA temp_store = MEMORY')
    database.exec(
      'CREATE TEMP TABLE rates (subject TEXT, window INTEGER, count INTEGER NOT NULL, PRIMARY KEY (subject, window))',
    )
    // Takes the lock now instead of at the first write.
    database.exec('BEGIN EXCLUSIVE; COMMIT')
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** The part of better-sqlite3 that Kysely uses; statements are prepared once. */
function adapt(database: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>()
  return {
    close: () => {
      prepared.clear()
      database.close()
    },
    prepare: (sql) => {
      const known = prepared.get(sql)
      if (known) return known
      const plain = wrap(database.prepare(sql))
      const statement = sql === 'rollback' ? onlyInside(database, plain) : plain
      if (prepared.size < 500) prepared.set(sql, statement)
      return statement
    },
  }
}

function wrap(statement: StatementSync): SqliteStatement {
  const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[]
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...values(parameters)),
    run: (parameters) => statement.run(...values(parameters)),
    iterate: (parameters) => statement.iterate(...values(parameters)),
  }
}

/** SQLite rolls back by itself when the disk is full; rolling back again would hide why. */
function onlyInside(database: DatabaseSync, rollback: SqliteStatement): SqliteStatement {
  const nothing = { changes: 0, lastInsertRowid: 0 }
  return { ...rollback, run: (values) => (database.isTransaction ? rollback.run(values) : nothing) }
}

function explain(error: unknown, file: string): SluiceError {
  const text = error instanceof Error ? error.message : String(error)
  if (/locked|busy/i.test(text))
    return new SluiceError('STORE_FAILED', `${file} is in use by another server`, {
      hint: 'Stop it, or give this one another --data directory: one SQLite store has one server',
      cause: error,
    })
  return new SluiceError('STORE_FAILED', `${file} cannot be opened: ${text}`, {
    hint: 'Check the file’s owner and that it is a Sluice store',
    cause: error,
  })
}

function code(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
