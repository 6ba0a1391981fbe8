import { rule, thing } from '../rule.ts'

export const maskedPredicate = rule({
  id: 'masked-predicate',
  family: 'masking',
  summary: 'more is done with a column under a strict mask than to show or overwrite it',
  match: [{ action: 'expose', object: 'masked-predicate', name: 'users', column: 'ssn' }],
  ignore: ['SELECT ssn FROM users', { action: 'expose', object: 'masked-comparison', name: 'users' }],
  actions: ['expose'],
  objects: ['masked-predicate'],
  temporary: true,
  reason: (effect) => `what comes of it would tell the masked ${thing(effect, 'column')}`,
  hint: 'Show the column as it is, and select, sort and compute by columns that are not masked',
})
