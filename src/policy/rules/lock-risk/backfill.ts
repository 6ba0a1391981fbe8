import { rule } from '../rule.ts'

export const backfill = rule({
  id: 'backfill',
  family: 'lock-risk',
  summary: 'UPDATE of all rows that only fills columns which the same text has added: nothing is overwritten',
  match: [
    'ALTER TABLE users ADD COLUMN b int; UPDATE users SET b = 1',
    'BEGIN; ALTER TABLE users ADD COLUMN b int; UPDATE users SET b = a + 1; COMMIT',
  ],
  ignore: [
    'UPDATE users SET b = 1',
    'ALTER TABLE users ADD COLUMN b int; UPDATE users SET b = 1, a = 2',
    'ALTER TABLE users ADD COLUMN IF NOT EXISTS b int; UPDATE users SET b = 1',
    'ALTER TABLE users ADD COLUMN b int; UPDATE people SET b = 1',
    'ALTER TABLE users ADD COLUMN b int; ALTER TABLE users RENAME b TO c; ALTER TABLE users RENAME a TO b; UPDATE users SET b = 1',
    'ALTER TABLE users ADD COLUMN b int; ALTER TABLE people INHERIT users; UPDATE users SET b = 1',
    'ALTER TABLE users ADD COLUMN b int; SET search_path = x; UPDATE users SET b = 1',
    'ALTER TABLE users ADD COLUMN b int; DO $$ BEGIN UPDATE users SET b = 1; END $$',
  ],
  actions: ['update'],
  objects: ['table'],
  when: (effect) => effect.rows === 'all' && effect.detail === 'new columns',
  reason: (effect) =>
    `this writes every row of ${effect.name}, and others wait for the rows until it commits`,
  hint: 'Give the column a DEFAULT in ADD COLUMN, or fill it in batches, each in its own transaction',
})
