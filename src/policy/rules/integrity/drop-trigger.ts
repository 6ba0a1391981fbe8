import { rule, thing } from '../rule.ts'

export const dropTrigger = rule({
  id: 'drop-trigger',
  family: 'integrity',
  summary: 'DROP TRIGGER, RULE or EVENT TRIGGER',
  covers: ['squawk/ban-drop-trigger'],
  match: ['DROP TRIGGER t ON users', 'DROP EVENT TRIGGER e'],
  ignore: ['COMMENT ON TRIGGER t ON users IS NULL'],
  actions: ['drop'],
  objects: ['trigger', 'rule', 'event-trigger'],
  reason: (effect) => `DROP removes ${thing(effect)}: what it kept true is no longer kept`,
  hint: ({ object }) =>
    object === 'event-trigger'
      ? 'Let a database administrator do it'
      : `Use CREATE OR REPLACE ${object.toUpperCase()}`,
})
