import { rule } from '../rule.ts'

export const unloggedTable = rule({
  id: 'unlogged-table',
  family: 'data-loss',
  summary: 'SET UNLOGGED: the table is emptied after a crash, and never reaches a standby',
  match: ['ALTER TABLE users SET UNLOGGED'],
  ignore: ['ALTER TABLE users SET LOGGED', 'CREATE TABLE t (a int); ALTER TABLE t SET UNLOGGED'],
  actions: ['rewrite'],
  when: (effect) => effect.detail === 'SET UNLOGGED' && effect.lock !== 'none',
  reason: (effect) => `after a crash of the server, ${effect.name} would be empty`,
  hint: 'Leave it logged; make a new unlogged table for rows that may be lost',
})
