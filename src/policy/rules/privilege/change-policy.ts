import { rule } from '../rule.ts'

export const changePolicy = rule({
  id: 'change-policy',
  family: 'privilege',
  summary: 'CREATE and ALTER POLICY, security options of views',
  covers: [
    'squawk/ban-create-policy',
    'squawk/ban-alter-policy-condition',
    'squawk/ban-alter-policy-roles',
    'squawk/ban-alter-view-options',
  ],
  match: ['CREATE POLICY p ON users USING (true)', 'ALTER VIEW v SET (security_invoker = false)'],
  ignore: ['CREATE VIEW v AS SELECT 1'],
  actions: ['create', 'alter'],
  objects: ['policy', 'security-option'],
  reason: (effect) => `this changes who sees which rows of ${effect.name}`,
  hint: 'Let the owner of the table read the policy, and make it',
})
