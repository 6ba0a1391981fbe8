import { rule } from '../rule.ts'

export const dropSequence = rule({
  id: 'drop-sequence',
  family: 'data-loss',
  summary: 'DROP SEQUENCE',
  covers: ['squawk/ban-drop-sequence'],
  match: ['DROP SEQUENCE s'],
  ignore: ['CREATE SEQUENCE s'],
  actions: ['drop'],
  objects: ['sequence'],
  reason: (effect) => `DROP SEQUENCE ${effect.name} forgets which keys were given out`,
  hint: 'Leave it until no column’s default uses it',
})
