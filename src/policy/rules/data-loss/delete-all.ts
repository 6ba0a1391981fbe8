import { rule } from '../rule.ts'

export const deleteAll = rule({
  id: 'delete-all',
  family: 'data-loss',
  summary: 'DELETE without a condition on the table, or with one that is always true',
  covers: ['bytebase/statement.where.require.update-delete'],
  match: [
    'DELETE FROM users',
    'DELETE FROM users WHERE 1 = 1',
    'DELETE FROM users WHERE id IN (SELECT id FROM users)',
  ],
  ignore: ['DELETE FROM users WHERE id = 1', 'EXPLAIN DELETE FROM users', 'DELETE FROM users WHERE false'],
  actions: ['delete'],
  objects: ['table'],
  when: (effect) => effect.rows === 'all',
  reason: (effect) => `DELETE without an effective WHERE removes all rows of ${effect.name}`,
  hint: 'Say which rows: WHERE column = value',
})
