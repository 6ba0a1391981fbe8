import { rule } from '../rule.ts'

/** What a reader does; rules of their own judge calls, settings and what nobody knows. Everything else writes, or makes others act or wait. */
const READS = new Set(
  'read copy-out transaction prepare cursor explain execute expose set call become reach unknown'.split(' '),
)
/** Requests have a rule of their own. */
const ELSEWHERE = 'request'
const LISTENS = new Set(['listen', 'unlisten'])

export const write = rule({
  id: 'write',
  family: 'session',
  summary: 'anything that changes something (the rule behind read-only)',
  match: [
    'INSERT INTO t VALUES (1)',
    'CREATE TABLE t (a int)',
    'SELECT * FROM t FOR UPDATE',
    'COMMENT ON TABLE t IS NULL',
    'NOTIFY jobs',
    'SELECT pg_advisory_lock(1)',
  ],
  ignore: ['SELECT * FROM t', 'EXPLAIN DELETE FROM t', 'BEGIN', "SET work_mem = '1MB'", 'LISTEN jobs'],
  when: ({ action, object }) =>
    object !== ELSEWHERE && !READS.has(action) && !(action === 'notify' && LISTENS.has(object)),
  keepsBlock: true,
  reason: (effect) =>
    `this session may only read, and the statement does more: ${effect.action} on ${effect.name ?? effect.object}`,
  hint: 'Ask for a target with another guard',
})
