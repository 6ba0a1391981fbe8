import { rule } from '../rule.ts'

export const updateBlanket = rule({
  id: 'update-blanket',
  family: 'data-loss',
  summary:
    'UPDATE that writes the same values over all rows that a range, IS NOT NULL or a join lets through',
  match: [
    'UPDATE users SET a = NULL WHERE id > -1',
    "UPDATE users SET a = 0, b = '' WHERE id IS NOT NULL AND id <> 0",
    'UPDATE users SET a = 0 WHERE (abs(id) + 1 > 0) IS TRUE',
    'UPDATE users SET a = 0 FROM orders o WHERE o.user_id = users.id',
  ],
  ignore: [
    'UPDATE users SET a = a + 1 WHERE id > 0',
    'UPDATE users SET a = 0 WHERE a IS NULL',
    'UPDATE users SET a = 0 WHERE id BETWEEN 1 AND 1000',
    'UPDATE users SET a = 0 WHERE id >= 1 AND id < 1000',
    'UPDATE users SET a = 0 WHERE id = 5',
    'UPDATE users SET a = 0 WHERE created_at < now() - $1::interval',
    "UPDATE users SET a = 0 WHERE seen_at < '2000-01-01'",
    'ALTER TABLE users ADD COLUMN b int; UPDATE users SET b = 1 WHERE id > 0',
  ],
  actions: ['update'],
  objects: ['table'],
  when: ({ blanket, rows, stored, detail }) =>
    blanket === true && rows === 'unknown' && !stored && detail !== 'new columns',
  reason: ({ name }) => `what this UPDATE tests says nothing of the rows: it may overwrite all of ${name}`,
  hint: 'Say by value which rows it is, WHERE status = …, or change them in batches: WHERE id IN (SELECT id … LIMIT 1000)',
})
