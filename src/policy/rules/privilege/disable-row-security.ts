import { rule } from '../rule.ts'

export const disableRowSecurity = rule({
  id: 'disable-row-security',
  family: 'privilege',
  summary: 'DISABLE or NO FORCE ROW LEVEL SECURITY',
  covers: ['squawk/ban-alter-row-level-security'],
  match: ['ALTER TABLE users DISABLE ROW LEVEL SECURITY', 'ALTER TABLE users NO FORCE ROW LEVEL SECURITY'],
  ignore: ['ALTER TABLE users ENABLE ROW LEVEL SECURITY'],
  actions: ['alter'],
  objects: ['row-security'],
  reason: (effect) => `row-level security of ${effect.name} no longer hides rows`,
  hint: 'Change the policies instead',
})
