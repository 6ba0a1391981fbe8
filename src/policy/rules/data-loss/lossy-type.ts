import { rule } from '../rule.ts'

export const lossyType = rule({
  id: 'lossy-type',
  family: 'data-loss',
  summary: 'a change of type that cuts or rounds values without an error',
  match: [
    'ALTER TABLE users ALTER COLUMN a TYPE date',
    'ALTER TABLE users ALTER COLUMN a TYPE real USING a::real',
    'ALTER TABLE users ALTER COLUMN a TYPE varchar(3) USING a::varchar(3)',
  ],
  ignore: [
    'ALTER TABLE users ALTER COLUMN a TYPE varchar(3)',
    'ALTER TABLE users ALTER COLUMN a TYPE bigint',
    'CREATE TABLE t (a text); ALTER TABLE t ALTER COLUMN a TYPE date USING a::date',
  ],
  actions: ['update'],
  objects: ['column'],
  reason: (effect) =>
    `the new type of ${effect.column} of ${effect.name} may keep less of each value, without an error`,
  hint: (effect) =>
    `Add a new column of that type, fill it from ${effect.column ?? 'the old one'}, and drop the old one in a later release`,
})
