import { rule, thing } from '../rule.ts'

export const dropFunction = rule({
  id: 'drop-function',
  family: 'compatibility',
  summary: 'DROP FUNCTION, PROCEDURE, ROUTINE or AGGREGATE',
  covers: ['squawk/ban-drop-function'],
  match: ['DROP FUNCTION f(int)', 'DROP AGGREGATE a(int)'],
  ignore: ['CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$'],
  actions: ['drop'],
  objects: ['function', 'aggregate'],
  reason: (effect) => `DROP removes ${thing(effect)}, and its callers fail`,
  hint: 'Use CREATE OR REPLACE FUNCTION',
})
