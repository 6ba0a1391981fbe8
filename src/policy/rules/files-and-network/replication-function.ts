import { rule } from '../rule.ts'

export const replicationFunction = rule({
  id: 'replication-function',
  family: 'files-and-network',
  summary: 'replication slots, origins and logical messages',
  match: [
    "SELECT * FROM pg_logical_slot_get_changes('s', NULL, NULL)",
    "SELECT pg_drop_replication_slot('s')",
  ],
  ignore: ['SELECT pg_current_wal_lsn()'],
  actions: ['call'],
  objects: ['replication'],
  keepsBlock: true,
  reason: (effect) => `${effect.name} reads or steers replication`,
  hint: 'Let a database administrator do it',
})
