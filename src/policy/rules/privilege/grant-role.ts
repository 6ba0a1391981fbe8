import { rule } from '../rule.ts'

export const grantRole = rule({
  id: 'grant-role',
  family: 'privilege',
  summary: 'membership in a role',
  match: ['GRANT a TO b'],
  ignore: ['GRANT SELECT ON users TO b', 'GRANT pg_read_all_data TO b'],
  actions: ['grant'],
  objects: ['role'],
  reason: (effect) => `GRANT makes others members of ${effect.name}`,
  hint: 'Let the owner of the database grant it, outside of the job',
})
