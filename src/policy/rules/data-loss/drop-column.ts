import { rule } from '../rule.ts'

export const dropColumn = rule({
  id: 'drop-column',
  family: 'data-loss',
  summary: 'ALTER TABLE … DROP COLUMN, ALTER TYPE … DROP ATTRIBUTE',
  covers: [
    'squawk/ban-drop-column',
    'atlas/DS103',
    'strong_migrations/remove_column',
    'bytebase/column.disallow-drop',
  ],
  match: ['ALTER TABLE users DROP COLUMN ssn', 'ALTER TYPE address DROP ATTRIBUTE zip'],
  ignore: ['ALTER TABLE users ADD COLUMN ssn text', 'ALTER TABLE users ALTER COLUMN a DROP DEFAULT'],
  actions: ['drop'],
  objects: ['column'],
  reason: (effect) => `DROP COLUMN removes ${effect.column} of ${effect.name} with its values`,
  hint: 'Stop using the column first, and drop it in a later release',
})
