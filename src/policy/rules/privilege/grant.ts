import { rule, thing } from '../rule.ts'

export const grant = rule({
  id: 'grant',
  family: 'privilege',
  summary: 'GRANT on objects, default privileges, schemas for other roles',
  match: ['GRANT SELECT ON users TO app', 'ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO PUBLIC'],
  ignore: ['GRANT a TO b', 'REVOKE SELECT ON users FROM app'],
  actions: ['grant'],
  when: (effect) => !effect.object.endsWith('role'),
  reason: (effect) =>
    `GRANT gives rights on ${effect.object === 'default' ? 'what is made later' : thing(effect)}${effect.detail === 'to every role' ? ' to every role' : ''}`,
  hint: 'Let the owner of the database grant it, outside of the job',
})
