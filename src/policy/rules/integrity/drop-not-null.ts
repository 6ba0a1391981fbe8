import { rule } from '../rule.ts'

export const dropNotNull = rule({
  id: 'drop-not-null',
  family: 'integrity',
  summary: 'DROP NOT NULL: readers may meet NULLs they do not expect',
  covers: ['squawk/ban-drop-not-null'],
  match: ['ALTER TABLE users ALTER COLUMN a DROP NOT NULL'],
  ignore: ['ALTER TABLE users ALTER COLUMN a SET NOT NULL', 'ALTER TABLE users ALTER COLUMN a DROP DEFAULT'],
  actions: ['alter'],
  objects: ['column'],
  when: (effect) => effect.detail === 'DROP NOT NULL' && effect.lock !== 'none',
  reason: (effect) => `${effect.column} of ${effect.name} may hold NULL from now on`,
  hint: 'Make sure that every reader copes with NULL before it is dropped',
})
