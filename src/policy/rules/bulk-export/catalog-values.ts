import { rule } from '../rule.ts'

export const catalogValues = rule({
  id: 'catalog-values',
  family: 'bulk-export',
  summary: 'reads of system views that carry passwords, statements or column values',
  match: [
    'SELECT * FROM pg_authid',
    'SELECT query FROM pg_stat_activity',
    'TABLE pg_stats',
    'COPY pg_authid (rolpassword) TO STDOUT',
  ],
  ignore: ['SELECT * FROM pg_class', 'SELECT * FROM app.pg_stats', 'COPY pg_class TO STDOUT'],
  actions: ['read', 'call'],
  objects: ['catalog-values', 'values'],
  reason: (effect) => `${effect.name} shows secrets, statements or values of other tables`,
  hint: 'Read pg_catalog views that hold names and types only',
})
