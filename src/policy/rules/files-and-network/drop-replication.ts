import { rule, thing } from '../rule.ts'

export const dropReplication = rule({
  id: 'drop-replication',
  family: 'files-and-network',
  summary: 'DROP PUBLICATION or SUBSCRIPTION',
  match: ['DROP PUBLICATION pub', 'DROP SUBSCRIPTION sub'],
  ignore: ['DROP VIEW pub'],
  actions: ['drop'],
  objects: ['publication', 'subscription'],
  reason: (effect) => `DROP removes ${thing(effect)}: replication stops`,
  hint: 'Let a database administrator do it',
})
