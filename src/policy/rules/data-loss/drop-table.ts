import { rule } from '../rule.ts'

export const dropTable = rule({
  id: 'drop-table',
  family: 'data-loss',
  summary: 'DROP TABLE and DROP FOREIGN TABLE',
  covers: [
    'squawk/ban-drop-table',
    'atlas/DS102',
    'strong_migrations/create_table',
    'bytebase/schema.backward-compatibility',
  ],
  match: ['DROP TABLE users', 'DO $$ BEGIN DROP TABLE public.users; END $$'],
  ignore: ['CREATE TEMP TABLE t (a int); DROP TABLE t', 'DROP VIEW users', "SELECT 'DROP TABLE users'"],
  actions: ['drop'],
  objects: ['table', 'foreign-table'],
  reason: (effect) => `DROP TABLE removes ${effect.name} and all its rows`,
  hint: 'Rename it first and wait until nothing misses it, then drop it in a later release',
})
