import { rule, thing } from '../rule.ts'

export const serverObject = rule({
  id: 'server-object',
  family: 'server-wide',
  summary: 'databases and tablespaces',
  covers: ['squawk/ban-alter-database-options'],
  match: [
    'CREATE DATABASE app',
    "CREATE TABLESPACE t LOCATION '/x'",
    'ALTER DATABASE app CONNECTION LIMIT 1',
  ],
  ignore: ['CREATE TABLE t (a int)'],
  actions: ['create', 'alter', 'rename'],
  objects: ['database', 'tablespace'],
  reason: (effect) => `${thing(effect)} concerns the whole server`,
  hint: 'Let a database administrator do it',
})
