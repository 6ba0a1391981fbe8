import { rule, thing } from '../rule.ts'

export const revoke = rule({
  id: 'revoke',
  family: 'privilege',
  summary: 'REVOKE: programs lose access',
  covers: ['squawk/ban-revoke'],
  match: ['REVOKE SELECT ON users FROM app', 'REVOKE a FROM b'],
  ignore: ['GRANT SELECT ON users TO app'],
  actions: ['revoke'],
  reason: (effect) => `REVOKE takes rights on ${thing(effect)}`,
  hint: 'Ask who uses the right, and let the owner of the database revoke it',
})
