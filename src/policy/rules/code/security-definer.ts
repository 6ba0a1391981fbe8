import { rule } from '../rule.ts'

export const securityDefiner = rule({
  id: 'security-definer',
  family: 'code',
  summary: 'SECURITY DEFINER: runs with its owner’s rights',
  covers: ['squawk/ban-alter-function-options'],
  match: [
    'CREATE FUNCTION f() RETURNS int LANGUAGE sql SECURITY DEFINER AS $$ SELECT 1 $$',
    'ALTER FUNCTION f() SECURITY DEFINER',
  ],
  ignore: ['CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$'],
  actions: ['alter'],
  objects: ['security-definer'],
  reason: (effect) => `${effect.name} would run with its owner’s rights for whoever calls it`,
  hint: 'Use SECURITY INVOKER',
})
