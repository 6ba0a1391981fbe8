import { rule } from '../rule.ts'

export const dropOwned = rule({
  id: 'drop-owned',
  family: 'data-loss',
  summary: 'DROP OWNED BY',
  match: ['DROP OWNED BY app'],
  ignore: ['DROP ROLE app'],
  actions: ['drop'],
  objects: ['owned'],
  reason: (effect) => `DROP OWNED removes everything that ${effect.name} owns here`,
  hint: 'Drop the objects by name',
})
