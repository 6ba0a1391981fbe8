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
    `GRANT gives rights on ${thing(effect)}${effect.detail === 'to every role' ? ' to every role' : ''}`,
  hint: 'Have it reviewed',
})
