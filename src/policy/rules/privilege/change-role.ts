import { rule } from '../rule.ts'

export const changeRole = rule({
  id: 'change-role',
  family: 'privilege',
  summary: 'CREATE, ALTER and RENAME of roles',
  covers: ['squawk/ban-alter-role-options'],
  match: ['CREATE ROLE x LOGIN', "ALTER ROLE x PASSWORD 'p'", 'ALTER ROLE x RENAME TO y'],
  ignore: ['CREATE TABLE x (a int)'],
  actions: ['create', 'alter', 'rename'],
  objects: ['role'],
  reason: (effect) => `this changes who can log in: ${effect.name}`,
  hint: 'Let a database administrator do it',
})
