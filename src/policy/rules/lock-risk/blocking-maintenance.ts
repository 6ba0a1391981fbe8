import { rule } from '../rule.ts'

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
  reason: ({ object, name }) =>
    `${doing(object)}${name === undefined ? '' : ` of ${name}`} makes everyone else wait`,
  hint: ({ object }) =>
    object === 'server' ? 'Leave it to the server' : `Use ${doing(object)} … CONCURRENTLY`,
})

function doing(object: string): string {
  if (object === 'server') return 'CHECKPOINT'
  return object === 'materialized-view' ? 'REFRESH MATERIALIZED VIEW' : 'REINDEX'
}
