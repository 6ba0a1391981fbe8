import { rule } from '../rule.ts'

export const blockingIndex = rule({
  id: 'blocking-index',
  family: 'lock-risk',
  summary: 'CREATE INDEX without CONCURRENTLY on a table that is in use',
  covers: [
    'squawk/require-concurrent-index-creation',
    'atlas/PG101',
    'atlas/MF101',
    'atlas/MF102',
    'strong_migrations/add_index',
    'eugene/E6',
    'bytebase/index.create-concurrently',
  ],
  match: ['CREATE INDEX i ON users (email)'],
  ignore: ['CREATE INDEX CONCURRENTLY i ON users (email)', 'CREATE TABLE t (a int); CREATE INDEX i ON t (a)'],
  actions: ['create'],
  objects: ['index'],
  when: (effect) => effect.lock === 'SHARE',
  reason: (effect) => `CREATE INDEX stops writes to ${effect.name} until it is done`,
  hint: 'Use CREATE INDEX CONCURRENTLY',
})
