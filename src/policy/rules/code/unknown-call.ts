import { rule } from '../rule.ts'
import { inDefinition, inTrigger } from './calls.ts'

export const unknownCall = rule({
  id: 'unknown-call',
  family: 'code',
  summary: 'functions whose body calls one that is not built in: what it does is judged when it is called',
  match: ['CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT app.g() $$'],
  ignore: [
    'SELECT app.g()',
    'DO $$ BEGIN PERFORM app.g(); END $$',
    'CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SELECT lower(current_user) $$',
    { action: 'call', object: 'function', name: 'app.g', via: ['function'], stored: true },
  ],
  actions: ['call'],
  objects: ['function'],
  when: (effect) => !inTrigger(effect) && inDefinition(effect),
  reason: (effect) => `what ${effect.name} does is not in the text`,
  hint: 'Send its definition in the same text, or write out what it would do',
})
