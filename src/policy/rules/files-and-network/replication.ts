import { rule, thing } from '../rule.ts'

export const replication = rule({
  id: 'replication',
  family: 'files-and-network',
  summary: 'CREATE and ALTER of publications and subscriptions',
  match: ['CREATE PUBLICATION p FOR ALL TABLES', "CREATE SUBSCRIPTION s CONNECTION 'host=x' PUBLICATION p"],
  ignore: ['LISTEN channel'],
  actions: ['create', 'alter'],
  objects: ['publication', 'subscription'],
  reason: (effect) => `${thing(effect)} sends rows to another server, or takes them from it`,
  hint: 'Let a database administrator do it',
})
