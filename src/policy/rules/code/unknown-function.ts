import { rule } from '../rule.ts'
import { inDefinition, inTrigger } from './calls.ts'

export const unknownFunction = rule({
  id: 'unknown-function',
  family: 'code',
  summary: 'calls of functions that are not built in',
  match: [
    'CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT app.g() $$; SELECT f()',
    'SELECT purge_users()',
    'CALL purge()',
    'CREATE TABLE t (a int DEFAULT app.next_id())',
  ],
  ignore: [
    'CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT app.g() $$',
    'SELECT lower(name) FROM users',
    'SELECT gen_random_uuid()',
  ],
  actions: ['call'],
  objects: ['function'],
  when: (effect) => !inTrigger(effect) && !inDefinition(effect),
  reason: (effect) => `what ${effect.name} does is not in the text`,
  hint: 'Write out what it would do',
})
