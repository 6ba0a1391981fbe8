import { rule } from '../rule.ts'
import { blocks } from './blocks.ts'

export const lockTable = rule({
  id: 'lock-table',
  family: 'lock-risk',
  summary: 'LOCK TABLE in a mode that stops writes',
  match: ['LOCK TABLE users IN ACCESS EXCLUSIVE MODE', 'LOCK users'],
  ignore: ['LOCK TABLE users IN ROW EXCLUSIVE MODE', 'SELECT * FROM users WHERE id = 1 FOR UPDATE'],
  actions: ['lock'],
  objects: ['table'],
  when: (effect) => blocks(effect.lock),
  reason: (effect) => `LOCK TABLE makes others wait for ${effect.name} (${effect.lock})`,
  hint: 'Take a weaker lock, as late as possible, with a lock_timeout',
})
