import { rule } from '../rule.ts'

export const requiredColumn = rule({
  id: 'required-column',
  family: 'integrity',
  summary: 'ADD COLUMN NOT NULL without a default: fails as soon as the table has rows',
  covers: ['squawk/adding-required-field', 'atlas/MF103'],
  match: ['ALTER TABLE users ADD COLUMN a int NOT NULL', 'ALTER TABLE users ADD COLUMN id int PRIMARY KEY'],
  ignore: [
    'ALTER TABLE users ADD COLUMN a int NOT NULL DEFAULT 1',
    'ALTER TABLE users ADD COLUMN id bigserial PRIMARY KEY',
    'ALTER TABLE users ADD COLUMN a int',
    'CREATE TABLE t (a int); ALTER TABLE t ADD COLUMN b int NOT NULL',
  ],
  actions: ['create'],
  objects: ['column'],
  when: (effect) => effect.detail === 'NOT NULL without a default' && effect.lock !== 'none',
  reason: (effect) =>
    `the rows that ${effect.name} has already get no value for ${effect.column}: this fails unless it is empty`,
  hint: 'Give it a DEFAULT; or add it without NOT NULL, fill it, and SET NOT NULL',
})
