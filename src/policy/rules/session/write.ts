import { rule } from '../rule.ts'

/** Writes in the widest sense: what a reader has no need for. */
const WRITES = new Set(
  `insert update delete truncate create alter rename move drop detach grant revoke own copy-in lock rewrite scan maintain load comment`.split(
    ' ',
  ),
)

export const write = rule({
  id: 'write',
  family: 'session',
  summary: 'anything that changes something (the rule behind read-only)',
  match: [
    'INSERT INTO t VALUES (1)',
    'CREATE TABLE t (a int)',
    'SELECT * FROM t FOR UPDATE',
    'COMMENT ON TABLE t IS NULL',
  ],
  ignore: ['SELECT * FROM t', 'EXPLAIN DELETE FROM t', 'BEGIN', "SET work_mem = '1MB'"],
  when: (effect) => WRITES.has(effect.action),
  keepsBlock: true,
  reason: (effect) =>
    `this session may only read, and the statement does more: ${effect.action} on ${effect.name ?? effect.object}`,
  hint: 'Ask for a target with another guard',
})
