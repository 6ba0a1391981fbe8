import { rule } from '../rule.ts'

export const cannotAnalyse = rule({
  id: 'cannot-analyse',
  family: 'opaque',
  summary: 'text that cannot be analysed: malformed, too long, too deep',
  match: ['SELECT 1\0; DROP TABLE users'],
  ignore: ['SELECT 1'],
  actions: ['unknown'],
  objects: ['text'],
  reason: (effect) => `the statement is not forwarded: ${effect.detail}`,
  hint: 'Split it into smaller statements',
})
