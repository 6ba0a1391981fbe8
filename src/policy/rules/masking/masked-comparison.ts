import { rule, thing } from '../rule.ts'

export const maskedComparison = rule({
  id: 'masked-comparison',
  family: 'masking',
  summary: 'a masked column is compared: who asks often enough learns its values',
  match: [{ action: 'expose', object: 'masked-comparison', name: 'users', column: 'ssn' }],
  ignore: ['SELECT ssn FROM users', { action: 'expose', object: 'masked-predicate', name: 'users' }],
  actions: ['expose'],
  objects: ['masked-comparison'],
  temporary: true,
  reason: (effect) => `which rows come back tells something of the masked ${thing(effect, 'column')}`,
  hint: 'Select the rows by a column that is not masked',
})
