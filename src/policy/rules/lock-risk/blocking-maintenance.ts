import { rule, thing } from '../rule.ts'

export const blockingMaintenance = rule({
  id: 'blocking-maintenance',
  family: 'lock-risk',
  summary: 'REINDEX and REFRESH MATERIALIZED VIEW without CONCURRENTLY, CHECKPOINT',
  covers: ['squawk/require-concurrent-reindex'],
  match: ['REINDEX TABLE users', 'REFRESH MATERIALIZED VIEW v'],
  ignore: [
    'REINDEX INDEX CONCURRENTLY i',
    'REFRESH MATERIALIZED VIEW CONCURRENTLY v',
    'ANALYZE users',
    'VACUUM users',
  ],
  actions: ['maintain'],
  when: (effect) => effect.lock === 'ACCESS EXCLUSIVE' || effect.object === 'server',
  reason: (effect) => `this maintenance of ${thing(effect)} stops everyone else meanwhile`,
  hint: 'Use CONCURRENTLY',
})
