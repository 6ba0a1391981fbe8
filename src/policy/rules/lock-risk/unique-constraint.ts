import { rule } from '../rule.ts'
import { buildsIndex } from './blocks.ts'

export const uniqueConstraint = rule({
  id: 'unique-constraint',
  family: 'lock-risk',
  summary: 'a constraint whose index is built while nobody can read or write the table',
  covers: [
    'squawk/adding-serial-primary-key-field',
    'squawk/disallowed-unique-constraint',
    'atlas/PG104',
    'atlas/PG105',
    'strong_migrations/add_exclusion_constraint',
    'strong_migrations/add_unique_constraint',
    'eugene/E7',
    'eugene/E8',
  ],
  match: [
    'ALTER TABLE users ADD CONSTRAINT u UNIQUE (email)',
    'ALTER TABLE users ADD PRIMARY KEY (id)',
    'ALTER TABLE users ADD COLUMN a int UNIQUE',
    'ALTER TABLE rooms ADD CONSTRAINT e EXCLUDE USING gist (during WITH &&)',
  ],
  ignore: [
    'ALTER TABLE users ADD CONSTRAINT u UNIQUE USING INDEX i',
    'CREATE TABLE t (a int); ALTER TABLE t ADD UNIQUE (a)',
    'ALTER TABLE users ADD CONSTRAINT c CHECK (a > 0)',
  ],
  actions: ['scan'],
  when: (effect) => buildsIndex(effect) && effect.lock !== 'none',
  reason: (effect) =>
    `${effect.detail} builds an index on ${effect.name} while nobody can read or write it, and fails when values repeat`,
  hint: (effect) =>
    effect.detail === 'EXCLUDE'
      ? 'There is no other way on a table that is in use: do it when it is quiet, with a lock_timeout'
      : `CREATE UNIQUE INDEX CONCURRENTLY first, then ADD CONSTRAINT … ${effect.detail} USING INDEX`,
})
