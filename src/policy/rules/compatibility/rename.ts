import { rule, thing } from '../rule.ts'

const QUIET = new Set([
  'index',
  'constraint',
  'trigger',
  'policy',
  'sequence',
  'statistics',
  'rule',
  'role',
  'database',
])

export const rename = rule({
  id: 'rename',
  family: 'compatibility',
  summary: 'RENAME of what programs name: tables, columns, views, types, functions, schemas',
  covers: [
    'squawk/renaming-column',
    'squawk/renaming-table',
    'squawk/renaming-object',
    'atlas/BC101',
    'atlas/BC102',
    'strong_migrations/rename_column',
    'strong_migrations/rename_table',
    'strong_migrations/rename_schema',
    'bytebase/schema.backward-compatibility',
  ],
  match: ['ALTER TABLE users RENAME COLUMN a TO b', 'ALTER TABLE users RENAME TO people'],
  ignore: ['ALTER INDEX i RENAME TO j', 'ALTER TABLE users RENAME CONSTRAINT a TO b'],
  actions: ['rename'],
  when: (effect) => !QUIET.has(effect.object),
  reason: (effect) =>
    `RENAME breaks running code, and masks and rules that go by the name of ${thing(effect)}`,
  hint: ({ object }) =>
    object === 'table' || object === 'view'
      ? 'Leave a view under the old name, and drop it when nothing uses it'
      : 'Add the new name beside the old one, and drop the old one later',
})
