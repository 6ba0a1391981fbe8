import { rule, thing } from '../rule.ts'

/** Objects that a rule of their own speaks of. */
const NAMED = new Set(
  `table foreign-table schema database tablespace owned column view materialized-view index constraint sequence function
  aggregate trigger rule event-trigger policy publication subscription role catalog`.split(/\s+/),
)

export const dropOther = rule({
  id: 'drop-other',
  family: 'compatibility',
  summary: 'DROP of types, domains, casts, operators, extensions, languages, servers and the rest',
  covers: ['squawk/ban-drop-type', 'squawk/ban-drop-domain', 'squawk/ban-drop-extension'],
  match: ['DROP TYPE mood', 'DROP EXTENSION citext', 'DROP SERVER s', 'DROP CAST (int AS text)'],
  ignore: ['DROP TABLE users', 'CREATE TYPE mood AS ENUM ()'],
  actions: ['drop'],
  when: (effect) => !NAMED.has(effect.object),
  reason: (effect) => `DROP removes ${thing(effect)}, and what uses it fails`,
  hint: 'Make sure that nothing uses it',
})
