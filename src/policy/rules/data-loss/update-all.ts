import { rule } from '../rule.ts'

export const updateAll = rule({
  id: 'update-all',
  family: 'data-loss',
  summary:
    'UPDATE without a condition on the table, or with one that is always true; TYPE … USING other values',
  covers: ['bytebase/statement.where.require.update-delete', 'strong_migrations/change_column_null'],
  match: [
    'UPDATE users SET a = 1',
    'UPDATE users SET a = 1 WHERE true',
    "ALTER TABLE users ALTER a TYPE text USING ''",
  ],
  ignore: [
    'ALTER TABLE users ADD COLUMN b int; UPDATE users SET b = 1',
    'UPDATE users SET a = 1 WHERE id = 1',
    'ALTER TABLE users ALTER a TYPE int USING a::int',
  ],
  actions: ['update'],
  objects: ['table'],
  when: (effect) => effect.rows === 'all' && effect.detail !== 'new columns',
  reason: (effect) =>
    effect.detail === 'USING'
      ? `this gives ${effect.column} of ${effect.name} other values in all rows`
      : `UPDATE without an effective WHERE overwrites all rows of ${effect.name}`,
  hint: (effect) =>
    effect.detail === 'USING'
      ? 'Add a new column and fill it in batches'
      : 'Say which rows: WHERE column = value',
})
