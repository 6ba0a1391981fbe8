import { rule } from '../rule.ts'

export const dropIndex = rule({
  id: 'drop-index',
  family: 'lock-risk',
  summary: 'DROP INDEX without CONCURRENTLY',
  covers: [
    'squawk/require-concurrent-index-deletion',
    'squawk/ban-drop-index',
    'atlas/PG102',
    'strong_migrations/remove_index',
  ],
  match: ['DROP INDEX i'],
  ignore: ['DROP INDEX CONCURRENTLY i'],
  actions: ['drop'],
  objects: ['index'],
  when: (effect) => effect.lock === 'ACCESS EXCLUSIVE',
  reason: (effect) => `DROP INDEX ${effect.name} locks its table, and queries or uniqueness may rely on it`,
  hint: 'Use DROP INDEX CONCURRENTLY',
})
