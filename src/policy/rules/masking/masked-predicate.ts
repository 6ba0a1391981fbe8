import { rule, thing } from '../rule.ts'

export const maskedPredicate = rule({
  id: 'masked-predicate',
  family: 'masking',
  summary: 'a column with a strict mask is compared, so that the rows tell its values',
  match: [{ action: 'expose', object: 'masked-predicate', name: 'users', column: 'ssn' }],
  ignore: ['SELECT ssn FROM users', { action: 'expose', object: 'masked-comparison', name: 'users' }],
  actions: ['expose'],
  objects: ['masked-predicate'],
  temporary: true,
  reason: (effect) => `which rows come back would tell the masked ${thing(effect, 'column')}`,
  hint: 'Select the rows by a column that is not masked',
})
