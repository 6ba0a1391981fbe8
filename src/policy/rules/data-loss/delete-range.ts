import { rule } from '../rule.ts'

export const deleteRange = rule({
  id: 'delete-range',
  family: 'data-loss',
  summary: 'DELETE whose share of the rows the text does not tell',
  match: ['DELETE FROM users WHERE id > 0', 'DELETE FROM users WHERE CURRENT OF c'],
  ignore: [
    'DELETE FROM users WHERE id = 1',
    'DELETE FROM users WHERE id IN (SELECT id FROM users WHERE id > 0 LIMIT 500)',
  ],
  actions: ['delete'],
  objects: ['table'],
  when: (effect) => effect.rows === 'unknown',
  reason: (effect) => `this DELETE may remove any number of rows of ${effect.name}`,
  hint: 'Delete by key, WHERE id = …, or in batches: WHERE id IN (SELECT id … LIMIT 1000)',
})
