import { rule } from '../rule.ts'

export const foreignCode = rule({
  id: 'foreign-code',
  family: 'code',
  summary: 'functions in languages that cannot be analysed',
  match: ['CREATE FUNCTION f() RETURNS int LANGUAGE plpython3u AS $$ return 1 $$'],
  ignore: ['CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$'],
  actions: ['load'],
  objects: ['foreign-code'],
  reason: (effect) => `code in ${effect.name} cannot be analysed`,
  hint: 'Write it in SQL or PL/pgSQL',
})
