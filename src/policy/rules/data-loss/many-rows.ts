import { count, rule } from '../rule.ts'

export const manyRows = rule({
  id: 'many-rows',
  family: 'data-loss',
  summary: 'a DELETE or UPDATE, or a whole transaction, of more rows than `thresholds.rows` of the guard',
  covers: ['bytebase/statement.affected-row-limit', 'bytebase/statement.dml-dry-run'],
  match: [
    { action: 'delete', object: 'table', name: 'users', rows: 'unknown', estimate: 1001 },
    { action: 'update', object: 'cascade', name: 'orders', stored: true, estimate: 5000 },
    { action: 'transaction', object: 'commit', estimate: 1001 },
    { action: 'transaction', object: 'commit', rows: 'unknown' },
  ],
  ignore: [
    { action: 'delete', object: 'table', name: 'users', rows: 'unknown', estimate: 1000 },
    { action: 'delete', object: 'table', name: 'users', rows: 'unknown' },
    { action: 'insert', object: 'table', name: 'users', estimate: 5000 },
    { action: 'transaction', object: 'begin', estimate: 5000 },
  ],
  actions: ['delete', 'update', 'transaction'],
  when: ({ action, object, detail, rows: which, estimate }, { rows }) =>
    (action !== 'transaction' || object === 'commit' || detail === 'commit') &&
    rows !== undefined &&
    ((action === 'transaction' && which === 'unknown') || (estimate ?? 0) > rows),
  reason: ({ action, name, rows: which, estimate = 0 }, { rows = 0 }) =>
    action === 'transaction' && which === 'unknown'
      ? `nobody can tell how many rows this transaction deletes or updates, and the guard lets ${count(rows)} pass`
      : action === 'transaction'
        ? `this transaction has deleted or updated ${count(estimate)} rows, and the guard lets ${count(rows)} pass`
        : `this ${action.toUpperCase()} would touch about ${count(estimate)} rows of ${name}, and the guard lets ${count(rows)} pass`,
  hint: ({ action }) =>
    action === 'transaction'
      ? 'ROLLBACK, and change the rows in batches, each in its own transaction'
      : 'Change the rows in batches, each in its own transaction',
  exception: ({ estimate = 0 }) => `thresholds: { rows: ${estimate} }`,
})
