import { rule } from '../rule.ts'

export const dropRole = rule({
  id: 'drop-role',
  family: 'privilege',
  summary: 'DROP ROLE, USER or GROUP',
  match: ['DROP ROLE app', 'DROP USER app'],
  ignore: ['DROP VIEW app'],
  actions: ['drop'],
  objects: ['role'],
  reason: (effect) => `DROP ROLE removes ${effect.name}`,
  hint: 'Let a database administrator do it',
})
