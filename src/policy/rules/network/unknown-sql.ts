import { rule } from '../rule.ts'

export const unknownSql = rule({
  id: 'unknown-sql',
  family: 'network',
  summary: 'a client of a database sends what does not stand in the command line, or copies it',
  match: [{ command: 'psql -f migration.sql' }, { command: 'pg_dump app' }, { command: 'mysql < dump.sql' }],
  ignore: [{ command: "psql -c 'SELECT 1'" }, { command: 'pg_isready' }],
  actions: ['run'],
  objects: ['database'],
  reason: (effect) => `what ${effect.name} sends is not judged here`,
  hint: 'Open a session with the database as a target, or write the SQL out: psql -c',
})
