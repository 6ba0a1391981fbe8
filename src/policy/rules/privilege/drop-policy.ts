import { rule } from '../rule.ts'

export const dropPolicy = rule({
  id: 'drop-policy',
  family: 'privilege',
  summary: 'DROP POLICY',
  covers: ['squawk/ban-drop-policy'],
  match: ['DROP POLICY p ON users'],
  ignore: ['ALTER TABLE users ENABLE ROW LEVEL SECURITY'],
  actions: ['drop'],
  objects: ['policy'],
  reason: (effect) => `DROP POLICY takes row-level protection from ${effect.name}`,
  hint: 'Change it with ALTER POLICY',
})
