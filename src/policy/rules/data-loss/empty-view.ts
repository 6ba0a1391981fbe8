import { rule } from '../rule.ts'

export const emptyView = rule({
  id: 'empty-view',
  family: 'data-loss',
  summary: 'REFRESH MATERIALIZED VIEW … WITH NO DATA',
  match: ['REFRESH MATERIALIZED VIEW v WITH NO DATA'],
  ignore: ['REFRESH MATERIALIZED VIEW CONCURRENTLY v'],
  actions: ['maintain'],
  objects: ['materialized-view'],
  when: (effect) => effect.rows === 'all',
  reason: (effect) => `this empties ${effect.name}, and its readers fail`,
  hint: (effect) =>
    `REFRESH MATERIALIZED VIEW CONCURRENTLY ${effect.name} gives it new rows without emptying it`,
})
