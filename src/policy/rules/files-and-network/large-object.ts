import { rule } from '../rule.ts'

export const largeObject = rule({
  id: 'large-object',
  family: 'files-and-network',
  summary: 'large objects: data outside of tables',
  match: ["SELECT lo_from_bytea(0, 'x')", 'SELECT lo_unlink(1)'],
  ignore: ['SELECT bytea_col FROM t'],
  actions: ['call'],
  objects: ['large-object'],
  reason: (effect) => `${effect.name} works on large objects, which no rule or mask sees`,
  hint: 'Keep the data in a bytea column',
})
