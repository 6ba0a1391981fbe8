import { rule } from '../rule.ts'

export const eventTrigger = rule({
  id: 'event-trigger',
  family: 'code',
  summary: 'CREATE and ALTER EVENT TRIGGER',
  match: [
    'CREATE EVENT TRIGGER e ON ddl_command_start EXECUTE FUNCTION f()',
    'ALTER EVENT TRIGGER e DISABLE',
  ],
  ignore: ['CREATE VIEW e AS SELECT 1'],
  actions: ['create', 'alter', 'rename'],
  objects: ['event-trigger'],
  reason: (effect) => `event trigger ${effect.name} concerns all later DDL`,
  hint: 'Let a database administrator do it',
})
