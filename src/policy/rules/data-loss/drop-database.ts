import { rule, thing } from '../rule.ts'

export const dropDatabase = rule({
  id: 'drop-database',
  family: 'data-loss',
  summary: 'DROP DATABASE and DROP TABLESPACE',
  covers: ['squawk/ban-drop-database', 'bytebase/database.drop-empty-database'],
  match: ['DROP DATABASE app', 'DROP TABLESPACE fast'],
  ignore: ['CREATE DATABASE app'],
  actions: ['drop'],
  objects: ['database', 'tablespace'],
  reason: (effect) => `DROP removes ${thing(effect)}`,
  hint: 'Let a database administrator do it',
})
