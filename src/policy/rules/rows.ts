// Rows that are changed or leave in bulk.
import { count, type Rule, rule, thing } from './rule.ts'

export const ROWS: readonly Rule[] = [
  rule({
    id: 'delete-all',
    summary: 'DELETE without a condition on the table, or with one that is always true',
    match: [
      'DELETE FROM users',
      'DELETE FROM users WHERE 1 = 1',
      'DELETE FROM users WHERE id IN (SELECT id FROM users)',
    ],
    ignore: ['DELETE FROM users WHERE id = 1', 'EXPLAIN DELETE FROM users', 'DELETE FROM users WHERE false'],
    actions: ['delete'],
    objects: ['table'],
    when: (effect) => effect.rows === 'all',
    reason: (effect) => `DELETE without an effective WHERE removes all rows of ${effect.name}`,
    hint: 'Say which rows: WHERE column = value',
  }),
  rule({
    id: 'delete-range',
    summary: 'DELETE whose share of the rows the text does not tell',
    match: ['DELETE FROM users WHERE id > 0', 'DELETE FROM users WHERE CURRENT OF c'],
    ignore: [
      'DELETE FROM users WHERE id = 1',
      'DELETE FROM users WHERE id IN (SELECT id FROM users WHERE id > 0 LIMIT 500)',
    ],
    actions: ['delete'],
    objects: ['table'],
    when: (effect) => effect.rows === 'unknown',
    reason: (effect) => `this DELETE may remove any number of rows of ${effect.name}`,
    hint: 'Delete by key, or in batches with LIMIT',
  }),
  rule({
    id: 'update-all',
    summary:
      'UPDATE without a condition on the table, or with one that is always true; TYPE … USING other values',
    match: [
      'UPDATE users SET a = 1',
      'UPDATE users SET a = 1 WHERE true',
      "ALTER TABLE users ALTER a TYPE text USING ''",
    ],
    ignore: ['UPDATE users SET a = 1 WHERE id = 1', 'ALTER TABLE users ALTER a TYPE int USING a::int'],
    actions: ['update'],
    objects: ['table'],
    when: (effect) => effect.rows === 'all',
    reason: (effect) =>
      effect.detail === 'USING'
        ? `this gives ${effect.column} of ${effect.name} other values in all rows`
        : `UPDATE without an effective WHERE overwrites all rows of ${effect.name}`,
    hint: (effect) =>
      effect.detail === 'USING'
        ? 'Add a new column and fill it in batches'
        : 'Say which rows: WHERE column = value',
  }),
  rule({
    id: 'update-range',
    summary: 'UPDATE whose share of the rows the text does not tell',
    match: ['UPDATE users SET a = 1 WHERE id > 0'],
    ignore: ['UPDATE users SET a = 1 WHERE id = $1'],
    actions: ['update'],
    objects: ['table'],
    when: (effect) => effect.rows === 'unknown',
    reason: (effect) => `this UPDATE may overwrite any number of rows of ${effect.name}`,
    hint: 'Update by key, or in batches with LIMIT in a subquery',
  }),
  rule({
    id: 'many-rows',
    summary: 'a DELETE or UPDATE, or a whole transaction, of more rows than `thresholds.rows` of the guard',
    match: [
      { action: 'delete', object: 'table', name: 'users', rows: 'unknown', estimate: 1001 },
      { action: 'update', object: 'cascade', name: 'orders', stored: true, estimate: 5000 },
      { action: 'transaction', object: 'commit', estimate: 1001 },
    ],
    ignore: [
      { action: 'delete', object: 'table', name: 'users', rows: 'unknown', estimate: 1000 },
      { action: 'delete', object: 'table', name: 'users', rows: 'unknown' },
      { action: 'insert', object: 'table', name: 'users', estimate: 5000 },
      { action: 'transaction', object: 'begin', estimate: 5000 },
    ],
    actions: ['delete', 'update', 'transaction'],
    when: ({ action, object, estimate }, { rows }) =>
      (action !== 'transaction' || object === 'commit') && rows !== undefined && (estimate ?? 0) > rows,
    reason: ({ action, name, estimate = 0 }, { rows = 0 }) =>
      action === 'transaction'
        ? `this transaction has deleted or updated ${count(estimate)} rows, and the guard lets ${count(rows)} pass`
        : `this ${action.toUpperCase()} would touch about ${count(estimate)} rows of ${name}, and the guard lets ${count(rows)} pass`,
    hint: ({ action }) =>
      action === 'transaction'
        ? 'ROLLBACK, and change the rows in batches, each in its own transaction'
        : 'Change the rows in batches, each in its own transaction',
    exception: ({ estimate = 0 }) => `thresholds: { rows: ${estimate} }`,
  }),
  rule({
    id: 'cascade',
    summary: 'rows of other tables that go or change along, by ON DELETE or ON UPDATE of their foreign keys',
    match: [
      { action: 'delete', object: 'cascade', name: 'public.orders', stored: true },
      { action: 'update', object: 'cascade', name: 'public.orders', stored: true, estimate: 20 },
    ],
    ignore: [{ action: 'delete', object: 'table', name: 'public.orders' }],
    objects: ['cascade'],
    reason: ({ action, name, estimate }) =>
      `${estimate === undefined ? 'rows' : `about ${count(estimate)} rows`} of ${name} are ${action === 'delete' ? 'deleted' : 'changed'} along with these: its foreign key says so`,
    hint: ({ action, name }) =>
      action === 'delete'
        ? `Delete the rows of ${name} first, by key`
        : `Change the rows of ${name} first, by key`,
  }),
  rule({
    id: 'bulk-export',
    summary: 'COPY … TO: rows leave in bulk',
    match: ['COPY users TO STDOUT', 'COPY (SELECT * FROM users) TO STDOUT'],
    ignore: ['COPY users FROM STDIN', 'SELECT * FROM users'],
    actions: ['copy-out'],
    objects: ['table', 'query', 'catalog'],
    reason: (effect) =>
      `COPY exports ${effect.name === undefined ? 'the result of a query' : `all rows of ${effect.name}`}`,
    hint: 'Select the rows that are needed',
  }),
  rule({
    id: 'masked-copy',
    summary: 'a masked column is copied, renamed or sent to where no mask finds it',
    match: [
      'CREATE TABLE x AS SELECT ssn FROM users',
      'UPDATE users SET note = ssn',
      'ALTER TABLE users RENAME ssn TO number',
      "SELECT pg_notify('x', ssn) FROM users",
      "SELECT set_config('a.b', (SELECT ssn FROM users LIMIT 1), false)",
      'SELECT pg_advisory_lock(ascii(ssn)) FROM users',
    ],
    ignore: [
      'UPDATE users SET ssn = lower(ssn)',
      'INSERT INTO t SELECT id FROM users',
      'SELECT ssn FROM users',
    ],
    actions: ['expose'],
    when: (effect) => effect.object !== 'masked-predicate' && effect.object !== 'masked-comparison',
    temporary: true,
    reason: (effect) => `this would show masked values in clear: ${effect.detail}`,
    hint: 'Name the columns that are copied and leave the masked ones out, or mask the new column too',
  }),
  rule({
    id: 'masked-predicate',
    summary: 'a column with a strict mask is compared, so that the rows tell its values',
    match: [{ action: 'expose', object: 'masked-predicate', name: 'users', column: 'ssn' }],
    ignore: ['SELECT ssn FROM users', { action: 'expose', object: 'masked-comparison', name: 'users' }],
    actions: ['expose'],
    objects: ['masked-predicate'],
    temporary: true,
    reason: (effect) => `which rows come back would tell the masked ${thing(effect, 'column')}`,
    hint: 'Select the rows by a column that is not masked',
  }),
  rule({
    id: 'masked-comparison',
    summary: 'a masked column is compared: who asks often enough learns its values',
    match: [{ action: 'expose', object: 'masked-comparison', name: 'users', column: 'ssn' }],
    ignore: ['SELECT ssn FROM users', { action: 'expose', object: 'masked-predicate', name: 'users' }],
    actions: ['expose'],
    objects: ['masked-comparison'],
    temporary: true,
    reason: (effect) => `which rows come back tells something of the masked ${thing(effect, 'column')}`,
    hint: 'Select the rows by a column that is not masked',
  }),
  rule({
    id: 'catalog-values',
    summary: 'reads of system views that carry passwords, statements or column values',
    match: ['SELECT * FROM pg_authid', 'SELECT query FROM pg_stat_activity', 'TABLE pg_stats'],
    ignore: ['SELECT * FROM pg_class', 'SELECT * FROM app.pg_stats'],
    actions: ['read', 'call'],
    objects: ['catalog-values', 'values'],
    reason: (effect) => `${effect.name} shows secrets, statements or values of other tables`,
    hint: 'Read pg_catalog views that hold names and types only',
  }),
  rule({
    id: 'catalog-write',
    summary: 'changes of the system catalogue',
    match: [
      "DELETE FROM pg_catalog.pg_class WHERE relname = 'users'",
      "UPDATE pg_settings SET setting = 'off'",
    ],
    ignore: ["SELECT * FROM pg_class WHERE relname = 'users'"],
    actions: ['insert', 'update', 'delete', 'copy-in', 'create', 'drop', 'alter', 'truncate'],
    objects: ['catalog'],
    keepsBlock: true,
    reason: (effect) => `this changes the system catalogue: ${effect.name}`,
    hint: 'Use the statement made for it (ALTER, SET, COMMENT)',
  }),
]
