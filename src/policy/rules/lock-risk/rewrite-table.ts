import { rule } from '../rule.ts'

export const rewriteTable = rule({
  id: 'rewrite-table',
  family: 'lock-risk',
  summary: 'a rewrite of the whole table under ACCESS EXCLUSIVE',
  covers: [
    'squawk/adding-field-with-default',
    'squawk/changing-column-type',
    'squawk/ban-alter-generated-expression',
    'squawk/prefer-repack',
    'atlas/PG301',
    'atlas/PG302',
    'strong_migrations/add_column_default',
    'strong_migrations/add_column_default_callable',
    'strong_migrations/add_column_generated_stored',
    'strong_migrations/add_column_auto_incrementing',
    'strong_migrations/change_column',
    'strong_migrations/change_column_constraint',
    'eugene/E5',
    'eugene/E10',
    'eugene/E11',
    'bytebase/statement.disallow-add-column-with-default',
    'bytebase/column.disallow-change-type',
    'bytebase/column.default-disallow-volatile',
  ],
  match: [
    'ALTER TABLE users ALTER COLUMN id TYPE bigint',
    'VACUUM FULL users',
    'CLUSTER users USING i',
    'ALTER TABLE users ADD COLUMN a uuid DEFAULT gen_random_uuid()',
  ],
  ignore: [
    'ALTER TABLE users ADD COLUMN a int DEFAULT 1',
    'VACUUM users',
    'CREATE TABLE t (a int); ALTER TABLE t ALTER COLUMN a TYPE bigint',
  ],
  actions: ['rewrite'],
  when: (effect) => effect.lock !== 'none',
  reason: ({ object, name, column, detail }) =>
    `this ${detail === 'TYPE' ? 'may rewrite' : 'rewrites'} ${object === 'column' ? `all rows of ${name} for its column ${column}` : name} while nobody can read or write it`,
  hint: ({ object, detail }) => {
    if (detail === 'TYPE')
      return 'Add a new column of that type, fill it in batches, and drop the old one later'
    return object === 'column'
      ? 'Add the column without it, fill it in batches, and set it afterwards'
      : 'Do it when nobody works, with a lock_timeout; plain VACUUM needs no such lock'
  },
})
