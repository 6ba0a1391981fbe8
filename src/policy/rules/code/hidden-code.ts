import { rule } from '../rule.ts'

export const hiddenCode = rule({
  id: 'hidden-code',
  family: 'code',
  summary: 'aggregates, operators, casts and base types: innocent syntax runs code',
  match: [
    'CREATE AGGREGATE a(int) (SFUNC = f, STYPE = int)',
    'CREATE OPERATOR === (PROCEDURE = f, LEFTARG = int, RIGHTARG = int)',
  ],
  ignore: ["CREATE TYPE mood AS ENUM ('a')", 'CREATE DOMAIN d AS text'],
  actions: ['create', 'alter'],
  objects: ['aggregate', 'operator'],
  reason: (effect) => `${effect.name} runs code where a statement shows none`,
  hint: 'Write a function, and call it by its name',
})
