import { rule } from '../rule.ts'

export const attachTable = rule({
  id: 'attach-table',
  family: 'data-loss',
  summary: 'INHERIT and ATTACH PARTITION of a table that was there before: its rows answer to another name',
  match: ['ALTER TABLE users INHERIT people', 'ALTER TABLE events ATTACH PARTITION p DEFAULT'],
  ignore: [
    'CREATE TABLE p (LIKE events); ALTER TABLE events ATTACH PARTITION p DEFAULT',
    'CREATE TABLE p PARTITION OF events DEFAULT',
  ],
  actions: ['alter'],
  objects: ['inheritance', 'partition'],
  when: (effect) => effect.lock !== 'none',
  reason: (effect) => `the rows of ${effect.name} can then be read, changed and removed by another name`,
  hint: 'Create the table and attach it in one text: its rows are new then',
})
