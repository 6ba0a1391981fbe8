import { rule } from '../rule.ts'

export const doesNotParse = rule({
  id: 'does-not-parse',
  family: 'opaque',
  summary: 'text that the grammar of PostgreSQL refuses',
  match: ['DROP TABLE users WHERE'],
  ignore: ['SELECT 1', ''],
  actions: ['unknown'],
  objects: ['syntax'],
  reason: (effect) => `the statement is not forwarded because it ${effect.detail}`,
  hint: 'Correct the statement',
  exception: false,
})
