import { rule } from '../rule.ts'
import { blocks, buildsIndex } from './blocks.ts'

export const scanTable = rule({
  id: 'scan-table',
  family: 'lock-risk',
  summary: 'a check of all rows under a lock that stops writes',
  covers: [
    'squawk/adding-foreign-key-constraint',
    'squawk/adding-not-nullable-field',
    'squawk/constraint-missing-not-valid',
    'squawk/ban-alter-domain-with-add-constraint',
    'atlas/MF104',
    'atlas/PG303',
    'atlas/PG305',
    'strong_migrations/add_foreign_key',
    'strong_migrations/add_check_constraint',
    'strong_migrations/add_reference',
    'strong_migrations/change_column_null_postgresql',
    'strong_migrations/change_column_with_not_null',
    'eugene/E1',
    'eugene/E2',
    'bytebase/statement.add-check-not-valid',
    'bytebase/statement.add-foreign-key-not-valid',
    'bytebase/statement.disallow-add-not-null',
  ],
  match: [
    'ALTER TABLE users ADD CONSTRAINT c CHECK (a > 0)',
    'ALTER TABLE users ALTER COLUMN a SET NOT NULL',
  ],
  ignore: [
    'ALTER TABLE users ADD CONSTRAINT u UNIQUE (email)',
    'ALTER TABLE users ADD CONSTRAINT c CHECK (a > 0) NOT VALID',
    'ALTER TABLE users VALIDATE CONSTRAINT c',
  ],
  actions: ['scan'],
  when: (effect) =>
    effect.detail !== 'NOT VALID' && effect.lock !== 'none' && blocks(effect.lock) && !buildsIndex(effect),
  reason: (effect) => `this reads all rows of ${effect.name} while nobody can write them`,
  hint: (effect) =>
    effect.detail === 'SET NOT NULL'
      ? `ADD CONSTRAINT … CHECK (${effect.column ?? 'the column'} IS NOT NULL) NOT VALID, then VALIDATE CONSTRAINT in its own transaction: SET NOT NULL is quick after that`
      : 'Add it NOT VALID, then VALIDATE CONSTRAINT in its own transaction',
})
