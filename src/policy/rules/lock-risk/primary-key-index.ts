import { rule } from '../rule.ts'

export const primaryKeyIndex = rule({
  id: 'primary-key-index',
  family: 'lock-risk',
  summary: 'ADD PRIMARY KEY USING INDEX: reads all rows unless its columns are NOT NULL already',
  covers: ['atlas/PG304', 'eugene/W14'],
  match: ['ALTER TABLE users ADD CONSTRAINT pk PRIMARY KEY USING INDEX i'],
  ignore: ['ALTER TABLE users ADD CONSTRAINT u UNIQUE USING INDEX i'],
  actions: ['create'],
  objects: ['constraint'],
  when: (effect) => effect.detail === 'PRIMARY KEY USING INDEX' && effect.lock !== 'none',
  reason: (effect) =>
    `unless the key’s columns are NOT NULL already, this reads all rows of ${effect.name} while nobody can read or write it`,
  hint: 'Make the columns NOT NULL first, by way of a validated CHECK constraint',
})
