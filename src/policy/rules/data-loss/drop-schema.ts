import { rule } from '../rule.ts'

export const dropSchema = rule({
  id: 'drop-schema',
  family: 'data-loss',
  summary: 'DROP SCHEMA',
  covers: ['squawk/ban-drop-schema', 'atlas/DS101'],
  match: ['DROP SCHEMA app', 'DROP SCHEMA IF EXISTS app CASCADE'],
  ignore: ['CREATE SCHEMA app'],
  actions: ['drop'],
  objects: ['schema'],
  reason: (effect) => `DROP SCHEMA removes ${effect.name} and what is in it`,
  hint: 'Drop its objects one by one',
})
