import { rule } from '../rule.ts'

export const createRule = rule({
  id: 'create-rule',
  family: 'code',
  summary: 'CREATE RULE: rewrites later statements',
  match: ['CREATE RULE r AS ON INSERT TO t DO INSTEAD NOTHING'],
  ignore: ['CREATE VIEW v AS SELECT 1'],
  actions: ['create'],
  objects: ['rule'],
  reason: (effect) => `a rule makes later statements on ${effect.name} do something else`,
  hint: 'Use a trigger',
})
