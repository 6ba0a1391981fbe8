import { rule } from '../rule.ts'

export const updateRange = rule({
  id: 'update-range',
  family: 'data-loss',
  summary: 'UPDATE whose share of the rows the text does not tell',
  match: ['UPDATE users SET a = 1 WHERE id > 0'],
  ignore: ['UPDATE users SET a = 1 WHERE id = $1'],
  actions: ['update'],
  objects: ['table'],
  when: (effect) => effect.rows === 'unknown',
  reason: (effect) => `this UPDATE may overwrite any number of rows of ${effect.name}`,
  hint: 'Update by key, WHERE id = …, or in batches: WHERE id IN (SELECT id … LIMIT 1000)',
})
