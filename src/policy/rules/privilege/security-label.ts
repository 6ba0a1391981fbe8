import { rule } from '../rule.ts'

export const securityLabel = rule({
  id: 'security-label',
  family: 'privilege',
  summary: 'SECURITY LABEL',
  match: ["SECURITY LABEL ON TABLE users IS 'x'"],
  ignore: ["COMMENT ON TABLE users IS 'x'"],
  actions: ['alter'],
  objects: ['security-label'],
  keepsBlock: true,
  reason: (effect) => `a security label changes the protection of ${effect.name}`,
  hint: 'Let a database administrator do it',
})
