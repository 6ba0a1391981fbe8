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
  hint: 'Send plain UTF-8 text without a NUL, and split what is too long or too nested',
  exception: false,
})
