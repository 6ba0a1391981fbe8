import { rule } from '../rule.ts'

export const bulkExport = rule({
  id: 'bulk-export',
  family: 'bulk-export',
  summary: 'COPY … TO: rows leave in bulk',
  match: ['COPY users TO STDOUT', 'COPY (SELECT * FROM users) TO STDOUT'],
  ignore: ['COPY users FROM STDIN', 'SELECT * FROM users'],
  actions: ['copy-out'],
  objects: ['table', 'query', 'catalog'],
  reason: (effect) =>
    `COPY exports ${effect.name === undefined ? 'the result of a query' : `all rows of ${effect.name}`}`,
  hint: 'Select the rows that are needed',
})
