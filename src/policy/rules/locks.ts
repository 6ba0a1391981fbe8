// Nothing is lost, but others wait.
import { type Rule, rule, thing } from './rule.ts'

const BLOCKING = new Set(['SHARE', 'SHARE ROW EXCLUSIVE', 'EXCLUSIVE', 'ACCESS EXCLUSIVE'])
const blocks = (lock: string | undefined) => lock === undefined || BLOCKING.has(lock)

export const LOCKS: readonly Rule[] = [
  rule({
    id: 'rewrite-table',
    summary: 'a rewrite of the whole table under ACCESS EXCLUSIVE',
    match: [
      'ALTER TABLE users ALTER COLUMN id TYPE bigint',
      'VACUUM FULL users',
      'CLUSTER users USING i',
      'ALTER TABLE users ADD COLUMN a uuid DEFAULT gen_random_uuid()',
    ],
    ignore: [
      'ALTER TABLE users ADD COLUMN a int DEFAULT 1',
      'VACUUM users',
      'CREATE TABLE t (a int); ALTER TABLE t ALTER COLUMN a TYPE bigint',
    ],
    actions: ['rewrite'],
    when: (effect) => effect.lock !== 'none',
    lockRisk: true,
    reason: (effect) => `this rewrites ${thing(effect)} while nobody can read or write it`,
    hint: 'Add a new column and fill it in batches',
  }),
  rule({
    id: 'scan-table',
    summary: 'a check of all rows under a lock that stops writes',
    match: [
      'ALTER TABLE users ADD CONSTRAINT c CHECK (a > 0)',
      'ALTER TABLE users ALTER COLUMN a SET NOT NULL',
    ],
    ignore: [
      'ALTER TABLE users ADD CONSTRAINT c CHECK (a > 0) NOT VALID',
      'ALTER TABLE users VALIDATE CONSTRAINT c',
    ],
    actions: ['scan'],
    when: (effect) => effect.detail !== 'NOT VALID' && effect.lock !== 'none' && blocks(effect.lock),
    lockRisk: true,
    reason: (effect) => `this reads all rows of ${effect.name} while nobody can write them`,
    hint: 'Add it NOT VALID (or USING INDEX), then VALIDATE CONSTRAINT in its own transaction',
  }),
  rule({
    id: 'lock-table',
    summary: 'LOCK TABLE in a mode that stops writes',
    match: ['LOCK TABLE users IN ACCESS EXCLUSIVE MODE', 'LOCK users'],
    ignore: ['LOCK TABLE users IN ROW EXCLUSIVE MODE', 'SELECT * FROM users WHERE id = 1 FOR UPDATE'],
    actions: ['lock'],
    objects: ['table'],
    when: (effect) => blocks(effect.lock),
    lockRisk: true,
    reason: (effect) => `LOCK TABLE stops everyone else on ${effect.name} (${effect.lock})`,
    hint: 'Set lock_timeout and take a weaker lock',
  }),
  rule({
    id: 'blocking-index',
    summary: 'CREATE INDEX without CONCURRENTLY on a table that is in use',
    match: ['CREATE INDEX i ON users (email)'],
    ignore: [
      'CREATE INDEX CONCURRENTLY i ON users (email)',
      'CREATE TABLE t (a int); CREATE INDEX i ON t (a)',
    ],
    actions: ['create'],
    objects: ['index'],
    when: (effect) => effect.lock === 'SHARE',
    lockRisk: true,
    reason: (effect) => `CREATE INDEX stops writes to ${effect.name} until it is done`,
    hint: 'Use CREATE INDEX CONCURRENTLY',
  }),
  rule({
    id: 'blocking-maintenance',
    summary: 'REINDEX and REFRESH MATERIALIZED VIEW without CONCURRENTLY, CHECKPOINT',
    match: ['REINDEX TABLE users', 'REFRESH MATERIALIZED VIEW v'],
    ignore: [
      'REINDEX INDEX CONCURRENTLY i',
      'REFRESH MATERIALIZED VIEW CONCURRENTLY v',
      'ANALYZE users',
      'VACUUM users',
    ],
    actions: ['maintain'],
    when: (effect) => effect.lock === 'ACCESS EXCLUSIVE' || effect.object === 'server',
    lockRisk: true,
    reason: (effect) => `this maintenance of ${thing(effect)} stops everyone else meanwhile`,
    hint: 'Use CONCURRENTLY',
  }),
  rule({
    id: 'empty-view',
    summary: 'REFRESH MATERIALIZED VIEW … WITH NO DATA',
    match: ['REFRESH MATERIALIZED VIEW v WITH NO DATA'],
    ignore: ['REFRESH MATERIALIZED VIEW CONCURRENTLY v'],
    actions: ['maintain'],
    objects: ['materialized-view'],
    when: (effect) => effect.rows === 'all',
    reason: (effect) => `this empties ${effect.name}, and its readers fail`,
    hint: 'Refresh it with data',
  }),
]
