import { rule, thing } from '../rule.ts'

export const nativeCode = rule({
  id: 'native-code',
  family: 'code',
  summary: 'LOAD, functions in C, languages and access methods',
  match: [
    "LOAD 'x'",
    "CREATE FUNCTION f() RETURNS int LANGUAGE c AS 'x', 'y'",
    'CREATE LANGUAGE x HANDLER f',
  ],
  ignore: ['CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$'],
  actions: ['load', 'create'],
  objects: ['library', 'native-code', 'language'],
  keepsBlock: true,
  reason: (effect) => `this loads code into the server process: ${thing(effect)}`,
  hint: 'Let a database administrator do it',
})
