import { rule } from '../rule.ts'

export const sequenceValues = rule({
  id: 'sequence-values',
  family: 'integrity',
  summary: 'changes of the values a sequence gives out next',
  covers: ['squawk/ban-alter-sequence-values', 'squawk/ban-alter-identity'],
  match: ['ALTER SEQUENCE s RESTART WITH 1', "SELECT setval('s', 1)"],
  ignore: ['ALTER SEQUENCE s OWNED BY t.id', "SELECT nextval('s')"],
  actions: ['alter', 'call'],
  objects: ['sequence'],
  when: ({ action, detail }) =>
    action === 'call' || (detail !== undefined && !detail.startsWith('owned by ')),
  reason: () => 'the sequence may give out keys that exist already',
  hint: 'Set it above the highest key',
})
