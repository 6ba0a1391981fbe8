import { rule } from '../rule.ts'

export const powerfulRole = rule({
  id: 'powerful-role',
  family: 'privilege',
  summary: 'roles with SUPERUSER, CREATEROLE, CREATEDB, REPLICATION or BYPASSRLS',
  covers: ['squawk/ban-alter-role-options'],
  match: ['CREATE ROLE x SUPERUSER', 'ALTER ROLE x BYPASSRLS'],
  ignore: ['CREATE ROLE x LOGIN', 'ALTER ROLE x NOSUPERUSER'],
  actions: ['create', 'alter'],
  objects: ['role'],
  when: ({ detail = '' }) => detail.startsWith('with '),
  keepsBlock: true,
  reason: (effect) => `this makes ${effect.name} a role ${effect.detail}`,
  hint: 'Make a role without these attributes',
})
