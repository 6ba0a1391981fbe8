import { rule } from '../rule.ts'

export const truncate = rule({
  id: 'truncate',
  family: 'data-loss',
  summary: 'TRUNCATE',
  covers: ['bytebase/statement.disallow-truncate'],
  match: ['TRUNCATE users', 'TRUNCATE a, b'],
  ignore: ['DELETE FROM users WHERE id = 1', 'CREATE TEMP TABLE t (a int); TRUNCATE t'],
  actions: ['truncate'],
  reason: (effect) => `TRUNCATE removes all rows of ${effect.name}`,
  hint: 'Delete the rows that you mean, in batches: DELETE … WHERE id IN (SELECT id … LIMIT 1000)',
})
