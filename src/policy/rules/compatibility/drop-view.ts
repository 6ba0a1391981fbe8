import { rule, thing } from '../rule.ts'

export const dropView = rule({
  id: 'drop-view',
  family: 'compatibility',
  summary: 'DROP VIEW and DROP MATERIALIZED VIEW',
  covers: ['squawk/ban-drop-view'],
  match: ['DROP VIEW v', 'DROP MATERIALIZED VIEW v'],
  ignore: ['CREATE OR REPLACE VIEW v AS SELECT 1'],
  actions: ['drop'],
  objects: ['view', 'materialized-view'],
  reason: (effect) => `DROP removes ${thing(effect)}, and its readers fail`,
  hint: ({ object }) =>
    object === 'view'
      ? 'Use CREATE OR REPLACE VIEW'
      : 'Create the new one beside it, and drop this one when nobody reads it',
})
