// What the text does not tell.
import { type Rule, rule } from './rule.ts'

/** Writes in the widest sense: what a reader has no need for. */
const WRITES = new Set(
  `insert update delete truncate create alter rename move drop detach grant revoke own copy-in lock rewrite scan maintain load comment`.split(
    ' ',
  ),
)

export const OPAQUE: readonly Rule[] = [
  rule({
    id: 'does-not-parse',
    summary: 'text that the grammar of PostgreSQL refuses',
    match: ['DROP TABLE users WHERE'],
    ignore: ['SELECT 1', ''],
    actions: ['unknown'],
    objects: ['syntax'],
    reason: (effect) => `the statement is not forwarded because it ${effect.detail}`,
    hint: 'Correct the statement',
  }),
  rule({
    id: 'cannot-analyse',
    summary: 'text that cannot be analysed: malformed, too long, too deep',
    match: ['SELECT 1\0; DROP TABLE users'],
    ignore: ['SELECT 1'],
    actions: ['unknown'],
    objects: ['text'],
    reason: (effect) => `the statement is not forwarded: ${effect.detail}`,
    hint: 'Split it into smaller statements',
  }),
  rule({
    id: 'unknown',
    summary: 'code whose effect is only known when it runs',
    match: [
      "DO $$ BEGIN EXECUTE format('DROP TABLE %I', current_user); END $$",
      "SELECT set_config(name, 'x', false) FROM t",
    ],
    ignore: ["DO $$ BEGIN EXECUTE 'SELECT 1'; END $$"],
    actions: ['unknown'],
    when: (effect) => effect.object !== 'syntax' && effect.object !== 'text',
    reason: (effect) => `its effect is not known before it runs: ${effect.detail}`,
    hint: 'Write the statement out',
  }),
  rule({
    id: 'unprepared',
    summary: 'EXECUTE of a statement that this text did not prepare',
    match: ['EXECUTE p'],
    ignore: ['PREPARE p AS SELECT 1; EXECUTE p'],
    actions: ['execute'],
    objects: ['prepared'],
    when: (effect) => effect.detail === undefined,
    reason: (effect) => `what EXECUTE ${effect.name} runs was not judged with it`,
    hint: 'Send PREPARE and EXECUTE together, or use the protocol’s prepared statements',
  }),
  rule({
    id: 'write',
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
      `this session may only read, and the statement would ${effect.action} ${effect.name ?? effect.object}`,
    hint: 'Ask for a target with another guard',
  }),
]
