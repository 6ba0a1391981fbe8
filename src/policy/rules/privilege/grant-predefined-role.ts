import { rule } from '../rule.ts'

export const grantPredefinedRole = rule({
  id: 'grant-predefined-role',
  family: 'privilege',
  summary: 'membership in the server’s own pg_* roles',
  match: ['GRANT pg_execute_server_program TO app'],
  ignore: ['GRANT a TO b'],
  actions: ['grant'],
  objects: ['predefined-role'],
  keepsBlock: true,
  reason: (effect) => `${effect.name} gives rights over the whole server`,
  hint: 'Grant the objects that are needed',
})
