import { rule, thing } from '../rule.ts'

export const moveObject = rule({
  id: 'move-object',
  family: 'compatibility',
  summary: 'SET SCHEMA: moves it out of reach of its name',
  covers: ['squawk/ban-set-schema'],
  match: ['ALTER TABLE users SET SCHEMA archive'],
  ignore: ['ALTER TABLE users SET (fillfactor = 70)'],
  actions: ['move'],
  reason: (effect) => `SET SCHEMA moves ${thing(effect)} from where programs and rules look for it`,
  hint: 'Leave a view under the old name',
})
