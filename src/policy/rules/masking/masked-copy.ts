import { rule } from '../rule.ts'

/** Told by rules of their own. */
const OTHERS = new Set(['masked-predicate', 'masked-comparison', 'secret', 'environment'])

export const maskedCopy = rule({
  id: 'masked-copy',
  family: 'masking',
  summary: 'a masked column is copied, renamed or sent to where no mask finds it',
  match: [
    'CREATE TABLE x AS SELECT ssn FROM users',
    'UPDATE users SET note = ssn',
    'CREATE TABLE x (k text REFERENCES users (ssn) ON UPDATE CASCADE)',
    'ALTER TABLE users RENAME ssn TO number',
    "SELECT pg_notify('x', ssn) FROM users",
    "SELECT set_config('a.b', (SELECT ssn FROM users LIMIT 1), false)",
    'SELECT pg_advisory_lock(ascii(ssn)) FROM users',
  ],
  ignore: [
    'UPDATE users SET ssn = lower(ssn)',
    'INSERT INTO t SELECT id FROM users',
    'SELECT ssn FROM users',
    'CREATE TABLE x (k text REFERENCES users (ssn))',
  ],
  actions: ['expose'],
  when: ({ object }) => !OTHERS.has(object),
  temporary: true,
  reason: (effect) => `this would show masked values in clear: ${effect.detail}`,
  hint: 'Name the columns that are copied and leave the masked ones out, or mask the new column too',
})
