import { rule } from '../rule.ts'
import { STORED } from './settings.ts'

export const checkFunctionBodies = rule({
  id: 'check-function-bodies',
  family: 'session',
  summary: 'check_function_bodies off',
  match: ['SET check_function_bodies = off'],
  ignore: ['SET check_function_bodies = on'],
  actions: ['set', 'alter'],
  objects: ['setting', ...STORED],
  when: (effect) => effect.name === 'check_function_bodies' && effect.detail === undefined,
  reason: () => 'the server would take functions that cannot work',
  hint: 'Leave it on',
})
