import { rule } from '../rule.ts'

export const replicaIdentity = rule({
  id: 'replica-identity',
  family: 'integrity',
  summary: 'REPLICA IDENTITY',
  covers: ['squawk/ban-replica-identity'],
  match: ['ALTER TABLE users REPLICA IDENTITY NOTHING'],
  ignore: ['ALTER TABLE users ADD COLUMN a int'],
  actions: ['alter'],
  objects: ['replica-identity'],
  reason: (effect) => `logical replication of ${effect.name} may stop or send more columns`,
  hint: 'Ask who replicates the table',
})
